import { describe, expect, test } from 'vitest'
import type { RuleId } from '../../law/names'
import type { RuleSetId } from '../../law/rule-sets'
import { endOf, startOf } from '../../ground/calendar'
import type { Person, Role } from '../../resident/people'
import type { Topic } from '../../topic/topic'
import { advance, countersign } from './engine'
import type { Facts } from './facts'
import { guards } from '../guards/all'

/* The book's date vectors that hang on a step (§5.2): D6 a notice, D7 a corrected posting. */

const rest = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const facts = (on: string): Facts => ({
  now: startOf(on) + 9 * 3_600_000,
  supports: 0,
  authorNeedsNoSupport: false,
  supportsNeeded: 5,
  session: null,
  parentOpen: true,
  changed: true,
  fileComplete: true,
  village: {
    kind: 'village',
    collectiveSequence: 'replace_fourth',
    townReportForVillage: false,
    charterGives: [],
    committeeActsAsCollective: false,
    delegations: [],
  },
})
const topic: Topic = {
  id: 't',
  orgId: 'v',
  title: '',
  what: '',
  where: '',
  affected: '',
  suggestion: '',
  category: 'roads',
  photoIds: [],
  authorId: 'zhang',
  coAuthorIds: [],
  showName: true,
  origin: 'resident',
  voices: 1,
  state: 'noticing',
  enteredAt: 0,
  dueAt: null,
  raisedAt: 0,
  activeAt: 0,
  parentId: null,
  mergedIds: [],
  round: 1,
  sessions: 0,
  postponed: 0,
  sessionId: null,
  commentsUntil: null,
  openMotions: 0,
  openObjections: 0,
  pending: null,
  waitsForKey: false,
  dossier: {},
  rev: 0,
  head: '',
  rules: 'village-2026',
}
const holds = (
  guard: 'notice-long-enough' | 'urgent-allowed',
  body: RuleId,
  noticed: string,
  meetingDay: string,
  rules: RuleSetId = 'village-2026',
) => guards[guard].holds({ ...topic, rules }, facts(noticed), { body, meetingDay })

describe('D6: notice', () => {
  test('ten full days, one fewer is too short, for the village and for the members', () => {
    for (const body of ['VA_PERSON', 'VA_HOUSEHOLD', 'CMA'] as const)
      expect(
        ['2026-04-12', '2026-04-11'].map(day => holds('notice-long-enough', body, '2026-04-01', day)),
        body,
      ).toEqual([true, false])
  })
  test('a village that chose more days has more', () => {
    const chosen = (meetingDay: string) =>
      guards['notice-long-enough'].holds({ ...topic, chosen: { 'notice.VA_PERSON': 15 } }, facts('2026-04-01'), {
        body: 'VA_PERSON',
        meetingDay,
      })
    expect(['2026-04-17', '2026-04-16'].map(chosen)).toEqual([true, false])
  })
  test('may be shortened for the villagers’ assembly since 2026, never for the members’, and never to the same day', () => {
    expect(holds('urgent-allowed', 'VA_PERSON', '2026-04-01', '2026-04-03')).toBe(true)
    expect(holds('urgent-allowed', 'VA_PERSON', '2026-04-01', '2026-04-01')).toBe(false)
    expect(holds('urgent-allowed', 'CMA', '2026-04-01', '2026-04-11')).toBe(false)
    expect(holds('urgent-allowed', 'VA_PERSON', '2025-04-01', '2025-04-03', 'village-2018')).toBe(false)
  })
})

describe('D7: a posting that is corrected', () => {
  test('starts anew from the day it was corrected, and from the last of two corrections', () => {
    const person = (id: string, role: Role): Person => ({ id, orgId: 'v', name: '', roles: [role], group: 1, householdId: null })
    let here: Topic = { ...topic, state: 'resolution_posting', enteredAt: startOf('2026-03-01'), dueAt: endOf('2026-03-16') }
    for (const [on, ends] of [
      ['2026-03-04', '2026-03-19'],
      ['2026-03-06', '2026-03-23'],
    ] as const) {
      const laid = advance({
        topic: here,
        name: 'correct_resolution',
        acting: person('committee', 'committee'),
        evidence: { resolutionText: `${on}更正`, changeReason: '写漏了' },
        facts: facts(on),
        isRestDay: rest,
      })
      if (!laid.ok) throw new Error(laid.refusal)
      expect(laid.value.topic.dueAt).toBe(here.dueAt) // proposed is not corrected
      const done = countersign({
        topic: laid.value.topic,
        acting: person('supervisor', 'supervisor'),
        facts: facts(on),
        isRestDay: rest,
        agrees: true,
        note: '',
      })
      if (!done.ok) throw new Error(done.refusal)
      here = done.value.topic
      expect(here.dueAt).toBe(endOf(ends))
    }
  })
})
