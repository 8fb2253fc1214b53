import { expect, test } from 'vitest'
import { refusalWords } from '@/contract/refusal-words'
import { createClient } from './client'
import { createHelping } from './helping'

const grid = { id: 'grid', name: '卢网格（网格员）' }
const helping = (answer: () => unknown = () => ({ ok: true, value: { helpers: [grid] } })) =>
  createHelping(
    'm1',
    createClient(async () => answer()),
  )

test('an officer is picked from the list, a relative by name; without either the sheet stays', async () => {
  const store = helping()
  await store.getState().begin()
  expect(store.getState().done()).toBeNull()
  store.getState().chooseKind('officer')
  expect([store.getState().done(), store.getState().wrong, store.getState().open]).toEqual([null, '请点是哪一位', true])
  store.getState().choosePerson('grid')
  expect(store.getState().done()).toEqual({ by: { kind: 'officer', personId: 'grid' }, words: grid.name })
  expect(store.getState().open).toBe(false)
  store.getState().chooseKind('family')
  store.getState().write(' 梁小明 ')
  expect(store.getState().done()).toEqual({ by: { kind: 'family', name: '梁小明' }, words: '梁小明（家里人）' })
})

test('a name that is none is told at once', async () => {
  const store = helping()
  await store.getState().begin()
  store.getState().chooseKind('neighbour')
  expect([store.getState().done(), store.getState().wrong]).toEqual([null, '请写他的姓名'])
  store.getState().write('13800001234')
  expect([store.getState().done(), store.getState().wrong]).toEqual([null, refusalWords['phone-number-in-text']])
})

test('without a network a relative may help all the same; a list once seen stays', async () => {
  let there = false
  const store = helping(() => {
    if (!there) throw new Error('offline')
    return { ok: true, value: { helpers: [grid] } }
  })
  await store.getState().begin()
  expect(store.getState().listed).toBe('failed')
  store.getState().chooseKind('family')
  store.getState().write('梁小明')
  expect(store.getState().done()).not.toBeNull()
  there = true
  await store.getState().begin()
  there = false
  await store.getState().begin()
  expect(store.getState().listed).toEqual([grid])
})
