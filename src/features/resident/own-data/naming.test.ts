import { expect, test } from 'vitest'
import { refusalWords } from '@/contract/refusal-words'
import { createClient } from '@/platform/talk-to-server/client'
import { createNaming } from './naming'

test('an office is told before anything is sent; what is refused or lost stays written', async () => {
  const sent: unknown[] = []
  let answer: () => unknown = () => ({ ok: false, refusal: 'nickname-unchecked' })
  const store = createNaming(
    createClient(async ({ input }) => {
      sent.push(input)
      return answer()
    }),
  )
  store.getState().write('陈书记')
  expect(await store.getState().send()).toBe(false)
  expect([sent, store.getState().wrong]).toEqual([[], refusalWords['nickname-imitates']])
  store.getState().write(' 阿朱 ')
  await Promise.all([store.getState().send(), store.getState().send()])
  expect(sent).toEqual([{ nickname: '阿朱' }])
  expect(store.getState()).toMatchObject({ written: ' 阿朱 ', busy: false, wrong: refusalWords['nickname-unchecked'] })
  answer = () => {
    throw new Error('timeout')
  }
  expect(await store.getState().send()).toBe(false)
  answer = () => ({ ok: true, value: { nickname: '阿朱' } })
  expect(await store.getState().send()).toBe(true)
  expect(store.getState()).toMatchObject({ written: null, wrong: null, said: '昵称改好了' })
})
