import { describe, expect, test } from 'vitest'
import { has, type Role } from '@/domain/resident/people'
import { demoPeople } from './people'

const village = demoPeople()
const holding = (role: Role) => village.people.filter(one => has(one, role))

describe('the people of the demo village', () => {
  test('are six thousand adults in 2,600 households and 12 groups, each office filled', () => {
    expect(holding('villager').length).toBe(6000)
    expect(new Set(holding('villager').map(one => one.householdId)).size).toBe(2600)
    expect(new Set(holding('villager').map(one => one.group)).size).toBe(12)
    const offices = {
      household_representative: 2600,
      representative: 75,
      committee: 7,
      party_secretary: 1,
      supervisor: 5,
      moderator: 2,
      recorder: 2,
      migrant: 12,
      special_member: 3,
      coordinator: 11,
      group_leader: 12,
      grid_worker: 12,
      legal_adviser: 1,
      town_officer: 1,
      party_committee: 4,
      collective_board: 5,
    } as const
    for (const [role, n] of Object.entries(offices)) expect([role, holding(role as Role).length]).toEqual([role, n])
  })
  test('are the same every time', () => {
    expect(demoPeople()).toEqual(village)
  })
  test('stand on a roll once: one place a person, one a household', () => {
    expect(new Set(village.rollPlaces.map(place => place.id)).size).toBe(village.rollPlaces.length)
    expect(new Set(village.rollPlaces.map(place => `${place.body}:${place.unitId}`)).size).toBe(village.rollPlaces.length)
    expect(village.rollPlaces.filter(place => place.body === 'VRA').length).toBe(78)
    expect(village.rollPlaces.filter(place => place.body === 'VA_HOUSEHOLD').length).toBe(2600)
  })
  test('hold no two keys: nobody supervises a relative or their own work', () => {
    const keys = village.people.filter(one =>
      has(one, 'committee', 'supervisor', 'party_secretary', 'party_committee', 'collective_board', 'moderator', 'recorder'),
    )
    expect(new Set(keys.map(one => one.householdId)).size).toBe(keys.length)
  })
  test('can each be tried at a touch, and nobody has two phones', () => {
    const wanted = [
      'resident',
      'elder',
      'household',
      'representative',
      'moderator',
      'recorder',
      'special',
      'committee',
      'secretary',
      'supervisor',
      'supervisor2',
      'party',
      'board',
      'adviser',
      'town',
      'migrant',
      'nobody',
      'guest',
    ]
    expect(wanted.filter(id => !village.identities.some(one => one.id === id && (id === 'guest' || one.roles.length > 0)))).toEqual([])
    expect(new Set(village.accounts.map(account => account.personId)).size).toBe(village.accounts.length)
    expect(village.accounts.filter(account => account.id.startsWith('demo-rep-')).length).toBe(75)
    expect(village.accounts.filter(account => account.id.startsWith('demo-res-')).length).toBe(60)
  })
})
