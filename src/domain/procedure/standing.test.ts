import { expect, test } from 'vitest'
import { endOf, startOf } from '../calendar'
import { dueWords, standing } from './standing'

const noon = startOf('2026-11-23') + 12 * 3_600_000

test('a term that ends at midnight tonight ends today, not tomorrow', () => {
  expect(dueWords(endOf('2026-11-23'), noon)).toBe('今天到期')
})

test('days left are counted as people count them', () => {
  expect(dueWords(endOf('2026-11-24'), noon)).toBe('还有 1 天')
  expect(dueWords(endOf('2026-11-30'), noon)).toBe('还有 7 天')
  expect(dueWords(endOf('2026-12-01'), noon)).toBe('12月1日前')
})

test('what is late says by how much', () => {
  expect(dueWords(endOf('2026-11-21'), noon)).toBe('超期 2 天')
})

test('what is over is never shown as late', () => {
  expect(standing('rejected', true)).toBe('grey')
  expect(standing('screening', true)).toBe('red')
  expect(standing('screening', false)).toBe('amber')
  expect(standing('implementing', false)).toBe('green')
})
