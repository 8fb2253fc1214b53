import { isDay, type Day } from '../ground/calendar'
import { isByHousehold } from '../law/names'
import { hasControlCharacters } from '../ground/text'
import { columnNames, type Mapping } from './columns'
import type { ColumnId, RollBody } from './roll-bodies'
import type { RowWrong, RowWrongKind } from './wrongs'
import { normalPhone } from '../ground/phones'

/** One unit of a roll as a sheet gives it, normalised: what is sent, and nothing more. */
export interface RollRow {
  /** As the sheet numbers it, from 1. */
  readonly row: number
  readonly name: string
  /** 0: belongs to none. */
  readonly group: number
  readonly household: string | null
  readonly phone: string | null
  /** Whom the export's code names. */
  readonly code: string | null
  /** Kept of who is under eighteen: the day that ends. Of everybody else no age is sent. */
  readonly adultFrom: Day | null
}

/** A cell as the reader gives it, dates already as days. */
export type Cell = string

export const exampleNames: readonly string[] = ['张三（示例）', '李四（示例）']
export const mostRows = 20_000
const nameLength = 40

/** Full-width digits and letters, spaces of every kind: one way to write a thing. */
export const tidy = (cell: Cell): string =>
  cell
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .trim()

/** A name as it is kept: without the spaces that line up two-character names; the dot of longer names one kind. */
const tidyName = (cell: Cell): string =>
  tidy(cell)
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[•・‧∙]/g, '·')

const numerals = '零一二三四五六七八九十'
/** 「3」「３组」「第三组」「十二队」 as a number; null where it is none. */
export function groupNumber(cell: Cell): number | null {
  const bare = tidy(cell)
    .replace(/^第/, '')
    .replace(/(村民|居民)?(小组|组|队)$/, '')
  if (/^\d{1,3}$/.test(bare)) return Number(bare)
  if (/^\d{1,3}\.0+$/.test(bare)) return Number.parseInt(bare, 10)
  if (!/^[零一二三四五六七八九十]{1,3}$/.test(bare)) return null
  const at = bare.indexOf('十')
  const digit = (text: string) => (text === '' ? null : numerals.indexOf(text))
  if (at === -1) return bare.length === 1 ? digit(bare) : null
  return (digit(bare.slice(0, at)) ?? 1) * 10 + (digit(bare.slice(at + 1)) ?? 0)
}

/** A birthday however it is written; null where it is none. */
export function dayIn(cell: Cell): Day | null {
  const bare = tidy(cell)
    .replace(/[年月./]/g, '-')
    .replace(/日$/, '')
    .replace(/\s.*$/, '')
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(bare)
  const parts = compact ?? /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare)
  if (!parts) return null
  return `${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`
}

const birthday = (born: Day, years: number): Day => `${Number(born.slice(0, 4)) + years}${born.slice(4)}`

/** What a sheet's rows say, row by row; a row with something wrong is not among the rows. */
export interface Read {
  readonly rows: readonly RollRow[]
  readonly wrongs: readonly RowWrong[]
  /** Rows of a household's members who do not stand for it: counted, and not sent. */
  readonly leftOut: number
}

interface Told {
  readonly roll: RollBody
  readonly mapping: Mapping
  readonly groups: number
  readonly today: Day
}

/** Reads the rows below the heading. `first`: the number the sheet gives the first of them. */
export function readRows(cells: readonly (readonly Cell[])[], first: number, told: Told): Read {
  const rows: RollRow[] = []
  const wrongs: RowWrong[] = []
  const households = new Map<string, { readonly row: number; represented: boolean }>()
  let leftOut = 0
  for (const [index, line] of cells.entries()) {
    if (line.every(cell => tidy(cell) === '')) continue
    const found = readRow(line, first + index, told)
    wrongs.push(...found.wrongs)
    const { row } = found
    if (row.household !== null) {
      const known = households.get(row.household) ?? { row: row.row, represented: false }
      known.represented ||= found.represents || found.wrongs.some(({ kind }) => kind === 'represents-odd')
      households.set(row.household, known)
    }
    if (!found.represents) leftOut += 1
    else if (found.wrongs.length === 0) rows.push(row)
  }
  if (told.mapping.represents !== null)
    for (const [household, { row, represented }] of households)
      if (!represented) wrongs.push({ row, column: columnNames.household, kind: 'no-representative', was: household })
  return { rows, wrongs, leftOut }
}

function readRow(
  line: readonly Cell[],
  row: number,
  { roll, mapping, groups, today }: Told,
): { readonly row: RollRow; readonly wrongs: readonly RowWrong[]; readonly represents: boolean } {
  const wrongs: RowWrong[] = []
  const wrong = (column: ColumnId, kind: RowWrongKind, was?: string) => {
    wrongs.push({ row, column: columnNames[column], kind, ...(was === undefined ? {} : { was }) })
  }
  const cell = (id: ColumnId): Cell => {
    const at = mapping[id]
    return at === null ? '' : (line[at] ?? '')
  }
  const name = tidyName(cell('name'))
  if (exampleNames.some(one => tidyName(one) === name)) wrong('name', 'example-row')
  else checkName(name, wrong)
  const group = readGroup(tidy(cell('group')), { roll, groups }, wrong)
  const household = readHousehold(tidy(cell('household')), roll, wrong)
  const phone = readPhone(tidy(cell('phone')), wrong)
  const code = tidy(cell('code'))
  if (code !== '' && !/^[A-Za-z0-9._-]{1,80}$/.test(code)) wrong('code', 'code-odd', code.slice(0, 20))
  const adultFrom = readBirth(tidy(cell('born')), { roll, today }, wrong)
  const says = tidy(cell('represents'))
  const represents = mapping.represents === null || /^(是|有|对|√|✓|1|y|yes|户代表|代表)$/i.test(says)
  if (!represents && !/^(否|不是|没有|无|×|0|n|no|)$/i.test(says)) wrong('represents', 'represents-odd', says.slice(0, 20))
  return { row: { row, name, group, household, phone, code: code === '' ? null : code, adultFrom }, wrongs, represents }
}

type Wrong = (column: ColumnId, kind: RowWrongKind, was?: string) => void

/** The group's number; 0 where none is told, or none that can be read. */
function readGroup(said: string, { roll, groups }: Pick<Told, 'roll' | 'groups'>, wrong: Wrong): number {
  if (said === '') {
    if (roll.needs.includes('group')) wrong('group', 'group-missing')
    return 0
  }
  const group = groupNumber(said)
  if (group === null) wrong('group', 'group-odd', said.slice(0, 20))
  else if (group > groups) wrong('group', 'group-unknown', said.slice(0, 20))
  return group ?? 0
}

function readHousehold(said: string, roll: RollBody, wrong: Wrong): string | null {
  const household = said.toLowerCase().replace(/\.0+$/, '')
  if (household === '' && roll.needs.includes('household')) wrong('household', 'household-missing')
  else if (household !== '' && !isHouseholdCode(household)) wrong('household', 'household-odd', household.slice(0, 20))
  return household === '' ? null : household
}

function readPhone(said: string, wrong: Wrong): string | null {
  const phone = said === '' ? null : normalPhone(said.replace(/\.0+$/, ''))
  if (/E\+?\d+$/i.test(said)) wrong('phone', 'phone-cut')
  else if (said !== '' && phone === null) wrong('phone', 'phone-odd')
  return phone
}

/** From which day an eighteen-year-old: only where the roll takes in younger people; null for who is of age already. */
function readBirth(said: string, { roll, today }: Pick<Told, 'roll' | 'today'>, wrong: Wrong): Day | null {
  if (said === '') return null
  const born = dayIn(said)
  if (born === null) wrong('born', 'born-text', said.slice(0, 20))
  else if (!isDay(born) || born > today || born < '1890-01-01') wrong('born', 'born-impossible', born)
  else if (birthday(born, roll.age) > today) wrong('born', 'too-young')
  else if (birthday(born, 18) > today) return birthday(born, 18)
  return null
}

export const isHouseholdCode = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,23}$/.test(text)

function checkName(name: string, wrong: Wrong): void {
  if (name === '') wrong('name', 'name-empty')
  else if ([...name].length > nameLength) wrong('name', 'name-long')
  else if (/[\d<>{}()[\]#@*/\\|?!,;:，。；：？！（）【】]/.test(name) || hasControlCharacters(name))
    wrong('name', 'name-odd', name.slice(0, 20))
}

/**
 * What can be wrong between rows, and in a row whoever sent it: asked on the computer before anything is sent, and again by the server of
 * what arrived.
 */
export function checkRows(roll: RollBody, rows: readonly RollRow[], groups: number): readonly RowWrong[] {
  const wrongs: RowWrong[] = []
  const wrong = (row: number, column: ColumnId, kind: RowWrongKind, was?: string) => {
    wrongs.push({ row, column: columnNames[column], kind, ...(was === undefined ? {} : { was }) })
  }
  const byHousehold = isByHousehold(roll.body)
  const lines = new Map<string, number>(),
    codes = new Map<string, number>(),
    inHousehold = new Map<string, RollRow>(),
    households = new Map<string, RollRow>(),
    people = new Map<string, RollRow>()
  for (const one of rows) {
    const { row, name, group, household, phone, code } = one
    checkAlone(roll, one, groups, (column, kind, was) => wrong(row, column, kind, was))
    if (code !== null) {
      if (codes.has(code)) wrong(row, 'code', 'code-twice', `第 ${codes.get(code)} 行`)
      else codes.set(code, row)
    }
    const line = [name, group, household ?? '', code ?? '', phone ?? ''].join('|')
    if (lines.has(line)) {
      wrong(row, 'name', 'row-twice', `第 ${lines.get(line)} 行`)
      continue
    }
    lines.set(line, row)
    if (household === null) continue
    const first = households.get(household)
    if (byHousehold && first) wrong(row, 'household', 'two-representatives', `户号 ${household}，另一个在第 ${first.row} 行`)
    if (first && first.group !== group) wrong(row, 'group', 'household-groups', `户号 ${household}`)
    if (!first) households.set(household, one)
    const alike = inHousehold.get(`${household}|${name}`)
    if (!byHousehold && alike && (alike.code === null || code === null)) wrong(row, 'name', 'same-name-household', name)
    inHousehold.set(`${household}|${name}`, one)
    if (!byHousehold) continue
    // One name in one group in two households: one person, unless codes or numbers tell them apart.
    const other = people.get(`${name}|${group}`)
    if (other && other.household !== household && !toldApart(one, other)) wrong(row, 'name', 'two-households', `另一户在第 ${other.row} 行`)
    people.set(`${name}|${group}`, one)
  }
  return wrongs
}

/** What can be wrong in one row, whatever the others say. */
function checkAlone(roll: RollBody, { name, group, household, adultFrom }: RollRow, groups: number, wrong: Wrong): void {
  checkName(name, wrong)
  if (group > groups) wrong('group', 'group-unknown', String(group))
  if (group === 0 && roll.needs.includes('group')) wrong('group', 'group-missing')
  if (household === null && roll.needs.includes('household')) wrong('household', 'household-missing')
  if (adultFrom !== null && roll.age === 18) wrong('born', 'too-young')
}

const toldApart = (one: RollRow, other: RollRow): boolean =>
  (one.code !== null && other.code !== null && one.code !== other.code) ||
  (one.phone !== null && other.phone !== null && one.phone !== other.phone)
