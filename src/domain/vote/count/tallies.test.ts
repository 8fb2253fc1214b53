import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerFits, type Answer, type Method } from '../question/answers'
import type { BodyId } from '../../law/names'
import { outcomeWords, type Motion } from '../motions'
import { judgeMotion } from './settle'
import { counting, goOn, totalsOf } from './tallies'

const options = [
  { id: 'a', text: '沥青' },
  { id: 'b', text: '水泥' },
  { id: 'c', text: '青石' },
]
const cast = (...answers: Answer[]) => answers.map(choice => ({ choice }))
const votes = (method: Method, ...answers: Answer[]) => totalsOf({ method, options }, cast(...answers)).options?.map(option => option.votes)

describe('counting', () => {
  test('one: a vote each; approve: one for each approved', () => {
    expect(votes('one', 'a', 'b', 'a', 'abstain')).toEqual([2, 1, 0])
    expect(votes('approve', 'a+c', 'a', 'abstain')).toEqual([2, 0, 1])
  })
  test('rank: three for the first of three, what is not ranked gets nothing, a lone mark is a first place', () => {
    expect(votes('rank', 'c>a>b', 'a', 'b>c')).toEqual([2 + 3, 1 + 3, 3 + 2])
  })
  test('score: the points as given', () => {
    expect(votes('score', 'a=5,b=0', 'a=3,c=4', 'abstain')).toEqual([8, 0, 4])
  })
  test('invalid ballots are ballots and nobody’s votes; a paper that is still out is none', () => {
    expect(totalsOf({ method: 'one', options }, [{ choice: 'invalid' }, { choice: null }, { choice: 'b' }])).toMatchObject({
      ballots: 2,
      invalid: 1,
      options: [{ votes: 0 }, { votes: 1 }, { votes: 0 }],
    })
  })

  const answerOf = (method: Method) => {
    const some = fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 })
    switch (method) {
      case 'yes-no':
        return fc.constantFrom('for', 'against', 'abstain')
      case 'one':
        return fc.constantFrom('a', 'b', 'c', 'abstain')
      case 'approve':
        return some.map(ids => [...ids].sort().join('+'))
      case 'rank':
        return some.map(ids => ids.join('>'))
      case 'score':
        return some.chain(ids =>
          fc.tuple(...[...ids].sort().map(id => fc.nat(5).map(points => `${id}=${points}`))).map(parts => parts.join(',')),
        )
    }
  }
  const methods: readonly Method[] = ['yes-no', 'one', 'approve', 'rank', 'score']

  test.each(methods)('%s: counted in one go, or ballot by ballot in another order, it is the same', method => {
    fc.assert(
      fc.property(fc.array(answerOf(method), { maxLength: 60 }), answers => {
        expect(answers.every(answer => answerFits({ method, options }, answer))).toBe(true)
        const count = counting({ method, options })
        for (const answer of [...answers].reverse()) count.add(answer)
        expect(count.totals()).toEqual(totalsOf({ method, options }, cast(...answers)))
        expect(count.totals().ballots).toBe(answers.length)
      }),
    )
  })

  test.each(methods)('%s in a poll: whatever comes out, it is only counted, and no word says 通过', method => {
    fc.assert(
      fc.property(
        fc.constantFrom<BodyId>('POLL', 'DELIB'),
        fc.array(answerOf(method), { maxLength: 60 }),
        fc.boolean(),
        (body, answers, second) => {
          const result = judgeMotion(
            { ...motion, body, byLaw: '章程', method, ...(method === 'yes-no' ? {} : { options }), ...(second ? { secondOf: 'm0' } : {}) },
            totalsOf({ method, options }, cast(...answers)),
          )
          expect(result.outcome).toBe('counted')
          expect([outcomeWords[result.outcome], ...result.explain].join('')).not.toContain('通过')
        },
      ),
    )
  })
})

const motion: Pick<Motion, 'body' | 'byLaw' | 'rollSize' | 'rules' | 'method' | 'options'> = {
  body: 'VA_PERSON',
  byLaw: '章程第八条',
  rollSize: 190,
  rules: 'village-2026',
  method: 'one',
  options,
}
const times = (counts: Readonly<Record<string, number>>) => {
  const count = counting({ method: 'one', options })
  for (const [answer, each] of Object.entries(counts)) count.add(answer, each)
  return count.totals()
}

describe('several options before a body that decides', () => {
  test('T50: forty of a hundred is no majority; the two foremost go to a second ballot, with the arithmetic of each', () => {
    const result = judgeMotion(motion, times({ a: 40, b: 35, c: 25 }))
    expect(result).toMatchObject({
      outcome: 'second_ballot',
      present: 100,
      options: [
        { id: 'a', votes: 40 },
        { id: 'b', votes: 35 },
        { id: 'c', votes: 25 },
      ],
    })
    expect(result.explain[1]).toContain('选“沥青”的 40 人：2×40=80 ≤ 100')
    expect(result.explain.at(-1)).toContain('“沥青”“水泥”再投一轮')
    expect(goOn(result.options, options).map(({ id }) => id)).toEqual(['a', 'b'])
  })
  test('whoever ties with the second goes on', () => {
    expect(goOn(judgeMotion(motion, times({ a: 30, b: 40, c: 30 })).options, options).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
  test('one that has the rule’s own share passes, and is named', () => {
    const result = judgeMotion(motion, times({ a: 51, b: 30, c: 19 }))
    expect(result.outcome).toBe('passed')
    expect(result.explain.at(-1)).toContain('“沥青”通过')
  })
  test('abstaining and invalid ballots stay in the base', () => {
    expect(judgeMotion(motion, times({ a: 50, b: 20, abstain: 20, invalid: 10 })).outcome).toBe('second_ballot')
  })
  test('two thirds of all members, not half of those who came', () => {
    const members = { ...motion, body: 'CMA' as const, rollSize: 90 }
    expect(judgeMotion(members, times({ a: 59, b: 11 })).outcome).toBe('second_ballot')
    expect(judgeMotion(members, times({ a: 60, b: 5 })).outcome).toBe('passed')
  })
  test('a second ballot that falls short has not passed, and there is no third', () => {
    const second = { ...motion, options: options.slice(0, 2), secondOf: 'm1' }
    const result = judgeMotion(second, totalsOf(second, cast(...Array.from({ length: 100 }, (_, n) => (n % 2 ? 'a' : 'b')))))
    expect(result.outcome).toBe('not_passed')
    expect(result.explain.at(-1)).toContain('第二轮还是没有一项够数')
  })
  test('too few there: nothing is said of the options', () => {
    expect(judgeMotion(motion, times({ a: 95 }))).toMatchObject({ outcome: 'quorum_failed', explain: [expect.any(String)] })
  })
  test('without an authorising by-law nothing passes and nothing is voted again', () => {
    for (const counts of [
      { a: 90, b: 10 },
      { a: 40, b: 35, c: 25 },
    ]) {
      const result = judgeMotion({ ...motion, byLaw: null }, times(counts))
      expect(result.outcome).toBe('counted')
      expect(result.explain.join('')).not.toContain('通过')
      expect(result.explain.join('')).not.toContain('再投一轮')
    }
  })
})

test('the points of a poll can be added up again from what is said', () => {
  const poll = { ...motion, body: 'POLL' as const, byLaw: null }
  const scored = judgeMotion({ ...poll, method: 'score' }, totalsOf({ method: 'score', options }, cast('a=5,b=2', 'a=4', 'b=1', 'abstain')))
  expect(scored.explain).toContain('“沥青”：9 ÷ 3 = 3')
  expect(scored.explain).toContain('“水泥”：3 ÷ 3 = 1')
  const ranked = judgeMotion({ ...poll, method: 'rank' }, totalsOf({ method: 'rank', options }, cast('a>b', 'b>a')))
  expect(ranked.explain).toContain('一共 3 项：排第 1 得 3 分，排第 2 得 2 分，排第 3 得 1 分，没排的得 0 分；把每张票的分加起来就是总分')
  expect(ranked.explain).toContain('“沥青”“水泥”并列在最前，5 分')
})
