import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atLeastTwoThirds, inequality, inWords, meets, moreThanHalf, needed } from './share'

describe('a share of the roll', () => {
  test.each([
    [30, 60, moreThanHalf, false, 'exactly half is not 过半数'],
    [31, 60, moreThanHalf, true, 'one more is'],
    [60, 90, atLeastTwoThirds, true, 'exactly two thirds is 三分之二以上'],
    [59, 90, atLeastTwoThirds, false, 'one fewer is not'],
    [36, 55, atLeastTwoThirds, false, '108 < 110'],
    [37, 55, atLeastTwoThirds, true, '111 ≥ 110'],
    [0, 0, atLeastTwoThirds, false, 'nobody of nobody is no quorum'],
  ])('%i of %i', (part, whole, share, expected, why) => {
    expect(meets(part, whole, share), why).toBe(expected)
  })
  test('the number that is said to be needed is the smallest that is enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(moreThanHalf, atLeastTwoThirds), (whole, share) => {
        const need = needed(whole, share)
        return meets(need, whole, share) && !meets(need - 1, whole, share)
      }),
    )
  })
  test('the inequality on screen holds as it is written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom(moreThanHalf, atLeastTwoThirds),
        (part, whole, share) => {
          const [, left, sign, right] = /(\d+) ([≥><≤]) (?:\d+×\d+=)?(\d+)$/.exec(inequality(part, whole, share)) ?? []
          const [l, r] = [Number(left), Number(right)]
          expect(sign === '≥' ? l >= r : sign === '>' ? l > r : sign === '<' ? l < r : l <= r).toBe(true)
        },
      ),
    )
    expect(inequality(58, 80, atLeastTwoThirds)).toBe('3×58=174 ≥ 2×80=160')
    expect(inequality(41, 58, moreThanHalf)).toBe('2×41=82 > 58')
    expect(inWords(moreThanHalf)).toBe('过半数')
  })
})
