import { describe, expect, test } from 'vitest'
import type { Person, Role } from '@/domain/resident/people'
import type { Facts } from '@/domain/procedure/engine/facts'
import type { State } from '@/domain/procedure/states'
import type { Topic } from '@/domain/topic/topic'
import { nextStep } from './next-step'

const day = 86_400_000
const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-11-25T10:00:00')
const person = (id: string, name: string, ...roles: Role[]): Person => ({
  id,
  orgId: 'v',
  name,
  roles: ['resident', ...roles],
  group: 1,
  householdId: null,
})
const officers = [
  person('li', '李主任', 'committee'),
  person('he', '何委员', 'committee'),
  person('chen', '陈律师', 'legal_adviser'),
  person('lin', '林主持', 'moderator'),
  person('su', '苏监委', 'supervisor'),
  person('town', '梁干事', 'town_officer'),
]
const people = new Map(officers.map(one => [one.id, one]))
const facts: Facts = {
  now,
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
const topic = (state: State, more: Partial<Topic> = {}): Topic => ({
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
  state,
  enteredAt: now - day,
  dueAt: now + 10 * day,
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
  ...more,
})
const next = (of: Topic) => nextStep(of, facts, people, officers, null)

describe('下一步', () => {
  test('names the one person who holds the office, and the office where several do', () => {
    expect(next(topic('legality_review'))).toMatchObject({
      what: '审核方案合不合法',
      who: '陈律师（法律顾问）',
      step: 'review_lawful',
      ends: ['review_with_changes', 'review_unlawful', 'review_passed_on', 'judicial_review_lawful', 'judicial_review_unlawful'],
    })
    expect(next(topic('two_committees'))).toMatchObject({ what: '议二：记录两委商议', who: '村委会', step: 'agree_plan' })
  })
  test('where several steps are open it is the one whose conditions hold: the class decides the road', () => {
    const classified = (matterClass: string) => next(topic('classified', { dossier: { matterClass } })).step
    expect([classified('L3'), classified('L2'), classified('L1')]).toEqual(['enter_quick', 'schedule', 'enter_major'])
  })
  test('first the notice, then its meeting with its own hour', () => {
    expect(next(topic('noticing'))).toMatchObject({ step: 'give_notice' })
    const noticed = topic('noticing', {
      noticedAt: now,
      dossier: {
        matterClass: 'L1',
        matterCode: 'V28-4',
        body: 'VA_HOUSEHOLD',
        rollSize: 2600,
        meetingDay: '2026-12-07',
        meetingTime: '19:30',
      },
    })
    expect(next(noticed)).toMatchObject({ what: '到时间，开会', by: at('2026-12-07T19:30:00'), missing: ['会议定在 12月7日，还没到'] })
    expect(nextStep(noticed, { ...facts, now: at('2026-12-07T19:30:00') }, people, officers, null)).toMatchObject({
      missing: [],
      overdue: true,
    })
  })
  test('a posting asks for one thing after the other: photograph, filing, last photograph, certificate', () => {
    const posted = (dossier: Topic['dossier'], dueAt = now + 10 * day) => next(topic('resolution_posting', { dossier, dueAt }))
    const filed = { matterClass: 'C2', matterCode: 'RENEWAL' } as const
    expect(posted(filed)).toMatchObject({ step: 'board_first' })
    expect(posted({ ...filed, boardPhotoFirst: ['p'] })).toMatchObject({ step: 'file' })
    expect(posted({ ...filed, boardPhotoFirst: ['p'], filingNo: '7', filingReceipt: ['p'] })).toMatchObject({
      step: 'board_last',
      missing: ['要到公示的最后一天'],
    })
    expect(posted({ ...filed, boardPhotoFirst: ['p'], filingNo: '7', filingReceipt: ['p'] }, now + day / 2)).toMatchObject({
      step: 'board_last',
      missing: [],
    })
    expect(
      posted({ ...filed, boardPhotoFirst: ['p'], filingNo: '7', filingReceipt: ['p'], boardPhotoLast: ['p'] }, now + day / 2),
    ).toMatchObject({ step: 'certify_posting', who: '苏监委（村务监督委员会）' })
    expect(
      posted({ ...filed, boardPhotoFirst: ['p'], filingNo: '7', filingReceipt: ['p'], boardPhotoLast: ['p'], postingCertified: true }),
    ).toMatchObject({ what: '决议公开', who: '', by: now + 10 * day, missing: [] })
  })
  test('an objection nobody has answered comes before everything else on the board', () => {
    expect(next(topic('resolution_posting', { openObjections: 2 }))).toMatchObject({
      what: '答复异议',
      step: null,
      missing: ['还有 2 件异议没有答复，答复了才能往下走'],
    })
  })
  test('a second key is waited for from the office that turns it', () => {
    const pending = (step: string) =>
      next(topic('legality_review', { pending: { step: step as 'classify', evidence: {}, byId: 'chen', at: now } }))
    expect(pending('review_with_changes')).toMatchObject({ what: '村委会确认：审核：改后合法', step: null })
    expect(pending('classify')).toMatchObject({ what: '村务监督委员会确认：审定分类' })
  })
  test('of the collective’s matters its board is named, of the village’s the village committee', () => {
    expect(next(topic('noticing', { townReportedAt: now, dossier: { matterClass: 'C1', matterCode: 'C26-10' } })).who).toBe('集体理事会')
    expect(next(topic('noticing')).who).toBe('村委会')
  })
  test('what was suspended waits for the town or the supervisors, what did not pass for a new plan', () => {
    expect(next(topic('suspended', { heldFrom: 'major_implementing', dueAt: null }))).toMatchObject({
      what: '查清楚，恢复或者退回',
      step: 'resume',
      by: null,
    })
    expect(next(topic('not_passed', { dueAt: null }))).toMatchObject({ step: 'revise', ends: ['close_not_passed', 'take_to_assembly'] })
  })
})
