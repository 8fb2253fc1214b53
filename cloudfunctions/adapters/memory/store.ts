import { KeyTaken, type Row, type Table } from '../../ports'
import { tableNames } from '../../tables'
import type { LoadableStore } from '../bulk-load'
import { committer, type Draft } from '../draft'
import { askOf, countAskOf, countByAskOf, idsOf, writePlace, type Ask } from '../query'
import { compare, fromJson, toJson, valueOf, type Scalar } from '../rows'

/** Row and text are the same; the text is what a commit compares. */
interface Kept {
  readonly row: Row<Table>
  readonly json: string
}

/** For unit tests: the same promises and the same refusals as the databases. Its rows are frozen, so nobody can change one in passing. */
export function memoryStore(seed: { readonly [T in Table]?: readonly Row<T>[] } = {}): LoadableStore {
  const tables = new Map<Table, Map<string, Kept>>(tableNames.map(table => [table, new Map<string, Kept>()]))
  const rowsOf = (table: Table) => tables.get(table)!
  const keep = (table: Table, id: string, json: string) => {
    rowsOf(table).set(id, { row: frozen(fromJson(json)), json })
  }
  const load = <T extends Table>(table: T, rows: readonly Row<T>[]) => {
    for (const row of rows) keep(table, row.id, toJson(table, row))
  }
  for (const table of Object.keys(seed) as Table[]) load(table, seed[table] ?? [])

  function found<T extends Table>(table: T, fields: readonly string[], runs: Ask['runs']): Row<T>[] {
    const wanted = new Set(runs.map(run => JSON.stringify(run)))
    const rows = [...rowsOf(table).values()].map(({ row }) => row as Row<T>)
    return fields.length === 0 ? rows : rows.filter(row => wanted.has(JSON.stringify(fields.map(field => valueOf(row, field)))))
  }

  function apply({ reads, writes }: Draft): boolean {
    if (reads.some(({ table, id, version }) => (rowsOf(table).get(id)?.json ?? null) !== version)) return false
    for (const { kind, table, id } of writes) if (kind === 'insert' && rowsOf(table).has(id)) throw new KeyTaken(table, id)
    for (const write of writes) {
      if (write.kind === 'remove') rowsOf(write.table).delete(write.id)
      else if (write.json !== null) keep(write.table, write.id, write.json)
    }
    return true
  }

  return {
    get: async <T extends Table>(table: T, id: string) => rowsOf(table).get(id)?.row as Row<T> | undefined,
    getMany: async <T extends Table>(table: T, ids: readonly string[]) =>
      idsOf(table, ids).flatMap(id => (rowsOf(table).get(id)?.row as Row<T> | undefined) ?? []),
    async list(table, query) {
      const { fields, runs, by, descending, from, until, limit, after } = askOf(table, query)
      const way = descending ? -1 : 1
      const beyond = (value: Scalar, id: string) => after === null || (way * compare(value, after.value) || way * compare(id, after.id)) > 0
      const within = (value: Scalar) =>
        (from === null && until === null) ||
        (value !== null && (from === null || compare(value, from) >= 0) && (until === null || compare(value, until) <= 0))
      const rows = found(table, fields, runs)
        .filter(row => within(valueOf(row, by)) && beyond(valueOf(row, by), row.id))
        .sort((a, b) => way * (compare(valueOf(a, by), valueOf(b, by)) || compare(a.id, b.id)))
      const page = rows.slice(0, limit),
        last = page.at(-1)
      return { rows: page, next: last && rows.length > limit ? writePlace({ value: valueOf(last, by), id: last.id }) : null }
    },
    async count(table, match) {
      const { fields, runs } = countAskOf(table, match)
      return found(table, fields, runs).length
    },
    async countBy(table, field, values, match) {
      const { fields, runs } = countByAskOf(table, field, values, match)
      const counts = new Map<string, number>()
      for (const row of found(table, fields, runs)) {
        const value = String(valueOf(row, field))
        counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      return counts
    },
    commit: committer({
      see: async (table, id) => {
        const kept = rowsOf(table).get(id)
        return kept && { json: kept.json, version: kept.json }
      },
      apply: async draft => apply(draft),
    }),
    put: async (table, row) => {
      load(table, [row])
    },
    async insertMissing(table, rows) {
      const before = rowsOf(table).size
      for (const row of rows) if (!rowsOf(table).has(row.id)) load(table, [row])
      return rowsOf(table).size - before
    },
    bulkLoad: async (table, rows) => {
      load(table, rows)
    },
    close: async () => undefined,
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}
