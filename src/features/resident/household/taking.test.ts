import { expect, test } from 'vitest'
import { refusalWords } from '@/contract/refusal-words'
import { createClient } from '@/platform/talk-to-server/client'
import { createTaking } from './taking'

const offered = { name: '何*', how: 'family' as const, by: '何*' }
function taking(answer: (name: string, input: unknown) => unknown) {
  const sent: unknown[] = []
  const store = createTaking(
    createClient(async ({ name, input }) => {
      sent.push([name, input])
      return answer(name, input)
    }),
  )
  return { store, sent }
}

test('digits however typed are looked up, whose they are is read back, and the name goes with the yes', async () => {
  const { store, sent } = taking(name => ({ ok: true, value: name === 'bind.look' ? offered : { name: '何*' } }))
  store.getState().write('１２３ 456 789')
  expect(store.getState().code).toBe('123456')
  await store.getState().look()
  expect(store.getState().stage).toEqual({ at: 'confirming', offered })
  await store.getState().take()
  expect(store.getState().wrong).toContain('姓名')
  store.getState().call(' 何小明 ')
  await store.getState().take()
  expect(store.getState().stage).toEqual({ at: 'done', name: '何*' })
  expect(sent).toEqual([
    ['bind.look', { code: '123456' }],
    ['bind.take', { code: '123456', name: '何小明' }],
  ])
})

test('fewer than six digits are not sent', async () => {
  const { store, sent } = taking(() => ({ ok: true, value: offered }))
  store.getState().write('12345')
  await store.getState().look()
  expect([store.getState().wrong, sent]).toEqual(['登记码是六个数字', []])
})

test('a lost answer leaves the same code to be sent again; a wrong name is written anew; a dead code goes back to the start', async () => {
  let answer: () => unknown = () => ({ ok: true, value: { ...offered, how: 'desk' } })
  const { store } = taking(() => answer())
  await store.getState().scanned('123456')
  expect(store.getState().stage.at).toBe('confirming')
  answer = () => {
    throw new Error('timeout')
  }
  await store.getState().take()
  expect(store.getState()).toMatchObject({ stage: { at: 'confirming' }, wrong: expect.stringContaining('再点一次') })
  answer = () => ({ ok: false, refusal: 'name-differs' })
  await store.getState().take()
  expect(store.getState()).toMatchObject({ stage: { at: 'confirming' }, wrong: refusalWords['name-differs'] })
  answer = () => ({ ok: false, refusal: 'bind-code-wrong' })
  await store.getState().take()
  expect(store.getState()).toMatchObject({ stage: { at: 'typing' }, wrong: refusalWords['bind-code-wrong'] })
})

test('who says that it is somebody else has done nothing', async () => {
  const { store, sent } = taking(() => ({ ok: true, value: offered }))
  await store.getState().scanned('123456')
  store.getState().back()
  expect(store.getState()).toMatchObject({ stage: { at: 'typing' }, code: '' })
  expect(sent).toHaveLength(1)
})
