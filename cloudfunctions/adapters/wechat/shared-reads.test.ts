import { expect, test } from 'vitest'
import type { Mark } from '@/domain/vote/ballot/ballots'
import type { Notice } from '@/domain/notice/notices'
import type { Query, Store } from '../../ports'
import { memoryStore } from '../memory/store'
import { sharedReads } from './shared-reads'

const notice = (id: string) => ({ id, orgId: 'v1', board: 'vote', at: 1 }) as Notice
const board: Query<'notices'> = { match: { orgId: 'v1', board: 'vote' }, order: { by: 'at' }, limit: 5 }
const mark = (id: string): Mark => ({ id, orgId: 'v1', motionId: 'm1', day: '2026-03-02' })

function village() {
  const inner = memoryStore()
  let now = 0,
    asked = 0
  const counted: Store = {
    ...inner,
    list: (table, query) => {
      asked += 1
      return inner.list(table, query)
    },
    count: (table, match) => {
      asked += 1
      return inner.count(table, match)
    },
  }
  return {
    inner,
    store: sharedReads(counted, { now: () => now }),
    asked: () => asked,
    pass: (ms: number) => {
      now += ms
    },
  }
}
const ids = async (store: Store) => (await store.list('notices', board)).rows.map(row => row.id)

test('a crowd on the home page asks the database once, and again when twenty seconds are over', async () => {
  const { inner, store, asked, pass } = village()
  await inner.put('notices', notice('n1'))
  await Promise.all(Array.from({ length: 50 }, () => ids(store)))
  expect(asked()).toBe(1)
  await inner.put('notices', notice('n2')) // another process
  pass(19_999)
  expect(await ids(store)).toEqual(['n1'])
  pass(1)
  expect(await ids(store)).toEqual(['n1', 'n2'])
})

test('who wrote sees at once what they wrote, and a commit that failed leaves nothing stale', async () => {
  const { store } = village()
  expect(await ids(store)).toEqual([])
  await store.commit(tx => tx.insert('notices', notice('n1')))
  expect(await ids(store)).toEqual(['n1'])
  await store.put('notices', notice('n2'))
  expect(await ids(store)).toEqual(['n1', 'n2'])
  await expect(
    store.commit(async tx => {
      await tx.put('notices', notice('n3'))
      throw new Error('the answer was lost')
    }),
  ).rejects.toThrow()
  expect(await ids(store)).toEqual(['n1', 'n2'])
  expect(await store.count('marks', { motionId: 'm1' })).toBe(0)
  await store.commit(tx => tx.insert('marks', mark('m1:a')))
  expect(await store.count('marks', { motionId: 'm1' })).toBe(1)
})

test('what belongs to one person, and the roll that a vote is frozen from, is never kept', async () => {
  const { store, asked } = village()
  for (let n = 1; n <= 3; n += 1) {
    await store.list('messages', { match: { personId: 'me' }, order: { by: 'at' }, limit: 5 })
    await store.count('messages', { personId: 'me', readAt: null })
    await store.list('rollPlaces', { match: { orgId: 'v1', body: 'VRA' }, limit: 5 })
    expect(asked()).toBe(3 * n)
  }
})

test('an answer that failed is asked again', async () => {
  const inner = memoryStore()
  let fails = true
  const store = sharedReads(
    { ...inner, list: (table, query) => (fails ? Promise.reject(new Error('-501002')) : inner.list(table, query)) },
    { now: () => 0 },
  )
  await expect(ids(store)).rejects.toThrow()
  fails = false
  expect(await ids(store)).toEqual([])
})
