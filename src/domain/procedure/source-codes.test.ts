import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { guards } from './guards/all'
import type { GuardRow } from './guards/guard-row'
import { stepNames, stepOf } from './tracks/steps'

/** The book's error codes, §5.4, all eighteen. */
const ofTheSource = [
  'E_NOT_VERIFIED',
  'E_CONTENT_BLOCKED',
  'E_NOTICE_TOO_SHORT',
  'E_BODY_NOT_COMPETENT',
  'E_NO_DELEGATION',
  'E_MODE_MIXED',
  'E_ROLL_NOT_FROZEN',
  'E_TEXT_CHANGED',
  'E_QUORUM',
  'E_DUP_VOTE',
  'E_PROXY_INVALID',
  'E_SOD',
  'E_POSTING_TOO_SHORT',
  'E_OPEN_OBJECTION',
  'E_EVIDENCE_MISSING',
  'E_TOWN_REPORT_MISSING',
  'E_PARTY_STEP_MISSING',
  'E_CONFLICT_DECLARED',
]
const root = path.resolve(import.meta.dirname, '../../..')
const rows = readFileSync(path.join(import.meta.dirname, 'README.md'), 'utf8')
  .split('\n')
  .filter(line => line.startsWith('| `E_'))
  .map(line => {
    const [, code = '', refusals = '', where = ''] = line.split('|').map(cell => cell.trim())
    const words = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '')
    return { code: words(code)[0] ?? '', refusals: words(refusals), where: words(where)[0] ?? where }
  })
const carried = Object.entries<GuardRow>(guards).flatMap(([name, { code }]) => (code === undefined ? [] : [[name, code] as const]))

describe('the error codes of the book', () => {
  test('each has its refusal here, and nothing else calls itself one', () => {
    expect([...new Set(rows.map(({ code }) => code))].sort()).toEqual([...ofTheSource].sort())
    expect(carried.filter(([, code]) => !ofTheSource.includes(code))).toEqual([])
  })
  test('the glossary and the guards say the same', () => {
    const told = rows
      .filter(({ where }) => where === 'guards')
      .flatMap(({ code, refusals }) => refusals.map(refusal => [refusal, code] as const))
    expect([...told].sort()).toEqual([...carried].sort())
  })
  test.each(rows.filter(({ where }) => where !== 'guards'))('$code is refused in $where', ({ refusals, where }) => {
    const file = path.join(root, where)
    expect(existsSync(file)).toBe(true)
    for (const refusal of refusals) expect(readFileSync(file, 'utf8')).toContain(refusal)
  })
  test('a guard that carries a code stands in a row', () => {
    const used = new Set(stepNames.flatMap(name => stepOf(name).guards))
    expect(carried.map(([name]) => name).filter(name => !(used as Set<string>).has(name))).toEqual([])
  })
})
