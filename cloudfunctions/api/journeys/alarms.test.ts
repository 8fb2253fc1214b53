import { expect, test } from 'vitest'
import type { Motion } from '@/domain/vote/motions'
import { settling } from '@/domain/vote/count/settle'
import { tick } from '../../tick/tick'
import { granted, hour, key, minute, smallVillage } from './small-village'

const words = {
  title: '水渠',
  what: '堵了',
  where: '5组',
  affected: '5组',
  suggestion: '清淤',
  category: 'drainage' as const,
  photoIds: [],
  showName: false,
}
const ahead = { alarmsAheadMs: 35 * minute }

async function withTopic() {
  const village = smallVillage()
  granted(await village.as('zhu')('topic.raise', { id: key('ditch'), ...words }))
  return village
}

test('whoever is to be told something is told soon; what tells nobody anything calls nobody', async () => {
  const village = await withTopic()
  expect(village.alarms).toEqual([village.now()])
  granted(await village.as('moderator')('topic.step', { id: key('ditch'), rev: 2, step: 'accept', evidence: {} }))
  expect(village.alarms).toHaveLength(2)
  granted(await village.as('ahua')('topic.support', { id: key('ditch') }))
  granted(await village.as('ahua')('home.view', {}))
  expect(await village.as('ahua')('topic.step', { id: key('ditch'), rev: 3, step: 'accept', evidence: {} })).toMatchObject({ ok: false })
  expect(village.alarms).toHaveLength(2)
})

test('a vote that closes before the timer comes again is settled on its minute, and nothing further off sets an alarm', async () => {
  const village = await withTopic()
  const motion: Motion = {
    id: key('soon'),
    orgId: 'v1',
    topicId: key('ditch'),
    text: '清淤',
    body: 'POLL',
    form: 'named',
    opensAt: village.now(),
    closesAt: village.now() + 20 * minute,
    rollSize: 50,
    rollHash: '',
    frozenAt: village.now(),
    rules: 'village-2026',
    byLaw: null,
    settledAt: null,
    result: null,
  }
  await village.store.put('motions', motion)
  await village.store.put('motions', { ...motion, id: key('later'), closesAt: village.now() + 2 * hour })
  village.alarms.length = 0
  await tick(village.ports, ahead)
  expect(village.alarms).toEqual([motion.closesAt + settling])
  await village.until(motion.closesAt + settling)
  expect((await village.store.get('motions', motion.id))?.settledAt).toBe(motion.closesAt + settling)
})

test('no term and no vote falls between two sweeps of the timer', async () => {
  const village = await withTopic()
  granted(await village.as('moderator')('topic.step', { id: key('ditch'), rev: 2, step: 'accept', evidence: {} }))
  const { dueAt } = (await village.store.get('topics', key('ditch')))!
  village.alarms.length = 0
  await village.until(dueAt! - 30 * minute)
  await tick(village.ports, ahead)
  expect(village.alarms).toEqual([dueAt])
})
