import { expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import { createAppealing } from './appealing'

test('an appeal says why, is sent once, and one that is lost stays written', async () => {
  const sent: unknown[] = []
  let answer: () => unknown = () => {
    throw new Error('timeout')
  }
  const store = createAppealing(
    createClient(async ({ name, input }) => {
      sent.push([name, input])
      return answer()
    }),
  )
  const { begin, write, send } = store.getState()
  begin('nickname:zhu.0')
  await send()
  expect([sent, store.getState().wrong]).toEqual([[], '请写几句，为什么不服'])
  write(' 就是小名 ')
  expect(await send()).toBe(false)
  expect(store.getState()).toMatchObject({ id: 'nickname:zhu.0', words: ' 就是小名 ', wrong: expect.stringContaining('再试') })
  answer = () => ({ ok: true, value: { answerBy: 1 } })
  expect(await Promise.all([send(), send()])).toEqual([true, false])
  expect(sent.slice(1)).toEqual([['case.appeal', { id: 'nickname:zhu.0', words: '就是小名' }]])
  expect(store.getState()).toMatchObject({ id: null, said: expect.stringContaining('7 天') })
})
