import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askable, countsAs, isGathering, isOwed, mayBegin, maySign, standings } from './joint-petition'
import type { JointPetition } from './petition-rows'
import type { Person } from '../resident/people'
import { allStates, isOpenToAll } from '../procedure/states'
import type { Topic } from './topic'

const now = Date.parse('2026-03-02T09:00:00+08:00')
const topic = (change: Partial<Topic> = {}) =>
  ({ state: 'classified', enteredAt: now, raisedAt: now, rules: 'village-2026', petition: null, ...change }) as Topic
const petition: JointPetition = {
  id: 't:p1',
  asks: 'assembly',
  reason: '',
  startedById: 'a',
  startedAt: now,
  of: { person: 3456, representative: 75, household: 0 },
  withdrawn: 0,
  reachedAt: null,
  explain: '',
  conveneBy: null,
  servedAt: null,
}
const person = (roles: Person['roles'], adultFrom?: string): Person => ({
  id: 'p',
  orgId: 'v1',
  name: '甲',
  roles,
  group: 1,
  householdId: null,
  ...(adultFrom === undefined ? {} : { adultFrom }),
})

describe('the thresholds', () => {
  const reached = (signed: number, representative = 0) =>
    standings(topic(), petition, { person: signed, representative, household: 0 }).map(one => one.reached)
  test('a tenth of 3,456 is 346, a third of 75 representatives is 25; either is enough', () => {
    expect(reached(345)).toEqual([false, false])
    expect(reached(346)).toEqual([true, false])
    expect(reached(0, 24)).toEqual([false, false])
    expect(reached(0, 25)).toEqual([false, true])
    expect(standings(topic(), petition, { person: 346, representative: 0, household: 0 })[0]?.explain).toContain('10×346=3460 ≥ 3456')
  })
  test('representatives alone may have their own assembly called, by a fifth', () => {
    const called = standings(topic(), { ...petition, asks: 'representatives' }, { person: 3456, representative: 14, household: 0 })
    expect(called).toMatchObject([{ reached: false, needs: 15 }])
  })
  test('in a community households count as well, and before 2026 a fifth was needed', () => {
    const of = { person: 1000, representative: 40, household: 400 }
    expect(
      standings(topic({ rules: 'community-2026' }), { ...petition, of }, { person: 0, representative: 0, household: 40 }).map(
        one => one.reached,
      ),
    ).toEqual([false, true, false])
    expect(
      standings(topic({ rules: 'community-2018' }), { ...petition, of }, { person: 199, representative: 40, household: 79 }).map(
        one => one.reached,
      ),
    ).toEqual([false, false])
  })
  test('nobody of nobody is never enough', () => {
    fc.assert(
      fc.property(fc.nat(50), signed => {
        for (const one of standings(
          topic(),
          { ...petition, of: { person: 0, representative: 0, household: 0 } },
          { person: signed, representative: signed, household: signed },
        ))
          expect(one.reached).toBe(false)
      }),
    )
  })
})

test('a petition wants what can still be done, and never on what others may not read', () => {
  for (const state of allStates) if (askable({ state, enteredAt: now }, now).length > 0) expect(isOpenToAll(state), state).toBe(true)
  expect(askable({ state: 'unresolved', enteredAt: now }, now)).toEqual(['assembly', 'representatives', 'reopening'])
  expect(askable({ state: 'closed', enteredAt: now }, now + 366 * 86_400_000)).toEqual([])
})

test('one at a time: gathering, then owed, then free again', () => {
  const running = topic({ petition })
  expect([isGathering(running, now), isOwed(running), mayBegin(running, now)]).toEqual([true, false, false])
  const reached = topic({ petition: { ...petition, reachedAt: now } })
  expect([isGathering(reached, now), isOwed(reached), mayBegin(reached, now)]).toEqual([false, true, false])
  const served = topic({ petition: { ...petition, reachedAt: now, servedAt: now } })
  expect([isGathering(served, now), isOwed(served), mayBegin(served, now)]).toEqual([false, false, true])
  expect(isGathering(topic({ state: 'scheduled', petition }), now)).toBe(false)
})

test('a name counts as what its owner is, from eighteen on', () => {
  expect(countsAs(person(['resident', 'villager', 'representative']), 'village', now)).toEqual({
    person: true,
    representative: true,
    household: false,
  })
  expect(countsAs(person(['resident', 'migrant']), 'village', now).person).toBe(false)
  expect(countsAs(person(['resident', 'migrant']), 'community', now).person).toBe(true)
  expect(maySign(topic(), 'assembly', person(['resident', 'villager'], '2026-03-03'), now)).toBe(false)
  expect(maySign(topic(), 'assembly', person(['resident', 'villager'], '2026-03-02'), now)).toBe(true)
  expect(maySign(topic(), 'representatives', person(['resident', 'villager']), now)).toBe(false)
})
