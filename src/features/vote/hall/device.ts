import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AnyRefusal } from '@/contract'
import type { Answer } from '@/domain/vote/question/answers'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import type { Client } from '@/platform/talk-to-server/client'
import type { Picked } from '@/platform/talk-to-server/helping'

/** Whose turn it is at the hall's device. */
export interface Voter {
  readonly unitId: string
  readonly name: string
  readonly group: number
}

/**
 * From the teller's hand to the voter's and back. What the voter chose stands here alone: in no drawer of the device and in no address, so
 * that neither going back nor opening the app anew shows it.
 */
export type Turn =
  | { readonly at: 'rest' }
  | { readonly at: 'handing'; readonly voter: Voter }
  | { readonly at: 'choosing'; readonly voter: Voter; readonly choice: Answer | null }
  | { readonly at: 'confirming'; readonly voter: Voter; readonly choice: Answer }
  /** The receipt is drawn once: sent again it is the same ballot. */
  | { readonly at: 'sending' | 'unsure'; readonly voter: Voter; readonly choice: Answer; readonly receipt: string | null }
  | { readonly at: 'refused'; readonly voter: Voter; readonly refusal: AnyRefusal }
  /** In the box. The choice is forgotten; of a secret ballot only the receipt is still shown, until the device is given back. */
  | { readonly at: 'cast'; readonly voter: Voter; readonly receipt: string | null }
  /** Cleared: only the teller goes on from here. `voted`: what the teller is told, and it is on the roll anyway. */
  | { readonly at: 'back'; readonly name: string; readonly why: 'voted' | 'not-voted' | 'not-known' }

export interface Device {
  readonly turn: Turn
  /** Who helps the voter whose turn it is: reads and explains, never chooses. Gone with the turn. */
  readonly helper: Picked | null
  helpedBy(helper: Picked | null): void
  hand(voter: Voter): void
  begin(): void
  /** Null: the last mark was taken back. */
  choose(choice: Answer | null): void
  confirm(): void
  rethink(): void
  cast(): Promise<void>
  /** The voter gives the device back, or nobody touched it for too long. */
  giveBack(): void
  /** The teller has it again. */
  goOn(): void
}

export interface DeviceTools {
  readonly call: Client
  readonly secret: () => boolean
  draw(): Promise<string>
}

/** The hall's device, handed round: one voter at a time, cleared after each. */
export function createDevice(motionId: string, { call, secret, draw }: DeviceTools): StoreApi<Device> {
  return createStore<Device>((set, get) => ({
    turn: { at: 'rest' },
    helper: null,
    helpedBy: helper => {
      if (get().turn.at === 'choosing') set({ helper })
    },
    hand: voter => {
      if (get().turn.at === 'rest') set({ turn: { at: 'handing', voter }, helper: null })
    },
    begin() {
      const { turn } = get()
      if (turn.at === 'handing') set({ turn: { at: 'choosing', voter: turn.voter, choice: null } })
    },
    choose(choice) {
      const { turn } = get()
      if (turn.at === 'choosing') set({ turn: { ...turn, choice } })
    },
    confirm() {
      const { turn } = get()
      if (turn.at === 'choosing' && turn.choice !== null) set({ turn: { at: 'confirming', voter: turn.voter, choice: turn.choice } })
    },
    rethink() {
      const { turn } = get()
      if (turn.at === 'confirming') set({ turn: { at: 'choosing', voter: turn.voter, choice: turn.choice } })
    },
    async cast() {
      const { turn, helper } = get()
      if (turn.at !== 'confirming' && turn.at !== 'unsure') return
      const { voter, choice } = turn
      const receipt = turn.at === 'unsure' ? turn.receipt : secret() ? await draw() : null
      // A second tap while the receipt was drawn.
      if (get().turn !== turn) return
      set({ turn: { at: 'sending', voter, choice, receipt } })
      const reply = await call('ballot.castInHall', {
        motionId,
        unitId: voter.unitId,
        choice,
        ...(receipt === null ? {} : { receiptHash: receiptHash(receipt) }),
        ...(helper === null ? {} : { assistedBy: helper.by }),
      }).catch(() => null)
      if (get().turn.at !== 'sending') return
      set({
        turn: !reply
          ? { at: 'unsure', voter, choice, receipt }
          : reply.ok
            ? { at: 'cast', voter, receipt }
            : { at: 'refused', voter, refusal: reply.refusal },
      })
    },
    giveBack() {
      const { turn } = get()
      if (turn.at === 'rest' || turn.at === 'back' || turn.at === 'sending') return
      set({
        helper: null,
        turn: { at: 'back', name: turn.voter.name, why: turn.at === 'cast' ? 'voted' : turn.at === 'unsure' ? 'not-known' : 'not-voted' },
      })
    },
    goOn() {
      if (get().turn.at === 'back') set({ turn: { at: 'rest' } })
    },
  }))
}
