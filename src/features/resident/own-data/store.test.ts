import { expect, test } from 'vitest'
import { allOwnParts } from '@/domain/resident/own-data'
import { createClient } from '@/platform/talk-to-server/client'
import { createOwnData } from './store'

const view = {
  name: '朱大姐',
  nickname: null,
  group: 5,
  roleNames: ['村民'],
  householdSize: 1,
  phone: null,
  boundSince: null,
  rolls: [],
  cannotClose: null,
  now: 0,
}

function ownData(answer: (name: string, input: { readonly part?: string; readonly after?: string }) => unknown) {
  const asked: string[] = []
  const store = createOwnData(
    createClient(async ({ name, input }) => {
      asked.push(name)
      return answer(name, input as { part?: string; after?: string })
    }),
  )
  return { store, asked }
}
const shown = (name: string, input: { readonly part?: string; readonly after?: string }) =>
  name === 'data.view'
    ? { ok: true, value: view }
    : name === 'data.part'
      ? {
          ok: true,
          value: input.after
            ? { rows: [{ at: 1, says: `${input.part} 2` }], next: null }
            : { rows: [{ at: 2, says: `${input.part} 1` }], next: 'x' },
        }
      : { ok: true, value: {} }

test('what is taken along is everything, each part to its end', async () => {
  const { store } = ownData(shown)
  await store.getState().refresh()
  await store.getState().gather()
  const { file } = store.getState()
  const taken = JSON.parse(file.at === 'ready' ? file.text : '{}') as Record<string, unknown[]>
  expect(taken['我']).toEqual(view)
  expect(Object.keys(taken)).toHaveLength(allOwnParts.length + 1)
  expect(taken['说过的话']).toEqual([
    { at: 2, says: 'comments 1' },
    { at: 1, says: 'comments 2' },
  ])
})

test('half is not all: one part that did not get through, and no file is offered', async () => {
  const { store } = ownData((name, input) => {
    if (input.part === 'votes') throw new Error('timeout')
    return shown(name, input)
  })
  await store.getState().refresh()
  await store.getState().gather()
  expect(store.getState()).toMatchObject({ file: { at: 'none' }, said: expect.stringContaining('再试') })
})

test('a part goes on where it ended, and one that failed can be asked again', async () => {
  let cut = false
  const { store } = ownData((name, input) => {
    if (cut) throw new Error('timeout')
    return shown(name, input)
  })
  await store.getState().look('comments')
  cut = true
  await store.getState().more()
  expect(store.getState().open).toMatchObject({ rows: [{ says: 'comments 1' }], more: 'failed' })
  cut = false
  await store.getState().more()
  expect(store.getState().open).toMatchObject({ rows: [{ says: 'comments 1' }, { says: 'comments 2' }], next: null, more: 'ready' })
})

test('an answer that comes after the part was closed opens nothing', async () => {
  const { store } = ownData(shown)
  const looking = store.getState().look('comments')
  await store.getState().look(null)
  await looking
  expect(store.getState().open).toBeNull()
})

test('closing tapped twice is asked once; an answer lost can be tried again', async () => {
  let lost = true
  const { store, asked } = ownData(() => {
    if (lost) throw new Error('timeout')
    return { ok: true, value: {} }
  })
  await Promise.all([store.getState().leave('close'), store.getState().leave('close')])
  expect([asked, store.getState().leaving]).toEqual([['data.close'], 'no'])
  lost = false
  await store.getState().leave('close')
  expect(store.getState().leaving).toBe('gone')
})

test('a passer-by is told that nothing is held', async () => {
  const { store } = ownData(() => ({ ok: false, refusal: 'not-a-resident' }))
  await store.getState().refresh()
  expect(store.getState().seen).toMatchObject({ at: 'refused', refusal: 'not-a-resident' })
})
