import { describe, expect, test } from 'vitest'
import type { Person, Role } from '../resident/people'
import type { Topic } from '../topic/topic'
import { convenersOf, convenes } from './conveners'
import type { VillageFacts } from './engine/facts'
import { stepNames, stepOf } from './tracks/steps'

const village: VillageFacts = {
  kind: 'village',
  collectiveSequence: 'replace_fourth',
  townReportForVillage: false,
  charterGives: [],
  committeeActsAsCollective: false,
  delegations: [],
}
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
}
const of = (matterClass: string, more: Partial<VillageFacts> = {}, change: Partial<Topic> = {}) =>
  convenersOf({ ...topic, dossier: { matterClass }, ...change }, { village: { ...village, ...more } })
const person = (role: Role, group: number): Person => ({
  id: role,
  orgId: 'v',
  name: '',
  roles: ['resident', role],
  group,
  householdId: null,
})

describe('who calls the meeting', () => {
  test('the board the members, the committee the village, a leader the group', () => {
    expect([of('C1'), of('C2'), of('L1'), of('G1')]).toEqual([
      ['collective_board'],
      ['collective_board'],
      ['committee'],
      ['group_leader', 'committee'],
    ])
  })
  test('where no collective was set up, the committee that acts for it', () => {
    expect(of('C1', { committeeActsAsCollective: true })).toEqual(['committee'])
  })
  test('in a village that votes twice, first the committee, and the board once the town has heard', () => {
    expect(of('C1', { collectiveSequence: 'additional_fifth' })).toEqual(['committee'])
    expect(of('C1', { collectiveSequence: 'additional_fifth' }, { townReportedAt: 1 })).toEqual(['collective_board'])
  })
  test('a leader calls the own group alone', () => {
    const group: Topic = { ...topic, dossier: { matterClass: 'G1', affectedGroups: ['5'] } }
    expect([5, 6].map(number => convenes(group, person('group_leader', number), { village }))).toEqual([true, false])
    expect(convenes(group, person('committee', 6), { village })).toBe(true)
  })
  test('no row of the meeting names the board or the committee beside its convener', () => {
    for (const name of stepNames)
      if (stepOf(name).by.includes('convener'))
        expect(
          stepOf(name).by.filter(actor => actor === 'committee' || actor === 'collective_board' || actor === 'group_leader'),
          name,
        ).toEqual([])
  })
})
