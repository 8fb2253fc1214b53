import { describe, expect, test } from 'vitest'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { boardCode } from '@/domain/ground/journal'
import { verifyRecord } from '@/domain/vote/record/verify'
import type { BallotForm } from '@/domain/vote/motions'
import { putOnRecord } from '../../village/ground/put-on-record'
import { recordOf } from './record-at-the-door'
import { day, granted, key, refused, smallVillage, turnKeys } from './small-village'

const reps = Array.from({ length: 9 }, (_, n) => `rep${n + 1}`)

/** A topic under discussion, with a question put to the representatives, voted on and settled. */
async function settled(form: BallotForm) {
  const village = smallVillage(),
    id = key('ditch'),
    motion = key('m')
  granted(
    await village.as('zhu')('topic.raise', {
      id,
      title: '五组排水渠要不要重修',
      what: '一下雨就漫上路面',
      where: '5 组',
      affected: '5 组三十多户',
      suggestion: '清淤，再修一段',
      category: 'drainage',
      photoIds: [],
      showName: true,
    }),
  )
  const topic = (await village.store.get('topics', id))!
  await village.store.put('topics', { ...topic, state: 'deliberating' })
  granted(
    await village.as('moderator')('motion.put', {
      id: motion,
      topicId: id,
      rev: topic.rev,
      text: '同意今年重修五组排水渠',
      body: 'VRA',
      form,
      opensAt: village.now() + 11 * day,
      closesAt: village.now() + 13 * day,
    }),
  )
  await village.pass(12 * day)
  for (const [n, who] of reps.entries()) {
    const choice = n < 6 ? 'for' : n < 8 ? 'against' : 'abstain'
    granted(
      await (form === 'named'
        ? village.as(who)('ballot.cast', { motionId: motion, choice })
        : village.as(who)('ballot.castSecret', { motionId: motion, choice, receiptHash: receiptHash(who) })),
    )
  }
  return {
    village,
    motion,
    topic: id,
    close: async () => {
      await village.pass(2 * day)
      if (form === 'secret') await turnKeys(village, motion)
    },
  }
}

describe.each(['named', 'secret'] as const)('the record of a %s vote', form => {
  test('is there once the vote is settled, holds for every reader, and its code is the one on the board', async () => {
    const { village, motion, topic, close } = await settled(form)
    expect(refused(await village.guest('record.view', { motionId: motion }))).toBe('vote-not-settled')
    await close()
    const notice = (await village.store.list('notices', { match: { topicId: topic }, order: { by: 'at' }, limit: 100 })).rows.find(
      ({ code }) => code === 'N29',
    )
    const wall = granted(await village.as('elder')('notice.view', { id: notice?.id ?? '' })).boardCode
    for (const ask of [village.guest, village.as('elder'), village.as('rep1'), village.as('moderator'), village.as('town')]) {
      const record = await recordOf(ask, motion)
      const verified = verifyRecord(JSON.parse(JSON.stringify(record)))
      expect(verified.ok ? '' : verified.fault).toBe('')
      expect(verified).toMatchObject({ ok: true, boardCode: wall })
      expect(record.outcome.outcome).toBe('passed')
    }
    const entry = (await village.store.list('journal', { match: { topicId: topic }, order: { by: 'n' }, limit: 100 })).rows.at(-1)
    expect(entry?.vote).toMatchObject({ kind: 'settled', motionId: motion, rollSize: 10, present: 9 })
    expect(boardCode(entry?.hash ?? '')).toBe(wall)
  })
})

test('a passer-by has surnames alone, whoever was called on has the names, and both have one root', async () => {
  const { village, motion, close } = await settled('named')
  await close()
  const [outside, inside] = [await recordOf(village.guest, motion), await recordOf(village.as('rep1'), motion)]
  expect(JSON.stringify(outside)).not.toContain('代表甲')
  expect(JSON.stringify(inside)).toContain('代表甲')
  expect([outside.key, typeof inside.key, outside.root]).toEqual([null, 'string', inside.root])
})

test('a name that changed or left since leaves the record as it was', async () => {
  const { village, motion, close } = await settled('named')
  await close()
  const before = [await recordOf(village.guest, motion), await recordOf(village.as('rep2'), motion)]
  const rep1 = (await village.store.get('people', 'rep1'))!
  await village.store.put('people', { ...rep1, name: '换了名字' })
  expect([await recordOf(village.guest, motion), await recordOf(village.as('rep2'), motion)]).toEqual(before)
})

test('a step written into the journal while the votes are counted stands in the record too', async () => {
  const { village, motion, topic, close } = await settled('secret')
  const { commit, list } = village.store
  let meanwhile = 0
  Object.assign(village.store, {
    list: async (...asked: Parameters<typeof list>) => {
      const page = await list(...asked)
      // The journal was read; now somebody writes in it.
      if (asked[0] === 'journal' && (meanwhile += 1) === 1)
        await commit(async tx => {
          await putOnRecord(
            tx,
            (await tx.get('topics', topic))!,
            { at: village.now(), step: 'note', transition: 'TR-00', said: '记一笔', byId: null },
            {},
          )
        })
      return page
    },
  })
  await close()
  expect(meanwhile).toBeGreaterThan(1)
  const record = await recordOf(village.guest, motion)
  expect(verifyRecord(record)).toMatchObject({ ok: true })
  expect(record.journal).toHaveLength((await village.store.get('topics', topic))!.rev)
})

test('of a secret vote nothing tells choices apart by group, by way of voting or by anything else', async () => {
  const { village, motion, close } = await settled('secret')
  await close()
  const seen = await Promise.all([
    village.as('moderator')('motion.view', { id: motion }),
    village.as('supervisor')('record.view', { motionId: motion }),
    village.as('town')('ballot.list', { motionId: motion }),
  ])
  const apart: string[] = []
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const names = Object.keys(value)
    if (names.includes('choice')) apart.push(...names.filter(name => !['choice', 'who'].includes(name)))
    if (names.includes('byChannel'))
      apart.push(
        ...Object.values((value as { readonly byChannel: object }).byChannel)
          .filter(many => typeof many !== 'number')
          .map(String),
      )
    for (const inner of Object.values(value)) look(inner)
  }
  for (const reply of seen) look(granted(reply))
  expect(apart).toEqual([])
})
