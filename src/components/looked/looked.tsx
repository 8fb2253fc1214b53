import type { ReactNode } from 'react'
import { Banner } from '../banner/banner'
import { ErrorState } from '../error-state/error-state'
import { NoPermission } from '../no-permission/no-permission'
import { Page, type PageProps } from '../page/page'
import { Skeleton } from '../skeleton/skeleton'

/** A look that has nothing to show. */
export type Moment =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: string; readonly says: string }

export interface UnseenProps {
  readonly seen: Moment
  /** A whole page of this title; without it a part of one. */
  readonly title?: string
  /** The shape of what is coming. */
  readonly look?: 'cards' | 'page'
  readonly rows?: number
  /** That it failed, in the page's own words; why it may have. */
  readonly failure?: string
  readonly reason?: string
  /** Refusals that say whose page this is: `title` in place of the refusal's own words, `only` where not all of them do. */
  readonly notYours?: { readonly title?: string | undefined; readonly line?: string; readonly only?: readonly string[] }
  /** Below the words of any other refusal. */
  readonly elsewhere?: string
  onRetry(): void
}

/** What is on its way, did not come, or is not this person's. */
export function Unseen({ seen, title, look, rows, failure, reason, notYours, elsewhere, onRetry }: UnseenProps) {
  const drawn = () => {
    if (seen.at === 'loading') return <Skeleton look={look} rows={rows} />
    if (seen.at === 'failed') return <ErrorState title={failure} reason={reason} onRetry={onRetry} />
    if (!notYours || (notYours.only && !notYours.only.includes(seen.refusal)))
      return <ErrorState title={seen.says} reason={elsewhere} onRetry={onRetry} />
    return <NoPermission title={notYours.title ?? seen.says} line={notYours.line} />
  }
  return title === undefined ? drawn() : <Page title={title}>{drawn()}</Page>
}

type Seen = Moment | { readonly at: 'shown'; readonly stale: boolean }
type Shown<Any extends Seen> = Extract<Any, { at: 'shown' }>
const isShown = <Any extends Seen>(seen: Any): seen is Shown<Any> => seen.at === 'shown'

interface LookedProps<Any extends Seen> extends Omit<UnseenProps, 'seen'> {
  readonly seen: Any
  /** Where the last look found no answer: that what stands here is from before. */
  readonly old?: string
  /** What the page has besides once there is something to show: its heading, its buttons. */
  page?(shown: Shown<Any>): Omit<Partial<PageProps>, 'children'>
  children(shown: Shown<Any>): ReactNode
}

/** That what stands here is from before, where the last look found no answer. */
export const Old = ({
  seen,
  words,
  onRetry,
}: {
  readonly seen: { readonly at: string; readonly stale?: boolean }
  readonly words: string
  onRetry(): void
}) =>
  seen.stale ? (
    <Banner tone='amber' action={{ label: '再试', onTap: onRetry }}>
      {words}
    </Banner>
  ) : null

/** One look in all its moments: on its way, not come, refused, shown. */
export function Looked<Any extends Seen>({ seen, old, page, children, ...unseen }: LookedProps<Any>) {
  if (!isShown(seen)) return seen.at === 'shown' ? null : <Unseen {...unseen} seen={seen} />
  const drawn = (
    <>
      {old === undefined ? null : <Old seen={seen} words={old} onRetry={unseen.onRetry} />}
      {children(seen)}
    </>
  )
  if (unseen.title === undefined) return drawn
  return (
    <Page title={unseen.title} {...page?.(seen)}>
      {drawn}
    </Page>
  )
}
