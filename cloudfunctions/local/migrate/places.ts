import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { LoadableStore } from '../../adapters/bulk-load'
import { compare } from '../../adapters/rows'
import { libsqlStore } from '../../adapters/sql/libsql'
import { postgresStore } from '../../adapters/sql/postgres'
import type { Row, Table } from '../../ports'
import { eachRow } from '../../village/ground/all-rows'

/** A row of any table. */
export interface Kept {
  readonly id: string
}

/** Where a village's rows lie. */
export interface Place {
  /** In order of their ids. */
  rows(table: Table): AsyncIterable<Kept>
  /** A folder may lack a table's file: a collection somebody forgot to export is not an empty one. */
  isThere(table: Table): Promise<boolean>
  /** Adds these; they may come in several calls. `done` closes the table. */
  add(table: Table, rows: readonly Kept[]): Promise<void>
  done(table: Table): Promise<void>
  close(): Promise<void>
}

/** `libsql:FILE`, `postgres://…`, `folder:DIR`, `cloudbase:DIR`. Where one comes from must be there; where one goes is made. */
export async function openPlace(address: string, as: 'source' | 'target'): Promise<Place> {
  if (/^postgres(ql)?:\/\//.test(address)) return storePlace(await postgresStore(address))
  const [, kind, where] = /^(libsql|folder|cloudbase):(.+)$/.exec(address) ?? []
  if (!kind || !where) throw new Error('不认识这个地方，可写 libsql:FILE、postgres://…、folder:DIR、cloudbase:DIR · no such kind of place')
  if (as === 'source' && !existsSync(where)) throw new Error(`没有这个地方 · not there: ${where}`)
  if (kind === 'libsql') return storePlace(libsqlStore(where))
  return folderPlace(where, kind === 'cloudbase' ? cloudbase : plain)
}

/** Rows go in by id. Ids of ballots are random, so the order in the new store tells nobody when a ballot was cast. */
export function storePlace(store: LoadableStore): Place {
  return {
    rows: table => eachRow(store, table, {}),
    isThere: async () => true,
    add: (table, rows) => store.bulkLoad(table, rows as readonly Row<Table>[]),
    done: async () => undefined,
    close: () => store.close(),
  }
}

interface Spelling {
  readonly ending: string
  write(row: Kept): object
  read(line: object): object
}
const plain: Spelling = { ending: 'jsonl', write: row => row, read: line => line }
/** As CloudBase's console exports and imports: JSON Lines in a `.json` file, the id as `_id`, a number perhaps with its kind. */
const cloudbase: Spelling = {
  ending: 'json',
  write: ({ id, ...rest }) => ({ _id: id, ...rest }),
  read(line) {
    const { _id, ...rest } = bare(line) as { readonly _id?: unknown }
    return { id: _id, ...rest }
  },
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value),
    [key, only] = entries[0] ?? []
  if (entries.length === 1 && typeof only === 'string' && ['$numberLong', '$numberInt', '$numberDouble'].includes(key ?? ''))
    return Number(only)
  return Object.fromEntries(entries.map(([key, inner]) => [key, bare(inner)]))
}

/** One file a table, written whole under another name first: a file that is there is a file that is complete. */
function folderPlace(folder: string, { ending, write, read }: Spelling): Place {
  const fileOf = (table: Table) => path.join(folder, `${table}.${ending}`)
  const waiting = new Map<Table, Kept[]>()
  const rowsOf = async (table: Table) =>
    (await readFile(fileOf(table), 'utf8'))
      .split('\n')
      .flatMap((line, at) => (line.trim() === '' ? [] : rowIn(line, `${fileOf(table)}:${at + 1}`)))
  function rowIn(line: string, where: string): Kept {
    let row: unknown
    try {
      row = read(JSON.parse(line) as object)
    } catch {
      throw new Error(`这一行读不了 · cannot be read: ${where}`)
    }
    if (typeof row !== 'object' || row === null || !('id' in row) || typeof row.id !== 'string')
      throw new Error(`这一行没有编号 · has no id: ${where}`)
    return row as Kept
  }
  return {
    async *rows(table) {
      const rows = (await rowsOf(table)).sort((a, b) => compare(a.id, b.id))
      for (const [at, row] of rows.entries()) if (row.id === rows[at + 1]?.id) throw new Error(`同一编号两行 · twice: ${table} ${row.id}`)
      yield* rows
    },
    isThere: async table => existsSync(fileOf(table)),
    async add(table, rows) {
      waiting.set(table, [...(waiting.get(table) ?? []), ...rows])
    },
    async done(table) {
      const added = waiting.get(table) ?? [],
        before = existsSync(fileOf(table)) ? await rowsOf(table) : null
      waiting.delete(table)
      if (before && added.length === 0) return
      await mkdir(folder, { recursive: true })
      const half = `${fileOf(table)}.half`,
        file = await open(half, 'w')
      try {
        await file.writeFile(
          [...(before ?? []), ...added]
            .sort((a, b) => compare(a.id, b.id))
            .map(row => `${JSON.stringify(write(row))}\n`)
            .join(''),
        )
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(half, fileOf(table))
    },
    close: async () => undefined,
  }
}

/** The same facts in the same words, however a database orders their keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const facts = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${facts.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

export function digest() {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add(line: string) {
      hash.update(line).update('\n')
      rows += 1
    },
    end: () => ({ rows, sha256: hash.digest('hex') }),
  }
}
