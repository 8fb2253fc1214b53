import type { Method, MotionOption } from './question/answers'
import { bodyNames, type BodyId } from '../law/names'
import type { Chosen } from '../law/settings'
import { dayOf, earliestMeeting, startOf } from '../ground/calendar'
import type { Channel } from './channels'
import { grant, refuse, type Decision } from '../ground/decision'

/** Bodies whose rolls are kept here and that a question can be put to today; without anybody on its roll none is. */
export const askedBodies = ['VRA', 'VA_HOUSEHOLD', 'VA_PERSON', 'CMA', 'CMRA', 'POLL'] as const satisfies readonly BodyId[]
export type AskedBody = (typeof askedBodies)[number]

export type BallotForm = 'named' | 'secret'
export const formNames: Record<BallotForm, string> = { named: '记名', secret: '无记名' }

export interface Tally {
  readonly for: number
  readonly against: number
  readonly abstain: number
}
/**
 * `counted`: views were gathered, nothing was decided. `second_ballot`: none of several options had enough, the foremost go on. `void`:
 * more ballots were found than given out.
 */
export type Outcome = 'passed' | 'not_passed' | 'quorum_failed' | 'counted' | 'second_ballot' | 'void'

export interface Result extends Tally {
  readonly present: number
  readonly outcome: Outcome
  /** Each judgement with its numbers, for the screen and the wall. */
  readonly explain: readonly string[]
  /** On paper alone: more than one mark, unreadable, a foreign sign. */
  readonly invalid?: number
  /** Took part and gave no ballot back. With it `for + against + abstain (or the options) + invalid + unreturned = present`. */
  readonly unreturned?: number
  /** Units by the way they took part; their choices are not told apart by it. */
  readonly byChannel?: Readonly<Partial<Record<Channel, number>>>
  /** Of the paper ballots: given out, spoiled and replaced, found in the box. */
  readonly paper?: { readonly issued: number; readonly spoiled: number; readonly found: number }
  /** Votes for each option of a question that has some; of a poll its points. In the order of the paper. */
  readonly options?: readonly { readonly id: string; readonly votes: number }[]
  /** Root of the tree over the published list (`record/merkle.ts`), from the settlement on also in the topic's journal. */
  readonly root?: string
}

/**
 * A question put to a body. Nothing in it changes after it is put, but its result, and its roll where a dispute is granted before it opens.
 */
export interface Motion {
  readonly id: string
  readonly orgId: string
  readonly topicId: string
  readonly text: string
  readonly body: BodyId
  readonly form: BallotForm
  readonly opensAt: number
  readonly closesAt: number
  /** N: units on the roll when it was frozen. */
  readonly rollSize: number
  /** What the village had chosen beside the law when its topic was raised. */
  readonly chosen?: Chosen
  readonly rollHash: string
  readonly frozenAt: number
  /**
   * Under which motion's id the changes that granted disputes made to this frozen roll are kept: its own, or, where it goes on with a
   * vote's roll, that vote's. Absent: none.
   */
  readonly amended?: string
  /** The rule set (`bodies/rule-sets.ts`) it was put under and is judged by for good. */
  readonly rules: string
  /** The by-law that lets this body vote online; without one the vote only advises (procedures §0.2-10). */
  readonly byLaw: string | null
  readonly settledAt: number | null
  readonly result: Result | null
  /**
   * Drawn at settlement: opens the seals of named ballots in the published record (`record/ballot-list.ts`). For whoever may read the
   * names.
   */
  readonly recordKey?: string
  /** Absent: for, against or abstain. */
  readonly method?: Method
  readonly options?: readonly MotionOption[]
  /** Ways to vote; absent: by phone alone. With `hall` or `paper` it is a meeting: people check in, the host opens it, tellers count. */
  readonly channels?: readonly Channel[]
  /** Of a meeting: when the host opened the vote, the quorum being there; null until then. */
  readonly openedAt?: number | null
  /** Questions of one meeting share its check-in and its proxies. */
  readonly meetingId?: string
  /** Which of its meeting's questions it is, from 1. */
  readonly item?: number
  /** Of a meeting, named at notice: two count, a supervisor watches; none of them proposed it or has an interest (S3). */
  readonly tellerIds?: readonly string[]
  readonly scrutineerId?: string
  /** Of a secret vote by phones alone (`count-keys.ts`): who turned the two keys without which it is not counted. */
  readonly keys?: { readonly host?: string; readonly supervisor?: string }
  /** The vote among several options whose foremost this one asks about. */
  readonly secondOf?: string
  /** The vote that was void and is held again here (TR-58), once. */
  readonly revoteOf?: string
  /** Of a void vote: the one in which it is held again. */
  readonly heldAgainAs?: string
}

/** Under which check-in and proxies are kept. */
export const meetingOf = (motion: Pick<Motion, 'id' | 'meetingId'>): string => motion.meetingId ?? motion.id
export const channelsOf = (motion: Pick<Motion, 'channels'>): readonly Channel[] => motion.channels ?? ['phone']
/** Held in a hall, with a host who opens it and tellers who count; otherwise phones alone, opened and closed by the clock. */
export const isMeeting = (motion: Pick<Motion, 'channels'>): boolean =>
  channelsOf(motion).some(channel => channel === 'hall' || channel === 'paper')

/** Whether the result decides; polls and bodies without an authorising by-law never do. */
export const isBinding = (motion: Pick<Motion, 'body' | 'byLaw'>): boolean => bodyNames[motion.body].views !== true && motion.byLaw !== null

export const isOpen = (motion: Pick<Motion, 'opensAt' | 'closesAt'>, now: number): boolean => motion.opensAt <= now && now < motion.closesAt

const hour = 3_600_000
export const shortestVote = hour
export const longestVote = 30 * 24 * hour

export type WindowRefusal = 'vote-too-short' | 'vote-too-long'
export type PutRefusal = WindowRefusal | 'notice-too-short' | 'roll-empty'

/** An opening is never in the past: where no notice is needed, one that a slow clock put there is now. */
export const openingAt = (noticeDays: number, wished: number, now: number): number => (noticeDays === 0 ? Math.max(wished, now) : wished)

/** The first instant a vote may open when it is put now and so many full days must lie between. */
export const earliestOpening = (noticeDays: number, now: number): number =>
  noticeDays === 0 ? now : startOf(earliestMeeting(dayOf(now), noticeDays))

/** A window that people can make; all that is judged of a vote which goes on with one that was noticed. */
export function windowRefusal({ opensAt, closesAt }: Pick<Motion, 'opensAt' | 'closesAt'>): WindowRefusal | null {
  if (closesAt - opensAt < shortestVote) return 'vote-too-short'
  return closesAt - opensAt > longestVote ? 'vote-too-long' : null
}

/** Puts a question: notice long enough, a window that people can make, a roll with somebody on it. */
export function putMotion<Draft extends Pick<Motion, 'opensAt' | 'closesAt' | 'rollSize'>>(
  draft: Draft,
  noticeDays: number,
  now: number,
): Decision<Draft, PutRefusal> {
  if (draft.opensAt < earliestOpening(noticeDays, now)) return refuse('notice-too-short')
  const refusal = windowRefusal(draft) ?? (draft.rollSize === 0 ? 'roll-empty' : null)
  return refusal ? refuse(refusal) : grant(draft)
}

/** A result in a word. A count of views never says 通过. */
export const outcomeWords: Record<Outcome, string> = {
  passed: '通过',
  not_passed: '没有通过',
  quorum_failed: '人数不够，没有表决成',
  counted: '意见已汇总',
  second_ballot: '没有一项够数，再投一轮',
  void: '票数对不上，作废重投',
}
