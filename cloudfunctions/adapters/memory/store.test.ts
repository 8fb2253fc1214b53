import { describe, expect, test } from 'vitest'
import { storeContract } from '../store.contract'
import { memoryStore } from './store'

describe('memory store', () => {
  storeContract(async () => memoryStore())

  test('it starts with the rows it is given', async () => {
    const account = { id: 'wx1', orgId: 'o1', personId: 'p1' }
    const store = memoryStore({ accounts: [account] })
    expect((await store.list('accounts', { match: { personId: 'p1' }, limit: 1 })).rows).toEqual([account])
  })
})
