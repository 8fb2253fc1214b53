import type { Method, MotionOption } from '../answers'
import { tally } from '../ballots'
import type { Tally } from '../motions'
import type { RecordedBallot } from './ballot-list'

export interface Recount extends Tally { readonly invalid: number; readonly options: readonly { readonly id: string; readonly votes: number }[] }

/** Every ballot once, by what it says. */
export function recount(_: { readonly method: Method; readonly options: readonly MotionOption[] }, ballots: readonly RecordedBallot[]): Recount {
  return { ...tally(ballots), invalid: ballots.filter(({ choice }) => choice === 'invalid').length, options: [] }
}
