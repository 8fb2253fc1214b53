import type { Answer } from './answers'
import type { Channel } from './channels'

/** A unit that came to a meeting, by its roll; the key lets it come once. */
export interface Arrival {
  /** `arrivalId`. */
  readonly id: string
  readonly orgId: string
  readonly meetingId: string
  readonly unitId: string
  readonly personId: string
  readonly channel: Exclude<Channel, 'paper'>
  readonly at: number
  readonly leftAt: number | null
  /** Who let them in; their own id where they did it on their phone. */
  readonly byId: string
}
export const arrivalId = (meetingId: string, unitId: string): string => `${meetingId}:${unitId}`

/** A written proxy for one meeting, by the unit that gave it. */
export interface WrittenProxy {
  /** `arrivalId(meetingId, unitId)` of who gave it: nobody gives two. */
  readonly id: string
  readonly orgId: string
  readonly meetingId: string
  readonly unitId: string
  readonly principalId: string
  readonly agentId: string
  readonly photoIds: readonly string[]
  /** Of the words of the form, so that another form is another proxy. */
  readonly formHash: string
  readonly verifiedById: string | null
  readonly at: number
  readonly revokedAt: number | null
}

/** A paper ballot given back spoiled and replaced by another: counted among those given out, never among those found. */
export interface SpoiledPaper { readonly id: string; readonly orgId: string; readonly motionId: string; readonly byId: string; readonly at: number; readonly reason: string }

/** One teller's count of one batch of paper ballots; two tellers enter each, neither sees the other's before their own is in. */
export interface PaperCount {
  /** `motionId:batch:entry`. */
  readonly id: string
  readonly orgId: string
  readonly motionId: string
  readonly batch: number
  readonly entry: 1 | 2
  readonly byId: string
  readonly found: Readonly<Record<Answer, number>>
  readonly at: number
  /** How often it was mended after the two were compared. */
  readonly mended: number
}

/** The tellers' count, closed with the photographed sheet; the supervisor's key settles the vote. The id is the motion's. */
export interface CountSeal {
  readonly id: string
  readonly orgId: string
  readonly tellerId: string
  readonly at: number
  readonly sheetPhotoIds: readonly string[]
  /** From which the paper ballots' places in the published list are drawn. */
  readonly seed: string
  readonly supervisorId: string | null
  readonly confirmedAt: number | null
}
