import { describe, expect, test } from 'vitest'
import { presentUnits } from '../../law/counting'
import { arriving, doorsShut, leaving, staysOf, thereAt, type Arrival, type WrittenProxy } from './meetings'

const arrival = (unitId: string, at: number, more: Partial<Arrival> = {}): Arrival => ({
  id: `m:${unitId}`,
  orgId: 'v1',
  meetingId: 'm',
  unitId,
  personId: unitId,
  channel: 'hall',
  at,
  leftAt: null,
  byId: 'recorder',
  ...more,
})
const proxy = (unitId: string, agentId: string, at: number, more: Partial<WrittenProxy> = {}): WrittenProxy => ({
  id: `m:${unitId}`,
  orgId: 'v1',
  meetingId: 'm',
  unitId,
  principalId: unitId,
  agentId,
  photoIds: ['form'],
  formHash: '',
  verifiedById: 'recorder',
  at,
  revokedAt: null,
  ...more,
})

describe('who is at a meeting', () => {
  test('the doors open an hour before and shut with the vote', () => {
    const motion = { opensAt: 10_000_000, closesAt: 20_000_000 }
    expect([6_399_999, 6_400_000, 19_999_999, 20_000_000].map(now => doorsShut(motion, now))).toEqual([
      'doors-not-open',
      null,
      null,
      'vote-closed',
    ])
  })
  test('nobody is there twice, and who leaves and comes back keeps the time before', () => {
    const came = arrival('a', 1)
    expect(arriving(came, arrival('a', 2))).toBe(came)
    const left = leaving(came, 3)
    expect(leaving(left, 4)).toBe(left)
    const back = arriving(left, arrival('a', 5))
    expect(back).toMatchObject({ at: 5, leftAt: null, before: [{ at: 1, leftAt: 3 }] })
    expect(staysOf([back], [])).toEqual([
      { unitId: 'a', at: 1, leftAt: 3 },
      { unitId: 'a', at: 5, leftAt: null },
    ])
  })
  test('of two questions one after the other each counts who was there for it', () => {
    const stays = staysOf([arriving(leaving(arrival('a', 1), 12), arrival('a', 40))], [])
    expect([presentUnits(stays, 10, 20), presentUnits(stays, 25, 35), presentUnits(stays, 38, 50)]).toEqual([['a'], [], ['a']])
  })
  test('an agent carries whoever gave a proxy, from when it was taken in until it was revoked, and only while there', () => {
    const stays = staysOf(
      [arrival('zi', 5, { leftAt: 50 })],
      [
        proxy('ma', 'zi', 2),
        proxy('ba', 'zi', 10),
        proxy('jie', 'zi', 2, { revokedAt: 20 }),
        proxy('ye', 'zi', 2, { verifiedById: null }),
        proxy('lin', 'wen', 2),
      ],
    )
    expect(thereAt(stays, 6)).toEqual(['zi', 'ma', 'jie'])
    expect(thereAt(stays, 15)).toEqual(['zi', 'ma', 'ba', 'jie'])
    expect(thereAt(stays, 30)).toEqual(['zi', 'ma', 'ba'])
    expect(thereAt(stays, 60)).toEqual([])
    // Taken back after the opening, it stays in P as a ballot that never came.
    expect(presentUnits(stays, 15, 40)).toContain('jie')
    expect(presentUnits(stays, 25, 40)).not.toContain('jie')
  })
  test('a proxy revoked before the agent came carries nobody', () => {
    expect(staysOf([arrival('zi', 30)], [proxy('ma', 'zi', 2, { revokedAt: 20 })])).toHaveLength(1)
  })
})
