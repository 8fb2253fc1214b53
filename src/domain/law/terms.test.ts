import { expect, test } from 'vitest'
import { ruleSets } from './rule-sets'
import { states } from '../procedure/states'
import { terms, type TermId } from './terms'

const ids = Object.keys(terms) as TermId[]

test('T01 to T21 are all here', () => {
  expect(ids).toEqual(Array.from({ length: 21 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`))
})

test('the states of a topic rest as long as the terms say, and a posting as long as the law', () => {
  expect(states.screening.term).toEqual({ workingDays: terms.T01.days })
  expect(states.returned.term).toEqual({ days: terms.T02.days })
  expect(states.topic_review.term).toEqual({ workingDays: terms.T03.days })
  expect(states.evaluating.term).toEqual({ days: terms.T18.days })
  for (const posting of [states.outcome_posting, states.result_posting])
    expect(posting.term).toEqual({ postingDays: terms.T07.days, floor: ruleSets['village-2026'].posting.floor })
})
