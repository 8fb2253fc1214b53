import { afterAll, describe, expect, test } from 'vitest'
import type { Answer } from '@/domain/vote/question/answers'
import { inListOrder, rootOf } from '@/domain/vote/record/ballot-list'
import { mutationsOf } from '@/domain/vote/record/mutations-for-tests'
import { linksHash, statementHash, type VotingRecord } from '@/domain/vote/record/record'
import { namedBallots, recordFor, recordKey, secretBallots } from '@/domain/vote/record/record-for-tests'
import { verifyRecord } from '@/domain/vote/record/verify'

const many = (n: number, ...answers: readonly Answer[]): Answer[] =>
  Array.from({ length: n }, (_, at) => answers[at % answers.length] ?? 'abstain')

const three = [
  { id: 'a', text: '修水渠' },
  { id: 'b', text: '修路' },
  { id: 'c', text: '装路灯' },
]

const inTheHall = { channels: ['phone', 'hall', 'paper'], openedAt: 2_000, tellerIds: ['t1', 't2'], scrutineerId: 's1' } as const
/** Forty-five were there: thirty voted by phone, device or proxy, twelve took paper, one of them a second sheet; three did neither. */
const urn = (box: number) => ({ present: 45, taken: { phone: 10, hall: 10, paper: 12, proxy: 10 }, cast: 30, box, spoiled: 1 })
const byTurns = (n: number) => (['phone', 'hall', 'proxy'] as const)[n % 3] ?? 'phone'

/** Records of every form a vote can have. */
// biome-ignore format: a row a line
const records: Readonly<Record<string, () => VotingRecord>> = {
  'a secret vote': () => recordFor({ form: 'secret' }, secretBallots(many(41, 'for', 'for', 'against', 'abstain'))),
  'a secret vote that failed': () => recordFor({ form: 'secret' }, secretBallots(many(12, 'for'))),
  'a named vote as a passer-by reads it': () => recordFor({ form: 'named' }, namedBallots(many(45, 'for', 'against'), false)),
  'a named vote as its voters read it': () => recordFor({ form: 'named' }, namedBallots(many(45, 'for', 'for', 'abstain'), true), { key: recordKey }),
  'a vote by a body of harder rules': () => recordFor({ form: 'named', body: 'VRA', chosen: { 'pass.VRA': { numerator: 3, denominator: 4, reach: 'at-least' } } }, namedBallots(many(48, 'for', 'for', 'for', 'against'), false)),
  'a poll': () => recordFor({ form: 'secret', body: 'POLL', byLaw: null }, secretBallots(many(7, 'for', 'against'))),
  'a vote nobody took part in': () => recordFor({ form: 'secret' }, []),
  'a choice among three that goes to a second ballot': () => recordFor({ form: 'secret', method: 'one', options: three }, secretBallots(many(45, 'a', 'b', 'c', 'a'))),
  'a choice among three that one carries': () => recordFor({ form: 'named', method: 'one', options: three }, namedBallots(many(45, 'a', 'a', 'abstain'), false)),
  'a second ballot': () => recordFor({ form: 'secret', method: 'one', options: three.slice(0, 2), secondOf: 'm0' }, secretBallots(many(45, 'a', 'b', 'a'))),
  'a poll by approval': () => recordFor({ form: 'secret', body: 'POLL', byLaw: null, method: 'approve', options: three }, secretBallots(many(9, 'a+c', 'b', 'abstain'))),
  'a poll by ranking': () => recordFor({ form: 'secret', body: 'POLL', byLaw: null, method: 'rank', options: three }, secretBallots(many(9, 'c>a>b', 'a', 'b>c'))),
  'a poll by points': () => recordFor({ form: 'named', body: 'POLL', byLaw: null, method: 'score', options: three }, namedBallots(many(9, 'a=5,c=0', 'b=2', 'a=1,b=1,c=1'), true), { key: recordKey }),
  'a meeting in secret, by phone, by the hall’s device and on paper': () => recordFor({ form: 'secret', ...inTheHall }, [...secretBallots(many(30, 'for', 'for', 'against')), ...secretBallots(many(11, 'for', 'invalid', 'abstain'), 'paper')], { urn: urn(11) }),
  'a meeting by name, some of it on paper': () => recordFor({ form: 'named', ...inTheHall }, [...namedBallots(many(30, 'for', 'for', 'against'), true, byTurns), ...secretBallots(many(11, 'for', 'invalid'), 'paper')], { urn: urn(11), key: recordKey }),
  'a meeting whose box held a ballot too many': () => recordFor({ form: 'named', ...inTheHall }, [...namedBallots(many(30, 'for'), false, byTurns), ...secretBallots(many(13, 'for'), 'paper')], { urn: urn(13) }),
  'a meeting that was never opened': () => recordFor({ form: 'secret', ...inTheHall, openedAt: null }, [], { urn: { present: 30, taken: { phone: 0, hall: 0, paper: 0, proxy: 0 }, cast: 0, box: 0, spoiled: 0 } }),
  'a vote held again': () => recordFor({ form: 'secret', revoteOf: 'm0' }, secretBallots(many(40, 'for'))),
}

const some = (length: number): number[] =>
  length <= 8 ? Array.from({ length }, (_, at) => at) : [0, 1, Math.floor(length / 2), length - 2, length - 1]

describe('a record that anybody tampered with', () => {
  let tried = 0
  const accepted: string[] = []
  afterAll(() => console.info(`record mutations tried: ${tried}, accepted: ${accepted.length}`))

  test.each(Object.entries(records))('%s: every change is found and named', (_, made) => {
    const record = made()
    const untouched = verifyRecord(JSON.parse(JSON.stringify(record)))
    expect(untouched.ok ? '' : untouched.fault).toBe('')
    for (const { what, at, forged } of mutationsOf(record, some)) {
      tried += 1
      const verified = verifyRecord(forged)
      if (verified.ok) accepted.push(`${what} ${at}`)
      else expect([what, at, verified.fault]).toEqual([what, at, expect.stringMatching(/[一-鿿]{2}/)])
    }
    expect(accepted).toEqual([])
  })

  test('there were more than a thousand', () => {
    expect(tried).toBeGreaterThan(1000)
  })
})

describe('whoever forges with care', () => {
  const record = recordFor({ form: 'secret' }, secretBallots(many(41, 'for', 'for', 'against')))
  const [first, ...rest] = record.ballots
  const flipped = inListOrder([{ ...first!, choice: first!.choice === 'against' ? 'for' : 'against' }, ...rest])

  test('changes a ballot: the count says so', () => {
    expect(verifyRecord({ ...record, ballots: flipped })).toMatchObject({ ok: false, fault: expect.stringContaining('重新数票') })
  })
  test('swaps two answers, so that the count stays: the root says so', () => {
    const at = record.ballots.findIndex(ballot => ballot.choice !== first!.choice)
    const swapped = record.ballots.map((ballot, index) =>
      index === 0 ? { ...ballot, choice: record.ballots[at]!.choice } : index === at ? { ...ballot, choice: first!.choice } : ballot,
    )
    expect(verifyRecord({ ...record, ballots: swapped })).toMatchObject({ ok: false, fault: expect.stringContaining('名单指纹') })
    expect(verifyRecord({ ...record, ballots: swapped, root: rootOf(swapped) })).toMatchObject({
      ok: false,
      fault: expect.stringContaining('记录里的数'),
    })
  })
  test('takes another receipt for a ballot: the root says so', () => {
    expect(verifyRecord({ ...record, ballots: inListOrder([{ receipt: 'd'.repeat(64), choice: first!.choice }, ...rest]) })).toMatchObject({
      ok: false,
      fault: expect.stringContaining('名单指纹'),
    })
  })
  test('makes the roll smaller, so that it passes: the journal says so', () => {
    const small = recordFor({ form: 'secret', rollSize: 50 }, secretBallots(many(41, 'for', 'for', 'against')))
    expect(verifyRecord({ ...small, journal: record.journal })).toMatchObject({ ok: false, fault: expect.stringContaining('名册人数') })
  })
  test('rewrites a hidden part of the journal on both sides of the link: the last entry says so', () => {
    const journal = record.journal.map(entry =>
      entry.n === 4 ? { ...entry, hash: 'e'.repeat(64) } : entry.n === 5 ? { ...entry, before: 'e'.repeat(64) } : entry,
    )
    expect(verifyRecord({ ...record, journal })).toMatchObject({ ok: false, fault: expect.stringContaining('前面各条') })
  })
  test('makes the whole record anew, journal and all: it holds, and its code is not the one on the wall', () => {
    const anew = recordFor({ form: 'secret' }, flipped)
    const [ours, theirs] = [verifyRecord(record), verifyRecord(anew)]
    expect([ours.ok, theirs.ok]).toEqual([true, true])
    expect(ours.ok && theirs.ok && ours.boardCode !== theirs.boardCode).toBe(true)
  })
})

test('a record shows of other steps neither who nor what', () => {
  const text = JSON.stringify(recordFor({ form: 'secret' }, secretBallots(many(41, 'for'))))
  expect(text).not.toContain('who-must-not-show')
  expect(text).not.toContain('after')
})

test('what a record is hashed to stays as it is: the format is published', () => {
  const record = recordFor({ form: 'secret' }, secretBallots(['for', 'against', 'abstain']))
  expect([record.root, statementHash(record), linksHash([])]).toMatchInlineSnapshot(`
    [
      "2a51537e1de79eb2fbc4256fee6697d1b57f22d71d071056dcaf376bc6a2daec",
      "1b4ec6b74db8f0223224fa782136059b82f325e99bb457e2c3d43dd960d789d2",
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ]
  `)
})

test('whatever a file holds, it is answered and not thrown', () => {
  for (const value of [
    null,
    1,
    'x',
    [],
    {},
    { format: 'village-voting-record' },
    { ...recordFor({}, []), journal: [] },
    { ...recordFor({}, []), ballots: [null] },
  ])
    expect(verifyRecord(value)).toMatchObject({ ok: false, fault: expect.stringMatching(/./) })
})
