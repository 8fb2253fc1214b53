import { expect, test } from 'vitest'
import { refusalWords } from '@/contract/refusal-words'
import { createClient } from '@/platform/talk-to-server/client'
import { createAnswering } from './answering'

const asked = (id: string) => ({ id, name: '何阿华', group: 3, field: 'group' as const, words: '写错了', at: 1 })
const listed = (ids: string[], next: string | null = null) => ({ ok: true, value: { waiting: ids.map(asked), next, now: 2 } })

test('one answered leaves the list, the others stay', async () => {
  const store = createAnswering(
    createClient(async ({ name }) => (name === 'correction.list' ? listed(['a', 'b']) : { ok: true, value: {} })),
  )
  await store.getState().refresh()
  store.getState().choose(asked('a'))
  store.getState().write('改了')
  await store.getState().answer('done')
  expect(store.getState()).toMatchObject({ open: null, words: '', seen: { view: { waiting: [{ id: 'b' }] } } })
})

test('without words nothing is sent; a lost or refused answer leaves what was written', async () => {
  const sent: string[] = []
  let answer: () => unknown = () => {
    throw new Error('timeout')
  }
  const store = createAnswering(
    createClient(async ({ name }) => {
      sent.push(name)
      return answer()
    }),
  )
  store.getState().choose(asked('a'))
  await store.getState().answer('done')
  expect(sent).toEqual([])
  store.getState().write('改了')
  await store.getState().answer('done')
  expect(store.getState()).toMatchObject({ words: '改了', busy: false, wrong: expect.stringContaining('再试') })
  answer = () => ({ ok: false, refusal: 'correction-answered' })
  await store.getState().answer('done')
  expect(store.getState()).toMatchObject({ open: { id: 'a' }, wrong: refusalWords['correction-answered'] })
})

test('the list goes on where it ended; who does not keep the register sees none', async () => {
  const store = createAnswering(
    createClient(async ({ input }) => ((input as { after?: string }).after ? listed(['b']) : listed(['a'], 'x'))),
  )
  await store.getState().refresh()
  await store.getState().more()
  expect(store.getState().seen).toMatchObject({ view: { waiting: [{ id: 'a' }, { id: 'b' }], next: null } })
  const other = createAnswering(createClient(async () => ({ ok: false, refusal: 'not-your-role' })))
  await other.getState().refresh()
  expect(other.getState().seen).toMatchObject({ at: 'refused' })
})
