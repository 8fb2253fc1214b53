import { expect, test } from 'vitest'
import { refusalWords } from '@/contract/refusal-words'
import { createClient } from '@/platform/talk-to-server/client'
import { createRegister } from './store'

const people = [
  { id: 'a', name: '何阿华', group: 3, phone: null, bound: true },
  { id: 'b', name: '何阿华', group: 5, phone: null, bound: false },
]

function register(answer: (name: string) => unknown) {
  const store = createRegister(createClient(async ({ name }) => answer(name)))
  return store
}

test('a number noted shows masked at that person and at nobody of the same name', async () => {
  const store = register(name => ({ ok: true, value: name === 'register.find' ? { people } : { phone: '138****1234' } }))
  await store.getState().find(' 何阿华 ')
  expect(await store.getState().note('b', '13800001234')).toBe(true)
  expect(store.getState().found).toMatchObject({
    name: '何阿华',
    people: [
      { id: 'a', phone: null },
      { id: 'b', phone: '138****1234' },
    ],
  })
})

test('a wrong number is told, a lost answer too, and nothing on screen pretends', async () => {
  let answer: () => unknown = () => ({ ok: true, value: { people } })
  const store = register(() => answer())
  await store.getState().find('何阿华')
  answer = () => ({ ok: false, refusal: 'not-a-phone' })
  expect(await store.getState().note('a', '1')).toBe(false)
  expect(store.getState().said).toBe(refusalWords['not-a-phone'])
  answer = () => {
    throw new Error('timeout')
  }
  expect(await store.getState().release('a', 'lost')).toBe(false)
  expect(store.getState()).toMatchObject({ said: expect.stringContaining('再试'), busy: false, found: { people: [{ bound: true }, {}] } })
})

test('a code given shows until its sheet is closed; of who is bound already it is said, and shown', async () => {
  const code = { code: '123456', until: 9, now: 1, picture: null }
  let answer: () => unknown = () => ({ ok: true, value: { people } })
  const store = register(() => answer())
  await store.getState().find('何阿华')
  answer = () => ({ ok: true, value: code })
  await store.getState().giveCode('b')
  expect(store.getState().code).toEqual(code)
  store.getState().putCodeAway()
  expect(store.getState().code).toBeNull()
  answer = () => ({ ok: false, refusal: 'already-bound' })
  await store.getState().giveCode('b')
  expect(store.getState()).toMatchObject({
    code: null,
    busy: false,
    said: refusalWords['already-bound'],
    found: { people: [{}, { bound: true }] },
  })
})

test('who does not keep the register is told whose it is', async () => {
  const store = register(() => ({ ok: false, refusal: 'not-your-role' }))
  await store.getState().find('何阿华')
  expect(store.getState().found).toEqual({ at: 'closed' })
})
