import type { BodyId } from './bodies/names'
import { sha256Hex } from './journal'

/**
 * One unit's place on a standing roll: a person, or a household with the person who votes for it. Places are opened and
 * ended, never erased, so the roll of any past day can be read again and no motion needs a copy.
 */
export interface RollPlace {
  /** `rollPlaceId`: found from the person without a search. */
  readonly id: string
  readonly orgId: string
  readonly body: BodyId
  readonly unitId: string
  readonly personId: string
  readonly since: number
  readonly until: number | null
}

export const rollPlaceId = (orgId: string, body: BodyId, personId: string): string => `${orgId}:${body}:${personId}`

/** On the roll as it was frozen. Who came later waits for the next vote; who left since still counts (N never shrinks, procedures §5.6.3). */
export const wasOnRoll = (place: RollPlace, frozenAt: number): boolean => place.since <= frozenAt && (place.until === null || place.until > frozenAt)

/** The roll's fingerprint: its units, each once, in one order. */
export const rollHash = (unitIds: readonly string[]): string => sha256Hex([...new Set(unitIds)].sort().join('\n'))
