import fc from 'fast-check'
import { expect, test } from 'vitest'
import { receiptHash } from '../ballot/ballots'
import { inListOrder, misplacedAt, perLeaf, rootOf, unitSeal, type RecordedBallot } from './ballot-list'
import { namedBallots, secretBallots } from './record-for-tests'

const hash = fc.integer({ min: 0, max: 50 }).map(n => receiptHash(`${n}`))
const answer = fc.constantFrom('for', 'against', 'abstain', 'invalid', 'a', 'a+b', 'b>a')
const ballot: fc.Arbitrary<RecordedBallot> = fc.oneof(
  fc.record({ receipt: hash, choice: answer }),
  fc.record({
    unit: hash,
    who: fc.constantFrom('张*', '李*', '*'),
    choice: answer,
    channel: fc.constantFrom('phone' as const, 'hall' as const, 'proxy' as const),
  }),
)

test('two different lists never have one root', () => {
  fc.assert(
    fc.property(fc.array(ballot, { maxLength: 70 }), fc.array(ballot, { maxLength: 70 }), (one, other) => {
      expect(rootOf(one) === rootOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
    }),
  )
})

test('names in full or masked, one list has one root', () => {
  const choices = Array.from({ length: 3 * perLeaf + 5 }, (_, n) => (n % 2 === 0 ? 'for' : 'against'))
  expect(rootOf(inListOrder(namedBallots(choices, true)))).toBe(rootOf(inListOrder(namedBallots(choices, false))))
})

test('the order is that of the hashes, whatever the order of casting', () => {
  const ballots = secretBallots(Array.from({ length: 50 }, () => 'for'))
  expect(inListOrder([...ballots].reverse())).toEqual(inListOrder(ballots))
  expect(misplacedAt(inListOrder(ballots))).toBeNull()
})

test('a name cannot be moved into the unit', () => {
  expect(unitSeal('k', 'h-1', '张三')).not.toBe(unitSeal('k', 'h-1张', '三'))
})
