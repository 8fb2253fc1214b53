import { expect, test } from 'vitest'
import { agoWords, clockWords, dayWords, dueWords, untilWords, whenWords } from './time'

const at = (local: string): number => Date.parse(`${local}:00+08:00`)
const now = at('2026-11-23T10:00')

test('an evening session today is tonight, and tomorrow is tomorrow even ten hours off', () => {
  expect(whenWords(at('2026-11-23T19:30'), now)).toBe('今晚 19:30')
  expect(whenWords(at('2026-11-23T14:00'), now)).toBe('今天 14:00')
  expect(whenWords(at('2026-11-24T00:30'), at('2026-11-23T23:50'))).toBe('明天 00:30')
  expect(whenWords(at('2026-11-25T09:00'), now)).toBe('后天 09:00')
  expect(whenWords(at('2026-12-10T18:00'), now)).toBe('12月10日 18:00')
})

test("days and hours are the village's, though the instant lies in another day elsewhere", () => {
  const justAfterMidnight = at('2026-11-25T00:05')
  expect(dayWords(justAfterMidnight, now)).toBe('11月25日')
  expect(clockWords(justAfterMidnight)).toBe('00:05')
})

test('what ends with a day ends at 24:00 of it, not at 00:00 of the next', () => {
  expect(untilWords(at('2026-12-02T00:00'), now)).toBe('12月1日 24:00')
  expect(untilWords(at('2026-11-24T00:00'), now)).toBe('今晚 24:00')
  expect(untilWords(at('2026-12-01T18:00'), now)).toBe('12月1日 18:00')
})

test('a day of another year says its year', () => {
  expect(dayWords(at('2025-12-31T23:59'), now)).toBe('2025年12月31日')
})

test('what was done is told by how long ago', () => {
  expect(agoWords(now - 30_000, now)).toBe('刚刚')
  expect(agoWords(now - 20 * 60_000, now)).toBe('20 分钟前')
  expect(agoWords(at('2026-11-23T07:00'), now)).toBe('3 小时前')
  expect(agoWords(at('2026-11-22T23:00'), now)).toBe('昨天')
  expect(agoWords(at('2026-11-20T23:00'), now)).toBe('3 天前')
  expect(agoWords(at('2026-11-02T08:00'), now)).toBe('11月2日')
})

test('a term that ends with its day is due that day, and late from the next', () => {
  const endOfThe23rd = at('2026-11-24T00:00')
  expect(dueWords(endOfThe23rd, now)).toBe('今天到期')
  expect(dueWords(at('2026-11-25T00:00'), now)).toBe('明天到期')
  expect(dueWords(at('2026-11-27T00:00'), now)).toBe('还有 3 天')
  expect(dueWords(endOfThe23rd, at('2026-11-24T09:00'))).toBe('超期 1 天')
  expect(dueWords(at('2026-11-23T09:00'), now)).toBe('已到期')
})
