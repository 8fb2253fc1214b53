import { expect, test } from 'vitest'
import { instantAt } from '../ground/calendar'
import { brokenAt, sealed } from '../ground/journal'
import type { Org } from '../village/org'
import { checkWords, isReworded, newTopic, raiseTopic } from './raising'
import type { Topic } from './topic'

const now = instantAt('2026-07-03', '10:00')
const isRestDay = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const org: Org = {
  id: 'v',
  name: '何家村',
  hall: '议事厅',
  hallPlace: '',
  hallPhone: '',
  groups: 3,
  demo: true,
  supportsNeeded: 7,
  officerIds: [],
  onlineVoteByLaw: null,
  chosen: { acceptanceDays: 2 },
  switches: { townReportForVillage: true, townApproves: true },
}
const zhang = { id: 'zhang', orgId: 'v', name: '张三', roles: ['resident' as const], group: 1, householdId: null }
const words = { title: '路灯', what: '没有灯', where: '村口', affected: '学生', suggestion: '装灯' }
const given = { id: 't', ...words, category: 'lighting', photoIds: ['p1'], showName: true, origin: 'resident', voices: 1 } as const

test('a topic is handed in and registered by the engine: two rows of the table, two chained entries, its answer’s day', () => {
  const blank = newTopic(given, org, zhang, now)
  const [submitted, received] = raiseTopic(blank, org, zhang, isRestDay)
  const row = { at: now, from: 'submitted' as const, taken: true, evidence: {} }
  const first = sealed(blank, { ...row, step: 'submit', transition: 'TR-01', said: '提交', to: 'submitted', byId: 'zhang' })
  const handed: Topic = { ...blank, rev: 1, head: first.hash }
  const second = sealed(handed, { ...row, step: 'receive', transition: 'TR-02', said: '登记', to: 'screening', byId: null })
  expect(submitted).toMatchObject({ taken: true, entry: first, topic: handed })
  // Handed in on a Friday: two working days are Monday and Tuesday.
  const dueAt = instantAt('2026-07-08', '00:00')
  expect(received).toMatchObject({ taken: true, entry: second, topic: { ...handed, state: 'screening', dueAt, rev: 2, head: second.hash } })
  expect(brokenAt([submitted.entry, received.entry])).toBeNull()
})

test('the law of the day and what the village had chosen by then go with a topic; what is not of its order does not', () => {
  const { rules, chosen, switches } = newTopic(given, org, zhang, now)
  expect(rules).toMatch(/^village/)
  expect(chosen).toEqual({ supportsNeeded: 7, acceptanceDays: 2 })
  expect(switches).toEqual({ townReportForVillage: true })
})

test('words are checked part by part, and a topic sent back is corrected or it is not', () => {
  expect(checkWords({ ...words, title: ' 路灯 ' })).toEqual({ ok: true, value: words })
  expect(checkWords({ ...words, where: ' ' })).toEqual({ ok: false, refusal: 'empty-text' })
  const topic = newTopic(given, org, zhang, now)
  expect(isReworded(topic, given)).toBe(false)
  expect(isReworded(topic, { ...given, showName: false })).toBe(false)
  expect(isReworded(topic, { ...given, what: '两盏都不亮' })).toBe(true)
  expect(isReworded(topic, { ...given, photoIds: [] })).toBe(true)
})
