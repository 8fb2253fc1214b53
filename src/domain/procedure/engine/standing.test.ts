import { expect, test } from 'vitest'
import { allStates, states } from '../states'
import { standing } from './standing'

test('what is over is never shown as late', () => {
  for (const state of allStates.filter(one => states[one].ended)) expect(standing(state, true)).toBe('grey')
})

test('what still goes on and is late is always red', () => {
  for (const state of allStates.filter(one => !states[one].ended)) expect(standing(state, true)).toBe('red')
})

test('who waits for somebody sees amber', () => {
  expect(standing('screening', false)).toBe('amber')
  expect(standing('implementing', false)).toBe('green')
})
