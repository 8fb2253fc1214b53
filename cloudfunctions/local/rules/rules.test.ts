import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { citation } from '@/domain/law/articles'
import { isRuleId } from '@/domain/law/names'
import { newestRuleSet, ruleIn } from '@/domain/law/rule-sets'
import vectors from '@/domain/law/vectors.json'
import { isRestDay } from '../../adapters/rest-days'
import { judgeItem } from './judge-item'

const root = path.resolve(import.meta.dirname, '../../..')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rules-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}
/** The command as it is typed. */
const rules = (...args: readonly string[]) =>
  new Promise<Ran>(resolve => {
    const child = execFile('npm', ['run', '-s', 'rules', '--', ...args], { cwd: root }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })

async function judged(text: string): Promise<Ran> {
  const file = path.join(folder, `${Math.abs(text.length)}-${text.codePointAt(2) ?? 0}.json`)
  await writeFile(file, text)
  return rules(file)
}
const answersOf = (ran: Ran) => {
  expect(ran).toMatchObject({ code: 0, err: '' })
  return JSON.parse(ran.out) as Record<string, unknown>[]
}

describe('npm run -s rules', () => {
  test('answers every vector of the procedure, in its order, and prints nothing else', async () => {
    const { votes, days, petitions, bodies } = vectors
    const items = [...votes, ...days, ...petitions, ...bodies]
    const answers = answersOf(await judged(JSON.stringify(items)))
    expect(answers.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
    const [ofVotes, ofDays, ofPetitions, ofBodies] = [
      0,
      votes.length,
      votes.length + days.length,
      votes.length + days.length + petitions.length,
    ].map((from, i, all) => answers.slice(from, all[i + 1]))
    expect(ofVotes?.map(({ id, outcome }) => [id, outcome])).toEqual(votes.map(({ id, expect: outcome }) => [id, outcome]))
    expect(ofDays).toEqual(days.map(({ id, expect: said }) => ({ id, ...said })))
    expect(ofPetitions).toEqual(petitions.map(({ id, expect: said }) => ({ id, ...said })))
    expect(ofBodies).toMatchObject(bodies.map(({ id, expect: said }) => ({ id, ...said })))
    for (const [i, { rule }] of votes.entries()) {
      const row = isRuleId(rule) ? (ruleIn(newestRuleSet('village'), rule) ?? ruleIn(newestRuleSet('community'), rule)) : undefined
      const { explain } = answers[i] as { readonly explain: string }
      expect(explain).toContain(row ? citation(row.article) : rule)
      expect(explain).toMatch(/[≥><≤] |名册上没有/)
    }
  })

  test('a malformed item is its own answer, and its neighbours are judged', async () => {
    const good = { id: 'good', rule: 'VRA', N: 55, P: 37, Y: 19 }
    const vote = (more: object) => ({ ...good, id: 'bad', ...more })
    const bad: readonly unknown[] = [
      vote({ Y: 38 }),
      vote({ P: 56 }),
      vote({ N: -55, P: -55, Y: -55 }),
      vote({ Y: 18.5 }),
      vote({ N: '55' }),
      vote({ N: null }),
      vote({ Y: undefined }),
      vote({ N: 1e16 }),
      vote({ rule: 'VRB' }),
      vote({ rule: 'toString' }),
      vote({ rule: 3 }),
      vote({ rule: 'POLL' }),
      vote({ rule: 'DELIB' }),
      vote({ rule: 'PETITION_VA' }),
      vote({ posting: { on: '2026-03-01', days: 15 } }),
      { id: 'bad' },
      ...[
        { on: '2026-02-30', days: 15 },
        { on: '2026-3-1', days: 15 },
        { on: 20260301, days: 15 },
        { on: '2026-03-01' },
        { days: 15 },
        { on: '2026-03-01', days: 0 },
        { on: '2026-03-01', days: -1 },
        { on: '2026-03-01', days: 3651 },
        { on: '2026-03-01', days: 1.5 },
        { on: '2026-03-01', days: '15' },
        null,
        '2026-03-01',
        [],
      ].flatMap(period => [
        { id: 'bad', posting: period },
        { id: 'bad', notice: period },
      ]),
      { id: 'bad', petition: 'PETITION_VA', of: 10, signed: 11 },
      { id: 'bad', petition: 'PETITION_VA', of: 10 },
      { id: 'bad', petition: 'VRA', of: 10, signed: 1 },
      { id: 'bad', petition: 'PETITION', of: 10, signed: 1 },
      { id: 'bad', body: 'VRA', members: 55, representatives: 56, womenRepresentatives: 1 },
      { id: 'bad', body: 'VRA', members: 55, representatives: 50, womenRepresentatives: 51 },
      { id: 'bad', body: 'VRA', members: 55, representatives: 50 },
      { id: 'bad', body: 'VRA', representatives: 50, womenRepresentatives: 20 },
      { id: 'bad', body: 'VA', members: 5 },
      { id: 'bad', body: 'CMRA' },
    ]
    const answers = answersOf(await judged(JSON.stringify(bad.flatMap(item => [item, good]))))
    expect(answers).toHaveLength(2 * bad.length)
    answers.forEach((answer, i) => {
      if (i % 2 === 1) expect(answer).toMatchObject({ id: 'good', outcome: 'PASSED' })
      else expect([bad[i / 2], Object.keys(answer), answer.id]).toEqual([bad[i / 2], ['id', 'error'], 'bad'])
    })
  })

  test('what has no name is answered without one', async () => {
    const answers = answersOf(
      await judged(
        '[null, 7, "VRA", [], true, {"rule":"VRA","N":1,"P":1,"Y":1}, {"id":null,"body":"VRA"}, {"id":12,"rule":"VRA","N":1,"P":1,"Y":1}]',
      ),
    )
    expect(answers.map(({ id }) => id)).toEqual([null, null, null, null, null, null, null, 12])
    expect(answers.map(answer => ('error' in answer ? 'error' : answer.outcome))).toEqual([
      'error',
      'error',
      'error',
      'error',
      'error',
      'PASSED',
      'error',
      'PASSED',
    ])
  })

  test('an empty array is answered by one; a file that is none is one line of complaint and exit 1', async () => {
    expect(answersOf(await judged('[]'))).toEqual([])
    for (const ran of [
      await judged('{"id":"x"}'),
      await judged('[{'),
      await judged('null'),
      await rules(path.join(folder, 'nothing.json')),
      await rules(),
      await rules(folder),
    ]) {
      expect(ran).toMatchObject({ code: 1, out: '' })
      expect(ran.err.trimEnd().split('\n')).toHaveLength(1)
    }
  })
})

describe('whatever an item holds', () => {
  test('it is answered, not thrown', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.integer(),
      fc.constantFrom('VRA', 'CMA', 'PETITION_VA', 'CMRA', '2026-03-01', { on: '2026-03-01', days: 15 }),
    )
    const names = fc.constantFrom(
      'id',
      'rule',
      'N',
      'P',
      'Y',
      'posting',
      'notice',
      'petition',
      'of',
      'signed',
      'body',
      'members',
      'representatives',
      'womenRepresentatives',
      '__proto__',
    )
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(names, value)), item => {
        const answer = judgeItem(item, isRestDay)
        return Object.hasOwn(answer, 'id') && Object.keys(answer).length >= 2
      }),
      { numRuns: 2000 },
    )
  })
  test('a posting of any lawful length from any day of the century ends on a working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_524 }), fc.integer({ min: 1, max: 3650 }), (offset, days) => {
        const on = new Date(Date.UTC(2000, 0, 1 + offset)).toISOString().slice(0, 10)
        const answer = judgeItem({ id: 'x', posting: { on, days } }, isRestDay)
        return 'error' in answer
          ? String(answer.error).includes('2099')
          : typeof answer.endsOn === 'string' && !isRestDay(answer.endsOn) && answer.endsOn > on
      }),
      { numRuns: 500 },
    )
  })
})
