import { isOfPerson } from '@/domain/moderation/cases'
import type { Ports, Store } from '../../ports'
import { nothingToJudge } from '../moderation/case-rows'
import { all } from '../ground/all-rows'
import { picturesOnRecord } from '../moderation/loose-pictures'
import { letGo } from '../moderation/picture-verdicts'

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
    for (const left of lists) while (await clearSome(store, left, closure.id)) if (!goOn()) return
    if (!(await letGoOfPictures(store, closure.id, goOn))) return
    await forgetNicknames(store, closure.id)
    await forgetDisputes(store, closure.id)
    await store.put('closures', { ...closure, doneAt: clock.now() })
  }
}

type Left = (
  store: Store,
  personId: string,
) => Promise<{ readonly table: 'drafts' | 'messages' | 'reactions' | 'signUps' | 'corrections'; readonly ids: readonly string[] }>
const lists: readonly Left[] = [
  async (store, ownerId) => ({
    table: 'drafts',
    ids: idsOf((await store.list('drafts', { match: { ownerId }, order: { by: 'savedAt' }, limit: atOnce })).rows),
  }),
  async (store, personId) => ({
    table: 'messages',
    ids: idsOf((await store.list('messages', { match: { personId }, order: { by: 'at' }, limit: atOnce })).rows),
  }),
  async (store, personId) => ({
    table: 'reactions',
    ids: idsOf((await store.list('reactions', { match: { personId }, limit: atOnce })).rows),
  }),
  async (store, personId) => ({
    table: 'signUps',
    ids: idsOf((await store.list('signUps', { match: { personId }, order: { by: 'at' }, limit: atOnce })).rows),
  }),
  async (store, personId) => ({
    table: 'corrections',
    ids: idsOf((await store.list('corrections', { match: { personId }, order: { by: 'at' }, limit: atOnce })).rows),
  }),
]
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(row => row.id)

/** Whether there was any. */
async function clearSome(store: Store, left: Left, personId: string): Promise<boolean> {
  const { table, ids } = await left(store, personId)
  if (ids.length === 0) return false
  await store.commit(async tx => {
    for (const id of ids) if (await tx.get(table, id)) await tx.remove(table, id)
  })
  return true
}

/** False where it was cut off. After the drafts: a picture in one of them stands nowhere. */
async function letGoOfPictures(store: Store, ownerId: string, goOn: () => boolean): Promise<boolean> {
  const photos = (await all(store, 'photos', { match: { ownerId }, order: { by: 'at' } })).filter(({ use }) => use !== 'dropped')
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
async function forgetNicknames(store: Store, authorId: string): Promise<void> {
  const cases = await all(store, 'cases', { match: { topicId: '', authorId }, order: { by: 'at' } })
  for (const { id } of cases.filter(isOfPerson)) {
    await store.commit(async tx => {
      await nothingToJudge(tx, id)
      const one = await tx.get('cases', id)
      if (one && one.text !== '') await tx.put('cases', { ...one, text: '' })
    })
  }
}

/** What a person said of a roll goes; that it was said, and how two decided, stays with the roll it changed. */
async function forgetDisputes(store: Store, personId: string): Promise<void> {
  for (const { id } of (await all(store, 'rollDisputes', { match: { personId }, order: { by: 'at' } })).filter(one => one.words !== '')) {
    await store.commit(async tx => {
      const one = await tx.get('rollDisputes', id)
      if (one) await tx.put('rollDisputes', { ...one, words: '' })
    })
  }
}
