import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '@/contract'
import type { Answer } from '@/domain/vote/question/answers'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { inListOrder, rootOf } from '@/domain/vote/record/ballot-list'
import { ballotOfRow } from '@/domain/vote/record/ballot-row'
import type { Client } from '@/platform/talk-to-server/client'
import { wholeList, type ListedBallot } from './published-list'
import type { ReceiptBook } from './receipts'

export type Checking =
  | { readonly at: 'asleep' }
  | { readonly at: 'reading'; readonly read: number; readonly total: number }
  /**
   * `mine`: the choice under this phone's receipt; null where the list does not hold it; `no-receipt` where this phone has none. `root`:
   * the list's own, reckoned here.
   */
  | {
      readonly at: 'read'
      readonly mine: Answer | null | 'no-receipt'
      readonly total: number
      readonly ballots: readonly ListedBallot[]
      readonly root: string
    }
  | { readonly at: 'refused'; readonly refusal: Refusal<'ballot.list'> }
  | { readonly at: 'failed' }

export interface Check {
  readonly checking: Checking
  /** How many rows are drawn: the list may hold thousands. */
  readonly drawn: number
  look(): Promise<void>
  more(): void
}

const pageful = 20

/**
 * What stands under a receipt that was photographed or written down, as on the hall's device; null where the list does not hold it, or it
 * is no receipt.
 */
export function underReceipt(written: string, ballots: readonly ListedBallot[]): Answer | null {
  const receipt = written.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  if (!/^[0-9a-f]{32}$/.test(receipt)) return null
  const hash = receiptHash(receipt)
  return ballots.find(ballot => ballot.who === hash)?.choice ?? null
}

/** Reads the whole published list and counts it again on the phone. Nothing about the voter leaves the phone. */
export function createCheck(
  motionId: string,
  { call, receipts }: { readonly call: Client; readonly receipts: ReceiptBook },
): StoreApi<Check> {
  return createStore<Check>((set, get) => ({
    checking: { at: 'asleep' },
    drawn: pageful,
    async look() {
      if (get().checking.at === 'reading') return
      set({ checking: { at: 'reading', read: 0, total: 0 }, drawn: pageful })
      try {
        const list = await wholeList(call, motionId, (read, total) => set({ checking: { at: 'reading', read, total } }))
        if (!list.ok) return set({ checking: { at: 'refused', refusal: list.refusal } })
        const { ballots, total } = list
        set({ checking: { at: 'read', mine: found(ballots), total, ballots, root: rootOf(inListOrder(ballots.map(ballotOfRow))) } })
      } catch {
        set({ checking: { at: 'failed' } })
      }
    },
    more: () => set(({ drawn }) => ({ drawn: drawn + pageful })),
  }))

  function found(ballots: readonly ListedBallot[]): Answer | null | 'no-receipt' {
    const kept = receipts.of(motionId)
    if (!kept) return 'no-receipt'
    const hash = receiptHash(kept.receipt)
    return ballots.find(ballot => ballot.who === hash)?.choice ?? null
  }
}
