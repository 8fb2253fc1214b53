import type { Match, Page, Query, Row, Store, Table } from '../../ports'
import { askOf, countAskOf, countByAskOf, idsOf, mostAtOnce, writePlace, type Ask } from '../query'
import { toJson, valueOf } from '../rows'
import { committerOn } from './commit'
import type { CloudDatabase } from './database'
import { dataIn, documentOf, isId, rowFrom, rowOf } from './document'
import { asError, duplicateIn, isDuplicate, isTooMuch } from './faults'

/** More ids in one question, or rows in one request, than the platform likes. */
const manyAtOnce = 100
const mostBytesAtOnce = 400_000

/**
 * CloudBase's document database. A row's id is its `_id`, so what must not happen twice is forbidden by the one index that is always there.
 */
export function wechatStore(db: CloudDatabase): Store {
  const _ = db.command

  async function found<T extends Table>(
    table: T,
    match: Match<T>,
    { by, descending, from, until, after }: Onward,
    limit: number,
  ): Promise<Row<T>[]> {
    const field = named(by),
      way = descending ? 'desc' : 'asc'
    const bounds = [...(from === null ? [] : [_.gte(from)]), ...(until === null ? [] : [_.lte(until)])]
    const parts = [
      whereOf(match),
      ...bounds.map(bound => ({ [field]: bound })),
      ...(after === null ? [] : [beyond(field, descending, after)]),
    ]
    const asked = db
      .collection(table)
      .where(parts.length === 1 ? parts[0]! : _.and(parts))
      .orderBy(field, way)
    try {
      const { data } = await (field === '_id' ? asked : asked.orderBy('_id', way)).limit(limit).get()
      return data.map(doc => rowFrom<T>(doc))
    } catch (fault) {
      if (!isTooMuch(fault) || limit < 2) throw asError(fault)
      // More than one answer may weigh: half of it, and then what follows.
      const half = Math.ceil(limit / 2),
        rows = await found(table, match, { by, descending, from, until, after }, half),
        last = rows.at(-1)
      return last && rows.length === half
        ? [
            ...rows,
            ...(await found(table, match, { by, descending, from, until, after: { value: valueOf(last, by), id: last.id } }, limit - half)),
          ]
        : rows
    }
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

  async function picked(table: Table, ids: readonly string[]): Promise<readonly unknown[]> {
    try {
      return (
        await db
          .collection(table)
          .where({ _id: _.in(ids) })
          .limit(ids.length)
          .get()
      ).data
    } catch (fault) {
      if (!isTooMuch(fault) || ids.length < 2) throw asError(fault)
      const half = Math.ceil(ids.length / 2)
      return [...(await picked(table, ids.slice(0, half))), ...(await picked(table, ids.slice(half)))]
    }
  }

  /**
   * One request where nothing is there yet. How far a refused one came is the server's affair: what is still missing is looked up and put.
   */
  async function addMissing(table: Table, docs: readonly Document[]): Promise<number> {
    if (docs.length === 0) return 0
    try {
      await db.collection(table).add({ data: docs })
      return docs.length
    } catch (fault) {
      if (!isDuplicate(fault)) throw asError(fault)
      const there = new Set(
        (
          await picked(
            table,
            docs.map(doc => doc._id),
          )
        ).map(doc => (doc as Document)._id),
      )
      const ours = docs.findIndex(doc => doc._id === duplicateIn(fault))
      return (
        Math.max(0, ours) +
        (await addMissing(
          table,
          docs.filter(doc => !there.has(doc._id)),
        ))
      )
    }
  }

  return {
    async get<T extends Table>(table: T, id: string) {
      return isId(id) ? rowOf<T>((await db.collection(table).doc(id).get()).data) : undefined
    },
    async getMany<T extends Table>(table: T, ids: readonly string[]) {
      const wanted = idsOf(table, ids).filter(isId)
      const rows = new Map<string, Row<T>>()
      for (let at = 0; at < wanted.length; at += manyAtOnce) {
        for (const doc of await picked(table, wanted.slice(at, at + manyAtOnce))) {
          const row = rowFrom<T>(doc)
          rows.set(row.id, row)
        }
      }
      return wanted.flatMap(id => rows.get(id) ?? [])
    },
    async list<T extends Table>(table: T, query: Query<T>): Promise<Page<T>> {
      const ask = askOf(table, query),
        match = query.match ?? {}
      if (ask.runs.length === 0) return { rows: [], next: null }
      const rows = await found<T>(table, match, ask, Math.min(ask.limit + 1, mostAtOnce))
      const page = rows.slice(0, ask.limit),
        last = page.at(-1)
      const place = last && { value: valueOf(last, ask.by), id: last.id }
      // A full page of the most the platform gives says nothing of what follows: ask.
      const more =
        rows.length > ask.limit ||
        (place !== undefined && rows.length === mostAtOnce && (await found(table, match, { ...ask, after: place }, 1)).length > 0)
      return { rows: page, next: more && place ? writePlace(place) : null }
    },
    async count(table, match) {
      return countAskOf(table, match).runs.length === 0 ? 0 : (await db.collection(table).where(whereOf(match)).count()).total
    },
    async countBy<T extends Table>(table: T, field: keyof Row<T> & string, values: readonly string[], match: Match<T> = {}) {
      if (countByAskOf(table, field, values, match).runs.length === 0) return new Map<string, number>()
      const { list } = await db
        .collection(table)
        .aggregate()
        .match({ ...whereOf(match), [named(field)]: _.in(values) })
        .group({ _id: `$${named(field)}`, n: _.aggregate.sum(1) })
        .limit(mostAtOnce)
        .end()
      return new Map((list as readonly { readonly _id: string; readonly n: number }[]).map(({ _id, n }) => [String(_id), n]))
    },
    commit: committerOn(db),
    async put(table, row) {
      await db
        .collection(table)
        .doc(row.id)
        .set({ data: dataIn(toJson(table, row)) })
    },
    async insertMissing(table, rows) {
      let put = 0
      for (const batch of batchesOf(rows.map(row => documentOf(table, row)))) put += await addMissing(table, batch)
      return put
    },
    close: async () => undefined,
  }
}

type Onward = Pick<Ask, 'by' | 'descending' | 'from' | 'until' | 'after'>
const named = (field: string) => (field === 'id' ? '_id' : field)

function batchesOf(docs: readonly Document[]): Document[][] {
  const batches: Document[][] = []
  let bytes = Infinity
  for (const doc of docs) {
    const size = Buffer.byteLength(JSON.stringify(doc)),
      last = batches.at(-1)
    if (last && last.length < manyAtOnce && bytes + size <= mostBytesAtOnce) {
      last.push(doc)
      bytes += size
    } else {
      batches.push([doc])
      bytes = size
    }
  }
  return batches
}
type Document = ReturnType<typeof documentOf>
