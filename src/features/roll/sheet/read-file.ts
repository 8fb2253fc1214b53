import { strFromU8, unzipSync, zipSync, type Unzipped } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { forbiddenColumn, headingRow, looksLikeId } from '@/domain/roll/columns'
import { mostRows, type Cell } from '@/domain/roll/row-check'
import type { FileWrongKind } from '@/domain/roll/wrongs'

/** A sheet as cells: the heading, and what is below it with the number the sheet gives its first row. */
export interface Table {
  readonly headings: readonly string[]
  readonly first: number
  readonly cells: readonly (readonly Cell[])[]
}
/** Why a file is no roll: the kind, and where it shows. */
export interface FileWrong {
  readonly kind: FileWrongKind
  readonly where?: string
}
export type ReadFile = { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly wrong: FileWrong }

const mostBytes = 5_000_000
/** A roll of twenty thousand is some ten megabytes of XML; what is larger is not unpacked at all. */
const mostUnpacked = 80_000_000

const no = (kind: FileWrongKind, where?: string): { readonly ok: false; readonly wrong: FileWrong } => ({
  ok: false,
  wrong: { kind, ...(where === undefined ? {} : { where }) },
})
class Stop extends Error {
  constructor(
    readonly kind: FileWrongKind,
    readonly where?: string,
  ) {
    super(kind)
  }
}

/** Reads one .xlsx in this browser. Nothing leaves the computer, whatever is in it. */
export async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  try {
    const parts = unpacked(bytes)
    const sheet = theSheet(parts)
    const cells = await cellsOf(parts, sheet)
    return { ok: true, table: tableOf(cells, sheet.xml) }
  } catch (fault) {
    if (fault instanceof Stop) return no(fault.kind, fault.where)
    return no('broken-file')
  }
}

const starts = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, at) => bytes[at] === byte)

function unpacked(bytes: Uint8Array): Unzipped {
  if (bytes.length === 0) throw new Stop('empty-file')
  if (bytes.length > mostBytes) throw new Stop('too-large')
  // Excel of before 2007, and every workbook with a password, is in Microsoft's compound file.
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Stop(holdsWide(bytes, 'EncryptedPackage') ? 'password' : 'old-xls')
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) throw new Stop('pdf-file')
  if (starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x89, 0x50, 0x4e, 0x47)) throw new Stop('picture-file')
  if (!starts(bytes, 0x50, 0x4b)) throw new Stop(textKind(bytes))
  const names: string[] = []
  let size = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.push(name)
      size += originalSize
      return size <= mostUnpacked && /^(xl\/.*\.(xml|rels)|\[Content_Types\]\.xml|_rels\/.*)$/.test(name)
    },
  })
  if (size > mostUnpacked) throw new Stop('unpacks-too-large')
  if (names.includes('word/document.xml')) throw new Stop('word-file')
  if (names.includes('content.xml') && names.includes('mimetype')) throw new Stop('ods-file')
  if (names.includes('xl/workbook.bin')) throw new Stop('binary-file')
  if (names.includes('xl/vbaProject.bin')) throw new Stop('macro-file')
  if (!names.includes('xl/workbook.xml')) throw new Stop('not-a-workbook')
  return parts
}

function holdsWide(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap(letter => [letter.charCodeAt(0), 0])
  return bytes.some((byte, at) => byte === wanted[0] && wanted.every((each, n) => bytes[at + n] === each))
}

/** A text with another name: a web page, values with commas, or nothing we know. */
function textKind(bytes: Uint8Array): FileWrongKind {
  const head = strFromU8(bytes.slice(0, 2_000), true)
  if (/^\s*(ï»¿)?\s*<(!doctype|html|table|\?xml|meta)/i.test(head)) return 'html-file'
  // Text has no zero bytes, whatever the encoding of the Chinese in it.
  return bytes.slice(0, 2_000).includes(0) || !/[,\t;\n\r]/.test(head) ? 'not-a-workbook' : 'text-file'
}

interface Sheet {
  readonly name: string
  readonly xml: string
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1]
const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'
const xmlOf = (parts: Unzipped, path: string): string => {
  const part = parts[path]
  return part ? strFromU8(part) : ''
}
const hasContent = (xml: string): boolean => /<(?:\w+:)?(v|t)(\s[^>]*)?>[^<]/.test(xml)

/** The one sheet with something on it. */
function theSheet(parts: Unzipped): Sheet {
  const targets = new Map(
    (xmlOf(parts, 'xl/_rels/workbook.xml.rels').match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? []).map(tag => [
      attribute(tag, 'Id') ?? '',
      attribute(tag, 'Target') ?? '',
    ]),
  )
  const sheets = (xmlOf(parts, 'xl/workbook.xml').match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? []).flatMap(tag => {
    const target = targets.get(attribute(tag, 'id') ?? '') ?? ''
    const xml = xmlOf(parts, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    return hasContent(xml) ? [{ name: attribute(tag, 'name') ?? '', hidden: /hidden/i.test(attribute(tag, 'state') ?? ''), xml }] : []
  })
  const hidden = sheets.find(sheet => sheet.hidden)
  if (hidden) throw new Stop('hidden-sheet', hidden.name)
  const [sheet] = sheets
  if (!sheet) throw new Stop('no-sheet-data')
  if (sheets.length > 1) throw new Stop('several-sheets', sheets.map(({ name }) => name).join('、'))
  // What Excel could not work out has no value to read.
  const error = /<(?:\w+:)?c\s[^>]*\bt="e"[^>]*>/.exec(sheet.xml)
  if (error) throw new Stop('error-cells', attribute(error[0], 'r'))
  return sheet
}

const unescaped = (name: string): string =>
  name
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

async function cellsOf(parts: Unzipped, sheet: Sheet): Promise<string[][]> {
  // Packed again without compression: unpacking more than half a megabyte the reader would start a worker from a blob, which this site's
  // rules for scripts forbid.
  const flat = zipSync(parts, { level: 0 })
  // Numbers as they are written: a telephone number is not rounded, and what is no number any more shows it.
  const rows = await readSheet(new Blob([flat as BlobPart]), unescaped(sheet.name), { parseNumber: text => text, trim: false })
  return rows.map(row => row.map(cell => textOf(cell)))
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  const text = String(cell)
  if (!/^-?\d+(\.\d+)?E[+-]?\d+$/i.test(text)) return text
  const exact = Number(text)
  return Number.isSafeInteger(exact) && /\.\d{7,}/.test(text) ? String(exact) : text
}

function tableOf(cells: readonly (readonly string[])[], xml: string): Table {
  const at = headingRow(cells)
  const headings = at === null ? [] : (cells[at] ?? [])
  // Before anything else: what this village does not keep is not looked at further.
  for (const row of cells.slice(0, at === null ? 10 : at + 1)) {
    const forbidden = forbiddenColumn(row)
    if (forbidden) throw new Stop(forbidden.kind, row[forbidden.column])
  }
  for (const [index, row] of cells.entries()) {
    const column = row.findIndex(looksLikeId)
    if (column !== -1) throw new Stop('id-in-cells', `第 ${index + 1} 行第 ${column + 1} 列`)
  }
  if (at === null) throw new Stop('no-headings')
  for (const tag of xml.match(/<(?:\w+:)?mergeCell\s[^>]*>/g) ?? []) {
    const ref = attribute(tag, 'ref') ?? ''
    // A title over the table may be merged: nobody stands in it.
    if (Math.max(...(ref.match(/\d+/g) ?? []).map(Number)) > at) throw new Stop('merged-cells', ref)
  }
  const hiddenRow = (xml.match(/<(?:\w+:)?row\s[^>]*>/g) ?? []).find(tag => isOn(attribute(tag, 'hidden')))
  if (hiddenRow) throw new Stop('hidden-rows', `第 ${attribute(hiddenRow, 'r') ?? '?'} 行`)
  const hiddenColumn = (xml.match(/<(?:\w+:)?col\s[^>]*>/g) ?? []).find(
    tag => isOn(attribute(tag, 'hidden')) && Number(attribute(tag, 'min')) <= headings.length,
  )
  if (hiddenColumn) throw new Stop('hidden-columns', `第 ${attribute(hiddenColumn, 'min') ?? '?'} 列`)
  const formula = /<(?:\w+:)?c\s[^>]*>\s*<(?:\w+:)?f[\s>/]/.exec(xml)
  if (formula) throw new Stop('formula-cells', attribute(formula[0], 'r'))
  const below = cells.slice(at + 1)
  const filled = below.filter(row => row.some(cell => cell.trim() !== '')).length
  if (filled === 0) throw new Stop('no-rows')
  if (filled > mostRows) throw new Stop('too-many-rows', `${filled} 行`)
  return { headings, first: at + 2, cells: below }
}
