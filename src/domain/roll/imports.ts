import type { BodyId } from '../law/names'
import { grant, refuse, type Decision } from '../ground/decision'
import { has, type Person } from '../resident/people'
import type { RollDeed } from './difference'
import { watchesRoll, type RollBody } from './roll-bodies'
import type { RollRow } from './row-check'

/**
 * `filling`: rows come in. `compared`: the difference lies there. `waiting`: for the second key. `applying`: places are being written, none
 * of them holds yet.
 */
export type ImportState = 'filling' | 'compared' | 'waiting' | 'applying' | 'applied' | 'declined' | 'dropped'

/** One sheet on its way to being a roll. What it says is in `rollParts` until it is applied or dropped; what became of it stays. */
export interface RollImport {
  readonly id: string
  readonly orgId: string
  readonly body: BodyId
  readonly byId: string
  readonly at: number
  /** How many rows the sheet has, and in how many parts they come. */
  readonly rows: number
  readonly parts: number
  readonly state: ImportState
  /** The standing roll's number it was compared with. */
  readonly baseRev: number
  /** Which comparing its batches are of: an older one's are never applied. */
  readonly run: string
  /** Parts of the difference, and how many of them are done. */
  readonly batches: number
  readonly done: number
  readonly added: number
  readonly gone: number
  readonly changed: number
  readonly same: number
  readonly byName: number
  readonly fresh: number
  /** Size of the roll it would make, and its fingerprint. */
  readonly size: number
  readonly hash: string
  readonly reason: string
  readonly supervisorId: string | null
  readonly note: string
  /** From when it holds; null until confirmed. */
  readonly effectiveAt: number | null
}

/** A row as it waits: the number sealed on arrival. */
export interface StagedRow extends Omit<RollRow, 'phone'> {
  readonly phone: { readonly mark: string; readonly sealed: string } | null
}
export interface RollPart {
  readonly id: string
  readonly orgId: string
  readonly importId: string
  readonly rows: readonly StagedRow[]
}

export interface StagedDeed extends Omit<RollDeed, 'phoneRow'> {
  readonly phone: StagedRow['phone']
}
export interface RollBatch {
  readonly id: string
  readonly orgId: string
  readonly importId: string
  readonly deeds: readonly StagedDeed[]
}

export const partId = (importId: string, n: number): string => `${importId}:${n}`
export const batchId = (importId: string, run: string, n: number): string => `${importId}:${run}:${n}`
/** Rows in one call, and deeds in one batch. */
export const rowsAtOnce = 500
export const deedsAtOnce = 40

/** From the second key to the instant the roll holds: long enough to write it, short enough to be the same evening. */
export const untilEffective = 5 * 60_000

/** The second key of a roll: one of its supervisors, another person than who laid it before them, never the party secretary (S1, S4). */
export function turnsRollKey(
  person: Person,
  roll: RollBody,
  firstId: string,
): Decision<Person, 'not-your-role' | 'second-key-same-person' | 'second-key-is-secretary'> {
  if (!watchesRoll(person, roll)) return refuse('not-your-role')
  if (person.id === firstId) return refuse('second-key-same-person')
  return has(person, 'party_secretary') ? refuse('second-key-is-secretary') : grant(person)
}
