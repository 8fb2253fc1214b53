import { addDays, dayOf, endOf } from '../ground/calendar'
import { bodyNames, type BodyId } from '../law/names'
import { doorsBefore } from '../vote/meeting/meetings'
import { isMeeting, type Motion } from '../vote/motions'
import type { RollState } from './roll'

/** What may be wrong with an entry. */
export const disputeKinds = { missing: '名册上漏了', wrong: '写错了', 'not-entitled': '不该在名册上' } as const
export type DisputeKind = keyof typeof disputeKinds

export interface RollDispute {
  readonly id: string
  readonly orgId: string
  readonly body: BodyId
  readonly kind: DisputeKind
  /** Whose entry it is. */
  readonly subjectId: string
  /** Who said so; the moderator or the recorder may say it for somebody who came by. */
  readonly personId: string
  readonly words: string
  readonly at: number
  /** 24:00 of the third day (组织法第十七条, as a pattern). */
  readonly dueAt: number
  /** The first of the two who decide, and how; null: nobody yet, or the second did not agree. */
  readonly first: { readonly byId: string; readonly grants: boolean; readonly words: string; readonly at: number } | null
  /** What the second said who did not agree. */
  readonly disagreed: string
  readonly outcome: 'granted' | 'declined' | null
  readonly answer: string
  readonly decidedAt: number | null
  readonly secondId: string | null
}

/** One line of it, as its own person reads it. */
export const disputeSays = ({ body, kind, words, outcome, answer }: RollDispute): string =>
  `${bodyNames[body].name}的名册，${disputeKinds[kind]}：${words}（` +
  `${outcome === null ? '还没答复' : `${outcome === 'granted' ? '改了' : '没有改'}：${answer}`}）`

/** Days to object after the roll was shown, and to decide after the objection (组织法第十七条; procedures §5.6.3). */
export const daysToObject = 5
export const daysToDecide = 3
export const disputesWaiting = 3

export const dueOf = (at: number): number => endOf(addDays(dayOf(at), daysToDecide))
const windowEnd = (from: number): number => endOf(addDays(dayOf(from), daysToObject))

/**
 * Until when entries of this body's roll may be disputed: five days from the notice of a vote, never past its opening, or from the day
 * another roll took effect. Null: not now.
 */
export function disputeWindow(
  state: Pick<RollState, 'effectiveAt'> | undefined,
  motions: readonly Amendable[],
  now: number,
): number | null {
  const ends = [
    ...motions.filter(takesDisputes).map(motion => Math.min(windowEnd(motion.frozenAt), checkInOf(motion))),
    // What stood since ever was shown long ago.
    ...(state && state.effectiveAt > 0 && state.effectiveAt <= now ? [windowEnd(state.effectiveAt)] : []),
  ]
  const until = Math.max(0, ...ends)
  return until > now ? until : null
}

/**
 * So long before a vote opens its roll is left alone: a change on its way must have arrived before the first ballot is checked against it.
 */
export const quietBefore = 60_000

type Amendable = Pick<Motion, 'frozenAt' | 'opensAt' | 'channels' | 'secondOf' | 'revoteOf'>
/** When people begin to be checked against the roll: at a meeting an hour before the voting may begin. */
const checkInOf = (motion: Pick<Motion, 'opensAt' | 'channels'>): number =>
  isMeeting(motion) ? motion.opensAt - doorsBefore : motion.opensAt
/** A second ballot and a vote held again go on with a roll that has been voted on. */
const takesDisputes = ({ secondOf, revoteOf }: Pick<Motion, 'secondOf' | 'revoteOf'>): boolean =>
  secondOf === undefined && revoteOf === undefined

/** Votes whose frozen roll a granted dispute still changes: noticed, and check-in not begun (procedures §5.6.3). */
export const stillOpenTo = <M extends Pick<Motion, 'opensAt' | 'settledAt' | 'body' | 'channels' | 'secondOf' | 'revoteOf'>>(
  motions: readonly M[],
  body: BodyId,
  now: number,
): readonly M[] =>
  motions.filter(
    motion => motion.body === body && motion.settledAt === null && takesDisputes(motion) && checkInOf(motion) > now + quietBefore,
  )
