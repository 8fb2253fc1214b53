import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isChanging, placeAt, placeEnded, placeOpened, rollHash, sortedUnits, unitsAt, wasOnRoll, type RollPlace } from './roll'

const place: RollPlace = { id: 'v:VRA:p', orgId: 'v', body: 'VRA', unitId: 'a', personId: 'p', since: 10, until: null }

describe('a place on a roll', () => {
  test('who left and came back was there then, not between, and is there now', () => {
    const back = placeOpened(placeEnded(place, 20), 'a', 30)
    expect([9, 10, 19, 20, 29, 30].map(at => wasOnRoll(back, at))).toEqual([false, true, true, false, false, true])
  })
  test('who moved to another household stood for the old one before, and for the new one from that instant', () => {
    const moved = placeOpened(place, 'b', 20)
    expect([placeAt(moved, 19)?.unitId, placeAt(moved, 20)?.unitId]).toEqual(['a', 'b'])
  })
  test('a change of the roll whose instant has not come changes nothing yet', () => {
    expect(wasOnRoll(placeEnded(place, 50), 49)).toBe(true)
    expect(isChanging({ applying: null, effectiveAt: 50 }, 49)).toBe(true)
    expect(isChanging({ applying: null, effectiveAt: 50 }, 50)).toBe(false)
    expect(isChanging({ applying: 'i', effectiveAt: 0 }, 50)).toBe(true)
  })

  test('whatever is done to it later, and however often, the roll of a past instant stays as it was', () => {
    const deeds = fc.array(
      fc.record({ opens: fc.option(fc.constantFrom('a', 'b', 'c')), wait: fc.integer({ min: 1, max: 50 }), twice: fc.boolean() }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(deeds, fc.integer({ min: 0, max: 400 }), (done, frozenAt) => {
        let now = 10,
          current = place
        const seen: (string | undefined)[] = []
        for (const { opens, wait, twice } of done) {
          now += wait
          if (now > frozenAt) seen.push(placeAt(current, frozenAt)?.unitId)
          for (let n = 0; n < (twice ? 2 : 1); n += 1)
            current = opens === null ? placeEnded(current, now) : placeOpened(current, opens, now)
        }
        if (now > frozenAt) seen.push(placeAt(current, frozenAt)?.unitId)
        return new Set(seen).size <= 1
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the snapshot', () => {
  test('each unit once, in one order, whatever the order of the places; its fingerprint is of that list', () => {
    const places = ['c', 'a', 'b', 'a'].map((unitId, n) => ({ ...place, id: `${n}`, personId: `${n}`, unitId }))
    expect(unitsAt(places, 10)).toEqual(['a', 'b', 'c'])
    expect(unitsAt([...places].reverse(), 10)).toEqual(sortedUnits(['b', 'c', 'a']))
    expect(rollHash(['b', 'a', 'b'])).toBe(rollHash(['a', 'b']))
    expect(rollHash(['a', 'b'])).not.toBe(rollHash(['a', 'c']))
  })
  test('a granted dispute puts one on it or takes one off, and touches nobody else', () => {
    const places = ['a', 'b'].map(unitId => ({ ...place, id: unitId, personId: unitId, unitId }))
    const amended = (personId: string, unitId: string | null) => ({
      id: `m:${personId}`,
      orgId: 'v',
      motionId: 'm',
      personId,
      unitId,
      at: 20,
    })
    expect(unitsAt(places, 10, [amended('c', 'c'), amended('a', null)])).toEqual(['b', 'c'])
  })
})
