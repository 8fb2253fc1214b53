import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '@/domain/notice/notices'
import { KeyTaken, Overtaken } from '../../ports'
import { filesContract } from '../files.contract'
import { storeContract } from '../store.contract'
import { wechatFiles } from './files'
import { startCloudBase, type CloudBase, type Environment } from './stand-in/cloud-base'

let cloudBase: CloudBase
let cloud: Environment
beforeAll(async () => {
  cloudBase = await startCloudBase()
})
afterAll(async () => {
  await cloudBase.stop()
})
beforeEach(() => {
  cloud = cloudBase.environment()
})

const tries = (id: string, wrong: number) => ({ id, orgId: 'o1', wrong, since: 1 })
const marked = { id: 'm1:a', orgId: 'o1', motionId: 'm1', day: '2026-03-01' } as const
const chosen = { id: 'm1:x', orgId: 'o1', motionId: 'm1', choice: 'for' } as const
const requests = () => [...cloud.calls.values()].reduce((sum, n) => sum + n, 0)
async function costOf(work: () => Promise<unknown>): Promise<number> {
  cloud.reset()
  await work()
  return requests()
}

describe('CloudBase store, through the real SDK', () => {
  storeContract(async () => cloudBase.environment().store)

  test('a named ballot is one request, a secret one four, and six thousand messages sixty', async () => {
    const { store } = cloud
    const named = { id: 'm1:a', orgId: 'o1', motionId: 'm1', unitId: 'a', voterId: 'a', choice: 'for', castAt: 1 } as const
    expect(await costOf(() => store.put('ballots', named))).toBe(1)
    expect(
      await costOf(() =>
        store.commit(async tx => {
          await tx.insert('marks', marked)
          await tx.insert('secretBallots', chosen)
        }),
      ),
    ).toBe(4)
    const messages = Array.from(
      { length: 6000 },
      (_, n) => ({ id: `n1:p${n}`, orgId: 'o1', personId: `p${n}`, noticeId: 'n1', title: '请您投票', at: 1, readAt: null }) as Message,
    )
    expect(await costOf(() => store.insertMissing('messages', messages))).toBe(60)
    expect(await store.count('messages', { noticeId: 'n1' })).toBe(6000)
  })

  test('a transaction is opened only where one row and one request are not enough', async () => {
    const { store } = cloud
    expect(await costOf(() => store.commit(tx => tx.insert('codeTries', tries('a', 0))))).toBe(1)
    expect(await costOf(() => store.commit(tx => tx.get('codeTries', 'a')))).toBe(1)
    expect(
      await costOf(() =>
        store.commit(async tx => {
          if (!(await tx.get('codeTries', 'b'))) await tx.insert('codeTries', tries('b', 0))
        }),
      ),
    ).toBe(2)
    expect(await costOf(() => store.commit(tx => tx.remove('codeTries', 'b')))).toBe(1)
    // Read; begin, read again, write, commit.
    expect(
      await costOf(() =>
        store.commit(async tx => {
          await tx.put('codeTries', tries('a', ((await tx.get('codeTries', 'a'))?.wrong ?? 0) + 1))
        }),
      ),
    ).toBe(5)
  })

  test.each(['database.insertDocument', 'database.modifyDocument', 'database.commitTransaction'])(
    'a conflict met at %s is tried again, and nothing happens twice',
    async action => {
      const { store } = cloud
      await store.put('codeTries', tries('a', 0))
      cloud.fault({ kind: 'conflict', when: asked => asked.action === action })
      await store.commit(async tx => {
        await tx.put('codeTries', tries('a', ((await tx.get('codeTries', 'a'))?.wrong ?? 0) + 1))
        await tx.insert('marks', marked)
      })
      expect(cloud.faultsSpent).toBe(true)
      expect((await store.get('codeTries', 'a'))?.wrong).toBe(1)
      expect(await store.count('marks', { motionId: 'm1' })).toBe(1)
    },
  )

  test('who is overtaken again and again is told so, and nothing is written', async () => {
    const { store } = cloud
    for (let n = 0; n < 40; n += 1) cloud.fault({ kind: 'conflict', when: asked => asked.action === 'database.commitTransaction' })
    await expect(
      store.commit(async tx => {
        await tx.insert('marks', marked)
        await tx.insert('secretBallots', chosen)
      }),
    ).rejects.toBeInstanceOf(Overtaken)
    cloud.reset()
    expect(await store.count('marks', { motionId: 'm1' })).toBe(0)
  })

  test.each(['timed-out-after', 'dropped'] as const)(
    'a commit whose answer is lost (%s) is thrown on, is whole, and asked again its key is taken',
    async kind => {
      const { store } = cloud
      const cast = () =>
        store.commit(async tx => {
          await tx.insert('marks', marked)
          await tx.insert('secretBallots', chosen)
        })
      cloud.fault({ kind, when: asked => asked.action === 'database.commitTransaction' })
      await expect(cast()).rejects.not.toBeInstanceOf(KeyTaken)
      expect([await store.get('marks', marked.id), await store.get('secretBallots', chosen.id)]).toEqual([marked, chosen])
      await expect(cast()).rejects.toBeInstanceOf(KeyTaken)
    },
  )

  test('a commit that never began to be done leaves nothing, and nothing locked', async () => {
    const { store } = cloud
    const cast = () =>
      store.commit(async tx => {
        await tx.insert('marks', marked)
        await tx.insert('secretBallots', chosen)
      })
    cloud.fault({ kind: 'timed-out-before', when: asked => asked.action === 'database.commitTransaction' })
    await expect(cast()).rejects.toThrow('in time')
    expect(await store.get('marks', marked.id)).toBeUndefined()
    await cast()
    expect(await store.get('marks', marked.id)).toEqual(marked)
  })

  test('a transaction that its owner left behind ends by itself', async () => {
    const short = cloudBase.environment({ transactionMs: 30 }),
      db = short.cloud.database({ throwOnNotFound: false })
    const left = await db.startTransaction()
    await left.collection('codeTries').add({ data: { _id: 'a' } })
    await short.store.put('codeTries', tries('a', 1))
    await expect(left.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    expect((await short.store.get('codeTries', 'a'))?.wrong).toBe(1)
  })

  test('an identity that the platform keeps beside a row is never read off it', async () => {
    const db = cloud.cloud.database({ throwOnNotFound: false })
    await db.collection('codeTries').add({ data: { _id: 'a', _openid: 'oSOMEBODY', orgId: 'o1', wrong: 0, since: 1 } })
    await cloud.store.commit(async tx => {
      await tx.get('codeTries', 'a')
      await tx.insert('marks', marked)
    })
    expect(await cloud.store.get('codeTries', 'a')).toEqual(tries('a', 0))
  })

  test('a row that a commit only read is as it was afterwards, field for field', async () => {
    const { store } = cloud
    await store.put('codeTries', tries('a', 3))
    await store.commit(async tx => {
      await tx.get('codeTries', 'a')
      await tx.get('codeTries', 'b')
      await tx.insert('marks', marked)
    })
    expect(JSON.stringify(await store.get('codeTries', 'a'))).toBe(JSON.stringify(tries('a', 3)))
    expect(await store.get('codeTries', 'b')).toBeUndefined()
  })
})

describe('the stand-in is as strict as the platform, or stricter', () => {
  const db = () => cloud.cloud.database({ throwOnNotFound: false })

  test('it gives a thousand rows at most, a hundred unasked', async () => {
    cloud.load(
      'marks',
      Array.from({ length: 1500 }, (_, n) => ({ ...marked, id: `m1:${n}` })),
    )
    const marks = db().collection('marks').where({ motionId: 'm1' })
    expect((await marks.get()).data).toHaveLength(100)
    expect((await marks.limit(5000).get()).data).toHaveLength(1000)
  })

  test('it refuses a document above 512 KB, an answer above 1 MB, a collection not made, and a list that no index covers', async () => {
    const heavy = (bytes: number) => ({ parentId: 'c', at: 1, text: 'x'.repeat(bytes) })
    await expect(
      db()
        .collection('comments')
        .add({ data: heavy(600_000) }),
    ).rejects.toThrow('512 KB')
    await db()
      .collection('comments')
      .add({ data: [heavy(400_000), heavy(400_000), heavy(400_000)] })
    await expect(db().collection('comments').where({ parentId: 'c' }).get()).rejects.toThrow('1MB')
    await expect(db().collection('nowhere').doc('a').get()).rejects.toMatchObject({ errCode: -502005 })
    await expect(db().collection('comments').where({ text: 'x' }).get()).rejects.toThrow('no index')
    await expect(db().collection('comments').where({ parentId: 'c' }).orderBy('slot', 'asc').get()).rejects.toThrow('no index')
  })

  test('two snapshots that read what the other writes both go through, as on the platform: the store guards what it read', async () => {
    cloud.load('codeTries', [tries('a', 0), tries('b', 0)])
    const [one, other] = [await db().startTransaction(), await db().startTransaction()]
    await one.collection('codeTries').doc('b').get()
    await other.collection('codeTries').doc('a').get()
    await one
      .collection('codeTries')
      .doc('a')
      .set({ data: { wrong: 1 } })
    await other
      .collection('codeTries')
      .doc('b')
      .set({ data: { wrong: 1 } })
    await one.commit()
    await other.commit()
    expect((await db().collection('codeTries').doc('a').get()).data).toMatchObject({ wrong: 1 })
  })

  test('a write to what another transaction wrote fails at once, and a write that changes nothing guards nothing', async () => {
    cloud.load('codeTries', [tries('a', 0)])
    const [one, other] = [await db().startTransaction(), await db().startTransaction()]
    await one
      .collection('codeTries')
      .doc('a')
      .set({ data: { orgId: 'o1', wrong: 0, since: 1 } })
    await other
      .collection('codeTries')
      .doc('a')
      .update({ data: { wrong: 5 } })
    await expect(
      one
        .collection('codeTries')
        .doc('a')
        .update({ data: { wrong: 6 } }),
    ).rejects.toThrow('conflict')
    await other.commit()
    expect((await db().collection('codeTries').doc('a').get()).data).toMatchObject({ wrong: 5 })
  })
})

describe('cloud storage, through the real SDK', () => {
  filesContract(() => wechatFiles(cloud.cloud, cloud.filesRoot))
})

interface WeChatInterfaces {
  readonly security: { msgSecCheck(asked: object): Promise<unknown> }
  readonly subscribeMessage: { send(message: object): Promise<unknown> }
  readonly wxacode: { getUnlimited(asked: object): Promise<{ readonly buffer: Uint8Array }> }
}

test('WeChat’s interfaces hear names and fields as they travel, and answer in objects or in a picture', async () => {
  const heard: unknown[] = []
  cloud.onOpenApi = (name, data) => {
    heard.push([name, data])
    return name === 'wxacode.getUnlimited'
      ? new Uint8Array([0xff, 0xd8])
      : { errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 }, trace_id: 't' }
  }
  const { openapi } = cloud.cloud as unknown as { readonly openapi: WeChatInterfaces }
  expect(await openapi.security.msgSecCheck({ openid: 'o1', scene: 2, version: 2, content: '修路' })).toMatchObject({
    errCode: 0,
    result: { suggest: 'pass' },
    traceId: 't',
  })
  expect(Buffer.from((await openapi.wxacode.getUnlimited({ scene: 's', page: 'pages/hall/index' })).buffer)).toEqual(
    Buffer.from([0xff, 0xd8]),
  )
  expect(heard[0]).toEqual(['security.msgSecCheck', { openid: 'o1', scene: 2, version: 2, content: '修路' }])
  cloud.onOpenApi = () => ({ errcode: 43101, errmsg: 'user refuse to accept the msg' })
  await expect(openapi.subscribeMessage.send({ touser: 'o1', templateId: 'T', data: {} })).rejects.toMatchObject({ errCode: 43101 })
})
