import { describe, expect, test } from 'vitest'
import type { Person, Role } from '../resident/people'
import { fields, type FieldName } from './fields'
import { mayReadInFile } from './readers'

const who = (...roles: readonly Role[]): Person => ({
  id: 'p',
  orgId: 'v',
  name: '某',
  roles: ['resident', ...roles],
  group: 1,
  householdId: null,
})
type Read = Parameters<typeof mayReadInFile>[2]
const topic = (more: Partial<Read> = {}): Read => ({
  authorId: 'a',
  coAuthorIds: [],
  state: 'resolution_posting',
  dossier: { matterClass: 'L1' },
  ...more,
})
const reads = (viewer: Person | null, names: readonly FieldName[], of = topic()) => names.filter(name => mayReadInFile(name, viewer, of))

const party = ['pcmMinutes', 'pcmSigned', 'tcmMinutes', 'tcmSigned', 'pmmMinutes', 'pmmSigned'] as const
const numbers = ['pcmMembers', 'pcmPresent', 'pcmYes', 'pmmShouldAttend', 'pmmYes', 'pmmNo'] as const

describe('who reads what of a file', () => {
  test('议一 to 议三: numbers for residents and representatives, papers for committees, supervision, the town and the adviser', () => {
    for (const viewer of [who(), who('representative'), who('special_member')]) {
      expect(reads(viewer, numbers)).toEqual(numbers)
      expect(reads(viewer, party)).toEqual([])
    }
    for (const role of ['committee', 'party_secretary', 'supervisor', 'town_officer', 'legal_adviser'] as const)
      expect(reads(who(role), party)).toEqual(party)
  })
  test('minutes of the talk and of the assembly go to representatives and special members; the town reads them redacted', () => {
    expect(reads(who(), ['minutes', 'assemblyMinutes', 'accounts'])).toEqual([])
    for (const role of ['representative', 'special_member', 'coordinator', 'committee', 'supervisor'] as const)
      expect(reads(who(role), ['minutes', 'assemblyMinutes', 'accounts'])).toHaveLength(3)
    expect(reads(who('town_officer'), ['minutes', 'assemblyMinutes'])).toEqual([])
  })
  test('of the legality review a resident reads how it came out, which the step’s name says; a representative why', () => {
    expect(reads(who(), ['riskLevel', 'opinionArticles', 'opinionReasons', 'checklist'])).toEqual([])
    expect(reads(who('representative'), ['opinionReasons', 'checklist'])).toHaveLength(2)
  })
  test('the check-in list: supervision at once, the committee once the vote is closed, nobody else', () => {
    expect(reads(who('committee'), ['checkInSheet'], topic({ state: 'voting' }))).toEqual([])
    expect(reads(who('supervisor'), ['checkInSheet'], topic({ state: 'voting' }))).toEqual(['checkInSheet'])
    expect(reads(who('committee'), ['checkInSheet'])).toEqual(['checkInSheet'])
    expect(reads(who('representative'), ['checkInSheet'])).toEqual([])
    expect(reads(who('town_officer'), ['checkInSheet'])).toEqual([])
  })
  test('the collective’s money is its members’', () => {
    const collective = topic({ dossier: { matterClass: 'C2' } })
    expect(reads(who(), ['budgetTotal', 'finalAccount'], collective)).toEqual([])
    expect(reads(who('collective_member'), ['budgetTotal', 'finalAccount'], collective)).toHaveLength(2)
    expect(reads(who(), ['budgetTotal', 'finalAccount'])).toHaveLength(2)
  })
  test('what was answered to the author, the author reads; who declared an interest, and which, the village’s officers', () => {
    expect(reads(who(), ['toFix', 'handOver', 'relation'])).toEqual([])
    expect(reads(who(), ['toFix', 'handOver', 'relation'], topic({ authorId: 'p' }))).toEqual(['toFix', 'handOver'])
    expect(reads(who('supervisor'), ['toFix', 'handOver', 'relation'])).toHaveLength(3)
  })
  test('a passer-by reads what hangs on the board, and no person in it', () => {
    const read = reads(null, Object.keys(fields) as FieldName[])
    expect(read).toContain('resolutionText')
    expect(read.filter(name => fields[name].kind === 'person')).toEqual([])
    expect(reads(null, [...party, ...numbers, 'minutes', 'opinionReasons', 'planText', 'relation'])).toEqual([])
  })
})
