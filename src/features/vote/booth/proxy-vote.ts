import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '@/contract'
import type { Answer } from '@/domain/vote/question/answers'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import type { VoteTools } from './store'

export type Standing =
  | { readonly at: 'rest' }
  | { readonly at: 'choosing'; readonly choice: Answer | null }
  | { readonly at: 'confirming' | 'sending' | 'unsure'; readonly choice: Answer }
  | { readonly at: 'refused'; readonly refusal: Refusal<'ballot.castAsProxy'> }

export interface ProxyVote {
  /** For whom, while one is being voted for. */
  readonly unit: { readonly unitId: string; readonly name: string } | null
  readonly standing: Standing
  begin(unit: { readonly unitId: string; readonly name: string }): void
  choose(choice: Answer | null): void
  confirm(): void
  leave(): void
  cast(): Promise<void>
}

/** The agent's ballot for another unit, beside their own: its receipt is kept under that unit, so that sent again it is the same ballot. */
export function createProxyVote(
  motionId: string,
  { call, receipts, draw, secret, refresh }: VoteTools & { readonly secret: () => boolean; refresh(): Promise<void> },
): StoreApi<ProxyVote> {
  return createStore<ProxyVote>((set, get) => ({
    unit: null,
    standing: { at: 'rest' },
    begin: unit => {
      const kept = receipts.of(`${motionId}:${unit.unitId}`)
      set({ unit, standing: kept?.choice ? { at: 'unsure', choice: kept.choice } : { at: 'choosing', choice: null } })
    },
    choose: choice => {
      if (get().standing.at === 'choosing') set({ standing: { at: 'choosing', choice } })
    },
    confirm() {
      const { standing } = get()
      if (standing.at === 'choosing' && standing.choice !== null) set({ standing: { at: 'confirming', choice: standing.choice } })
    },
    leave() {
      const { standing } = get()
      if (standing.at === 'sending') return
      set(
        standing.at === 'confirming' ? { standing: { at: 'choosing', choice: standing.choice } } : { unit: null, standing: { at: 'rest' } },
      )
    },
    async cast() {
      const { standing, unit } = get()
      if (!unit || (standing.at !== 'confirming' && standing.at !== 'unsure')) return
      const { choice } = standing
      set({ standing: { at: 'sending', choice } })
      const name = `${motionId}:${unit.unitId}`
      const receipt = secret() ? (receipts.of(name)?.receipt ?? (await draw())) : null
      // On the phone before the ballot leaves it, as one's own.
      if (receipt !== null) receipts.keep(name, { receipt, choice })
      const reply = await call('ballot.castAsProxy', {
        motionId,
        unitId: unit.unitId,
        choice,
        ...(receipt === null ? {} : { receiptHash: receiptHash(receipt) }),
      }).catch(() => null)
      if (!reply) return set({ standing: { at: 'unsure', choice } })
      if (receipt !== null) receipts.keep(name, { receipt, choice: null })
      await refresh()
      set(reply.ok ? { unit: null, standing: { at: 'rest' } } : { standing: { at: 'refused', refusal: reply.refusal } })
    },
  }))
}
