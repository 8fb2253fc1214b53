import type { Channel } from '../channels'
import type { RecordedBallot } from './ballot-list'

/** A ballot as the published list shows it. */
export interface ListedRow {
  readonly who: string
  readonly choice: string
  readonly unit?: string | undefined
  readonly channel?: Channel | undefined
  readonly of?: string | undefined
  readonly as?: string | undefined
}

/** The same ballot as the record has it: under the name it was cast with. */
export const ballotOfRow = ({ who, choice, unit, channel, of, as }: ListedRow): RecordedBallot =>
  unit === undefined || channel === undefined
    ? { receipt: who, choice }
    : { unit, who: as ?? who, choice, channel, ...(of === undefined ? {} : { of }) }
