import { expect, test } from 'vitest'
import type { Role } from '../resident/people'
import { mayReadField } from '../procedure/readers'
import { mayRead, readersOf, sightOf, type Content } from './visibility'

const who = (...roles: Role[]) => ({ id: 'p', roles: ['resident', ...roles] as const })

test('a person of several roles gets the most that any of them gives', () => {
  expect(readersOf(who('villager', 'representative', 'supervisor'))).toEqual(['RES', 'ROLL', 'REP', 'VSC'])
  expect(sightOf('materials', who('town_officer'))).toBe('redacted')
  expect(sightOf('materials', who('town_officer', 'representative'))).toBe('full')
  expect(sightOf('partySteps', who('villager', 'representative'))).toBe('numbers')
  expect(sightOf('partySteps', who('representative', 'committee'))).toBe('full')
})

test('no sum of roles opens partial tallies, or another’s secret ballot', () => {
  const all = who(
    'villager',
    'representative',
    'special_member',
    'committee',
    'party_secretary',
    'supervisor',
    'legal_adviser',
    'town_officer',
    'moderator',
    'recorder',
  )
  expect(sightOf('partialTallies', all, { own: true, needed: true, closed: true })).toBe('none')
  expect(sightOf('secretBallot', all, { needed: true, closed: true })).toBe('none')
})

test('what is not yet taken in is its author’s, and of who runs the procedure here; the town is told later', () => {
  expect([null, who(), who('villager'), who('representative'), who('town_officer')].map(viewer => sightOf('draft', viewer))).toEqual([
    'none',
    'none',
    'none',
    'none',
    'none',
  ])
  expect([who('committee'), who('supervisor')].map(viewer => sightOf('draft', viewer))).toEqual(['redacted', 'redacted'])
  expect(sightOf('draft', who(), { own: true })).toBe('full')
  expect(sightOf('draft', null, { own: true })).toBe('none')
})

test('the check-in list opens to the committee when the vote is over, to supervision at once, to the town never', () => {
  expect([false, true].map(closed => sightOf('checkIn', who('committee'), { closed }))).toEqual(['numbers', 'full'])
  expect(mayReadField('checkInSheet', who('supervisor'))).toBe(true)
  expect(mayReadField('checkInSheet', who('town_officer'), { closed: true })).toBe(false)
})

test('one’s own entry on the roll, the representative’s group, and whoever needs it at the door', () => {
  expect([who(), who('villager')].map(viewer => sightOf('roll', viewer, { own: true }))).toEqual(['none', 'full'])
  expect([false, true].map(ownGroup => sightOf('roll', who('representative'), { ownGroup }))).toEqual(['none', 'full'])
  expect([false, true].map(needed => sightOf('roll', who('recorder'), { needed }))).toEqual(['none', 'full'])
})

test('the adviser reads what the text was made of, and nothing else that is not a resident’s', () => {
  expect(
    (['partySteps', 'legality', 'materials', 'draft', 'checkIn'] satisfies Content[]).map(content =>
      sightOf(content, who('legal_adviser')),
    ),
  ).toEqual(['full', 'full', 'redacted', 'none', 'numbers'])
})

test('a passer-by gets titles, postings and final tallies without persons', () => {
  expect(
    (['topicText', 'turnedAside', 'materials', 'partySteps', 'legality', 'checkIn', 'finalTallies', 'postings'] satisfies Content[]).filter(
      content => mayRead(content, null, 'title'),
    ),
  ).toEqual(['topicText', 'finalTallies', 'postings'])
  expect(mayRead('topicText', null, 'redacted')).toBe(false)
})

test('a collective’s money is its members’, and of who writes it down and watches over it', () => {
  const seen = [
    null,
    who(),
    who('villager'),
    who('representative'),
    who('collective_member'),
    who('collective_representative'),
    who('collective_supervisor'),
    who('committee'),
    who('town_officer'),
  ]
  expect(seen.map(viewer => sightOf('collectiveFinance', viewer))).toEqual([
    'none',
    'none',
    'none',
    'none',
    'full',
    'full',
    'full',
    'full',
    'full',
  ])
})
