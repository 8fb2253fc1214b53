import type { Answer } from '../question/answers'
import { presentUnits, type CheckIn } from '../../law/counting'
import type { Channel } from '../channels'
import type { Motion } from '../motions'

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
  /** Times they were there and left again: a question that was open then counts them. */
  readonly before?: readonly { readonly at: number; readonly leftAt: number }[]
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
export interface SpoiledPaper {
  readonly id: string
  readonly orgId: string
  readonly motionId: string
  readonly byId: string
  readonly at: number
  readonly reason: string
}

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

/** Check-in begins an hour before the voting may. */
export const doorsBefore = 3_600_000

/** Why nobody can come in now; null while the doors stand open, up to the close. */
export const doorsShut = (
  { opensAt, closesAt }: Pick<Motion, 'opensAt' | 'closesAt'>,
  now: number,
): 'doors-not-open' | 'vote-closed' | null => (now >= closesAt ? 'vote-closed' : now < opensAt - doorsBefore ? 'doors-not-open' : null)

/** Who is there already is not there twice; who had left and comes back keeps the time before. */
export function arriving(there: Arrival | undefined, fresh: Arrival): Arrival {
  if (!there) return fresh
  if (there.leftAt === null) return there
  return { ...fresh, before: [...(there.before ?? []), { at: there.at, leftAt: there.leftAt }] }
}
export const leaving = (there: Arrival, at: number): Arrival => (there.leftAt === null ? { ...there, leftAt: at } : there)

/** Every stay of everybody: their own, and, for who gave a proxy, the agent's from the moment it was taken in until it was revoked. */
export function staysOf(arrivals: readonly Arrival[], proxies: readonly WrittenProxy[]): readonly CheckIn[] {
  const own = (arrival: Arrival): CheckIn[] =>
    [...(arrival.before ?? []), arrival].map(({ at, leftAt }) => ({ unitId: arrival.unitId, at, leftAt }))
  const byPerson = new Map(arrivals.map(arrival => [arrival.personId, arrival]))
  const carried = ({ unitId, agentId, at: from, revokedAt, verifiedById }: WrittenProxy): CheckIn[] => {
    const agent = verifiedById === null ? undefined : byPerson.get(agentId)
    if (!agent) return []
    return own(agent)
      .map(({ at, leftAt }) => ({
        unitId,
        at: Math.max(at, from),
        leftAt: leftAt === null || revokedAt === null ? (leftAt ?? revokedAt) : Math.min(leftAt, revokedAt),
      }))
      .filter(({ at, leftAt }) => leftAt === null || leftAt > at)
  }
  return [...arrivals.flatMap(own), ...proxies.flatMap(carried)]
}

/** Units that are there at this instant. */
export const thereAt = (stays: readonly CheckIn[], now: number): readonly string[] =>
  presentUnits(
    stays.filter(({ at }) => at <= now),
    now,
    Infinity,
  )
