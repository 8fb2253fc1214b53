import { expect, test } from 'vitest'
import { leftOf } from './left'

const minute = 60_000,
  hour = 60 * minute,
  day = 24 * hour

test('time left is told in its two largest parts', () => {
  expect(leftOf(day + 6 * hour + 59 * minute)).toBe('1 天 6 小时')
  expect(leftOf(2 * day)).toBe('2 天')
  expect(leftOf(3 * hour + 5 * minute)).toBe('3 小时 5 分')
  expect(leftOf(12 * minute + 30_000)).toBe('12 分钟')
  expect(leftOf(9_999)).toBe('9 秒')
})

test('time left is never rounded up, and never below nothing', () => {
  expect(leftOf(day - 1)).toBe('23 小时 59 分')
  expect(leftOf(-5)).toBe('0 秒')
})
