import { expect, test } from 'vitest'
import type { Output } from '@/contract'
import { howItPasses } from '@/domain/bodies/how-it-passes'
import { ruleOf } from '@/domain/bodies/rule-sets'
import type { Motion } from '@/domain/motions'
import { judgeMotion } from '@/domain/settle'
import { answersAloud, majorityTag, outcomeLine, readBack, recountWords } from './words'

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

test('every option of the paper is read out, and the choice is said back with both ways on', () => {
  expect(answersAloud(view({ method: 'one', options: [{ id: 'a', text: '装路灯' }, { id: 'b', text: '修路' }] }, null).card)).toBe('请您自己选。请在这几项里选一项：装路灯；修路，或者弃权。')
  expect(answersAloud(view({}, null).card)).toContain('赞成、反对，或者弃权')
  expect(readBack('赞成')).toMatch(/赞成.*投出.*再想想/)
})
