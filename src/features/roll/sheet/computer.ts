import type { BodyId } from '@/domain/law/names'
import type { Day } from '@/domain/ground/calendar'
import { columnHints, columnNames, mappingOf, type Mapping } from '@/domain/roll/columns'
import { rollBodyOf, type ColumnId, type RollBody } from '@/domain/roll/roll-bodies'
import { checkRows, exampleNames, readRows, type RollRow } from '@/domain/roll/row-check'
import { fileWrongs, wrongWords } from '@/domain/roll/wrongs'
import { readFile, type FileWrong, type Table } from './read-file'
import { workbook } from './write-file'

export interface Column {
  readonly id: ColumnId
  readonly name: string
  readonly hint: string
  readonly needed: boolean
}
/** A sheet whose columns are being matched. */
export interface Opened {
  readonly table: Table
  readonly columns: readonly Column[]
  readonly mapping: Mapping
  readonly unsure: readonly ColumnId[]
}
export interface Checked {
  readonly rows: readonly RollRow[]
  readonly wrongs: readonly { readonly row: number; readonly says: string }[]
  readonly leftOut: number
}
export interface Line {
  readonly code: string | null
  readonly name: string
  readonly group: number
  readonly household: string | null
}

const rollOf = (body: BodyId): RollBody => {
  const roll = rollBodyOf(body)
  if (!roll) throw new Error(`${body} has no roll`)
  return roll
}

export const fileWords = ({ kind, where }: FileWrong): string =>
  `${fileWrongs[kind]}${where === undefined || where === '' ? '' : `（${where}）`}`

/** Opens a file for this roll and matches its columns by their headings. */
export async function openFile(
  body: BodyId,
  file: Blob,
): Promise<{ readonly ok: true; readonly opened: Opened } | { readonly ok: false; readonly says: string }> {
  const read = await readFile(new Uint8Array(await file.arrayBuffer()))
  if (!read.ok) return { ok: false, says: fileWords(read.wrong) }
  const roll = rollOf(body)
  const { mapping, unsure } = mappingOf(read.table.headings, roll)
  return {
    ok: true,
    opened: {
      table: read.table,
      mapping,
      unsure,
      columns: roll.columns.map(id => ({ id, name: columnNames[id], hint: columnHints[id], needed: roll.needs.includes(id) })),
    },
  }
}

/** What is wrong with the columns as they are matched; null: nothing. */
export function columnsWrong(body: BodyId, mapping: Mapping): string | null {
  const { needs, columns } = rollOf(body)
  const missing = needs.filter(id => mapping[id] === null)
  if (missing.length > 0) return fileWords({ kind: 'column-missing', where: missing.map(id => columnNames[id]).join('、') })
  const used = columns.flatMap(id => (mapping[id] === null ? [] : [mapping[id]]))
  return new Set(used).size < used.length ? fileWords({ kind: 'column-twice' }) : null
}

/** Row by row, what is wrong and how to mend it; the rows as they would be sent. */
export function checkSheet(
  body: BodyId,
  { table }: Pick<Opened, 'table'>,
  mapping: Mapping,
  { groups, today }: { readonly groups: number; readonly today: Day },
): Checked {
  const roll = rollOf(body)
  const read = readRows(table.cells, table.first, { roll, mapping, groups, today })
  const wrongs = [...read.wrongs, ...checkRows(roll, read.rows, groups)].sort((a, b) => a.row - b.row)
  return { rows: read.rows, leftOut: read.leftOut, wrongs: wrongs.map(one => ({ row: one.row, says: wrongWords(one) })) }
}

const width: Record<ColumnId, number> = { name: 14, group: 10, household: 14, represents: 14, phone: 16, born: 14, code: 30 }
const example: Record<ColumnId, string> = {
  name: exampleNames[0] ?? '',
  group: '3',
  household: '0312',
  represents: '是',
  phone: '',
  born: '1970-05-06',
  code: '',
}

/** The template of this roll: what each column wants, the columns' names, one example. */
export function template(body: BodyId, name: string): Blob {
  const { columns, needs } = rollOf(body)
  const says =
    `${name}的名册。第 2 行是列名，从第 3 行起一行一个${columns.includes('represents') ? '人，每户一个户代表' : '人'}。` +
    `${columns.map(id => `${columnNames[id]}：${needs.includes(id) ? '必填，' : ''}${columnHints[id]}`).join('；')}` +
    `。不要放身份证号。示例行请删掉。`
  return workbook(
    '名册',
    [[says], columns.map(id => columnNames[id]), columns.map(id => example[id])],
    1,
    columns.map(id => width[id]),
  )
}

/** The standing roll, in the shape in which it can be imported again. */
export function exportedFile(body: BodyId, lines: readonly Line[]): Blob {
  const columns = rollOf(body).columns.filter(id => id === 'name' || id === 'group' || id === 'household' || id === 'code')
  const cell = (line: Line): Record<string, string> => ({
    name: line.name,
    group: line.group === 0 ? '' : String(line.group),
    household: line.household ?? '',
    code: line.code ?? '',
  })
  return workbook(
    '名册',
    [columns.map(id => columnNames[id]), ...lines.map(line => columns.map(id => cell(line)[id] ?? ''))],
    0,
    columns.map(id => width[id]),
  )
}
