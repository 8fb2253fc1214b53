import { expect, test } from 'vitest'
import { refusalWords } from '@/contract/refusal-words'
import { createClient } from '@/platform/talk-to-server/client'
import { createRegistering } from './registering'

const settled = () =>
  new Promise(resolve => {
    setImmediate(resolve)
  })

function registering(answer: () => Promise<unknown>) {
  const sent: unknown[] = []
  let looked = 0
  const store = createRegistering(
    createClient(async ({ input }) => {
      sent.push(input)
      return answer()
    }),
    async () => {
      looked += 1
    },
  )
  return { store, sent, looked: () => looked, stage: () => store.getState().stage }
}

test('a number agreed to is asked of the village once, however often the button answers, and the page looks again', async () => {
  const { store, sent, looked, stage } = registering(async () => ({ ok: true, value: { name: '新*' } }))
  store.getState().given({ code: 'c1' })
  store.getState().given({ code: 'c2' })
  await settled()
  expect(sent).toEqual([{ code: 'c1' }])
  expect([looked(), stage()]).toEqual([1, { at: 'idle' }])
})

test('who says no is told that reading stays, and nothing is sent', () => {
  const { store, sent, stage } = registering(async () => ({ ok: true, value: {} }))
  store.getState().given({ errno: 104 })
  expect(stage()).toMatchObject({ at: 'told', words: expect.stringContaining('不登记也能看') })
  expect(sent).toEqual([])
})

test('a refusal is told in the village’s words, a lost answer as lost', async () => {
  const known = registering(async () => ({ ok: false, refusal: 'phone-shared' }))
  known.store.getState().given({ code: 'c' })
  await settled()
  expect(known.stage()).toEqual({ at: 'told', words: refusalWords['phone-shared'] })
  const lost = registering(async () => {
    throw new Error('timeout')
  })
  lost.store.getState().given({ code: 'c' })
  await settled()
  expect(lost.stage()).toMatchObject({ at: 'told', words: expect.stringContaining('再点一次') })
  expect(lost.looked()).toBe(0)
})
