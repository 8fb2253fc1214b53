import type { Outcome, Tally } from '../motions'

/** Said in the journal when a question is put: what it asks and who may answer, before anybody has. */
export interface VotePut {
  readonly kind: 'put'
  readonly motionId: string
  readonly textHash: string
  readonly rules: string
  readonly rollSize: number
  readonly rollHash: string
}

/** Said in the journal when it is settled. Whatever a record shows, ballots included, hangs on one of these hashes. */
export interface VoteSettled extends Tally {
  readonly kind: 'settled'
  readonly motionId: string
  readonly root: string
  readonly outcome: Outcome
  readonly present: number
  readonly rollSize: number
  readonly rollHash: string
  /** Over all that the record says beside ballots and journal. */
  readonly statement: string
  /** Over the hashes of all earlier entries, for whoever is not shown what stands in them. */
  readonly links: string
}
export type VoteOnRecord = VotePut | VoteSettled
