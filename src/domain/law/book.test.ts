import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { steps } from '../procedure/tracks/steps'
import { states } from '../procedure/states'
import { matterClasses } from './classes'
import { matterCodes } from './matters'
import { ruleIds } from './names'
import { ruleSets } from './rule-sets'
import { terms } from './terms'

const root = path.resolve(import.meta.dirname, '../../..')
const book = readFileSync(path.join(import.meta.dirname, 'procedures.md'), 'utf8')

/** Columns whose cells are what a reference leads to; a code in any other column only mentions it. */
const defining = ['id', 'code', 'rule', 'vector', 'class', '#']

/** What a book answers to: its headings by number, the numbered sentences under them (「0.2-8」), and the codes of its rows. */
function contents(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  let section = ''
  let heads: readonly string[] | null = null
  for (const line of text.split('\n')) {
    const heading = /^#{2,4} (\d+(?:\.\d+)*)/.exec(line)?.[1]
    if (heading !== undefined) found.add(`§${(section = heading)}`)
    const item = /^(\d+)\. /.exec(line)?.[1]
    if (item !== undefined) found.add(`§${section}-${item}`)
    if (!line.startsWith('|')) {
      heads = null
      continue
    }
    const cells = line.split('|').map(cell => cell.trim())
    if (heads === null) heads = cells
    else
      for (const [at, cell] of cells.entries()) if (defining.includes(heads[at] ?? '')) for (const code of cell.split(', ')) found.add(code)
  }
  return found
}

/** A transition, an error, a matter, a notice or term, a step of the file, a separation or vector, a check for elders. */
const code = new RegExp(
  [
    /\bTR-\d+[a-z]?\b/,
    /\bE_[A-Z][A-Z_]*\b/,
    /\b(?:V2[78]|C26|R30|LAND)-\d+\b/,
    /\b[NT]\d\d\b(?!:)/,
    /\b(?!C26)[ABCQ]\d\d\b/,
    /\b[SD][1-7]\b/,
    /\bE[0-2]\d\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
)

/** Every reference a text makes: a section (「§2.1–2.4」 is two), a transition, an error code, a notice, a term or vector, and so on. */
function references(text: string): readonly string[] {
  const sections = [...text.replaceAll(/RFC \d+ §[\d.]+/g, '').matchAll(/§(\d+(?:\.\d+)*)(?:–(\d+(?:\.\d+)*))?(-\d+)?/g)]
  const codes = text.match(code)
  return [
    ...sections.flatMap(([, from = '', to, item = '']) => [`§${from}${item}`, ...(to === undefined ? [] : [`§${to}`])]),
    ...(codes ?? []),
  ]
}

const missingIn = (known: ReadonlySet<string>, text: string): string[] => [...new Set(references(text))].filter(one => !known.has(one))

const read = /\.(?:tsx?|mjs|md|json|scss)$/
/** This file is not read: its examples lead nowhere on purpose. */
const apart = /book\.test\.ts$/
const filesUnder = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && read.test(entry.name))
    .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)))
const files = ['README.md', ...['src', 'cloudfunctions', 'config'].flatMap(filesUnder)].filter(file => !apart.test(file))
const known = contents(book)

describe('the book in the house', () => {
  test('every reference in the tree leads to a heading or a row of it', () => {
    const lost = files.flatMap(file => missingIn(known, readFileSync(path.join(root, file), 'utf8')).map(one => `${file}: ${one}`))
    expect(lost).toEqual([])
    expect(files.length).toBeGreaterThan(500)
  })

  test('every step, state, term, kind of matter, class and rule of the tables has its row', () => {
    const named = [
      ...Object.values(steps).map(({ id }) => id),
      ...Object.values(steps).flatMap(({ tells }) => tells.map(({ code }) => code)),
      ...Object.values(states).map(({ code }) => code),
      ...Object.keys(terms),
      ...matterCodes,
      ...matterClasses,
      ...ruleIds,
    ]
    expect([...new Set<string>(named)].filter(one => !known.has(one))).toEqual([])
  })

  test('every day on which other law begins to hold is told', () => {
    expect(Object.values(ruleSets).filter(({ from }) => !book.includes(from))).toEqual([])
  })

  test('a reference to nothing is found, whatever it names', () => {
    const page = '## 1. One\n### 1.2 Two\n3. third\n| id | told |\n|---|---|\n| TR-01 | N01 |\n'
    const text = 'procedures §1.2, §1.2-3, TR-01; §1.2-4, §7–8.1, TR-02, N01, E_QUORUM, V28-1, S4, RFC 9162 §2.1.1'
    expect(missingIn(contents(page), text)).toEqual(['§1.2-4', '§7', '§8.1', 'TR-02', 'N01', 'E_QUORUM', 'V28-1', 'S4'])
  })
})
