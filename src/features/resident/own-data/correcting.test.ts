import { expect, test } from 'vitest'
import { refusalWords } from '@/contract/refusal-words'
import { createClient } from '@/platform/talk-to-server/client'
import { createCorrecting } from './correcting'

function correcting(answer: () => unknown) {
  const sent: unknown[] = []
  let drawn = 0
  const store = createCorrecting(
    createClient(async ({ input }) => {
      sent.push(input)
      return answer()
    }),
    async () => String((drawn += 1)).padStart(32, '0'),
  )
  store.getState().begin()
  store.getState().choose('group')
  store.getState().write(' 我是 3 组的 ')
  return { store, sent }
}

test('an answer lost and the same sent again goes under the same key; other words are another request', async () => {
  let lost = true
  const { store, sent } = correcting(() => {
    if (lost) throw new Error('timeout')
    return { ok: true, value: {} }
  })
  await store.getState().send()
  expect(store.getState()).toMatchObject({ at: 'writing', words: ' 我是 3 组的 ', wrong: expect.stringContaining('不会发两遍') })
  await store.getState().send()
  expect(sent[1]).toEqual(sent[0])
  store.getState().write('我是 4 组的')
  lost = false
  await store.getState().send()
  expect(sent[2]).toEqual({ key: '2'.padStart(32, '0'), field: 'group', words: '我是 4 组的' })
  expect(store.getState()).toMatchObject({ at: 'idle', field: null, words: '', said: expect.stringContaining('送到') })
})

test('tapped twice it is sent once; what is missing or refused is told and nothing written is lost', async () => {
  const { store, sent } = correcting(() => ({ ok: false, refusal: 'too-many-corrections' }))
  await Promise.all([store.getState().send(), store.getState().send()])
  expect(sent).toHaveLength(1)
  expect(store.getState()).toMatchObject({ at: 'writing', words: ' 我是 3 组的 ', wrong: refusalWords['too-many-corrections'] })
  store.getState().write('13800138000')
  await store.getState().send()
  store.getState().write('  ')
  await store.getState().send()
  expect(sent).toHaveLength(1)
  expect(store.getState().wrong).toContain('请写几句')
})

test('nothing chosen is nothing sent', async () => {
  const sent: unknown[] = []
  const store = createCorrecting(
    createClient(async request => {
      sent.push(request)
      return { ok: true, value: {} }
    }),
    async () => '0'.repeat(32),
  )
  store.getState().begin()
  store.getState().write('不对')
  await store.getState().send()
  expect([sent, store.getState().wrong]).toEqual([[], '请选一项'])
})
