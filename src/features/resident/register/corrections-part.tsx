import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/dialog/dialog'
import { Unseen } from '@/components/looked/looked'
import { TextArea } from '@/components/field/text-area'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { ListEnd } from '@/components/list-end/list-end'
import { Pair } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { Toast } from '@/components/toast/toast'
import { correctable, correctionLength } from '@/domain/resident/corrections'
import { dayWords } from '@/platform/phone/time'
import type { Answering } from './answering'

/** People who say that something held of them is wrong; who waits longest stands first. */
export function CorrectionsPart({ answering }: { readonly answering: StoreApi<Answering> }) {
  const { seen, open, words, wrong, busy, said, refresh, more, choose, write, answer, say } = useStore(answering)
  if (seen.at === 'failed')
    return (
      <Section title='有人说资料不对'>
        <Unseen seen={seen} onRetry={refresh} />
      </Section>
    )
  if (seen.at !== 'shown') return null
  const { waiting, now, next } = seen.view
  return (
    <>
      {waiting.length > 0 || next !== null ? (
        <Section title='有人说资料不对'>
          <LinkRows>
            {waiting.map(asked => (
              <LinkRow
                key={asked.id}
                title={`${asked.name}：${correctable[asked.field]}`}
                line={`${asked.words} · ${dayWords(asked.at, now)}`}
                onTap={() => choose(asked)}
              />
            ))}
          </LinkRows>
          {next === null ? null : <ListEnd state={seen.more} onMore={() => void more()} />}
        </Section>
      ) : null}
      <Sheet
        open={open !== null}
        title={open ? `${open.name}：${correctable[open.field]}` : ''}
        onClose={() => choose(null)}
        actions={
          <Pair>
            <Button look='ghost' disabled={busy} onTap={() => void answer('declined')}>
              不用改
            </Button>
            <Button busy={busy} onTap={() => void answer('done')}>
              改好了
            </Button>
          </Pair>
        }
      >
        <View className='body'>{open?.words ?? ''}</View>
        <View className='sub'>先核对身份证件或者户口本，改好了再点“改好了”。</View>
        <TextArea label='写给他看' most={correctionLength} value={words} error={wrong ?? undefined} disabled={busy} onChange={write} />
      </Sheet>
      <Toast text={said} onGone={() => say(null)} />
    </>
  )
}
