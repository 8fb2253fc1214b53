import { ErrorState } from '@/components/error-state/error-state'
import { NoPermission } from '@/components/no-permission/no-permission'
import { Page } from '@/components/page/page'
import { Skeleton } from '@/components/skeleton/skeleton'
import type { AnyRefusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'

export type Opening = { readonly at: 'loading' } | { readonly at: 'failed' } | { readonly at: 'refused'; readonly refusal: AnyRefusal }

/** A page whose topic is not there yet, or not for this person. */
export function OpeningPage({ title, moment, onRetry }: { readonly title: string; readonly moment: Opening; onRetry(): void }) {
  return (
    <Page title={title}>
      {moment.at === 'loading' ? <Skeleton look='page' rows={3} /> : null}
      {moment.at === 'failed' ? <ErrorState onRetry={onRetry} /> : null}
      {moment.at === 'refused' ? (
        moment.refusal === 'busy' ? (
          <ErrorState title='没打开' reason={refusalWords.busy} onRetry={onRetry} />
        ) : (
          <NoPermission title={refusalWords[moment.refusal]} line='可能还没有公开，或者不归您办。' />
        )
      ) : null}
    </Page>
  )
}
