import pg from 'pg'
import { KeyTaken, type Table } from '../../ports'
import type { LoadableStore } from '../bulk-load'
import { committer, type Draft, type Write } from '../draft'
import { askOf, countAskOf, countByAskOf, firstLook, idsOf, wholeLook, writePlace, type Ask, type CountAsk } from '../query'
import { fromJson, isStorable, toJson, valueOf } from '../rows'
import { listed, quoted, shapes } from './shape'

/** The server of a county or city; several of our processes may stand before one database. */
export async function postgresStore(url: string, connections = 16): Promise<LoadableStore> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    application_name: 'village-deliberation-hall',
  })
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on('error', () => undefined)
  try {
    await inTransaction(pool, makeTables)
  } catch (error) {
    await pool.end()
    throw error
  }

  async function query<R>(sql: string, values: readonly unknown[]): Promise<R[]> {
    return (await pool.query(prepared(sql, values))).rows as R[]
  }

  async function apply({ reads, writes }: Draft): Promise<boolean> {
    const free = new Set(reads.filter(({ version }) => version === null).map(placeOf))
    try {
      if (writes.length === 0) return await stillSo(pool, reads, writes)
      const rows = writes
        .filter(row => row.kind === 'remove' || row.json !== null)
        // Where the work looked and found no row, it must still not be there: an insert fails then, a put would write over it.
        .map((row): Write => (row.kind === 'put' && free.has(placeOf(row)) ? { ...row, kind: 'insert' } : row))
      const held = heldKeys(reads, writes)
      if (reads.length === 0 && held.length === 0) {
        await write(pool, rows)
        return true
      }
      return await inTransaction(pool, async client => {
        if (reads.length > 0 && !(await stillSo(client, reads, writes))) return false
        await write(client, [...rows, ...held.map(({ table, id }): Write => ({ kind: 'insert', table, id, json: JSON.stringify({ id }) }))])
        await write(
          client,
          held.map(({ table, id }): Write => ({ kind: 'remove', table, id })),
        )
        return true
      })
    } catch (error) {
      if (isOvertaken(error)) return false
      const taken = takenKey(error)
      if (!taken) throw error
      // The key is there now. A work that had looked and not found it was overtaken and runs again; one that never looked is told so.
      if (free.has(placeOf(taken))) return false
      throw new KeyTaken(taken.table, taken.id)
    }
  }

  return {
    async get<T extends Table>(table: T, id: string) {
      if (!isStorable(id)) return undefined
      const [found] = await query<Stored>(`select doc::text from ${quoted(table)} where id = $1`, [id])
      return found && fromJson<T>(found.doc)
    },
    async getMany<T extends Table>(table: T, ids: readonly string[]) {
      const asked = idsOf(table, ids)
      const found = await query<Stored & { readonly id: string }>(`select id, doc::text from ${quoted(table)} where id = any($1::text[])`, [
        asked,
      ])
      const byId = new Map(found.map(({ id, doc }) => [id, doc]))
      return asked.flatMap(id => {
        const json = byId.get(id)
        return json === undefined ? [] : fromJson<T>(json)
      })
    },
    async list<T extends Table>(table: T, asked: Parameters<LoadableStore['list']>[1]) {
      const ask = askOf(table, asked)
      const look = async (many: number) => {
        const { sql, values } = pageSql(table, ask, many)
        return query<Stored & { readonly nth: string }>(sql, values)
      }
      const first = ask.runs.length > 1 ? firstLook(ask) : wholeLook(ask)
      const looked = ask.runs.length === 0 ? [] : await look(first)
      const found = first < wholeLook(ask) && looked.some(({ nth }) => Number(nth) === first) ? await look(wholeLook(ask)) : looked
      const rows = found.slice(0, ask.limit).map(({ doc }) => fromJson<T>(doc)),
        last = rows.at(-1)
      return { rows, next: last && found.length > ask.limit ? writePlace({ value: valueOf(last, ask.by), id: last.id }) : null }
    },
    async count(table, match) {
      const ask = countAskOf(table, match)
      const [found] = await query<{ readonly n: string }>(`select count(*) as n ${fromRuns(table, ask)}`, [JSON.stringify(ask.runs)])
      return Number(found?.n ?? 0)
    },
    async countBy(table, field, values, match) {
      const ask = countByAskOf(table, field, values, match)
      const found = await query<{ readonly value: string; readonly n: string }>(
        `select run ->> 0 as value, count(*) as n ${fromRuns(table, ask)} group by 1`,
        [JSON.stringify(ask.runs)],
      )
      return new Map(found.map(({ value, n }) => [value, Number(n)]))
    },
    commit: committer({
      async see(table, id) {
        if (!isStorable(id)) return undefined
        const [found] = await query<{ readonly json: string; readonly version: string }>(
          `select doc::text as json, xmin::text as version from ${quoted(table)} where id = $1`,
          [id],
        )
        return found
      },
      apply,
    }),
    async put(table, row) {
      await write(pool, [{ kind: 'put', table, id: row.id, json: toJson(table, row) }])
    },
    async insertMissing(table, rows) {
      const inOrder = [...rows].sort((a, b) => textOrder(a.id, b.id))
      let written = 0
      for (let from = 0; from < inOrder.length; from += 1000) {
        const json = `[${inOrder
          .slice(from, from + 1000)
          .map(row => toJson(table, row))
          .join(',')}]`
        const { rowCount } = await pool.query(
          prepared(
            `insert into ${quoted(table)} (id, doc) select doc ->> 'id', doc from json_array_elements($1::json) ` +
              `doc on conflict (id) do nothing`,
            [json],
          ),
        )
        written += rowCount ?? 0
      }
      return written
    },
    async bulkLoad(table, rows) {
      const writes = [...new Map(rows.map(row => [row.id, row])).values()]
        .map((row): Write => ({ kind: 'put', table, id: row.id, json: toJson(table, row) }))
        .sort(byPlace)
      await inTransaction(pool, async client => {
        for (let from = 0; from < writes.length; from += 2000) await write(client, writes.slice(from, from + 2000))
      })
      await pool.query(`analyze ${quoted(table)}`)
    },
    async forgetOrder(motionId) {
      const tables = ['marks', 'secretBallots'] as const
      // Whole rows anew, by their keys, in one transaction: one xmin for all, and a ctid that follows the key. No lock on anybody else's
      // vote, as CLUSTER would take.
      await inTransaction(pool, async client => {
        for (const table of tables) {
          await client.query(
            `with gone as (delete from ${quoted(table)} where "motionId" = village_key($1::json) returning id, ` +
              `doc) insert into ${quoted(table)} (id, doc) select id, doc from gone order by id`,
            [JSON.stringify(motionId)],
          )
        }
      })
      // Without a vacuum the rows as they were first written stay in the pages, dead but readable, in the order of voting.
      for (const table of tables) await pool.query(`vacuum ${quoted(table)}`)
    },
    close: () => pool.end(),
  }
}

interface Stored {
  readonly doc: string
}
type Key = Pick<Write, 'table' | 'id'>
const placeOf = ({ table, id }: { readonly table: string; readonly id: string }): string => `${table}\n${id}`
type Asking = Pick<pg.Pool, 'query'> | pg.PoolClient

/** Any scalar as a text that sorts as the value does: null, then booleans, then numbers by their bits, then text by its bytes. */
const villageKey = `
  create function village_key(value json) returns text language sql immutable parallel safe as $$
    select case json_typeof(value)
      when 'string' then 's' || (value #>> '{}')
      when 'number' then case when (value #>> '{}')::float8 >= 0
        then 'n1' || encode(float8send((value #>> '{}')::float8), 'hex')
        else 'n0' || translate(encode(float8send((value #>> '{}')::float8), 'hex'), '0123456789abcdef', 'fedcba9876543210') end
      when 'boolean' then 'b' || (value #>> '{}')
      else '' end
  $$`

/** Makes missing tables, columns and indexes. Without the lock two servers started at once would both make them, and one fail. */
async function makeTables(client: pg.PoolClient): Promise<void> {
  const {
    rows: [encoding],
  } = await client.query<{ server_encoding: string }>('show server_encoding')
  if (encoding?.server_encoding !== 'UTF8') throw new Error(`The database must be in UTF8, not ${encoding?.server_encoding}`)
  await client.query(`select pg_advisory_xact_lock(hashtextextended('village tables', 0))`)
  const {
    rows: [key],
  } = await client.query<{ there: string | null }>(`select to_regprocedure('village_key(json)')::text as there`)
  if (!key?.there) await client.query(villageKey)
  const { rows } = await client.query<{ place: string }>(`
    select table_name || '.' || column_name as place from information_schema.columns where table_schema = current_schema()
    union all select tablename || '#' || indexname from pg_indexes where schemaname = current_schema()`)
  const there = new Set(rows.map(({ place }) => place))
  const wanted = shapes.flatMap(({ table, columns, indexes }) => {
    const generated = (column: string) => `${quoted(column)} text collate "C" generated always as (village_key(doc -> '${column}')) stored`
    const missing = columns.filter(column => !there.has(`${table}.${column}`)).map(generated)
    return [
      ...(there.has(`${table}.id`)
        ? missing.length > 0
          ? [`alter table ${quoted(table)} ${missing.map(column => `add column ${column}`).join(', ')}`]
          : []
        : [`create table ${quoted(table)} (${['id text collate "C" primary key', 'doc json not null', ...missing].join(', ')})`]),
      ...indexes
        .filter(({ name }) => !there.has(`${table}#${name}`))
        .map(({ name, fields }) => `create index ${quoted(name)} on ${quoted(table)} (${listed(fields)})`),
    ]
  })
  if (wanted.length > 0) await client.query(wanted.join(';\n'))
}

/** The matched values of one run, each against its column. */
const matched = (fields: readonly string[]) =>
  fields.map((field, at) => (field === 'id' ? `id = run ->> ${at}` : `${quoted(field)} = village_key(run -> ${at})`))
const fromRuns = (table: Table, { fields }: CountAsk) =>
  `from json_array_elements($1::json) run join ${quoted(table)} on ${matched(fields).join(' and ')}`

/** The first rows of every run, straight off the index, then the first of those, each with its place in its run: see the libsql store. */
export function pageSql(
  table: Table,
  { fields, runs, by, descending, from, until, limit, after }: Ask,
  many: number,
): { readonly sql: string; readonly values: readonly string[] } {
  const values = [JSON.stringify(runs)]
  const given = (value: string) => `$${values.push(value)}`
  const keyed = (value: unknown) => (by === 'id' ? given(String(value)) : `village_key(${given(JSON.stringify(value))}::json)`)
  const onward = descending ? '<' : '>',
    way = descending ? ' desc' : ''
  const conditions = matched(fields)
  if (from !== null) conditions.push(`${quoted(by)} >= ${keyed(from)}`)
  else if (until !== null) conditions.push(`${quoted(by)} > ''`)
  if (until !== null) conditions.push(`${quoted(by)} <= ${keyed(until)}`)
  if (after !== null && by === 'id') conditions.push(`id ${onward} ${given(after.id)}`)
  else if (after !== null) conditions.push(`(${quoted(by)}, id) ${onward} (${keyed(after.value)}, ${given(after.id)})`)
  // The limit stands in the text: a parameter would hide from the planner that only a few rows are wanted.
  const order = by === 'id' ? `id${way}` : `${quoted(by)}${way}, id${way}`
  const inner =
    `select id, doc${by === 'id' ? '' : `, ${quoted(by)}`} from ${quoted(table)}` +
    `${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''} order by ${order} limit ${many}`
  return {
    sql:
      `select doc::text, nth from json_array_elements($1::json) run cross join lateral (select *, ` +
      `row_number() over (order by ${order}) as nth from (${inner}) looked) page order by ${order} limit ` +
      `${limit + 1}`,
    values,
  }
}

/**
 * Whether all that was read is as it was read. With writes to follow it also locks those rows: the ones about to be written for
 * ourselves alone, the others only against change, so that a crowd may read one motion and each write a ballot.
 */
async function stillSo(asking: Asking, reads: Draft['reads'], writes: Draft['writes']): Promise<boolean> {
  const own = new Set(writes.map(placeOf))
  const groups = grouped(reads, row => `${row.table}${writes.length === 0 ? '' : own.has(placeOf(row)) ? ' for update' : ' for share'}`)
  const parts = groups.map(([group], at) => {
    const [table, ...lock] = group.split(' ')
    return (
      `r${at} as (select id, xmin::text as version from ${quoted(table!)} where id = any($${at + 1}` +
      `::text[]) order by id ${lock.join(' ')})`
    )
  })
  const all = groups.map((_, at) => `select ${at} as at, id, version from r${at}`)
  const { rows } = await asking.query<{ at: number; id: string; version: string }>(
    prepared(
      `with ${parts.join(', ')} ${all.join(' union all ')}`,
      groups.map(([, group]) => group.map(({ id }) => id).filter(isStorable)),
    ),
  )
  const now = new Map(rows.map(({ at, id, version }) => [`${at}\n${id}`, version]))
  return groups.every(([, group], at) => group.every(({ id, version }) => (now.get(`${at}\n${id}`) ?? null) === version))
}

/**
 * Keys that must stay free though this commit leaves no row there: a row that never becomes visible holds them until the commit is
 * done, so that nobody else can fill them meanwhile.
 */
function heldKeys(reads: Draft['reads'], writes: Draft['writes']): Key[] {
  const filled = new Set(writes.filter(row => row.kind !== 'remove' && row.json !== null).map(placeOf))
  const vanishing = writes.filter(row => row.kind === 'insert' && row.json === null)
  const free = reads.filter(({ id, version }) => version === null && isStorable(id))
  return [...new Map([...vanishing, ...free].filter(row => !filled.has(placeOf(row))).map(row => [placeOf(row), row])).values()]
}

/**
 * All writes in one statement, which is a transaction by itself: one journey to the server. By table, kind and id, so that two commits
 * never lock crosswise.
 */
async function write(asking: Asking, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return
  const groups = grouped([...writes].sort(byPlace), ({ table, kind }) => `${table} ${kind}`)
  const values: unknown[] = []
  const parts = groups.map(([group, rows], at) => {
    const [table, kind] = group.split(' ')
    if (kind === 'remove') {
      values.push(rows.map(({ id }) => id).filter(isStorable))
      return `w${at} as (delete from ${quoted(table!)} where id = any($${at + 1}::text[]))`
    }
    values.push(`[${rows.map(row => (row.kind === 'remove' ? '' : row.json)).join(',')}]`)
    const unlessThere = kind === 'put' ? ' on conflict (id) do update set doc = excluded.doc' : ''
    return (
      `w${at} as (insert into ${quoted(table!)} (id, doc) select doc ->> 'id', doc from ` +
      `json_array_elements($${at + 1}::json) doc${unlessThere})`
    )
  })
  await asking.query(prepared(`with ${parts.join(', ')} select`, values))
}

const byPlace = (a: Write, b: Write): number => textOrder(a.table, b.table) || textOrder(a.kind, b.kind) || textOrder(a.id, b.id)
const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function grouped<T>(all: readonly T[], nameOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const name = nameOf(one),
      group = groups.get(name)
    if (group) group.push(one)
    else groups.set(name, [one])
  }
  return [...groups].sort(([a], [b]) => textOrder(a, b))
}

const names = new Map<string, string>()
/** A statement under a name that is made from its text, so that each connection plans it once. */
function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  const name = names.get(text) ?? `village ${names.size}`
  names.set(text, name)
  return { name, text, values: [...values] }
}

async function inTransaction<R>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<R>): Promise<R> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** A deadlock, or a failed serialization on a server set to stricter isolation than ours: in both cases the commit runs again. */
const isOvertaken = (error: unknown): boolean => error instanceof pg.DatabaseError && (error.code === '40P01' || error.code === '40001')

function takenKey(error: unknown): { readonly table: string; readonly id: string } | null {
  if (!(error instanceof pg.DatabaseError) || error.code !== '23505') return null
  // 「Key (id)=(…) already exists.」 in whatever language the server speaks.
  return { table: error.table ?? '', id: /\(id\)=\((.*)\)/s.exec(error.detail ?? '')?.[1] ?? '' }
}
