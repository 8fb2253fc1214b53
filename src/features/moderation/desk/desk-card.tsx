import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { ListCard } from '@/components/list-card/list-card'
import { Pair } from '@/components/row/row'
import { open } from '@/platform/screen/navigation'
import look from './desk.module.scss'
import type { Item, Show } from './store'
import { buttonsOf, flagOf, lineOf, merging, placeOf } from './words'

const take = (id: string, { name, via }: Item['steps'][number]) =>
  void (via === 'session.schedule' ? open('moderator/schedule', { topic: id }) : open('moderator/step', { id, step: name }))

/** One matter on the desk, with the buttons that carry it on. */
export function DeskCard({ item, show, now }: { readonly item: Item; readonly show: Show; readonly now: number }) {
  const { id, title, similar, confirm, steps } = item
  const flag = flagOf(item, now)
  const { main, other } = buttonsOf(item)
  const only = main ?? other
  const mergeable = similar > 0 && steps.some(step => step.name === merging && step.ready)
  const foot =
    confirm || only || mergeable ? (
      <View className={look.foot}>
        {mergeable ? (
          <Button
            look='quiet'
            label={`${similar} 件相近，看要不要合并：${title}`}
            onTap={() => void open('moderator/step', { id, step: merging })}
          >
            {similar} 件相近，看要不要合并
          </Button>
        ) : null}
        {confirm ? (
          <Button label={`看一看，确认或退回：${title}`} onTap={() => void open('moderator/step', { id, confirm: '1' })}>
            看一看，确认或退回
          </Button>
        ) : null}
        {main && other ? (
          <Pair>
            <Button look='ghost' label={`${other.label}：${title}`} onTap={() => take(id, other)}>
              {other.label}
            </Button>
            <Button label={`${main.label}：${title}`} onTap={() => take(id, main)}>
              {main.label}
            </Button>
          </Pair>
        ) : only ? (
          <Button look={only.look === 'main' ? 'main' : 'ghost'} label={`${only.label}：${title}`} onTap={() => take(id, only)}>
            {only.label}
          </Button>
        ) : null}
      </View>
    ) : undefined
  return (
    <ListCard
      title={title}
      tag={flag.words}
      tone={flag.tone}
      edge={flag.edge}
      meta={placeOf(item, now)}
      line={lineOf(item, show)}
      foot={foot}
      onTap={() => void open('topic/index', { id })}
    />
  )
}
