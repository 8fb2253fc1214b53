import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerFits, mostPoints, type Answer, type Method } from './answers'
import { marked, named, pointsFor, scored } from './marking'

const options = ['a', 'b', 'c', 'd'].map(id => ({ id, text: `方案${id}` }))
const taps = (method: Method, ...ids: string[]) => ids.reduce<Answer | null>((answer, id) => marked({ method, options }, answer, id), null)

test('one is the last one tapped; several are each on or off, always written in one order', () => {
  expect(taps('one', 'a', 'c')).toBe('c')
  expect(taps('approve', 'c', 'a')).toBe('a+c')
  expect(taps('approve', 'c', 'a', 'c')).toBe('a')
  expect(taps('approve', 'c', 'c')).toBeNull()
})

test('ranked in the order of the taps; one taken back lets those behind move up', () => {
  expect(taps('rank', 'c', 'a', 'b')).toBe('c>a>b')
  expect(taps('rank', 'c', 'a', 'b', 'a')).toBe('c>b')
  expect(named(taps('rank', 'c', 'a'))).toEqual(['c', 'a'])
})

test('points are given, changed, and taken back by the same tap again', () => {
  const first = scored(scored(null, 'b', 0), 'a', 5)
  expect(first).toBe('a=5,b=0')
  expect(pointsFor(first, 'b')).toBe(0)
  expect(pointsFor(first, 'c')).toBeNull()
  expect(scored(first, 'a', 3)).toBe('a=3,b=0')
  expect(scored(scored(first, 'a', 5), 'b', 0)).toBeNull()
})

test('abstaining stands alone', () => {
  expect(taps('approve', 'a', 'abstain')).toBe('abstain')
  expect(taps('approve', 'abstain', 'b')).toBe('b')
  expect(taps('rank', 'abstain', 'abstain')).toBeNull()
  expect(scored('abstain', 'a', 2)).toBe('a=2')
})

test('whatever is tapped, what comes out is a ballot that fits, or none', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'abstain')
  fc.assert(
    fc.property(fc.constantFrom<Method>('one', 'approve', 'rank'), fc.array(id, { maxLength: 12 }), (method, ids) => {
      const answer = taps(method, ...ids)
      return answer === null || answerFits({ method, options }, answer)
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(mostPoints)), { maxLength: 12 }), given => {
      const answer = given.reduce<Answer | null>((so, [option, points]) => scored(so, option, points), null)
      return answer === null || answerFits({ method: 'score', options }, answer)
    }),
  )
})
