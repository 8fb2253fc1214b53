import { KeyTaken, type Match, type Page, type Query, type Row, type Store, type Table, type Tx } from '../../ports'
import { askOf, countAskOf, countByAskOf, idsOf, mostAtOnce, writePlace, type Ask } from '../query'
import { isStorable, toJson, valueOf } from '../rows'
import type { CloudDatabase, CloudTransaction } from './database'

const mostTries = 8
/** More ids in one question than the platform likes. */
const idsAtOnce = 100

/**
 * CloudBase's document database. A row's id is its `_id`, so what must not happen twice is forbidden by the one index that is always
 * there. Transactions are snapshots of single documents: what they read and do not write is not guarded against another's write.
 */
export function wechatStore(db: CloudDatabase): Store {
  const _ = db.command

  async function found<T extends Table>(table: T, match: Match<T>, { by, descending, from, until, after }: Omit<Ask, 'limit'>, limit: number): Promise<Row<T>[]> {
    const field = named(by), way = descending ? 'desc' : 'asc'
    const bounds = [...(from === null ? [] : [_.gte(from)]), ...(until === null ? [] : [_.lte(until)])]
    const parts = [whereOf(match), ...bounds.map(bound => ({ [field]: bound })), ...(after === null ? [] : [beyond(field, descending, after)])]
    const asked = db.collection(table).where(parts.length === 1 ? parts[0]! : _.and(parts)).orderBy(field, way)
    const { data } = await (field === '_id' ? asked : asked.orderBy('_id', way)).limit(limit).get()
    return data.map(doc => rowFrom<T>(doc))
  }

  /** What comes after a place. Comparing leaves nulls out, and they come first in the order. */
  function beyond(field: string, descending: boolean, { value, id }: NonNullable<Ask['after']>): object {
    const further = descending ? _.lt : _.gt
    if (field === '_id') return { _id: further(id) }
    const same = { [field]: _.eq(value), _id: further(id) }
    if (value === null) return descending ? same : _.or([{ [field]: _.neq(null) }, same])
    return _.or([{ [field]: further(value) }, ...(descending ? [{ [field]: _.eq(null) }] : []), same])
  }

  /** A field without a value would silently widen the question to everybody's rows: `askOf` has refused it before. */
  const whereOf = <T extends Table>(match: Match<T>): object =>
    Object.fromEntries(Object.entries(match).map(([field, value]) => [named(field), Array.isArray(value) ? _.in(value) : _.eq(value)]))

  return {
    async get<T extends Table>(table: T, id: string) {
      return isId(id) ? rowOf<T>((await db.collection(table).doc(id).get()).data) : undefined
    },
    async getMany<T extends Table>(table: T, ids: readonly string[]) {
      const wanted = idsOf(table, ids).filter(isId)
      const rows = new Map<string, Row<T>>()
      for (let at = 0; at < wanted.length; at += idsAtOnce) {
        const { data } = await db.collection(table).where({ _id: _.in(wanted.slice(at, at + idsAtOnce)) }).limit(idsAtOnce).get()
        for (const doc of data) { const row = rowFrom<T>(doc); rows.set(row.id, row) }
      }
      return wanted.flatMap(id => rows.get(id) ?? [])
    },
    async list<T extends Table>(table: T, query: Query<T>): Promise<Page<T>> {
      const ask = askOf(table, query), match = query.match ?? {}
      if (ask.runs.length === 0) return { rows: [], next: null }
      const rows = await found<T>(table, match, ask, Math.min(ask.limit + 1, mostAtOnce))
      const page = rows.slice(0, ask.limit), last = page.at(-1)
      const place = last && { value: valueOf(last, ask.by), id: last.id }
      // A full page of the most the platform gives says nothing of what follows: ask.
      const more = rows.length > ask.limit || (place !== undefined && rows.length === mostAtOnce && (await found(table, match, { ...ask, after: place }, 1)).length > 0)
      return { rows: page, next: more && place ? writePlace(place) : null }
    },
    async count(table, match) {
      return countAskOf(table, match).runs.length === 0 ? 0 : (await db.collection(table).where(whereOf(match)).count()).total
    },
    async countBy<T extends Table>(table: T, field: keyof Row<T> & string, values: readonly string[], match: Match<T> = {}) {
      if (countByAskOf(table, field, values, match).runs.length === 0) return new Map<string, number>()
      const { list } = await db.collection(table).aggregate().match({ ...whereOf(match), [named(field)]: _.in(values) }).group({ _id: `$${named(field)}`, n: _.aggregate.sum(1) }).limit(mostAtOnce).end()
      return new Map((list as readonly { readonly _id: string; readonly n: number }[]).map(({ _id, n }) => [String(_id), n]))
    },
    async commit(work) {
      for (let tries = 1; ; tries += 1) {
        try {
          // The platform's own retries see only conflicts at the very end; most arise at a write.
          return await db.runTransaction(cloud => work(txOf(cloud)), 1)
        } catch (error) {
          if (tries >= mostTries || error instanceof KeyTaken || !/conflict/i.test(messageOf(error))) throw error
          await new Promise(resolve => { setTimeout(resolve, Math.random() * 20 * 2 ** tries) })
        }
      }
    },
    async put(table, row) { await db.collection(table).doc(row.id).set({ data: dataOf(table, row) }) },
    close: async () => undefined,
  }
}

function txOf(cloud: CloudTransaction): Tx {
  const doc = (table: Table, id: string) => cloud.collection(table).doc(id)
  return {
    async get<T extends Table>(table: T, id: string) { return isId(id) ? rowOf<T>((await doc(table, id).get()).data) : undefined },
    async insert(table, row) {
      try {
        await cloud.collection(table).add({ data: { _id: row.id, ...dataOf(table, row) } })
      } catch (error) {
        throw /E11000|duplicate key/i.test(messageOf(error)) ? new KeyTaken(table, row.id) : error
      }
    },
    async put(table, row) { await doc(table, row.id).set({ data: dataOf(table, row) }) },
    async remove(table, id) { await doc(table, id).remove() },
  }
}

const named = (field: string) => (field === 'id' ? '_id' : field)
const isId = (id: string) => id !== '' && isStorable(id)
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** A document is its row under another name for the id; what is undefined is not kept. */
function dataOf<T extends Table>(table: T, row: Row<T>): object {
  const { id: _id, ...data } = JSON.parse(toJson(table, row)) as { id: string }
  return data
}
const rowOf = <T extends Table>(doc: unknown): Row<T> | undefined => (doc ? rowFrom<T>(doc) : undefined)
function rowFrom<T extends Table>(doc: unknown): Row<T> {
  const { _id, ...rest } = doc as { readonly _id: string }
  return { id: _id, ...rest } as unknown as Row<T>
}
