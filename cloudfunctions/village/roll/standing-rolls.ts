import type { BodyId } from '@/domain/law/names'
import { kindOf, type Org } from '@/domain/village/org'
import {
  placeAt,
  rollHash,
  rollPlaceId,
  rollStateId,
  unitsAt,
  type RollAmendment,
  type RollPlace,
  type RollState,
} from '@/domain/roll/roll'
import { disputeWindow } from '@/domain/roll/disputes'
import { rollsOf, type RollBody } from '@/domain/roll/roll-bodies'
import type { Motion } from '@/domain/vote/motions'
import type { Store, Tx } from '../../ports'
import { allRows } from '../ground/all-rows'

/** Every place of a body's roll, ended ones too. */
export const placesOf = (store: Store, orgId: string, body: BodyId): Promise<RollPlace[]> =>
  allRows(store, 'rollPlaces', { match: { orgId, body } })

/**
 * The units a motion's roll was frozen with, and what disputes changed before it opened: the snapshot's sorted list, whose fingerprint the
 * motion carries.
 */
export async function unitsOfMotion(
  store: Store,
  motion: Pick<Motion, 'orgId' | 'body' | 'frozenAt' | 'amended'>,
): Promise<readonly string[]> {
  const [places, amendments] = await Promise.all([
    placesOf(store, motion.orgId, motion.body),
    motion.amended === undefined ? [] : amendmentsOf(store, motion.amended),
  ])
  return unitsAt(places, motion.frozenAt, amendments)
}

export const amendmentsOf = (store: Store, motionId: string): Promise<RollAmendment[]> =>
  allRows(store, 'rollAmendments', { match: { motionId } })

/** The standing roll's line; counted where nothing was ever done to it. */
export async function rollStateOf(store: Store, orgId: string, body: BodyId, now: number): Promise<RollState> {
  const kept = await store.get('rolls', rollStateId(orgId, body))
  if (kept) return kept
  const units = unitsAt(await placesOf(store, orgId, body), now)
  return { ...untouched(orgId, body), size: units.length, hash: rollHash(units) }
}

const untouched = (orgId: string, body: BodyId): RollState => ({
  id: rollStateId(orgId, body),
  orgId,
  body,
  rev: 0,
  size: 0,
  hash: rollHash([]),
  effectiveAt: 0,
  applying: null,
  waiting: null,
  byId: null,
  confirmedById: null,
})

/** The line inside a commit; undefined there means what was counted before it. */
export const rollStateIn = async (tx: Tx, counted: RollState): Promise<RollState> =>
  (await tx.get('rolls', counted.id)) ?? { ...counted, rev: 0, applying: null, waiting: null }

/** The votes of a body that are noticed and not yet opened, or running: what a dispute may still concern. */
export async function liveMotions(store: Store, orgId: string, body: BodyId): Promise<Motion[]> {
  return (await allRows(store, 'motions', { match: { orgId, settledAt: null }, order: { by: 'closesAt' } })).filter(
    motion => motion.body === body,
  )
}

/** This place's rolls, in the order they are shown. */
export const rollsHere = (org: Pick<Org, 'kind'>): readonly RollBody[] => rollsOf(kindOf(org))

/** Whom a person stands for on this roll now; undefined: for nobody. */
export async function standingOf(store: Store, orgId: string, body: BodyId, personId: string, now: number): Promise<RollPlace | undefined> {
  const place = await store.get('rollPlaces', rollPlaceId(orgId, body, personId))
  return place && placeAt(place, now)
}

/** Until when entries of this roll may be disputed now; null: not now. */
export async function windowOf(store: Store, orgId: string, roll: RollBody, now: number): Promise<number | null> {
  const [state, motions] = await Promise.all([store.get('rolls', rollStateId(orgId, roll.body)), liveMotions(store, orgId, roll.body)])
  return disputeWindow(state, motions, now)
}
