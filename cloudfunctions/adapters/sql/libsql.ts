import { mkdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import Database from 'libsql'
import { KeyTaken, type Table } from '../../ports'
import type { LoadableStore } from '../bulk-load'
import { committer, type Draft } from '../draft'
import { askOf, countAskOf, countByAskOf, firstLook, idsOf, wholeLook, writePlace, type Ask, type CountAsk } from '../query'
import { compare, fromJson, isStorable, toJson, valueOf, type Scalar } from '../rows'
import { listed, quoted, shapes } from './shape'

type Bound = string | number
type Query = (sql: string, ...values: readonly Bound[]) => unknown[]

/** A store that can be written down as one file: whole or not at all, in the place of what was there. */
export interface Writable {
  writeTo(file: string): Promise<void>
}

/** The embedded database: one file, each commit on disk before it is acknowledged. Several processes may share the file. */
export function libsqlStore(file: string): LoadableStore & Writable {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  const db = new Database(file, { timeout: 5000 })
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('cache_size = -32000')
  const query = statementsOf(db)
  const atOnce = <R>(mode: 'deferred' | 'immediate', work: () => R): R => {
    db.exec(`begin ${mode}`)
    try {
      const result = work()
      db.exec('commit')
      return result
    } catch (error) {
      if (db.inTransaction) db.exec('rollback')
      throw error
    }
  }
  /** One statement sees one state of the database by itself; several see the same one only inside a transaction. */
  const seenAtOnce = <R>(statements: number, work: () => R): R => (statements > 1 ? atOnce('deferred', work) : work())
  atOnce('immediate', () => {
    makeTables(db, query)
  })

  const jsonOf = (table: Table, id: string) =>
    isStorable(id) ? (query(`select doc from ${quoted(table)} where id = ?`, id)[0] as { doc: string } | undefined)?.doc : undefined
  const put = (table: Table, id: string, json: string) => {
    query(putSql.get(table)!, id, json)
  }

  /** Looks first and writes after, so that a draft that cannot be applied has changed nothing and the others beside it can go on. */
  function apply({ reads, writes }: Draft): boolean {
    if (reads.some(({ table, id, version }) => (jsonOf(table, id) ?? null) !== version)) return false
    for (const { kind, table, id } of writes) if (kind === 'insert' && jsonOf(table, id) !== undefined) throw new KeyTaken(table, id)
    for (const write of writes) {
      if (write.kind === 'remove' && isStorable(write.id)) query(`delete from ${quoted(write.table)} where id = ?`, write.id)
      else if (write.kind !== 'remove' && write.json !== null) put(write.table, write.id, write.json)
    }
    return true
  }
  const writer = togetherOnDisk(apply, work => atOnce('immediate', work))

  return {
    async get<T extends Table>(table: T, id: string) {
      const json = jsonOf(table, id)
      return json === undefined ? undefined : fromJson<T>(json)
    },
    async getMany<T extends Table>(table: T, ids: readonly string[]) {
      const wanted = idsOf(table, ids)
      return seenAtOnce(wanted.length, () => wanted.map(id => jsonOf(table, id))).flatMap(json =>
        json === undefined ? [] : fromJson<T>(json),
      )
    },
    async list<T extends Table>(table: T, asked: Parameters<LoadableStore['list']>[1]) {
      const ask = askOf(table, asked)
      const found = seenAtOnce(ask.runs.length, () => docsOf(query, table, ask, jsonOf))
      const rows = found.slice(0, ask.limit).map(json => fromJson<T>(json)),
        last = rows.at(-1)
      return { rows, next: last && found.length > ask.limit ? writePlace({ value: valueOf(last, ask.by), id: last.id }) : null }
    },
    async count(table, match) {
      const ask = countAskOf(table, match)
      return seenAtOnce(ask.runs.length, () => ask.runs.reduce((sum, run) => sum + countRun(query, table, ask, run), 0))
    },
    async countBy(table, field, values, match) {
      const ask = countByAskOf(table, field, values, match)
      const counts = new Map<string, number>()
      seenAtOnce(ask.runs.length, () => {
        for (const run of ask.runs) {
          const n = countRun(query, table, ask, run),
            value = String(run[0])
          if (n > 0) counts.set(value, (counts.get(value) ?? 0) + n)
        }
      })
      return counts
    },
    commit: committer({
      see: async (table, id) => {
        const json = jsonOf(table, id)
        return json === undefined ? undefined : { json, version: json }
      },
      apply: draft => writer.write(draft),
    }),
    async put(table, row) {
      await writer.write({ reads: [], writes: [{ kind: 'put', table, id: row.id, json: toJson(table, row) }] })
    },
    async insertMissing(table, rows) {
      // One row alone (a ballot) shares the transaction of all drafts of this turn of the loop.
      if (rows.length === 1) {
        const [row] = rows
        try {
          return (await writer.write({ reads: [], writes: [{ kind: 'insert', table, id: row!.id, json: toJson(table, row!) }] })) ? 1 : 0
        } catch (fault) {
          if (fault instanceof KeyTaken) return 0
          throw fault
        }
      }
      const missing = db.prepare(missingSql.get(table)!)
      return atOnce('immediate', () => rows.reduce((written, row) => written + missing.run([row.id, toJson(table, row)]).changes, 0))
    },
    async bulkLoad(table, rows) {
      const inOrder = [...rows].sort((a, b) => compare(a.id, b.id))
      atOnce('immediate', () => {
        for (const row of inOrder) put(table, row.id, toJson(table, row))
      })
    },
    async forgetOrder(motionId) {
      await writer.idle()
      // Inside a page SQLite keeps rows where they fell, first come first: written anew by their keys they lie by their keys, in the
      // indexes too.
      db.pragma('secure_delete = on')
      try {
        atOnce('immediate', () => {
          for (const table of ['marks', 'secretBallots'] as const) {
            const rows = query(`select id, doc from ${quoted(table)} where "motionId" = ? order by id`, motionId) as {
              id: string
              doc: string
            }[]
            query(`delete from ${quoted(table)} where "motionId" = ?`, motionId)
            for (const { id, doc } of rows) put(table, id, doc)
          }
        })
      } finally {
        db.pragma('secure_delete = fast')
      }
      // The log beside the file holds every commit in its order, and so who voted what: it is emptied.
      db.pragma('wal_checkpoint(truncate)')
    },
    async writeTo(to) {
      await writer.idle()
      const begun = `${to}.part`
      await rm(begun, { force: true })
      query('vacuum into ?', begun)
      // A log left over from another database of this name would be played into the new one.
      for (const log of ['-wal', '-shm']) await rm(`${to}${log}`, { force: true })
      await rename(begun, to)
    },
    async close() {
      await writer.idle()
      db.close()
    },
  }
}

/** What a column holds for null and missing: below all numbers, so that it can be matched, ordered and continued after like a value. */
const nothing = -Infinity
const bound = (value: Scalar): Bound => (value === null ? nothing : typeof value === 'boolean' ? Number(value) : value)
const columnOf = (column: string, doc: string) => `ifnull(json_extract(${doc}, '$.${column}'), -9e999)`

/**
 * The columns are filled from the row in the same statement. SQLite could generate them by itself, but an index over generated columns
 * never answers a query alone: counting 2,000 rows took 29 ms instead of 0.06.
 */
const insertSql = new Map(
  shapes.map(({ table, columns }) => [
    table,
    `insert into ${quoted(table)} (${listed(['id', ...columns, 'doc'])}) values (` +
      `${['?1', ...columns.map(column => columnOf(column, '?2')), '?2'].join(', ')}) on conflict (id)`,
  ]),
)
const putSql = new Map(
  shapes.map(({ table, columns }) => [
    table,
    `${insertSql.get(table)} do update set ` +
      `${[...columns, 'doc'].map(column => `${quoted(column)} = excluded.${quoted(column)}`).join(', ')}`,
  ]),
)
const missingSql = new Map(shapes.map(({ table }) => [table, `${insertSql.get(table)} do nothing`]))

/**
 * A page's rows and one more, if there is one. Each run is read straight off its index and no further than the page is long. Several runs
 * are merged by their keys alone, and only what is shown is fetched: eleven states in order of activity never touch the village's history.
 */
function docsOf(query: Query, table: Table, ask: Ask, jsonOf: (table: Table, id: string) => string | undefined): string[] {
  const { sql, rest } = pageSql(table, ask, ask.runs.length === 1 ? 'doc' : 'keys'),
    whole = wholeLook(ask)
  if (ask.runs.length === 1) return (query(sql, ...ask.runs[0]!.map(bound), ...rest, whole) as { doc: string }[]).map(({ doc }) => doc)
  const way = ask.descending ? -1 : 1,
    first = firstLook(ask)
  const look = (run: readonly Scalar[], many: number) =>
    query(sql, ...run.map(bound), ...rest, many) as { id: string; key: string | number }[]
  const pageOf = (looked: readonly (readonly { id: string; key: string | number }[])[]) =>
    looked
      .flat()
      .sort((a, b) => way * (compare(a.key, b.key) || compare(a.id, b.id)))
      .slice(0, whole)
  const looked = ask.runs.map(run => look(run, first)),
    shown = new Set(pageOf(looked).map(({ id }) => id))
  const page = pageOf(
    looked.map((keys, n) => (first < whole && keys.length === first && shown.has(keys.at(-1)!.id) ? look(ask.runs[n]!, whole) : keys)),
  )
  return page.flatMap(({ id }) => jsonOf(table, id) ?? [])
}

/** One run of a page; how many rows of it comes last among what is bound. */
export function pageSql(
  table: Table,
  { fields, by, descending, from, until, after }: Ask,
  wanted: 'doc' | 'keys',
): { readonly sql: string; readonly rest: readonly Bound[] } {
  const key = quoted(by),
    onward = descending ? '<' : '>',
    way = descending ? ' desc' : ''
  const conditions = fields.map(field => `${quoted(field)} = ?`),
    rest: Bound[] = []
  if (from !== null) {
    conditions.push(`${key} >= ?`)
    rest.push(from)
  } else if (until !== null) {
    conditions.push(`${key} > ?`)
    rest.push(nothing)
  }
  if (until !== null) {
    conditions.push(`${key} <= ?`)
    rest.push(until)
  }
  if (after !== null && by === 'id') {
    conditions.push(`id ${onward} ?`)
    rest.push(after.id)
  } else if (after !== null) {
    conditions.push(`(${key}, id) ${onward} (?, ?)`)
    rest.push(bound(after.value), after.id)
  }
  return {
    sql:
      `select ${wanted === 'doc' ? 'doc' : `id, ${key} as key`} from ${quoted(table)}` +
      `${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''}` +
      ` order by ${by === 'id' ? `id${way}` : `${key}${way}, id${way}`} limit ?`,
    rest,
  }
}

function countRun(query: Query, table: Table, { fields }: CountAsk, run: readonly Scalar[]): number {
  const [row] = query(
    `select count(*) as n from ${quoted(table)} where ${fields.map(field => `${quoted(field)} = ?`).join(' and ')}`,
    ...run.map(bound),
  )
  return (row as { n: number }).n
}

/**
 * Statements are prepared once. Always read to the end with `all`: after libsql's `get` the statement stays open, and with it
 * the database as it was then.
 */
function statementsOf(db: Database.Database): Query {
  const prepared = new Map<string, { readonly statement: Database.Statement; readonly reads: boolean }>()
  return (sql, ...values) => {
    let known = prepared.get(sql)
    if (!known) {
      known = { statement: db.prepare(sql), reads: /^(?:select|pragma|explain)/.test(sql) }
      prepared.set(sql, known)
    }
    if (known.reads) return known.statement.all(values)
    known.statement.run(values)
    return []
  }
}

/**
 * Makes what is missing. Without rowid, a table lies on disk by its keys and keeps no order of arrival: who voted first cannot be read from
 * it.
 */
function makeTables(db: Database.Database, query: Query): void {
  for (const { table, columns, indexes } of shapes) {
    db.exec(
      `create table if not exists ${quoted(table)} (` +
        `${['id text primary key not null', ...columns.map(quoted), 'doc text not null'].join(', ')}) ` +
        `without rowid`,
    )
    const there = new Set(query(`pragma table_info(${quoted(table)})`).map(column => (column as { name: string }).name))
    const missing = columns.filter(column => !there.has(column))
    for (const column of missing) db.exec(`alter table ${quoted(table)} add column ${quoted(column)}`)
    if (missing.length > 0)
      db.exec(`update ${quoted(table)} set ${missing.map(column => `${quoted(column)} = ${columnOf(column, 'doc')}`).join(', ')}`)
    for (const { name, fields } of indexes) db.exec(`create index if not exists ${quoted(name)} on ${quoted(table)} (${listed(fields)})`)
  }
}

/**
 * All drafts that are ready in one turn of the loop share one transaction and one sync of the disk: on a slow disk a crowd
 * that votes at once waits for a few syncs, not for one each.
 */
function togetherOnDisk(apply: (draft: Draft) => boolean, transaction: (work: () => void) => void) {
  let waiting: { readonly draft: Draft; readonly done: (applied: boolean) => void; readonly failed: (error: unknown) => void }[] = []
  let turn: Promise<void> | null = null

  function flush(): void {
    const batch = waiting
    waiting = []
    turn = null
    const answers: (() => void)[] = []
    try {
      transaction(() => {
        for (const { draft, done, failed } of batch) {
          try {
            const applied = apply(draft)
            answers.push(() => {
              done(applied)
            })
          } catch (error) {
            if (!(error instanceof KeyTaken)) throw error
            answers.push(() => {
              failed(error)
            })
          }
        }
      })
    } catch (error) {
      for (const { failed } of batch) failed(error)
      return
    }
    for (const answer of answers) answer()
  }

  return {
    write: (draft: Draft): Promise<boolean> =>
      new Promise((done, failed) => {
        waiting.push({ draft, done, failed })
        turn ??= new Promise(resolve => {
          setImmediate(() => {
            flush()
            resolve()
          })
        })
      }),
    idle: (): Promise<void> => turn ?? Promise.resolve(),
  }
}
