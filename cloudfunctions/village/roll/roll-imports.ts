import { bodyNames, type BodyId } from '@/domain/law/names'
import { grant, refuse } from '@/domain/ground/decision'
import { officeName, type Person } from '@/domain/resident/people'
import { isChanging, placeAt, rollHash, rollStateId } from '@/domain/roll/roll'
import { differenceOf, foundWords, isDoubtful, type Difference } from '@/domain/roll/difference'
import {
  batchId,
  deedsAtOnce,
  partId,
  turnsRollKey,
  untilEffective,
  type RollImport,
  type StagedDeed,
  type StagedRow,
} from '@/domain/roll/imports'
import { keepsRoll, rollBodyOf, watchesRoll, type RollBody } from '@/domain/roll/roll-bodies'
import { checkRows } from '@/domain/roll/row-check'
import { wrongWords, type RowWrong } from '@/domain/roll/wrongs'
import { checkText } from '@/domain/ground/text'
import type { Store } from '../../ports'
import { applyImport, clearStaged } from './apply-import'
import { allRows } from '../ground/all-rows'
import { placesOf, rollsHere, rollStateIn, rollStateOf } from './standing-rolls'
import type { Context, Handler } from '../ground/handler'
import { markOf } from '../resident/registration'

const most = 200
const shownWrongs = 200
const batchesAPage = 4
/** How long a confirming tap may write before it leaves the rest to the timer. */
const patience = 6_000

export const rollHere = ({ org }: Pick<Context, 'org'>, body: BodyId): RollBody | undefined => rollsHere(org).find(one => one.body === body)

const sums = ({ rows, added, gone, changed, same, byName, fresh, size }: RollImport) => ({
  rows,
  added,
  gone,
  changed,
  same,
  byName,
  fresh,
  size,
})

/** An import as its line shows it; null where nobody is shown it yet. */
export function laidLine(row: RollImport, viewer: Person, names: ReadonlyMap<string, Person>, sizeNow: number) {
  const { state } = row,
    roll = rollBodyOf(row.body)
  if (state === 'filling' || !roll) return null
  const by = names.get(row.byId),
    keyed = row.supervisorId === null ? undefined : names.get(row.supervisorId)
  return {
    id: row.id,
    body: row.body,
    name: bodyNames[row.body].name,
    state,
    by: by ? officeName(by) : '',
    at: row.at,
    reason: row.reason,
    note: row.note,
    confirmedBy: keyed ? officeName(keyed) : null,
    effectiveAt: row.effectiveAt,
    sizeNow,
    ...sums(row),
    mine: row.byId === viewer.id,
    mayConfirm: state === 'waiting' && turnsRollKey(viewer, roll, row.byId).ok,
  }
}

/** One's own import on its way, of a roll one still keeps. */
async function ownImport({ own, actor }: Context, id: string): Promise<{ readonly row: RollImport; readonly roll: RollBody } | null> {
  const row = await own('rollImports', id)
  const roll = row && rollBodyOf(row.body)
  return row && roll && row.byId === actor.id ? { row, roll } : null
}

export const beginImport: Handler<'roll.begin'> = async ({ key, body, rows, parts }, context) => {
  const { store, org, actor, clock } = context
  const roll = rollHere(context, body)
  if (!roll || !keepsRoll(actor, roll)) return refuse('not-your-role')
  const now = clock.now()
  const state = await rollStateOf(store, org.id, body, now)
  if (isChanging(state, now)) return refuse('roll-changing')
  if (state.waiting !== null) return refuse('proposal-waiting')
  return store.commit(async tx => {
    const earlier = await tx.get('rollImports', key)
    if (earlier)
      return earlier.byId === actor.id && earlier.body === body && earlier.rows === rows
        ? grant({ groups: org.groups })
        : refuse('changed-meanwhile')
    await tx.insert('rollImports', {
      id: key,
      orgId: org.id,
      body,
      byId: actor.id,
      at: now,
      rows,
      parts,
      state: 'filling',
      baseRev: state.rev,
      run: '',
      batches: 0,
      done: 0,
      added: 0,
      gone: 0,
      changed: 0,
      same: 0,
      byName: 0,
      fresh: 0,
      size: 0,
      hash: '',
      reason: '',
      supervisorId: null,
      note: '',
      effectiveAt: null,
    })
    return grant({ groups: org.groups })
  })
}

export const takeRows: Handler<'roll.rows'> = async ({ id, part, rows }, context) => {
  const { store, org, vault } = context
  const own = await ownImport(context, id)
  if (!own || own.row.state !== 'filling' || part >= own.row.parts) return refuse('no-such-proposal')
  if (!keepsRoll(context.actor, own.roll)) return refuse('not-your-role')
  const staged = rows.map(
    ({ phone, ...row }): StagedRow => ({
      ...row,
      phone: phone === null ? null : { mark: markOf(context, org.id, phone), sealed: vault.seal(phone) },
    }),
  )
  await store.put('rollParts', { id: partId(id, part), orgId: org.id, importId: id, rows: staged })
  return grant({})
}

/** What was staged, in the sheet's order; null where a part is missing or there is more than was announced. */
async function stagedRows(store: Store, { id, rows, parts }: RollImport): Promise<readonly StagedRow[] | null> {
  const staged: StagedRow[] = []
  for (let n = 0; n < parts; n += 1) {
    const part = await store.get('rollParts', partId(id, n))
    if (!part) return null
    staged.push(...part.rows)
  }
  return staged.length === rows ? staged : null
}

export const compare: Handler<'roll.compare'> = async ({ id }, context) => {
  const { store, org, actor, clock, chance } = context
  const own = await ownImport(context, id)
  if (!own || !['filling', 'compared'].includes(own.row.state)) return refuse('no-such-proposal')
  const { row, roll } = own
  if (!keepsRoll(actor, roll)) return refuse('not-your-role')
  const now = clock.now()
  const state = await rollStateOf(store, org.id, row.body, now)
  if (isChanging(state, now)) return refuse('roll-changing')
  const staged = await stagedRows(store, row)
  if (!staged) return refuse('roll-incomplete')
  const [people, places] = await Promise.all([allRows(store, 'people', { match: { orgId: org.id } }), placesOf(store, org.id, row.body)])
  // The mark stands for the number: who is one person is told by it, and nobody reads it.
  const plain = staged.map(one => ({ ...one, phone: one.phone?.mark ?? null }))
  const wrongs: RowWrong[] = [...checkRows(roll, plain, org.groups)]
  const open = places.flatMap(place => placeAt(place, now) ?? [])
  const found = differenceOf(roll, plain, { orgId: org.id, importId: id, people, places: open })
  wrongs.push(...found.wrongs)
  const told = {
    wrongs: wrongs.slice(0, shownWrongs).map(one => ({ row: one.row, says: wrongWords(one) })),
    wrong: wrongs.length,
    rows: row.rows,
    size: found.units.length,
    sizeNow: state.size,
    ...counted(found),
  }
  if (wrongs.length > 0) return grant(told)

  const run = chance.id().slice(0, 12)
  const byRow = new Map(staged.map(one => [one.row, one]))
  const deeds = found.deeds.map(
    ({ phoneRow, ...deed }): StagedDeed => ({ ...deed, phone: phoneRow === null ? null : (byRow.get(phoneRow)?.phone ?? null) }),
  )
  const batches = Array.from({ length: Math.ceil(deeds.length / deedsAtOnce) }, (_, n) => ({
    id: batchId(id, run, n),
    orgId: org.id,
    importId: id,
    deeds: deeds.slice(n * deedsAtOnce, (n + 1) * deedsAtOnce),
  }))
  for (let from = 0; from < batches.length; from += 50) await store.insertMissing('rollBatches', batches.slice(from, from + 50))
  return store.commit(async tx => {
    const current = await tx.get('rollImports', id)
    if (!current || !['filling', 'compared'].includes(current.state)) return refuse('no-such-proposal')
    await tx.put('rollImports', {
      ...current,
      state: 'compared',
      baseRev: state.rev,
      run,
      batches: batches.length,
      done: 0,
      ...counted(found),
      size: found.units.length,
      hash: rollHash(found.units),
    })
    return grant(told)
  })
}

const counted = ({ added, gone, changed, same, byName, fresh }: Difference) => ({ added, gone, changed, same, byName, fresh })

export const viewChanges: Handler<'roll.changes'> = async ({ id, after }, { store, own, org, actor, clock }) => {
  const row = await own('rollImports', id)
  const roll = row && rollBodyOf(row.body)
  if (!row || !roll) return refuse('no-such-proposal')
  if (row.byId !== actor.id && !keepsRoll(actor, roll) && !watchesRoll(actor, roll)) return refuse('not-your-role')
  const now = clock.now()
  const names = new Map(
    (await store.getMany('people', [...new Set([row.byId, ...(row.supervisorId === null ? [] : [row.supervisorId])])])).map(person => [
      person.id,
      person,
    ]),
  )
  const laid = laidLine(row, actor, names, (await rollStateOf(store, org.id, row.body, now)).size)
  if (!laid) return refuse('no-such-proposal')
  const lives = ['compared', 'waiting', 'applying'].includes(row.state)
  const from = after === undefined ? 0 : Number.parseInt(after, 10) || 0
  const to = Math.min(lives ? row.batches : 0, from + batchesAPage)
  const batches = await store.getMany(
    'rollBatches',
    Array.from({ length: Math.max(0, to - from) }, (_, n) => batchId(id, row.run, from + n)),
  )
  return grant({
    laid,
    lines: batches
      .flatMap(batch => batch.deeds)
      .flatMap(({ line }) =>
        line
          ? [
              {
                kind: line.kind,
                name: line.name,
                group: line.group,
                was: line.was,
                how: line.how === null ? null : foundWords[line.how],
                doubtful: isDoubtful(line.how),
              },
            ]
          : [],
      ),
    next: lives && to < row.batches ? String(to) : null,
    now,
  })
}

export const submit: Handler<'roll.submit'> = async ({ id, reason }, context) => {
  const { store, actor, clock } = context
  const said = checkText(reason, most)
  if (!said.ok) return said
  const own = await ownImport(context, id)
  if (!own) return refuse('no-such-proposal')
  if (!keepsRoll(actor, own.roll)) return refuse('not-your-role')
  const now = clock.now()
  const seen = await rollStateOf(store, context.org.id, own.row.body, now)
  return store.commit(async tx => {
    const row = await tx.get('rollImports', id)
    const state = await rollStateIn(tx, seen)
    if (row?.state === 'waiting' && state.waiting === id) return grant({})
    if (row?.state !== 'compared') return refuse('no-such-proposal')
    if (isChanging(state, now)) return refuse('roll-changing')
    if (state.waiting !== null) return refuse('proposal-waiting')
    if (state.rev !== row.baseRev) return refuse('changed-meanwhile')
    if (row.batches === 0) return refuse('same-as-now')
    await tx.put('rollImports', { ...row, state: 'waiting', reason: said.value })
    await tx.put('rolls', { ...state, waiting: id })
    return grant({})
  })
}

export const drop: Handler<'roll.drop'> = async ({ id }, context) => {
  const { store } = context
  const own = await ownImport(context, id)
  if (!own) return refuse('no-such-proposal')
  const outcome = await store.commit(async tx => {
    const row = await tx.get('rollImports', id)
    if (row?.state === 'dropped') return grant({})
    if (!row || !['filling', 'compared', 'waiting'].includes(row.state)) return refuse('no-such-proposal')
    await tx.put('rollImports', { ...row, state: 'dropped' })
    const state = await tx.get('rolls', rollStateId(row.orgId, row.body))
    if (state?.waiting === id) await tx.put('rolls', { ...state, waiting: null })
    return grant({})
  })
  if (outcome.ok) await clearStaged(store, id)
  return outcome
}

export const confirmImport: Handler<'roll.confirm'> = async ({ id, agrees, note }, { store, own, org, actor, clock, alarm }) => {
  const said = agrees && note.trim() === '' ? grant('') : checkText(note, most)
  if (!said.ok) return said
  const now = clock.now()
  const decided = await store.commit(async tx => {
    const row = await own('rollImports', id, tx)
    const roll = row && rollBodyOf(row.body)
    if (!row || !roll) return refuse('no-such-proposal')
    // The answer to the first tap was lost.
    if (row.supervisorId === actor.id && (agrees ? ['applying', 'applied'] : ['declined']).includes(row.state)) return grant(row)
    const turned = turnsRollKey(actor, roll, row.byId)
    if (!turned.ok) return turned
    const state = await tx.get('rolls', rollStateId(org.id, row.body))
    if (row.state !== 'waiting' || state?.waiting !== id) return refuse('no-such-proposal')
    if (!agrees) {
      const declined: RollImport = { ...row, state: 'declined', supervisorId: actor.id, note: said.value }
      await tx.put('rollImports', declined)
      await tx.put('rolls', { ...state, waiting: null })
      return grant(declined)
    }
    if (isChanging(state, now)) return refuse('roll-changing')
    if (state.rev !== row.baseRev) return refuse('changed-meanwhile')
    const applying: RollImport = { ...row, state: 'applying', supervisorId: actor.id, note: said.value, effectiveAt: now + untilEffective }
    await tx.put('rollImports', applying)
    await tx.put('rolls', { ...state, waiting: null, applying: id })
    return grant(applying)
  })
  if (!decided.ok) return decided
  const { value: row } = decided
  if (row.state === 'declined') await clearStaged(store, id)
  if (row.state === 'applying') {
    const until = performance.now() + patience
    if (!(await applyImport(store, row, () => performance.now() < until))) await alarm.wake(now)
  }
  return grant({ effectiveAt: row.effectiveAt })
}
