import { useDidHide, useLoad, useUnload } from '@tarojs/taro'
import { ErrorState } from '@/components/error-state/error-state'
import { NoPermission } from '@/components/no-permission/no-permission'
import { Page } from '@/components/page/page'
import { Skeleton } from '@/components/skeleton/skeleton'
import { Toast } from '@/components/toast/toast'
import { RaiseActions } from '@/features/topic/raise/raise-actions'
import { RaiseForm } from '@/features/topic/raise/raise-form'
import { Raised } from '@/features/topic/raise/raised'
import { useRaise } from '@/features/topic/raise/use-raise'
import { footNote, saidWords } from '@/features/topic/raise/words'
import { useState } from 'react'

export default function RaisePage() {
  const raise = useRaise()
  const [wanted, want] = useState<{ readonly draft?: string | undefined; readonly edit?: string | undefined }>({})
  useLoad(({ draft, edit }: { draft?: string; edit?: string }) => {
    want({ draft, edit })
    void raise.open({ draft, edit })
  })
  useDidHide(() => void raise.flush())
  useUnload(() => void raise.flush())
  const { opened, handing, draft, said } = raise
  const writing = opened === 'ready' && handing.at !== 'raised'
  return (
    <Page
      title={raise.mending ? '补充后再交' : '提一件事'}
      actions={writing ? <RaiseActions raise={raise} /> : undefined}
      note={writing ? footNote(raise) : undefined}
    >
      {opened === 'opening' ? <Skeleton look='page' rows={2} /> : null}
      {opened === 'failed' ? <ErrorState onRetry={() => void raise.open(wanted)} /> : null}
      {opened === 'guest' ? <NoPermission title='登记后就能提' line='带身份证到议事厅登记，当场就能用。急事可以先打电话。' /> : null}
      {opened === 'not-yours' ? <NoPermission title='现在不用补充了' line='这件事已经收到补充，或者已经往下走了。' /> : null}
      {writing ? <RaiseForm raise={raise} /> : null}
      {opened === 'ready' && handing.at === 'raised' ? (
        <Raised id={handing.id} title={draft.words.title} answerBy={handing.answerBy} />
      ) : null}
      <Toast text={said === null ? null : saidWords(said)} tone='red' onGone={raise.heard} />
    </Page>
  )
}
