import { expect, test } from 'vitest'
import { refusalWords } from '@/contract/refusal-words'
import { createClient } from '@/platform/talk-to-server/client'
import { createHousehold } from './household'

const son = { id: 'son', name: '何小明', me: false, bound: false, codeUntil: null }
const code = { code: '123456', until: 9, now: 1, picture: null }

test('a code given shows at that relative; closed and opened again it is gone from the screen, and still holds', async () => {
  const store = createHousehold(
    createClient(async ({ name }) => ({ ok: true, value: name === 'household.view' ? { members: [son], now: 1 } : code })),
  )
  await store.getState().refresh()
  store.getState().choose(son)
  await store.getState().invite()
  expect(store.getState()).toMatchObject({ code, seen: { view: { members: [{ codeUntil: 9 }] } } })
  store.getState().choose(null)
  expect(store.getState()).toMatchObject({ code: null, chosen: null, seen: { view: { members: [{ codeUntil: 9 }] } } })
})

test('refused or lost, there is no code on screen, and why is said', async () => {
  let answer: () => unknown = () => ({ ok: true, value: { members: [son], now: 1 } })
  const store = createHousehold(createClient(async () => answer()))
  await store.getState().refresh()
  store.getState().choose(son)
  answer = () => ({ ok: false, refusal: 'already-bound' })
  await store.getState().invite()
  expect(store.getState()).toMatchObject({ code: null, wrong: refusalWords['already-bound'], busy: false })
  answer = () => {
    throw new Error('timeout')
  }
  await store.getState().invite()
  expect(store.getState()).toMatchObject({ code: null, wrong: expect.stringContaining('再点') })
  await store.getState().refresh()
  expect(store.getState().seen.at).toBe('shown')
})

test('who represents no household is told so', async () => {
  const store = createHousehold(createClient(async () => ({ ok: false, refusal: 'not-your-role' })))
  await store.getState().refresh()
  expect(store.getState().seen).toMatchObject({ at: 'refused' })
})
