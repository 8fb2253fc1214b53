import type { SendingWay } from './ways'

/**
 * What became of a notice on its way to one person. `claimed`: about to be sent; a sweep that was killed leaves it so, and it is
 * never sent again. `saved`: an accept was there and is kept for something that matters more. `read`: already read in the app.
 */
export type Delivery =
  | 'claimed'
  | 'sent'
  | 'unsure'
  | 'read'
  | 'saved'
  | 'no-consent'
  | 'no-phone'
  | 'no-quota'
  | 'banned'
  | 'busy'
  | 'retry'
  | 'failed'

/** One claim on up to a hundred people of a notice: who is here is sent to on this way by this sweep, and by no other. */
export interface Dispatch {
  /** `dispatchId`. */
  readonly id: string
  readonly orgId: string
  readonly noticeId: string
  /** Absent: by WeChat, which was once the only way. */
  readonly way?: SendingWay
  readonly n: number
  readonly at: number
  readonly outcomes: Readonly<Record<string, Delivery>>
  /** Where the next hundred begin; null: these were the last. */
  readonly next: string | null
  readonly tries: number
  /** When those the way was too busy for may be sent to again. */
  readonly retryAt: number | null
}

export const dispatchId = (noticeId: string, way: SendingWay, n: number): string =>
  way === 'wechat' ? `${noticeId}:${n}` : `${noticeId}:${way}:${n}`
/** As rows have it, and as they are asked for. */
export const keptWay = (way: SendingWay): SendingWay | null => (way === 'wechat' ? null : way)
export const wayOf = ({ way }: Pick<Dispatch, 'way'>): SendingWay => way ?? 'wechat'

const mostTries = 5
/** 1, 2, 4, 8 minutes; then it is given up, and the notice stays to be read in the app. */
export const retryAfter = (tries: number, now: number): number | null => (tries >= mostTries ? null : now + 60_000 * 2 ** (tries - 1))
