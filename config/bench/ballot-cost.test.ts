import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../cloudfunctions/adapters/memory/store'
import { countBallot } from './ballot-cost'
import { countingStore } from './counting-store'

describe('what a ballot asks of the store', () => {
  test('a named ballot is one write and at most one read, with no transaction', async () => {
    const { handler, request, sharedRows } = await countBallot('named')
    expect(handler.writes).toHaveLength(1)
    expect(handler.reads.length).toBeLessThanOrEqual(1)
    expect(handler.commits).toBe(0)
    expect(sharedRows).toEqual([])
    // The whole request reads two rows more than the handler, to know who asks: the account and the person.
    expect(request.writes).toHaveLength(1)
    expect(request.reads.length).toBeLessThanOrEqual(3)
  })

  test('a secret ballot is one commit of two writes, and at most two reads', async () => {
    const { handler, request, sharedRows } = await countBallot('secret')
    expect(handler.writes.map(row => row.split(' ')[0]).sort()).toEqual(['marks', 'secretBallots'])
    expect(handler.commits).toBe(1)
    expect(handler.reads.length).toBeLessThanOrEqual(2)
    expect(sharedRows).toEqual([])
    expect(request.commits).toBe(1)
    expect(request.writes).toHaveLength(2)
    expect(request.reads.length).toBeLessThanOrEqual(4)
  })

  test('nothing is asked past the counter', async () => {
    const { store, during } = countingStore(memoryStore())
    const account = { id: 'wx1', orgId: 'o1', personId: 'p1' }
    const asked = await during(async () => {
      await store.get('accounts', 'wx1')
      await store.getMany('accounts', ['wx1'])
      await store.list('accounts', { limit: 1 })
      await store.count('accounts', { personId: 'p1' })
      await store.countBy('accounts', 'personId', ['p1'])
      await store.put('accounts', account)
      await store.commit(async tx => {
        await tx.get('accounts', 'wx1')
        await tx.put('accounts', account)
        await tx.remove('accounts', 'wx1')
        await tx.insert('accounts', account)
      })
    })
    expect([asked.reads.length, asked.writes.length, asked.commits]).toEqual([6, 4, 1])
  })
})
