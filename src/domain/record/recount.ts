import type { Method, MotionOption } from '../answers'
import type { Tally } from '../motions'
import { totalsOf } from '../tallies'
import type { RecordedBallot } from './ballot-list'

export interface Recount extends Tally { readonly invalid: number; readonly options: readonly { readonly id: string; readonly votes: number }[] }

/** Every ballot once, by what it says, as the village counts it. */
export function recount(question: { readonly method: Method; readonly options: readonly MotionOption[] }, ballots: readonly RecordedBallot[]): Recount {
  const { ballots: _, options = [], ...choices } = totalsOf(question, ballots)
  return { ...choices, options }
}
