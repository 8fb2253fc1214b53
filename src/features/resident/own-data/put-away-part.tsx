import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/dialog/dialog'
import { TextArea } from '@/components/field/text-area'
import { Stack } from '@/components/row/row'
import { Toast } from '@/components/toast/toast'
import { caseWordsLength } from '@/domain/moderation/cases'
import type { Appealing } from './appealing'
import type { View as Held } from './store'
import { putAwayWords } from './words'

/** What was put away of how one shows oneself: why, and how to ask again. */
export function PutAwayPart({ appealing, view }: { readonly appealing: StoreApi<Appealing>; readonly view: Held }) {
  const { begin } = useStore(appealing)
  return view.putAway
    .filter(({ why }) => why !== '')
    .map(one => (
      <View key={one.id}>
        <Stack tight>
          <View className='body'>{putAwayWords(one, view.now)}</View>
          {one.mayAppeal ? (
            <View>
              <Button look='quiet' label={`不服，请监督委员看看：${one.kind === 'avatar' ? '头像' : '昵称'}`} onTap={() => begin(one.id)}>
                不服，请监督委员看看
              </Button>
            </View>
          ) : null}
        </Stack>
      </View>
    ))
}

/** The form of it. Stands last on the page, as sheets do. */
export function AppealSheet({ appealing, onSent }: { readonly appealing: StoreApi<Appealing>; onSent(): Promise<void> }) {
  const { id, words, wrong, busy, said, write, send, leave, say } = useStore(appealing)
  const give = async () => {
    if (await send()) await onSent()
  }
  return (
    <>
      <Sheet
        open={id !== null}
        title='请监督委员看看'
        onClose={leave}
        actions={
          <Button busy={busy} onTap={() => void give()}>
            交给监督委员
          </Button>
        }
      >
        <TextArea label='为什么不服' most={caseWordsLength} value={words} disabled={busy} error={wrong ?? undefined} onChange={write} />
      </Sheet>
      <Toast text={said} onGone={() => say(null)} />
    </>
  )
}
