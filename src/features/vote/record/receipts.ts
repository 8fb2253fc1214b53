import type { Answer } from '@/domain/vote/question/answers'
import { chosenIdentity } from '@/platform/talk-to-server/identity'
import { kept } from '@/platform/files/storage'

/** A voter's own proof. The choice stays beside it only until an answer came, so that the same one can be sent again. */
export interface Kept {
  readonly receipt: string
  readonly choice: Answer | null
}

/** Receipts of secret ballots, on this phone and nowhere else. */
export interface ReceiptBook {
  of(motionId: string): Kept | null
  keep(motionId: string, kept: Kept): void
}

const isKept = (raw: unknown): raw is Kept =>
  typeof raw === 'object' &&
  raw !== null &&
  'receipt' in raw &&
  typeof raw.receipt === 'string' &&
  /^[0-9a-f]{32}$/.test(raw.receipt) &&
  'choice' in raw &&
  (raw.choice === null || typeof raw.choice === 'string')

// A phone that keeps nothing still sends the same receipt until the app is closed.
const held = new Map<string, Kept>()
/** In a browser several demo people share one phone; each has their own receipts. */
const nameOf = (motionId: string): string => `receipt:${chosenIdentity.get() ?? 'me'}:${motionId}`

export const receiptsOnThisPhone: ReceiptBook = {
  of: motionId => held.get(nameOf(motionId)) ?? kept(nameOf(motionId), isKept).get(),
  keep(motionId, receipt) {
    held.set(nameOf(motionId), receipt)
    kept(nameOf(motionId), isKept).set(receipt)
  },
}
