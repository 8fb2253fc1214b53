import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Banner } from '@/components/banner/banner'
import { ErrorState } from '@/components/error-state/error-state'
import { NoPermission } from '@/components/no-permission/no-permission'
import { Page, type PageProps } from '@/components/page/page'
import { Skeleton } from '@/components/skeleton/skeleton'
import { refusalWords } from '@/contract/refusal-words'
import type { Hall, HallView } from './store'

interface ShownProps {
  readonly title: string
  readonly hall: StoreApi<Pick<Hall, 'seen' | 'refresh'>>
  /** The buttons at the bottom, once there is something to do. */
  readonly bottom?: ((view: HallView) => Pick<PageProps, 'actions' | 'note'>) | undefined
  children(view: HallView, now: number): ReactNode
}

/** A page of who runs the hall, in every state but the one in which there is something to show. */
export function Shown({ title, hall, bottom, children }: ShownProps) {
  const { seen, refresh } = useStore(hall)
  switch (seen.at) {
    case 'loading':
      return (
        <Page title={title}>
          <Skeleton look='page' rows={3} />
        </Page>
      )
    case 'failed':
      return (
        <Page title={title}>
          <ErrorState onRetry={refresh} />
        </Page>
      )
    case 'refused':
      return (
        <Page title={title}>
          {seen.refusal === 'not-your-role' || seen.refusal === 'not-a-resident' ? (
            <NoPermission title='这里由主持人、记录员、计票人和监票人办' line='您要投票的话，请回到投票页。' />
          ) : (
            <ErrorState title={refusalWords[seen.refusal]} reason='可以从议题里再进来看看。' onRetry={refresh} />
          )}
        </Page>
      )
    case 'shown':
      return (
        <Page title={title} heading={seen.view.card.text} {...bottom?.(seen.view)}>
          {seen.stale ? (
            <Banner tone='amber' action={{ label: '再试', onTap: () => void refresh() }}>
              没连上，数字是上次看到的
            </Banner>
          ) : null}
          {children(seen.view, seen.view.now + Date.now() - seen.heardAt)}
        </Page>
      )
  }
}
