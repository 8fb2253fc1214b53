import type { Method, MotionOption } from '../question/answers'
import type { Tally } from '../motions'
import { totalsOf, type OptionVotes } from '../count/tallies'
import type { RecordedBallot } from './ballot-list'

export interface Recount extends Tally {
  readonly invalid: number
  readonly options: readonly OptionVotes[]
}

/** Every ballot once, by what it says. */
export function recount(
  question: { readonly method: Method; readonly options: readonly MotionOption[] },
  list: readonly RecordedBallot[],
): Recount {
  const { ballots: _, options = [], ...counts } = totalsOf(question, list)
  return { ...counts, options }
}
