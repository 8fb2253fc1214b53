import { isOfPerson } from '@/domain/moderation/cases'
import type { Ports, Store } from '../../ports'
import { tableNames, tables, type Cleared, type ClearedInOwnWay } from '../../tables'
import { nothingToJudge } from '../ground/case-rows'
import { allRows } from '../ground/all-rows'
import { picturesOnRecord } from '../ground/loose-pictures'
import { letGo } from '../moderation/picture-verdicts'
import { rowsOfPerson } from './rows-of-person'

const atOnce = 50
/** Each is four or five requests of one transaction. */
const picturesAtOnce = 10

/**
 * What a person who closed their account left lying about: drafts, messages, nods, what they signed up for, pictures that stand in no
 * record. Cut off, it goes on with what is left.
 */
export async function clearClosed({ store, clock }: Ports, goOn: () => boolean): Promise<void> {
  const { rows } = await store.list('closures', { match: { doneAt: null }, order: { by: 'at' }, limit: 20 })
  for (const closure of rows) {
    for (const table of tableNames.filter(isCleared)) while (await clearSome(store, table, closure.id)) if (!goOn()) return
    for (const clear of Object.values(inOwnWay)) if (!(await clear(store, closure.id, goOn))) return
    await store.put('closures', { ...closure, doneAt: clock.now() })
  }
}

/** Whether there was any. */
async function clearSome(store: Store, table: Cleared, personId: string): Promise<boolean> {
  const { rows } = await rowsOfPerson(store, table, personId, { limit: atOnce })
  if (rows.length === 0) return false
  await store.commit(async tx => {
    for (const { id } of rows) if (await tx.get(table, id)) await tx.remove(table, id)
  })
  return true
}

const isCleared = (table: keyof typeof tables): table is Cleared => tables[table].onClose === 'cleared'

/** After the drafts: a picture in one of them stands nowhere. */
async function letGoOfPictures(store: Store, ownerId: string, goOn: () => boolean): Promise<boolean> {
  const photos = (await allRows(store, 'photos', { match: { ownerId }, order: { by: 'at' } })).filter(({ use }) => use !== 'dropped')
  if (photos.length === 0) return true
  const kept = await picturesOnRecord(store, ownerId)
  const loose = photos.filter(({ id }) => !kept.has(id))
  for (let at = 0; at < loose.length; at += picturesAtOnce) {
    await store.commit(async tx => {
      for (const { id } of loose.slice(at, at + picturesAtOnce)) await letGo(tx, id)
    })
    if (!goOn()) return false
  }
  return true
}

/** What is on the desk about a nickname says the nickname: the words go, what was done stays in the log. */
async function forgetNicknames(store: Store, authorId: string): Promise<boolean> {
  const cases = await allRows(store, 'cases', { match: { topicId: '', authorId }, order: { by: 'at' } })
  for (const { id } of cases.filter(isOfPerson)) {
    await store.commit(async tx => {
      await nothingToJudge(tx, id)
      const one = await tx.get('cases', id)
      if (one && one.text !== '') await tx.put('cases', { ...one, text: '' })
    })
  }
  return true
}

/** What a person said of a roll goes; that it was said, and how two decided, stays with the roll it changed. */
async function forgetDisputes(store: Store, personId: string): Promise<boolean> {
  for (const { id } of (await allRows(store, 'rollDisputes', { match: { personId }, order: { by: 'at' } })).filter(
    one => one.words !== '',
  )) {
    await store.commit(async tx => {
      const one = await tx.get('rollDisputes', id)
      if (one) await tx.put('rollDisputes', { ...one, words: '' })
    })
  }
  return true
}

/** What the tables whose rows say so need more than removing, in this order; each says false where it was cut off. */
const inOwnWay: Record<ClearedInOwnWay, (store: Store, personId: string, goOn: () => boolean) => Promise<boolean>> = {
  photos: letGoOfPictures,
  cases: forgetNicknames,
  rollDisputes: forgetDisputes,
}
