import { expect, test } from 'vitest'
import { dayOf, instantAt } from '../ground/calendar'
import { allStates, states } from '../procedure/states'
import type { Role } from '../resident/people'
import { mayCollect, objectionWindow, talkOpen } from './openings'

const now = instantAt('2026-07-06', '10:00')
const holder = (...roles: Role[]) => ({ id: 'x', orgId: 'v', name: '何阿华', roles, group: 1, householdId: null })

test('what is not published yet, or decided already, is not talked over; where a comment window runs, its end ends the talk', () => {
  expect(allStates.filter(state => talkOpen({ state, commentsUntil: null }, now)).sort()).toEqual([
    'accepted',
    'classified',
    'deliberating',
    'scheduled',
    'topic_review',
  ])
  expect(talkOpen({ state: 'deliberating', commentsUntil: now + 1 }, now)).toBe(true)
  expect(talkOpen({ state: 'deliberating', commentsUntil: now }, now)).toBe(false)
})

test('a special member, and nobody else, brings in what workers said until the outcome is written', () => {
  const special = holder('resident', 'special_member')
  expect(mayCollect({ state: 'deliberating' }, special)).toBe(true)
  expect(mayCollect({ state: 'outcome_drafting' }, special)).toBe(true)
  expect(mayCollect({ state: 'outcome_posting' }, special)).toBe(false)
  expect(mayCollect({ state: 'screening' }, special)).toBe(false)
  expect(mayCollect({ state: 'deliberating' }, holder('resident', 'committee', 'moderator'))).toBe(false)
})

test('an objection may be raised to what is posted and to nothing else, to the end of the last day the village had chosen', () => {
  const posted = { enteredAt: now, raisedAt: now, openObjections: 2, chosen: { objectionDays: 3 } }
  for (const state of allStates.filter(state => states[state].posts === undefined))
    expect(objectionWindow({ ...posted, state }, now), state).toBeNull()
  const window = objectionWindow({ ...posted, state: 'outcome_posting' }, now)
  expect(window).toEqual({ open: true, until: window?.until, waiting: 2 })
  expect(dayOf((window?.until ?? 0) - 1)).toBe('2026-07-09')
  expect(objectionWindow({ ...posted, state: 'outcome_posting' }, (window?.until ?? 0) - 1)?.open).toBe(true)
  expect(objectionWindow({ ...posted, state: 'outcome_posting' }, window?.until ?? 0)?.open).toBe(false)
})
