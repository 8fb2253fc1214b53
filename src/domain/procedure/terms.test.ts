import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar'
import { ruleSets } from '../bodies/rule-sets'
import { states } from './states'
import { daysOf, termEndsOn, terms, type TermId, type TermRow } from './terms'

const rest = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const ids = Object.keys(terms) as TermId[]

test('T01 to T21 are all here', () => {
  expect(ids).toEqual(Array.from({ length: 21 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`))
})

test('whatever a village wishes, a term stays within the law and its bounds', () => {
  fc.assert(fc.property(fc.constantFrom(...ids), fc.integer({ min: -10, max: 500 }), fc.integer({ min: 0, max: 3000 }), (id, wished, offset) => {
    const { floor, ceiling }: TermRow = terms[id]
    const days = daysOf(id, wished)
    expect(days >= floor && days <= (ceiling ?? Infinity)).toBe(true)
    const on = addDays('2024-01-01', offset)
    if (terms[id].counting === 'posting') expect(termEndsOn(id, on, rest, wished) >= addDays(on, 15)).toBe(true)
  }))
})

test('working days, calendar days, postings, months and notices are each counted their own way', () => {
  expect(termEndsOn('T01', '2026-11-19', rest)).toBe('2026-11-24')
  expect(termEndsOn('T02', '2026-11-19', rest)).toBe('2026-11-29')
  expect(termEndsOn('T07', '2026-03-06', rest)).toBe('2026-03-23')
  expect(termEndsOn('T16', '2026-01-31', rest)).toBe('2026-03-02')
  expect(termEndsOn('T10', '2026-04-01', rest)).toBe('2026-04-12')
})

test('half a year and a year from the end of a month end with the month, or on the first working day after', () => {
  for (const [on, half, year] of [
    ['2026-08-31', '2027-03-01', '2027-08-31'], ['2026-03-31', '2026-09-30', '2027-03-31'], ['2027-08-30', '2028-02-29', '2028-08-30'], ['2028-02-29', '2028-08-29', '2029-02-28'], ['2026-12-31', '2027-06-30', '2027-12-31'],
  ] as const) expect([termEndsOn('T19', on, rest), termEndsOn('T20', on, rest)], on).toEqual([half, year])
  fc.assert(fc.property(fc.integer({ min: 0, max: 4000 }), fc.constantFrom('T16' as const, 'T19' as const, 'T20' as const), (offset, id) => {
    const on = addDays('2024-01-01', offset), ends = termEndsOn(id, on, rest), months = terms[id].days
    const monthsApart = (Number(ends.slice(0, 4)) - Number(on.slice(0, 4))) * 12 + Number(ends.slice(5, 7)) - Number(on.slice(5, 7))
    // Never in an earlier month, and in a later one only by the two days of a weekend.
    expect(monthsApart === months || (monthsApart === months + 1 && Number(ends.slice(8)) <= 2)).toBe(true)
    expect(rest(ends)).toBe(false)
  }))
})

test('the states of a topic rest as long as the terms say, and a posting as long as the law', () => {
  expect(states.screening.term).toEqual({ workingDays: terms.T01.days })
  expect(states.returned.term).toEqual({ days: terms.T02.days })
  expect(states.topic_review.term).toEqual({ workingDays: terms.T03.days })
  expect(states.evaluating.term).toEqual({ days: terms.T18.days })
  for (const posting of [states.outcome_posting, states.result_posting]) expect(posting.term).toEqual({ postingDays: terms.T07.days, floor: ruleSets['village-2026'].posting.floor })
})
