import { expect, test } from 'vitest'
import { judgeMotion } from '../count/settle'
import { atLeastTwoThirds } from '../../ground/share'

const motion = { body: 'VRA', rules: 'village-2026', byLaw: '章程', rollSize: 60 } as const
const tally = { for: 25, against: 15, abstain: 0 }

test('a vote is counted by the village’s harder share of the day its topic was raised, never by an easier one', () => {
  expect(judgeMotion(motion, tally).outcome).toBe('passed')
  expect(judgeMotion({ ...motion, chosen: { 'pass.VRA': atLeastTwoThirds } }, tally).outcome).toBe('not_passed')
  expect(
    judgeMotion(
      { ...motion, chosen: { 'pass.VRA': { numerator: 1, denominator: 10, reach: 'at-least' } } },
      { for: 15, against: 25, abstain: 0 },
    ).outcome,
  ).toBe('not_passed')
})
