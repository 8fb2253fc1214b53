import { expect, test } from 'vitest'
import type { Output } from '@/contract'
import { howItPasses } from '@/domain/law/how-it-passes'
import { ruleOf } from '@/domain/law/rule-sets'
import { outcomeWords, type Motion } from '@/domain/vote/motions'
import { judgeMotion } from '@/domain/vote/count/settle'
import { totalsOf } from '@/domain/vote/count/tallies'
import {
  afterCasting,
  aloudWords,
  answerLines,
  answersAloud,
  askTitle,
  leftOut,
  majorityTag,
  oneSidedAfter,
  outcomeLine,
  readBack,
  recountWords,
  rootWords,
  withAnswer,
} from './words'

const rules = 'village-2026'
const passes = (body: Motion['body'], byLaw: string | null) => {
  const said = howItPasses(ruleOf(rules, body), 80, byLaw)
  return { ...said, lines: [...said.lines] }
}
const view = (card: Partial<Output<'motion.view'>['card']>, byLaw: string | null): Output<'motion.view'> => ({
  now: 0,
  title: '',
  rule: '',
  says: '',
  passes: passes(card.body ?? 'VRA', byLaw),
  byLaw,
  mine: null,
  onBehalfOf: null,
  card: {
    id: 'm1',
    topicId: 't1',
    text: '',
    body: 'VRA',
    form: 'secret',
    opensAt: 0,
    closesAt: 1,
    rollSize: 80,
    turnout: 0,
    quorumNeeds: 54,
    binding: byLaw !== null,
    onRoll: true,
    voted: false,
    result: null,
    ...card,
  },
})
const judged = (motion: Pick<Motion, 'body' | 'byLaw' | 'rollSize'>, tally: Parameters<typeof judgeMotion>[1]) => {
  const result = judgeMotion({ ...motion, rules }, tally)
  return { ...result, explain: [...result.explain] }
}
const cast = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([choice, times]) => Array.from({ length: times }, () => ({ choice })))
const wholeText = (seen: Output<'motion.view'>) =>
  [seen.passes.title, ...seen.passes.lines, outcomeLine(seen.card), majorityTag(seen.card)?.says ?? ''].join('')

test('how it passes carries the numbers of this very roll', () => {
  expect(view({}, '章程第三十条').passes.lines[0]).toContain('名册上 80 人，须有 54 人以上参加（三分之二以上）')
})

test('a poll never says 通过', () => {
  const poll = view(
    { body: 'POLL', quorumNeeds: 0, result: judged({ body: 'POLL', byLaw: null, rollSize: 80 }, { for: 60, against: 2, abstain: 0 }) },
    null,
  )
  expect(wholeText(poll)).not.toContain('通过')
})

test('a vote no by-law authorises never says 通过', () => {
  const seen = view({ result: judged({ body: 'VRA', byLaw: null, rollSize: 80 }, { for: 60, against: 2, abstain: 0 }) }, null)
  expect(wholeText(seen)).not.toContain('通过')
  expect(majorityTag(seen.card)?.says).toBe('只作参考')
})

test('a recount that differs from what was announced says so', () => {
  const { card } = view({ result: judged({ body: 'VRA', byLaw: '章程', rollSize: 80 }, { for: 41, against: 12, abstain: 5 }) }, '章程')
  expect(recountWords(cast({ for: 41, against: 12, abstain: 5 }), card)).toContain('赞成 41，反对 12，弃权 5，和公布的一样')
  expect(recountWords(cast({ for: 42, against: 11, abstain: 5 }), card)).toContain('和公布的不一样')
})

test('two thirds of all members are called that, reached or not; more than half is never said of them', () => {
  const member = (yes: number) =>
    view(
      {
        body: 'CMA',
        rollSize: 90,
        quorumNeeds: 60,
        share: '三分之二以上',
        result: judged({ body: 'CMA', byLaw: '章程', rollSize: 90 }, { for: yes, against: 70 - yes, abstain: 0 }),
      },
      '章程',
    )
  expect(majorityTag(member(60).card)?.says).toBe('达到三分之二以上')
  expect(majorityTag(member(59).card)?.says).toBe('没有达到三分之二以上')
  expect(outcomeLine(member(59).card)).toContain('没有达到三分之二以上')
  expect(wholeText(member(59))).not.toContain('过半')
  const representatives = view(
    { share: '过半数', result: judged({ body: 'VRA', byLaw: '章程', rollSize: 80 }, { for: 20, against: 40, abstain: 0 }) },
    '章程',
  )
  expect(majorityTag(representatives.card)?.says).toBe('没有过半数')
})

const options = [
  { id: 'a', text: '沥青' },
  { id: 'b', text: '一条很长很长的方案，要写二十个字以上才行' },
]

test('a ballot is said back line by line, on a button only where it fits', () => {
  expect(answerLines('b>a', { method: 'rank', options })).toEqual([`1. ${options[1]?.text}`, '2. 沥青'])
  expect(answerLines('a=5,b=0', { method: 'score', options })).toEqual(['沥青 5 分', `${options[1]?.text} 0 分`])
  expect(withAnswer('投出', 'a', { method: 'one', options })).toBe('投出：沥青')
  expect(withAnswer('投出', 'b', { method: 'one', options })).toBe('投出')
  expect(askTitle('a+b', { method: 'approve', options })).not.toContain('沥青')
  expect([leftOut('a=5', { method: 'score', options }), leftOut('a=5,b=0', { method: 'score', options })]).toEqual([
    '没打分的，按 0 分算。',
    null,
  ])
  expect([
    leftOut('b', { method: 'rank', options }),
    leftOut('b>a', { method: 'rank', options }),
    leftOut('a', { method: 'approve', options }),
  ]).toEqual(['没排上的，不得分。', null, null])
})

const methods = ['yes-no', 'one', 'approve', 'rank', 'score'] as const
const boxes: Readonly<Record<(typeof methods)[number], readonly Readonly<Record<string, number>>[]>> = {
  'yes-no': [{}, { for: 80 }, { for: 5, against: 5 }, { abstain: 9 }],
  one: [{}, { a: 80 }, { a: 5, b: 5 }, { a: 3, b: 1, abstain: 70 }],
  approve: [{}, { 'a+b': 80 }, { a: 1, b: 1 }],
  rank: [{}, { 'a>b': 80 }, { 'a>b': 1, 'b>a': 1 }],
  score: [{}, { 'a=5,b=0': 80 }, { 'a=3': 1, 'b=3': 1, abstain: 2 }],
}
test.each(methods.flatMap(method => boxes[method].map(box => [method, box] as const)))(
  '%s, %j: whatever comes out where only views are gathered, no word says 通过',
  (method, box) => {
    for (const [body, byLaw] of [
      ['POLL', '章程'],
      ['DELIB', '章程'],
      ['VRA', null],
    ] as const) {
      const question = { method, ...(method === 'yes-no' ? {} : { options }) }
      const { options: votes, ...result } = judgeMotion({ body, byLaw, rollSize: 80, rules, ...question }, totalsOf(question, cast(box)))
      if (result.outcome === 'quorum_failed') continue
      expect(result.outcome).toBe('counted')
      const said = howItPasses(ruleOf(rules, body), 80, byLaw, { method })
      const seen = view(
        {
          body,
          binding: false,
          ...question,
          result: { ...result, explain: [...result.explain], ...(votes ? { options: [...votes] } : {}) },
        },
        byLaw,
      )
      expect(
        [
          wholeText(seen),
          said.title,
          ...said.lines,
          outcomeWords[result.outcome],
          ...result.explain,
          aloudWords(seen),
          recountWords(cast(box), seen.card),
          afterCasting(seen.card),
        ].join(''),
      ).not.toContain('通过')
    }
  },
)

test('options are counted again on the phone, and one vote too many is found', () => {
  const result = {
    for: 0,
    against: 0,
    abstain: 1,
    present: 3,
    outcome: 'counted' as const,
    explain: [],
    options: [
      { id: 'a', votes: 3 },
      { id: 'b', votes: 1 },
    ],
  }
  const { card } = view({ body: 'POLL', method: 'rank', options, result }, null)
  expect(recountWords(cast({ 'a>b': 1, abstain: 1 }), card)).toContain('“沥青”2 分')
  expect(recountWords(cast({ 'a>b': 1, abstain: 1 }), card)).toContain('不一样')
  expect(
    recountWords(cast({ 'a>b': 1, a: 0, b: 0, abstain: 1 }), {
      ...card,
      result: {
        ...result,
        options: [
          { id: 'a', votes: 2 },
          { id: 'b', votes: 1 },
        ],
      },
    }),
  ).toContain('和公布的一样')
})

test('a list whose fingerprint differs from the published one says so; where none was published nothing is said', () => {
  const result = judged({ body: 'VRA', byLaw: '章程', rollSize: 80 }, { for: 58, against: 0, abstain: 0 })
  const { card } = view({ result: { ...result, root: 'a'.repeat(64) } }, '章程')
  expect(rootWords('a'.repeat(64), card)).toEqual([expect.stringContaining('和公布的一样')])
  expect(rootWords('b'.repeat(64), card)).toEqual([expect.stringContaining('和公布的不一样')])
  expect(rootWords('a'.repeat(64), view({ result }, '章程').card)).toEqual([])
})

test('a secret vote in which all chose the same says that it hides nothing', () => {
  const settled = (form: 'named' | 'secret', votes: Parameters<typeof judgeMotion>[1]) =>
    view({ form, result: judged({ body: 'VRA', byLaw: '章程', rollSize: 80 }, votes) }, '章程').card
  expect(oneSidedAfter(settled('secret', { for: 58, against: 0, abstain: 0 }))).toContain('看得出每个人怎么投')
  expect(oneSidedAfter(settled('secret', { for: 57, against: 1, abstain: 0 }))).toBeNull()
  expect(oneSidedAfter(settled('secret', { for: 0, against: 0, abstain: 0 }))).toBeNull()
  expect(oneSidedAfter(settled('named', { for: 58, against: 0, abstain: 0 }))).toBeNull()
})

test('every option of the paper is read out, and the choice is said back with both ways on', () => {
  expect(
    answersAloud(
      view(
        {
          method: 'one',
          options: [
            { id: 'a', text: '装路灯' },
            { id: 'b', text: '修路' },
          ],
        },
        null,
      ).card,
    ),
  ).toBe('请您自己选。请在这几项里选一项：装路灯；修路，或者弃权。')
  expect(answersAloud(view({}, null).card)).toContain('赞成、反对，或者弃权')
  expect(readBack('赞成')).toMatch(/赞成.*投出.*再想想/)
})
