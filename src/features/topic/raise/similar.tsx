import { Button } from '@/components/button/button'
import { ListCard } from '@/components/list-card/list-card'
import { Section } from '@/components/section/section'
import { states } from '@/domain/procedure/states'
import { takesSupport } from '@/domain/topic/supports'
import { open } from '@/platform/screen/navigation'
import type { Raise } from './raise'

/** Is it this one? Supporting it is quicker than writing it again, and counts for more. */
export function Similar({ raise }: { readonly raise: Raise }) {
  if (raise.similar.length === 0) return null
  return (
    <Section title='是不是这件？' note='一样的就去附议，更快'>
      {raise.similar.map(({ id, title, where, state, supports, supported }) => (
        <ListCard
          key={id}
          title={title}
          line={`${where ? `${where} · ` : ''}${supports} 人附议 · ${states[state].name}`}
          onTap={() => void open('topic/index', { id })}
          foot={
            takesSupport(state) ? (
              <Button
                look='quiet'
                pressed={supported}
                label={`${supported ? '已附议，点一下撤回' : '附议这件'}：${title}`}
                onTap={() => void raise.support(id)}
              >
                {supported ? '已附议' : '附议这件'}
              </Button>
            ) : undefined
          }
        />
      ))}
    </Section>
  )
}
