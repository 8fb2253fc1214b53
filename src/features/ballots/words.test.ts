import { expect, test } from 'vitest'
import type { Output } from '@/contract'
import { howItPasses } from '@/domain/bodies/how-it-passes'
import { ruleOf } from '@/domain/bodies/rule-sets'
import type { Motion } from '@/domain/motions'
import { judgeMotion } from '@/domain/settle'
import { majorityTag, oneSidedAfter, outcomeLine, recountWords, rootWords } from './words'

const rules = 'village-2026'
const passes = (body: Motion['body'], byLaw: string | null) => { const said = howItPasses(ruleOf(rules, body), 80, byLaw); return { ...said, lines: [...said.lines] } }
const view = (card: Partial<Output<'motion.view'>['card']>, byLaw: string | null): Output<'motion.view'> => ({
  now: 0, title: '', rule: '', says: '', passes: passes(card.body ?? 'VRA', byLaw), byLaw, mine: null, onBehalfOf: null,
  card: { id: 'm1', topicId: 't1', text: '', body: 'VRA', form: 'secret', opensAt: 0, closesAt: 1, rollSize: 80, turnout: 0, quorumNeeds: 54, binding: byLaw !== null, onRoll: true, voted: false, result: null, ...card },
})
const judged = (motion: Pick<Motion, 'body' | 'byLaw' | 'rollSize'>, tally: Parameters<typeof judgeMotion>[1]) => { const result = judgeMotion({ ...motion, rules }, tally); return { ...result, explain: [...result.explain] } }
const wholeText = (seen: Output<'motion.view'>) => [seen.passes.title, ...seen.passes.lines, outcomeLine(seen.card), majorityTag(seen.card)?.says ?? ''].join('')

test('how it passes carries the numbers of this very roll', () => {
  expect(view({}, '章程第三十条').passes.lines[0]).toContain('名册上 80 人，须有 54 人以上参加（三分之二以上）')
})

test('a poll never says 通过', () => {
  const poll = view({ body: 'POLL', quorumNeeds: 0, result: judged({ body: 'POLL', byLaw: null, rollSize: 80 }, { for: 60, against: 2, abstain: 0 }) }, null)
  expect(wholeText(poll)).not.toContain('通过')
})

test('a vote no by-law authorises never says 通过', () => {
  const seen = view({ result: judged({ body: 'VRA', byLaw: null, rollSize: 80 }, { for: 60, against: 2, abstain: 0 }) }, null)
  expect(wholeText(seen)).not.toContain('通过')
  expect(majorityTag(seen.card)?.says).toBe('只作参考')
})

test('a recount that differs from what was announced says so', () => {
  const { card } = view({ result: judged({ body: 'VRA', byLaw: '章程', rollSize: 80 }, { for: 41, against: 12, abstain: 5 }) }, '章程')
  expect(recountWords({ for: 41, against: 12, abstain: 5 }, card)).toContain('和公布的一样')
  expect(recountWords({ for: 42, against: 11, abstain: 5 }, card)).toContain('和公布的不一样')
})

test('a list whose fingerprint differs from the published one says so; where none was published nothing is said', () => {
  const result = judged({ body: 'VRA', byLaw: '章程', rollSize: 80 }, { for: 58, against: 0, abstain: 0 })
  const { card } = view({ result: { ...result, root: 'a'.repeat(64) } }, '章程')
  expect(rootWords('a'.repeat(64), card)).toEqual([expect.stringContaining('和公布的一样')])
  expect(rootWords('b'.repeat(64), card)).toEqual([expect.stringContaining('和公布的不一样')])
  expect(rootWords('a'.repeat(64), view({ result }, '章程').card)).toEqual([])
})

test('a secret vote in which all chose the same says that it hides nothing', () => {
  const settled = (form: 'named' | 'secret', votes: Parameters<typeof judgeMotion>[1]) => view({ form, result: judged({ body: 'VRA', byLaw: '章程', rollSize: 80 }, votes) }, '章程').card
  expect(oneSidedAfter(settled('secret', { for: 58, against: 0, abstain: 0 }))).toContain('看得出每个人怎么投')
  expect(oneSidedAfter(settled('secret', { for: 57, against: 1, abstain: 0 }))).toBeNull()
  expect(oneSidedAfter(settled('secret', { for: 0, against: 0, abstain: 0 }))).toBeNull()
  expect(oneSidedAfter(settled('named', { for: 58, against: 0, abstain: 0 }))).toBeNull()
})
