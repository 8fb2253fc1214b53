import { meets } from '../ground/share'
import type { VoteRule } from './rule'

/** A unit at the door: when it came, and when it left if it did. */
export interface CheckIn {
  readonly unitId: string
  readonly at: number
  readonly leftAt: number | null
}

/**
 * Who takes part: there when voting opened, or come before it closed. Who leaves after the opening stays in P, as a ballot that never came
 * back.
 */
export function presentUnits(checkIns: readonly CheckIn[], opensAt: number, closesAt: number): readonly string[] {
  const counts = ({ at, leftAt }: CheckIn) => at < closesAt && (at > opensAt || leftAt === null || leftAt > opensAt)
  return [...new Set(checkIns.filter(counts).map(({ unitId }) => unitId))]
}

/** The quorum must hold when voting opens and again with everybody who had come by the close. */
export const quorumHolds = ({ quorum }: VoteRule, rollSize: number, atOpening: number, atClose: number): boolean =>
  meets(atOpening, rollSize, quorum.share) && meets(atClose, rollSize, quorum.share)

/** `sum-wrong`: the classes do not add up to P. `void`: more ballots were found than given out, and the whole vote is. */
export type CountFault = 'sum-wrong' | 'void'

/** What became of the ballots: `returned` are those for, against, abstaining (or for an option) and invalid ones, as they were counted. */
export interface Ballots {
  readonly returned: number
  readonly unreturned: number
}

/**
 * Whether a count can stand, `found` being the ballots that must be there. Ballots that are missing do not harm it; a ballot too many does.
 */
export function faultIn({ returned, unreturned }: Ballots, present: number, issued: number, found: number): CountFault | null {
  if (found > issued) return 'void'
  return returned + unreturned === present && returned === found ? null : 'sum-wrong'
}

/** Persons and households are two ways to hold one meeting, never both at once (第二十六条：或者). E_MODE_MIXED of the book. */
export const mixesModes = (noticed: 'person' | 'household', checkedIn: readonly ('person' | 'household')[]): boolean =>
  checkedIn.some(mode => mode !== noticed)

export interface Option {
  readonly id: string
  readonly votes: number
}

/** `again`: nothing passed, and these options go to a second ballot. After the second ballot there is none: what falls short has failed. */
export type OptionsJudgement =
  | { readonly outcome: 'QUORUM_FAILED' }
  | { readonly outcome: 'PASSED'; readonly option: string }
  | { readonly outcome: 'again'; readonly options: readonly string[] }
  | { readonly outcome: 'NOT_PASSED' }

/**
 * Several options, each unit choosing one: one passes only by the rule's own share; else the two foremost go on, and with them whoever ties
 * with the second.
 */
export function judgeOptions(
  { quorum, pass }: VoteRule,
  N: number,
  P: number,
  options: readonly Option[],
  ballot: 'first' | 'second',
): OptionsJudgement {
  if (!meets(P, N, quorum.share)) return { outcome: 'QUORUM_FAILED' }
  const base = pass.of === 'all' ? N : P
  const passed = options.find(({ votes }) => meets(votes, base, pass.share))
  if (passed) return { outcome: 'PASSED', option: passed.id }
  const ranked = [...options].sort((a, b) => b.votes - a.votes)
  const second = ranked[1]
  if (ballot === 'second' || ranked.length <= 2 || !second) return { outcome: 'NOT_PASSED' }
  return { outcome: 'again', options: ranked.filter(({ votes }) => votes >= second.votes).map(({ id }) => id) }
}
