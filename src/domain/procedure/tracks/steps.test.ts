import { expect, test } from 'vitest'
import { fields } from '../fields'
import { guardWords } from '../guards/words'
import { stepNames, stepOf } from './steps'

const rows = stepNames.map(stepOf)

test('every field is asked for by a step, every guard stands before one', () => {
  const asked = new Set<string>(rows.flatMap(({ asks, mayAsk = [] }) => [...asks, ...mayAsk]))
  const named = new Set<string>(rows.flatMap(({ guards }) => guards))
  expect(Object.keys(fields).filter(name => !asked.has(name))).toEqual([])
  expect(Object.keys(guardWords).filter(name => !named.has(name))).toEqual([])
})
