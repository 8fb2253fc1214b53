import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf, earliestMeeting, endOf, isDay, monthsAfter, postingEnds, spokenTime, startOf, workingDaysAfter } from './calendar'

const nationalDay2026 = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07']
/** The tables the book's date vectors (§5.2) assume. */
const rest = (day: string) => nationalDay2026.includes(day) || [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

describe('a posting of fifteen days', () => {
  test.each([
    ['D1', '2026-03-01', '2026-03-16'],
    ['D2', '2026-03-06', '2026-03-23'],
    ['D3', '2026-09-16', '2026-10-08'],
    ['D4', '2028-02-20', '2028-03-06'],
    ['D5', '2026-12-20', '2027-01-04'],
  ])('%s: up on %s, it ends on %s', (_, on, ends) => {
    expect(postingEnds(on, 15, rest)).toBe(ends)
  })
  test('is never shorter than fifteen full days, and never ends on a rest day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), offset => {
        const on = addDays('2024-01-01', offset)
        const ends = postingEnds(on, 15, rest)
        return ends >= addDays(on, 15) && !rest(ends)
      }),
    )
  })
})

describe('months', () => {
  const never = () => false
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
  ])('from %s, %i on, end on %s', (on, months, ends) => expect(monthsAfter(on, months, never)).toBe(ends))
  test('end on the same date or on the last of the month, and never on a rest day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 24 }), (offset, months) => {
        const on = addDays('2024-01-01', offset),
          ends = monthsAfter(on, months, never)
        const isLast = addDays(ends, 1).endsWith('-01')
        return (
          isDay(ends) && (ends.slice(8) === on.slice(8) || (isLast && ends.slice(8) < on.slice(8))) && !rest(monthsAfter(on, months, rest))
        )
      }),
    )
  })
})

test('a day is one there is', () => {
  expect(['2026-02-28', '2028-02-29', '2026-12-31'].every(isDay)).toBe(true)
  expect(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T00:00', '', 'tomorrow'].some(isDay)).toBe(false)
})

test('ten full days lie between the notice and the meeting (D6)', () => {
  expect(earliestMeeting('2026-04-01', 10)).toBe('2026-04-12')
})

test('working days skip the weekend and do not count the first day', () => {
  expect(workingDaysAfter('2026-11-19', 3, rest)).toBe('2026-11-24')
  expect(workingDaysAfter('2026-09-30', 1, rest)).toBe('2026-10-08')
})

test('the village keeps its own day whatever the clock of the machine', () => {
  expect(dayOf(Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-23')
  expect(dayOf(Date.parse('2026-11-22T15:59:59.999Z'))).toBe('2026-11-22')
  expect(endOf('2026-11-22')).toBe(startOf('2026-11-23'))
  expect(spokenTime(Date.parse('2026-11-25T18:05:00+08:00'))).toBe('11月25日 18:05')
})
