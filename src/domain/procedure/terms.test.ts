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

test('the states of a topic rest as long as the terms say, and a posting as long as the law', () => {
  expect(states.screening.term).toEqual({ workingDays: terms.T01.days })
  expect(states.returned.term).toEqual({ days: terms.T02.days })
  expect(states.topic_review.term).toEqual({ workingDays: terms.T03.days })
  expect(states.evaluating.term).toEqual({ days: terms.T18.days })
  for (const posting of [states.outcome_posting, states.result_posting]) expect(posting.term).toEqual({ postingDays: terms.T07.days, floor: ruleSets['village-2026'].posting.floor })
})
