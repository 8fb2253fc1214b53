import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Answer } from '@/domain/vote/question/answers'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'
import type { Picked } from '@/platform/talk-to-server/helping'
import type { ReceiptBook } from '../record/receipts'

export type MotionView = Output<'motion.view'>
export type CastRefusal = Refusal<'ballot.cast'> | Refusal<'ballot.castSecret'>

/** Where a voter is, from reading the question to the ballot in the box. */
export type Casting =
  | { readonly at: 'reading' }
  | { readonly at: 'choosing'; readonly choice: Answer | null }
  | { readonly at: 'confirming'; readonly choice: Answer }
  | { readonly at: 'sending'; readonly choice: Answer }
  /** The choice of a secret ballot is forgotten once it is in the box; a receipt may lie on another phone. */
  | { readonly at: 'cast'; readonly choice: Answer | null; readonly receipt: string | null }
  | { readonly at: 'refused'; readonly choice: Answer; readonly refusal: CastRefusal }
  /** No answer came: the ballot may be in the box or not. The same choice again is the same ballot. */
  | { readonly at: 'unsure'; readonly choice: Answer }

export interface Vote {
  readonly seen: Looked<MotionView, Refusal<'motion.view'>>
  readonly casting: Casting
  /** Nobody the village knows; asked only when the roll does not hold this person. */
  readonly guest: boolean
  /** Who reads and explains; the voter chooses. Null: nobody helps. */
  readonly helper: Picked | null
  helpedBy(helper: Picked | null): void
  refresh(): Promise<void>
  choose(choice: Answer | null): void
  confirm(): void
  back(): void
  cast(): Promise<void>
}

export interface VoteTools {
  readonly call: Client
  readonly receipts: ReceiptBook
  /** 32 hex digits nobody can guess. */
  draw(): string | Promise<string>
}

/** One motion on one voter's screen. */
export function createVote(motionId: string, { call, receipts, draw }: VoteTools): StoreApi<Vote> {
  return createStore<Vote>((set, get) => {
    const assistance = () => {
      const { helper } = get()
      return helper ? { assistedBy: helper.by } : {}
    }

    /** The receipt is on the phone before the ballot leaves it, so that a retry, even after a kill, sends the same one. */
    async function castSecret(choice: Answer) {
      const receipt = receipts.of(motionId)?.receipt ?? (await draw())
      receipts.keep(motionId, { receipt, choice })
      const reply = await call('ballot.castSecret', { motionId, choice, receiptHash: receiptHash(receipt), ...assistance() })
      receipts.keep(motionId, { receipt, choice: null })
      return reply.ok ? ({ at: 'cast', choice: null, receipt } as const) : ({ at: 'refused', choice, refusal: reply.refusal } as const)
    }

    async function castNamed(choice: Answer) {
      const reply = await call('ballot.cast', { motionId, choice, ...assistance() })
      return reply.ok
        ? ({ at: 'cast', choice: reply.value.choice, receipt: null } as const)
        : ({ at: 'refused', choice, refusal: reply.refusal } as const)
    }

    return {
      ...looking(
        {
          get,
          set: ({ seen }) =>
            set(({ casting }) =>
              seen.at === 'shown' && !seen.stale ? { seen, casting: castingOf(seen.view, casting, receipts) } : { seen },
            ),
        },
        async () => {
          const reply = await call('motion.view', { id: motionId })
          const me = reply.ok && !reply.value.card.onRoll ? await call('me.view', {}).catch(() => null) : null
          if (me?.ok) set({ guest: me.value.person === null })
          // A ballot known to be in the box need not be sent again: its choice leaves the phone.
          const held = reply.ok && reply.value.card.voted ? receipts.of(motionId) : null
          if (held?.choice) receipts.keep(motionId, { ...held, choice: null })
          return reply
        },
      ),
      casting: { at: 'reading' },
      guest: false,
      helper: null,
      helpedBy: helper => {
        if (get().casting.at !== 'sending') set({ helper })
      },

      choose(choice) {
        const { casting } = get()
        if (casting.at !== 'sending' && casting.at !== 'unsure') set({ casting: { at: 'choosing', choice } })
      },

      confirm() {
        const { casting } = get()
        if (casting.at === 'choosing' && casting.choice) set({ casting: { at: 'confirming', choice: casting.choice } })
      },

      back() {
        const { casting } = get()
        if (casting.at === 'confirming' || casting.at === 'refused') set({ casting: { at: 'choosing', choice: casting.choice } })
        else if (casting.at === 'choosing') set({ casting: { at: 'reading' } })
      },

      async cast() {
        const { casting, seen } = get()
        if (seen.at !== 'shown' || (casting.at !== 'confirming' && casting.at !== 'unsure')) return
        const { choice } = casting
        set({ casting: { at: 'sending', choice } })
        const after: Casting = await (seen.view.card.form === 'secret' ? castSecret(choice) : castNamed(choice)).catch(() => ({
          at: 'unsure',
          choice,
        }))
        // Another must be found to help, or nobody; the choice stays.
        set({ casting: after, ...(after.at === 'refused' && notThisHelper.has(after.refusal) ? { helper: null } : {}) })
        if (after.at === 'refused') await get().refresh()
        // The answer says it all: asking again would be a third call for every voter of the village.
        if (after.at === 'cast')
          set(state => (state.seen.at === 'shown' ? { seen: { ...state.seen, view: withBallot(state.seen.view, after.choice) } } : {}))
      },
    }
  })
}

const notThisHelper: ReadonlySet<CastRefusal> = new Set<CastRefusal>(['helper-recused', 'no-such-person'])

/** The motion with this voter's ballot in the box. */
const withBallot = (view: MotionView, mine: Answer | null): MotionView => ({
  ...view,
  mine: view.card.form === 'named' ? mine : null,
  card: { ...view.card, voted: true, turnout: view.card.turnout + (view.card.voted ? 0 : 1) },
})

/** What a fresh look at the motion changes for a voter in the middle of something. */
function castingOf({ card, mine, now }: MotionView, casting: Casting, receipts: ReceiptBook): Casting {
  // The ballot was in the box after all, and only its answer was lost: say so, whatever came since.
  if (casting.at === 'refused' && card.voted && mine === casting.choice) return { at: 'cast', choice: mine, receipt: null }
  if (casting.at === 'sending' || casting.at === 'refused') return casting
  const kept = card.form === 'secret' ? receipts.of(card.id) : null
  const inTheBox: Casting = { at: 'cast', choice: mine, receipt: kept?.receipt ?? null }
  // Changing a named ballot: the voter is choosing again, do not throw them back.
  if (card.voted && (casting.at === 'reading' || casting.at === 'unsure' || card.form === 'secret')) return inTheBox
  if (now < card.closesAt) return !card.voted && casting.at === 'reading' && kept?.choice ? { at: 'unsure', choice: kept.choice } : casting
  return tooLate(casting) ?? (card.voted ? inTheBox : casting.at === 'cast' ? casting : { at: 'reading' })
}

/** A choice that was still in the hand when the vote closed. */
function tooLate(casting: Casting): Casting | null {
  const choice = casting.at === 'confirming' || casting.at === 'unsure' || casting.at === 'choosing' ? casting.choice : null
  return choice ? { at: 'refused', choice, refusal: 'vote-closed' } : null
}
