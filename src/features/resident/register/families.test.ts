import { expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import { createFamilies } from './families'

const one = (id: string) => ({ id, personId: id, name: '何小明', group: 3, by: '何阿华', at: 1, still: true })
const listed = (ids: string[], next: string | null) => ({ ok: true, value: { rows: ids.map(one), now: 2, next } })

test('the list goes on where it ended; a page that does not come may be asked for again', async () => {
  let lost = true
  const store = createFamilies(
    createClient(async ({ input }) => {
      if (!(input as { after?: string }).after) return listed(['a'], 'x')
      if (lost) throw new Error('timeout')
      return listed(['b'], null)
    }),
  )
  await store.getState().refresh()
  await store.getState().more()
  expect(store.getState().seen).toMatchObject({ view: { rows: [{ id: 'a' }] }, more: 'failed' })
  lost = false
  await store.getState().more()
  expect(store.getState().seen).toMatchObject({ view: { rows: [{ id: 'a' }, { id: 'b' }], next: null }, more: 'more' })
})

test('who does not keep the register sees none; without a network what was seen stays', async () => {
  const closed = createFamilies(createClient(async () => ({ ok: false, refusal: 'not-your-role' })))
  await closed.getState().refresh()
  expect(closed.getState().seen).toMatchObject({ at: 'refused', refusal: 'not-your-role' })
  let there = true
  const store = createFamilies(
    createClient(async () => {
      if (there) return listed(['a'], null)
      throw new Error('offline')
    }),
  )
  await store.getState().refresh()
  there = false
  await store.getState().refresh()
  expect(store.getState().seen).toMatchObject({ view: { rows: [{ id: 'a' }] } })
})
