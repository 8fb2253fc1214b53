import { expect, test } from 'vitest'
import { turnoutWords } from './turnout'

test('who has not come is said in the unit that votes', () => {
  expect(turnoutWords({ body: 'VRA', rollSize: 80, turnout: 52, quorumNeeds: 54 })).toBe('应到 80 人，已到 52 人，还差 2 人达到法定人数')
  expect(turnoutWords({ body: 'VA_HOUSEHOLD', rollSize: 300, turnout: 200, quorumNeeds: 200 })).toBe(
    '应到 300 户，已到 200 户，够法定人数了',
  )
})

test('where no quorum is needed none is asked for', () => {
  expect(turnoutWords({ body: 'POLL', rollSize: 6000, turnout: 12, quorumNeeds: 0 })).toBe('已有 12 人说了想法')
})
