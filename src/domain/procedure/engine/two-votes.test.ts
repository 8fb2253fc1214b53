import { describe, expect, test } from 'vitest'
import { dayOf, endOf, startOf } from '../../ground/calendar'
import type { Person, Role } from '../../resident/people'
import type { Topic } from '../../topic/topic'
import { affected } from './effects'
import { advance, countersign } from './engine'
import type { EvidenceValue } from '../evidence'
import type { Facts } from './facts'
import { isStepName } from '../tracks/steps'

// The city's letter read the other way (procedures §2.3-2, reading b): the village's own assembly is the fourth deliberation, then the town
// hears of it, then the members decide.

const person = (id: string, role: Role): Person => ({ id, orgId: 'v', name: id, roles: ['resident', role], group: 1, householdId: null })
const committee = person('committee', 'committee'),
  moderator = person('moderator', 'moderator'),
  supervisor = person('supervisor', 'supervisor'),
  town = person('town', 'town_officer'),
  board = person('board', 'collective_board')
const secretary = person('secretary', 'party_secretary')
const noRest = () => false
const reviewed: Topic = {
  id: 't',
  orgId: 'v',
  title: '补偿款',
  what: '',
  where: '',
  affected: '',
  suggestion: '',
  category: 'other',
  photoIds: [],
  authorId: 'zhang',
  coAuthorIds: [],
  showName: true,
  origin: 'resident',
  voices: 1,
  state: 'party_members',
  enteredAt: startOf('2026-03-02'),
  dueAt: null,
  raisedAt: startOf('2026-03-02'),
  activeAt: startOf('2026-03-02'),
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
  dossier: { matterClass: 'C1', matterCode: 'C26-10', planText: '按人头分' },
  rev: 0,
  head: '',
  rules: 'village-2026',
  textHash: 'a',
  reviewedHash: 'a',
}
const pictures = ['p']
const party = { pmmShouldAttend: 40, pmmPresent: 30, pmmYes: 21, pmmNo: 9, pmmAbstain: 0, pmmMinutes: '记录', pmmSigned: pictures }
const notice = (body: string, meetingDay: string) => ({
  body,
  meetingDay,
  meetingTime: '晚上',
  meetingPlace: '二楼',
  agenda: '一件事',
  rollSize: 90,
  scrutineer: 'supervisor',
  teller: 'rep',
  noticePhoto: pictures,
  noticeAlso: ['door'],
  documentsReady: true,
  paperReady: true,
})
const checkIn = { presentHall: 70, presentOnline: 0, presentProxy: 0, checkInSheet: pictures, textRead: true }
const count = (votesYes: number) => ({
  lateArrivals: 0,
  votesYes,
  votesNo: 70 - votesYes,
  votesAbstain: 0,
  votesInvalid: 0,
  votesUnreturned: 0,
  tallySheet: pictures,
  assemblyMinutes: '记录',
  resolutionText: '按人头分',
})
const promise = { implementer: 'board', finishBy: '2026-12-01' }

/** A village that votes twice, with a clock that goes on. */
function twice() {
  let here = reviewed,
    now = startOf('2026-03-03')
  const facts = (): Facts => ({
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
      collectiveSequence: 'additional_fifth',
      townReportForVillage: false,
      charterGives: [],
      committeeActsAsCollective: false,
      delegations: [],
    },
  })
  const send = (acting: Person, name: string, evidence: Record<string, EvidenceValue> = {}): string => {
    if (!isStepName(name)) return 'no such step'
    const decision = advance({ topic: here, name, acting, evidence, facts: facts(), isRestDay: noRest })
    if (!decision.ok) return decision.refusal
    const laid = decision.value.topic.pending
      ? countersign({ topic: decision.value.topic, acting: supervisor, facts: facts(), isRestDay: noRest, agrees: true, note: '' })
      : decision
    if (!laid.ok) return laid.refusal
    here = affected(laid.value.topic, laid.value.entry.step as typeof name, here.state, laid.value.entry.evidence, acting.id)
    return here.state
  }
  const meet = (body: string, by = committee): string[] => {
    const on = dayOf(now + 11 * 86_400_000)
    const noticed = send(by, 'give_notice', notice(body, on))
    now = startOf(on)
    return [noticed, send(moderator, 'open_assembly'), send(moderator, 'open_vote', checkIn), send(moderator, 'close_vote')]
  }
  return {
    send,
    meet,
    topic: () => here,
    later: () => {
      now = endOf(dayOf(now))
    },
  }
}
const held = ['noticing', 'assembly_open', 'voting', 'counting']

describe('a village where the members decide after the village has', () => {
  test('the villagers vote, the town is told, the members vote: each meeting has its own notice, roll and count', () => {
    const { send, meet, topic } = twice()
    expect(send(secretary, 'party_members_to_town', party)).toBe('step-not-open')
    expect(send(secretary, 'party_members_agree', party)).toBe('noticing')
    expect(send(board, 'give_notice', notice('CMA', '2026-05-01'))).toBe('not-the-convener')
    expect(send(committee, 'give_notice', notice('CMA', '2026-05-01'))).toBe('body-competent') // the village speaks first
    expect(meet('VA_PERSON')).toEqual(held)
    expect(send(committee, 'announce', { ...count(36), ...promise })).toBe('step-not-open') // it decides nothing yet
    expect(send(committee, 'announce_to_town', count(36))).toBe('town_report')
    expect(topic().townReportedAt ?? null).toBeNull()
    expect(send(town, 'town_answers', { townReply: '已收到', townReplyNo: '3号' })).toBe('noticing')
    expect(send(board, 'open_assembly')).toBe('notice-given') // the first meeting's notice is no notice of this one
    expect(send(committee, 'give_notice', notice('CMA', '2026-06-01'))).toBe('not-the-convener')
    expect(send(board, 'give_notice', notice('VA_PERSON', '2026-06-01'))).toBe('body-competent') // now the members, and nobody else
    expect(meet('CMA', board)).toEqual(held)
    expect(send(board, 'announce_to_town', count(60))).toBe('step-not-open')
    expect(send(board, 'announce', { ...count(60), ...promise })).toBe('resolution_posting')
  })
  test('what the villagers refuse never reaches the members; 59 of 90 members is not enough though most villagers agreed', () => {
    const refused = twice()
    refused.send(secretary, 'party_members_agree', party)
    refused.meet('VA_PERSON')
    expect(refused.send(committee, 'announce_to_town', count(35))).toBe('not_passed')
    const short = twice()
    short.send(secretary, 'party_members_agree', party)
    short.meet('VA_PERSON')
    short.send(committee, 'announce_to_town', count(70))
    short.send(town, 'town_answers', { townReply: '已收到', townReplyNo: '3号' })
    short.meet('CMA', board)
    expect(short.send(board, 'announce', { ...count(59), ...promise })).toBe('not_passed')
  })
  test('a plan the town would have changed goes back, and the villagers vote on it first again', () => {
    const { send, meet, topic, later } = twice()
    send(secretary, 'party_members_agree', party)
    meet('VA_PERSON')
    send(committee, 'announce_to_town', count(70))
    expect(send(town, 'town_suggests', { townSuggestion: '写明标准', townReplyNo: '4号' })).toBe('two_committees')
    expect(topic()).toMatchObject({ reviewedHash: '', townReportedAt: null, noticedAt: null })
    later()
    expect(
      send(committee, 'agree_plan', {
        planText: '按人头分，写明标准',
        budgetTotal: 0,
        fundingSource: '补偿款',
        tcmMembers: 9,
        tcmPresent: 9,
        tcmYes: 9,
        tcmMinutes: '记录',
        tcmSigned: pictures,
        conflictsAsked: true,
      }),
    ).toBe('legality_review')
  })
})
