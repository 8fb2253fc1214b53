import { rolesAfter } from '@/domain/roll/difference'
import { batchId, type RollImport, type StagedDeed } from '@/domain/roll/imports'
import { rollBodyOf, type RollBody } from '@/domain/roll/roll-bodies'
import { placeEnded, placeOpened, rollPlaceId, rollStateId } from '@/domain/roll/roll'
import type { Store, Tx } from '../../ports'

/** How many leftover rows one commit takes away. */
const clearedAtOnce = 50

/**
 * Writes a confirmed import, batch by batch. Everything gets the one instant of its effect, so no reader sees half of it; every batch may
 * be done again and is then the same, so it may be cut off anywhere, and two may be at it at once. True when it is all done and holds.
 */
export async function applyImport(store: Store, started: RollImport, goOn: () => boolean): Promise<boolean> {
  const roll = rollBodyOf(started.body)
  const { effectiveAt } = started
  if (!roll || effectiveAt === null || started.state !== 'applying') return started.state === 'applied'
  for (let n = started.done; n < started.batches; n += 1) {
    if (!goOn()) return false
    const batch = await store.get('rollBatches', batchId(started.id, started.run, n))
    if (!batch) {
      // Another process was at it as well, and has finished and cleared away.
      if ((await store.get('rollImports', started.id))?.state === 'applied') return true
      throw new Error(`import ${started.id} has lost its batch ${n}`)
    }
    await doBatch(store, { ...started, effectiveAt }, roll, batch.deeds, n)
  }
  await store.commit(async tx => {
    const row = await tx.get('rollImports', started.id)
    const state = await tx.get('rolls', rollStateId(started.orgId, started.body))
    if (row?.state !== 'applying' || state?.applying !== started.id) return
    await tx.put('rollImports', { ...row, state: 'applied', done: row.batches })
    await tx.put('rolls', {
      ...state,
      rev: state.rev + 1,
      applying: null,
      size: row.size,
      hash: row.hash,
      effectiveAt,
      byId: row.byId,
      confirmedById: row.supervisorId,
    })
  })
  await clearStaged(store, started.id)
  return true
}

async function doBatch(
  store: Store,
  row: RollImport & { readonly effectiveAt: number },
  roll: RollBody,
  deeds: readonly StagedDeed[],
  n: number,
): Promise<void> {
  const { orgId, body, effectiveAt: at } = row
  const fresh = deeds.filter(deed => deed.fresh !== null)
  if (fresh.length > 0) {
    await store.insertMissing(
      'people',
      fresh.flatMap(deed => (deed.fresh ? [deed.fresh] : [])),
    )
    await store.insertMissing(
      'rollPlaces',
      fresh.flatMap(({ personId, unitId }) =>
        unitId === null ? [] : [{ id: rollPlaceId(orgId, body, personId), orgId, body, personId, unitId, since: at, until: null }],
      ),
    )
  }
  const noted = deeds.flatMap(({ personId, phone }) =>
    phone ? [{ id: personId, orgId, phoneMark: phone.mark, phoneSealed: phone.sealed, source: 'hall' as const, at }] : [],
  )
  if (noted.length > 0) {
    // A number noted at the desk stands: the sheet only fills what is empty.
    const known = new Set(
      (
        await store.getMany(
          'contacts',
          noted.map(({ id }) => id),
        )
      ).map(({ id }) => id),
    )
    await store.insertMissing('contacts', noted)
    await store.insertMissing(
      'registerDeeds',
      noted
        .filter(({ id }) => !known.has(id))
        .map(({ id }) => ({ id: `${row.id}:${id}`, orgId, personId: id, byId: row.byId, what: 'phone-noted' as const, at })),
    )
  }
  await store.commit(async tx => {
    for (const deed of deeds) if (deed.fresh === null) await doDeed(tx, deed, row, roll)
    const current = await tx.get('rollImports', row.id)
    if (current && current.done <= n) await tx.put('rollImports', { ...current, done: n + 1 })
  })
}

async function doDeed(
  tx: Tx,
  { personId, unitId, group, household }: StagedDeed,
  { orgId, body, effectiveAt: at }: RollImport & { readonly effectiveAt: number },
  roll: RollBody,
): Promise<void> {
  const id = rollPlaceId(orgId, body, personId)
  const place = await tx.get('rollPlaces', id)
  if (unitId !== null) {
    if (!place) await tx.insert('rollPlaces', { id, orgId, body, personId, unitId, since: at, until: null })
    else if (place.unitId !== unitId || place.until !== null) await tx.put('rollPlaces', placeOpened(place, unitId, at))
  } else if (place?.until === null) await tx.put('rollPlaces', placeEnded(place, at))
  const person = await tx.get('people', personId)
  // Whoever closed their account stays closed: the roll has the name, nothing else comes back.
  if (!person || person.rollName !== undefined) return
  const roles = rolesAfter(person, roll, unitId !== null)
  const next = { ...person, roles, ...(group === null ? {} : { group }), ...(household === null ? {} : { householdId: household }) }
  if (roles !== person.roles || next.group !== person.group || next.householdId !== person.householdId) await tx.put('people', next)
}

/** What was staged goes when it is applied or dropped: nobody needs a second list of names. */
export async function clearStaged(store: Store, importId: string): Promise<void> {
  for (const table of ['rollParts', 'rollBatches'] as const) {
    for (;;) {
      const ids = (await store.list(table, { match: { importId }, limit: clearedAtOnce })).rows.map(row => row.id)
      if (ids.length === 0) break
      await store.commit(async tx => {
        for (const id of ids) if (await tx.get(table, id)) await tx.remove(table, id)
      })
    }
  }
}
