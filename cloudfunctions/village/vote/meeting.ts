import { ballotId, channelOf, paperBallots, type Ballot, type Mark } from '@/domain/vote/ballot/ballots'
import { presentUnits, type CheckIn } from '@/domain/law/counting'
import { isByHousehold } from '@/domain/law/names'
import type { Channel } from '@/domain/vote/channels'
import { staysOf, thereAt, type CountSeal, type PaperCount } from '@/domain/vote/meeting/meetings'
import { meetingOf, type Motion } from '@/domain/vote/motions'
import type { Person } from '@/domain/resident/people'
import { boxOf, foundInAll, type Found, type Urn } from '@/domain/vote/count/reconcile'
import type { RollPlace } from '@/domain/roll/roll'
import type { Store } from '../../ports'
import { allRows, eachRow } from '../ground/all-rows'
import { placeOf } from './motion-card'
import { isOf } from '../ground/own'

export interface Unit {
  readonly place: RollPlace
  readonly person: Person
}

/** The unit of a motion's roll, and who votes for it: where two stood for one household, who was named first. */
export async function unitOf(store: Store, motion: Motion, unitId: string): Promise<Unit | undefined> {
  const { rows } =
    motion.body === 'POLL'
      ? { rows: [] }
      : await store.list('rollPlaces', { match: { orgId: motion.orgId, body: motion.body, unitId }, limit: 100 })
  const found = await votesFor(store, motion, unitId, [
    ...rows.map(({ personId }) => personId),
    ...(isByHousehold(motion.body) ? [] : [unitId]),
  ])
  if (found || !isByHousehold(motion.body)) return found
  // Whoever stood for it when the roll was frozen may stand for another household now: seldom, so all are looked through.
  const once = (await allRows(store, 'rollPlaces', { match: { orgId: motion.orgId, body: motion.body } })).filter(({ earlier }) =>
    earlier?.some(then => then.unitId === unitId),
  )
  return votesFor(
    store,
    motion,
    unitId,
    once.map(({ personId }) => personId),
  )
}

async function votesFor(store: Store, motion: Motion, unitId: string, personIds: readonly string[]): Promise<Unit | undefined> {
  const people = (await store.getMany('people', [...new Set(personIds)])).filter(isOf(motion.orgId))
  const units = await Promise.all(people.map(async person => ({ person, place: await placeOf(store, motion, person) })))
  return units
    .flatMap(({ person, place }) => (place?.unitId === unitId ? [{ person, place }] : []))
    .sort((a, b) => a.place.since - b.place.since)[0]
}

export async function staysAt(store: Store, motion: Pick<Motion, 'id' | 'meetingId'>): Promise<readonly CheckIn[]> {
  const match = { meetingId: meetingOf(motion) }
  const [arrivals, proxies] = await Promise.all([allRows(store, 'arrivals', { match }), allRows(store, 'proxies', { match })])
  return staysOf(arrivals, proxies)
}

export const votedTable = ({ form }: Pick<Motion, 'form'>) => (form === 'secret' ? 'marks' : 'ballots')

/** The ballot or mark of each of these units that has one; a unit never has two. */
export async function rowsOfUnits(
  store: Store,
  motion: Pick<Motion, 'id' | 'form'>,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, Ballot | Mark>> {
  const rows = new Map<string, Ballot | Mark>()
  for (let at = 0; at < unitIds.length; at += 500) {
    for (const row of await store.getMany(
      votedTable(motion),
      unitIds.slice(at, at + 500).map(unitId => ballotId(motion.id, unitId)),
    ))
      rows.set(row.id.slice(motion.id.length + 1), row)
  }
  return rows
}

/** Of these units, which have their one row, and by which way. */
export const waysOfUnits = async (
  store: Store,
  motion: Pick<Motion, 'id' | 'form'>,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, Channel>> =>
  new Map([...(await rowsOfUnits(store, motion, unitIds))].map(([unitId, row]) => [unitId, channelOf(row)]))

/** P as it stands: units that took part at a meeting, with those who voted without checking in. Before the opening: who is there. */
export async function presentNow(store: Store, motion: Motion, stays: readonly CheckIn[], voted: number, now: number): Promise<number> {
  const openedAt = motion.openedAt ?? null
  if (openedAt === null) return thereAt(stays, now).length
  const there = presentUnits(stays, openedAt, motion.closesAt)
  return voted + there.length - (await waysOfUnits(store, motion, there)).size
}

/** The batches both tellers entered alike, and the others. */
export function batchesOf(
  counts: readonly PaperCount[],
): readonly { readonly batch: number; readonly entries: readonly PaperCount[]; readonly same: boolean }[] {
  const numbers = [...new Set(counts.map(({ batch }) => batch))].sort((a, b) => a - b)
  return numbers.map(batch => {
    const entries = counts.filter(count => count.batch === batch).sort((a, b) => a.entry - b.entry)
    const [one, two] = entries
    return { batch, entries, same: one !== undefined && two !== undefined && sameFound(one.found, two.found) }
  })
}

export const sameFound = (a: PaperCount['found'], b: PaperCount['found']): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(answer => (a[answer] ?? 0) === (b[answer] ?? 0))

/** All that a meeting's sum is made of, from its rows, each read once. `same`: both tellers' figures agree, in every batch. */
export async function urnOf(
  store: Store,
  motion: Motion,
): Promise<{ readonly urn: Urn; readonly box: Found; readonly same: boolean; readonly seal: CountSeal | undefined }> {
  const match = { motionId: motion.id },
    taken = { phone: 0, hall: 0, paper: 0, proxy: 0 },
    units = new Set<string>()
  let cast = 0
  const [counts, spoiled, seal, stays] = await Promise.all([
    allRows(store, 'paperCounts', { match }),
    allRows(store, 'spoiledPapers', { match, order: { by: 'at' } }),
    store.get('countSeals', motion.id),
    staysAt(store, motion),
  ])
  const batches = batchesOf(counts),
    box = boxOf(batches.map(({ entries }) => entries[0]?.found ?? {}))
  for await (const row of eachRow(store, votedTable(motion), { match })) {
    taken[channelOf(row)] += 1
    units.add(row.id.slice(motion.id.length + 1))
    if ('choice' in row && row.choice !== null) cast += 1
  }
  if (motion.form === 'secret') {
    const fromBox = new Set((seal ? paperBallots(motion, seal.seed, box) : []).map(({ id }) => id))
    for await (const { id } of eachRow(store, 'secretBallots', { match })) if (!fromBox.has(id)) cast += 1
  }
  const openedAt = motion.openedAt ?? null
  for (const unitId of openedAt === null ? thereAt(stays, motion.closesAt - 1) : presentUnits(stays, openedAt, motion.closesAt))
    units.add(unitId)
  return {
    urn: { present: units.size, taken, cast, box: foundInAll(box), spoiled: spoiled.length },
    box,
    seal,
    same: batches.every(({ same }) => same),
  }
}
