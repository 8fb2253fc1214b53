import { expect, test } from 'vitest'
import { allStates } from '../procedure/states'
import type { Role } from '../resident/people'
import { needsNoSupport, takesSupport } from './supports'

const holder = (...roles: Role[]) => ({ id: 'x', orgId: 'v', name: '何阿华', roles, group: 1, householdId: null })

test('who answers for others raises a matter without gathering supports; a neighbour gathers them', () => {
  for (const role of [
    'representative',
    'special_member',
    'coordinator',
    'group_leader',
    'committee',
    'supervisor',
    'town_officer',
  ] as const)
    expect(needsNoSupport(holder('resident', role)), role).toBe(true)
  expect(needsNoSupport(holder('resident'))).toBe(false)
  expect(needsNoSupport(holder('resident', 'moderator'))).toBe(false)
  expect(needsNoSupport(undefined)).toBe(false)
})

test('a support says something only until it is decided what to do', () => {
  expect(allStates.filter(takesSupport).sort()).toEqual(['accepted', 'classified', 'deliberating', 'scheduled', 'topic_review'])
})
