import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Looked } from '@/components/looked/looked'
import { notYours } from '@/platform/talk-to-server/looking'
import type { PageProps } from '@/components/page/page'
import type { HallVote, HallVoteView } from './store'

interface ShownProps {
  readonly title: string
  readonly hall: StoreApi<Pick<HallVote, 'seen' | 'refresh'>>
  /** The buttons at the bottom, once there is something to do. */
  readonly bottom?: ((view: HallVoteView) => Pick<PageProps, 'actions' | 'note'>) | undefined
  children(view: HallVoteView, now: number): ReactNode
}

/** A page of who runs the hall, in every state but the one in which there is something to show. */
export function Shown({ title, hall, bottom, children }: ShownProps) {
  const { seen, refresh } = useStore(hall)
  return (
    <Looked
      title={title}
      seen={seen}
      look='page'
      rows={3}
      notYours={{ title: '这里由主持人、记录员、计票人和监票人办', line: '您要投票的话，请回到投票页。', only: notYours }}
      elsewhere='可以从议题里再进来看看。'
      old='没连上，数字是上次看到的'
      page={({ view }) => ({ heading: view.card.text, ...bottom?.(view) })}
      onRetry={() => void refresh()}
    >
      {({ view, heardAt }) => children(view, view.now + Date.now() - heardAt)}
    </Looked>
  )
}
