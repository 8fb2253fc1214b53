import type { BodyId } from '../law/names'
import { sha256Hex } from '../ground/journal'

/** A stretch of time in which a person stood for a unit. */
export interface Standing {
  readonly unitId: string
  readonly since: number
  readonly until: number | null
}

/**
 * One unit's place on a standing roll: a person, or a household with the person who votes for it. Places are opened and
 * ended, never erased, so the roll of any past day can be read again and no motion needs a copy.
 */
export interface RollPlace extends Standing {
  /** `rollPlaceId`: found from the person without a search. */
  readonly id: string
  readonly orgId: string
  readonly body: BodyId
  readonly personId: string
  /** Earlier stretches of the same person, oldest first: who left and came back was on the roll then too. */
  readonly earlier?: readonly Standing[]
}

export const rollPlaceId = (orgId: string, body: BodyId, personId: string): string => `${orgId}:${body}:${personId}`

const held = ({ since, until }: Standing, at: number): boolean => since <= at && (until === null || until > at)

/**
 * On the roll as it was frozen. Who came later waits for the next vote; who left since still counts (N never shrinks, procedures §5.6.3).
 */
export const wasOnRoll = (place: RollPlace, frozenAt: number): boolean => placeAt(place, frozenAt) !== undefined

/** The place as it stood at this instant, with the unit of that day; undefined where the person stood for none. */
export function placeAt(place: RollPlace, at: number): RollPlace | undefined {
  if (held(place, at)) return place
  const then = place.earlier?.find(standing => held(standing, at))
  return then && { ...place, ...then }
}

/**
 * The place, held for this unit from `at` on. Done again for the same instant it is the same place; an open one for another unit is ended
 * at that instant.
 */
export function placeOpened(place: RollPlace, unitId: string, at: number): RollPlace {
  if (place.unitId === unitId && place.until === null) return place
  const before: Standing = { unitId: place.unitId, since: place.since, until: place.until ?? at }
  return { ...place, unitId, since: at, until: null, earlier: [...(place.earlier ?? []), before] }
}

/** The place, ended at `at`; one that is ended already, or that begins then, stays as it is. */
export const placeEnded = (place: RollPlace, at: number): RollPlace =>
  place.until !== null || place.since >= at ? place : { ...place, until: at }

/** The roll's fingerprint: its units, each once, in one order. */
export const rollHash = (unitIds: readonly string[]): string => sha256Hex(sortedUnits(unitIds).join('\n'))

/** The snapshot's list: every unit once, in the order the fingerprint is taken in. */
export const sortedUnits = (unitIds: readonly string[]): readonly string[] => [...new Set(unitIds)].sort()

/** A granted dispute's change to one motion's frozen roll, made before check-in opened and never after (procedures §5.6.3). */
export interface RollAmendment {
  /** `amendmentId`. */
  readonly id: string
  readonly orgId: string
  readonly motionId: string
  readonly personId: string
  /** The unit the person stands for in this vote; null: for none. */
  readonly unitId: string | null
  readonly at: number
}

export const amendmentId = (motionId: string, personId: string): string => `${motionId}:${personId}`

/** The units of a roll frozen at an instant, with what disputes changed since. */
export function unitsAt(places: readonly RollPlace[], at: number, amendments: readonly RollAmendment[] = []): readonly string[] {
  const byPerson = new Map<string, string>()
  for (const place of places) {
    const then = placeAt(place, at)
    if (then) byPerson.set(place.personId, then.unitId)
  }
  for (const { personId, unitId } of amendments) {
    if (unitId === null) byPerson.delete(personId)
    else byPerson.set(personId, unitId)
  }
  return sortedUnits([...byPerson.values()])
}

/** How a body's standing roll is now: the sum of what was done to it, so that nobody counts thousands of places to show a line. */
export interface RollState {
  /** `rollStateId`. */
  readonly id: string
  readonly orgId: string
  readonly body: BodyId
  /** Goes up with every change, so that what was compared with an older roll is not applied to a newer one. */
  readonly rev: number
  readonly size: number
  readonly hash: string
  /** From when the roll stands as it is. */
  readonly effectiveAt: number
  /** The import that is being applied: until it is done nothing is frozen. */
  readonly applying: string | null
  /** The import that waits for its second key. */
  readonly waiting: string | null
  readonly byId: string | null
  readonly confirmedById: string | null
}

export const rollStateId = (orgId: string, body: BodyId): string => `${orgId}:${body}`

/** Whether the roll is between two shapes: neither frozen nor changed in another way until that is over. */
export const isChanging = (state: Pick<RollState, 'applying' | 'effectiveAt'> | undefined, now: number): boolean =>
  state !== undefined && (state.applying !== null || state.effectiveAt > now)
