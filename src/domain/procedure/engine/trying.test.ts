import { describe, expect, test } from 'vitest'
import type { Topic } from '../../topic/topic'
import type { Facts } from './facts'
import { tried } from './trying'

const topic: Topic = {
  id: 't',
  orgId: 'v',
  title: '村道重铺',
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
  state: 'party_members',
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
  dossier: { matterClass: 'L1', matterCode: 'V28-4' },
  rev: 0,
  head: '',
  textHash: 'h',
  reviewedHash: 'h',
}
const facts: Facts = {
  now: Date.parse('2026-11-25T10:00:00+08:00'),
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
}

describe('a step tried before it is taken', () => {
  test('says nothing of numbers that are not there yet', () => {
    expect(tried('party_members_agree', topic, facts, {})).toEqual({ missing: [], judged: [], against: false, becomes: null })
    expect(tried('party_members_agree', topic, facts, { pmmShouldAttend: 40, pmmPresent: 30 }).becomes).toBeNull()
  })
  test('half of those who should come is not more than half: the other outcome is named, with its arithmetic', () => {
    const { against, becomes, judged } = tried('party_members_agree', topic, facts, { pmmShouldAttend: 40, pmmPresent: 30, pmmYes: 20 })
    expect(against).toBe(true)
    expect(becomes).toBe('会记成“党员大会没有通过”，接下来是“村“两委”商议”')
    expect(judged.at(-1)).toMatch(/赞成 20 人，按.*40 人算：2×20=40 ≤ 40，没有达到过半数/)
  })
  test('one more carries it', () => {
    expect(tried('party_members_agree', topic, facts, { pmmShouldAttend: 40, pmmPresent: 30, pmmYes: 21 })).toMatchObject({
      against: false,
      becomes: '够了，接下来是“发会议通知”',
    })
  })
  test('numbers that do not fit are told, and nothing is foreseen from them', () => {
    const { missing, becomes } = tried('party_members_agree', topic, facts, { pmmShouldAttend: 40, pmmPresent: 50, pmmYes: 20 })
    expect(missing.join()).toContain('参加的 50 比名册上的 40 还多')
    expect(becomes).toBeNull()
  })
  test('a notice too short names the earliest day', () => {
    const noticing: Topic = { ...topic, state: 'noticing' }
    expect(tried('give_notice', noticing, facts, { body: 'VA_HOUSEHOLD', rollSize: 90, meetingDay: '2026-11-27' }).missing).toEqual([
      '通知的天数不够，最早 12月6日 开会',
    ])
    expect(tried('give_notice', noticing, facts, { body: 'VA_HOUSEHOLD', rollSize: 90, meetingDay: '2026-12-06' }).missing).toEqual([])
  })
})
