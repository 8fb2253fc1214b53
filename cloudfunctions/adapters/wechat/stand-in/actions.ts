import { randomBytes } from 'node:crypto'
import { EJSON } from 'bson'
import type { Documents } from './documents'
import { matches, refuseUncovered, sorted, type Doc } from './query'
import { Refused } from './refused'

const mostAtOnce = 1000
const mostAnswered = 1024 * 1024

/** A request as the SDK sends it; only what the action names is there. */
export interface Asked {
  readonly action: string
  readonly envName?: string
  readonly collectionName?: string
  readonly queryType?: 'WHERE' | 'DOC'
  readonly query?: string
  readonly order?: string
  readonly offset?: number
  readonly limit?: number
  readonly projection?: string
  readonly data?: string | readonly string[]
  readonly multi?: boolean
  readonly merge?: boolean
  readonly upsert?: boolean
  readonly transactionId?: string
  readonly stages?: readonly { readonly stageKey: string; readonly stageValue: string }[]
}
type Action = (documents: Documents, asked: Asked) => object | Promise<object>

/** The database's actions, in the frames that wx-server-sdk 4.0.2 sends and understands. */
export const actions: Readonly<Record<string, Action>> = {
  async 'database.insertDocument'(documents, { collectionName = '', data = [], transactionId }) {
    const insertedIds: string[] = []
    for (const text of data) {
      const { _id = randomBytes(16).toString('hex'), ...rest } = read(text)
      await documents.write(collectionName, String(_id), { _id: String(_id), ...rest }, 'insert', transactionId)
      insertedIds.push(String(_id))
    }
    return { data: { insertedIds } }
  },
  'database.getDocument'(
    documents,
    { collectionName = '', queryType, query, order: by, offset = 0, limit = queryType === 'DOC' ? 1 : 100, projection, transactionId },
  ) {
    if (projection !== undefined) throw new Refused('INVALID_PARAM', 'the stand-in has no projections')
    if (limit > mostAtOnce) throw new Refused('INVALID_PARAM', `limit is ${mostAtOnce} at most`)
    if (queryType === 'DOC') {
      const doc = documents.read(collectionName, idIn(query), transactionId)
      return { data: { list: doc ? [write(doc)] : [], limit, offset } }
    }
    if (transactionId !== undefined) throw onlySingle('get')
    const filter = read(query),
      ordered = read(by) as Record<string, number>
    const found = search(documents, collectionName, filter, ordered)
    const list = sorted(found, ordered)
      .slice(offset, offset + limit)
      .map(write)
    if (list.reduce((sum, text) => sum + Buffer.byteLength(text), 0) > mostAnswered)
      throw new Refused('WX_DATABASE_QUERY_SIZE_EXCEED_LIMIT', 'query result size exceed limit (1MB)')
    return { data: { list, limit, offset } }
  },
  'database.calculateDocument'(documents, { collectionName = '', query, transactionId }) {
    if (transactionId !== undefined) throw onlySingle('count')
    return { data: { total: search(documents, collectionName, read(query)).length } }
  },
  async 'database.modifyDocument'(documents, { collectionName = '', queryType, query, data, merge, upsert, transactionId }) {
    if (queryType !== 'DOC') return everyOne(documents, collectionName, query, doc => changed(doc, read(data as string)), transactionId)
    const id = idIn(query),
      before = documents.read(collectionName, id, transactionId)
    if (!before && !upsert) return { data: { updated: 0, upsert_id: null } }
    const after: Doc = merge ? changed(before ?? { _id: id }, read(data as string)) : { _id: id, ...read(data as string) }
    await documents.write(collectionName, id, after, 'replace', transactionId)
    return { data: { updated: before && JSON.stringify(before) !== JSON.stringify(after) ? 1 : 0, upsert_id: before ? null : id } }
  },
  async 'database.removeDocument'(documents, { collectionName = '', queryType, query, transactionId }) {
    if (queryType !== 'DOC') return everyOne(documents, collectionName, query, () => null, transactionId)
    const id = idIn(query),
      before = documents.read(collectionName, id, transactionId)
    if (before) await documents.write(collectionName, id, null, 'replace', transactionId)
    return { data: { deleted: before ? 1 : 0 } }
  },
  'database.aggregateDocuments'(documents, { collectionName = '', stages = [] }) {
    const [match, group, limit, ...more] = stages.map(({ stageKey, stageValue }) => ({
      key: stageKey,
      value: EJSON.parse(stageValue) as Record<string, unknown>,
    }))
    if (match?.key !== '$match' || group?.key !== '$group' || limit?.key !== '$limit' || more.length > 0)
      throw new Refused('INVALID_PARAM', 'the stand-in aggregates by match, group, limit')
    const { _id: by, ...sums } = group.value,
      field = String(by).slice(1)
    const counts = new Map<unknown, number>()
    for (const doc of search(documents, collectionName, match.value))
      counts.set(doc[field] ?? null, (counts.get(doc[field] ?? null) ?? 0) + 1)
    if (JSON.stringify(Object.values(sums)) !== '[{"$sum":1}]') throw new Refused('INVALID_PARAM', 'the stand-in sums ones')
    return {
      data: { list: [...counts].slice(0, Number(limit.value)).map(([value, n]) => write({ _id: value, [Object.keys(sums)[0]!]: n })) },
    }
  },
  'database.addCollection'(_, { collectionName = '' }) {
    throw new Refused('DATABASE_COLLECTION_ALREADY_EXIST', `${collectionName} is made by the console`)
  },
  'database.startTransaction': documents => ({ transactionId: documents.start() }),
  'database.commitTransaction'(documents, { transactionId = '' }) {
    documents.commit(transactionId)
    return {}
  },
  'database.abortTransaction'(documents, { transactionId = '' }) {
    documents.abort(transactionId)
    return {}
  },
}

const read = (text: string | undefined): Record<string, unknown> => (text ? (EJSON.parse(text) as Record<string, unknown>) : {})
const write = (doc: object): string => EJSON.stringify(doc, { relaxed: false })

function idIn(query: string | undefined): string {
  const { _id } = read(query)
  if (typeof _id !== 'string' || _id === '') throw new Refused('INVALID_PARAM', 'a document is named by its _id')
  return _id
}

/** Tries one equality before the whole filter, for speed: the stand-in has no indexes, and most documents fail it. */
function search(documents: Documents, collection: string, filter: Record<string, unknown>, by: Record<string, number> = {}): Doc[] {
  const there = documents.collection(collection)
  refuseUncovered(collection, filter, by)
  const ids = (filter._id as { readonly $in?: readonly string[] } | undefined)?.$in
  const candidates = ids ? ids.flatMap(id => there.get(id) ?? []) : [...there.values()]
  return candidates.filter(doc => matches(doc, filter))
}

/**
 * `where().update()` and `where().remove()` in a transaction run outside it without a word: here they are refused, and while one is open as
 * well.
 */
async function everyOne(
  documents: Documents,
  collection: string,
  query: string | undefined,
  change: (doc: Doc) => Doc | null,
  transactionId: string | undefined,
): Promise<object> {
  if (transactionId !== undefined || documents.open > 0) throw onlySingle('update and remove')
  const found = search(documents, collection, read(query))
  for (const doc of found) await documents.write(collection, doc._id, change(doc), 'replace')
  return { data: { updated: found.length, deleted: found.length } }
}
const onlySingle = (what: string) => new Refused('DATABASE_REQUEST_FAILED', `where().${what} is not part of a transaction`)

function changed(doc: Doc, operators: Record<string, unknown>): Doc {
  const after: Record<string, unknown> = { ...doc }
  for (const [name, fields] of Object.entries(operators)) {
    for (const [path, value] of Object.entries(fields as Record<string, unknown>)) {
      if (path.includes('.')) throw new Refused('INVALID_PARAM', `${path}: a part of a field is not to be changed, nested updates merge`)
      if (name === '$set') after[path] = value
      else if (name === '$unset') Reflect.deleteProperty(after, path)
      else if (name === '$inc') after[path] = Number(after[path] ?? 0) + Number(value)
      else throw new Refused('INVALID_PARAM', `the stand-in does not know ${name}`)
    }
  }
  return after as Doc
}
