import { expect, test } from 'vitest'
import { addDays, dayOf, endOf, startOf } from '@/domain/ground/calendar'
import { granted, key, minute, day, refused, smallVillage } from './small-village'

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

/** A matter already being talked over, raised on the day the test says; and the representatives asked about it now. */
async function asked(raised: string) {
  const village = smallVillage()
  const id = key(`ditch-${raised}`),
    motion = key('motion')
  granted(await village.as('zhu')('topic.raise', { id, ...words }))
  const topic = (await village.store.get('topics', id))!
  await village.store.put('topics', { ...topic, state: 'deliberating', raisedAt: startOf(raised), dueAt: null })
  const opensAt = startOf(addDays(dayOf(village.now()), 4))
  granted(
    await village.as('moderator')('motion.put', {
      id: motion,
      topicId: id,
      rev: topic.rev,
      text: '清淤',
      body: 'VRA',
      form: 'named',
      opensAt,
      closesAt: opensAt + day,
    }),
  )
  return { village, motion, closesAt: opensAt + day }
}
const explained = async (raised: string) => {
  const { village, motion, closesAt } = await asked(raised)
  await village.until(closesAt + 2 * minute)
  return granted(await village.as('rep1')('motion.view', { id: motion })).card.result?.explain.join() ?? ''
}

test('a matter raised before the law changed is decided, and quoted, by the law of that day', async () => {
  const { village, motion } = await asked('2025-12-31')
  expect((await village.store.get('motions', motion))?.rules).toBe('village-2025')
  expect(granted(await village.as('rep1')('motion.view', { id: motion })).passes.article).toBe('村民委员会组织法第二十六条')
  expect(await explained('2025-12-31')).toContain('村民委员会组织法第二十六条')
  expect(await explained('2026-01-01')).toContain('村民委员会组织法第三十条')
})

test('a result stands on the board to 24:00 of its fifteenth day, or of the working day after', async () => {
  const { village, closesAt } = await asked('2026-03-02')
  await village.until(closesAt + 2 * minute)
  const settled = (
    await village.store.list('notices', { match: { orgId: 'v1' }, order: { by: 'at', descending: true }, limit: 50 })
  ).rows.find(({ code }) => code === 'N29')
  expect(dayOf(closesAt)).toBe('2026-03-07')
  expect(settled?.postedUntil).toBe(endOf('2026-03-23')) // the fifteenth day, 22 March, is a Sunday
})

test('what belongs to an assembly is talked over, and no deliberation decides it: views may be asked, a vote may not', async () => {
  const village = smallVillage()
  const id = key('land')
  granted(await village.as('zhu')('topic.raise', { id, ...words }))
  const topic = (await village.store.get('topics', id))!
  await village.store.put('topics', { ...topic, state: 'deliberating', dueAt: null, dossier: { matterClass: 'C1', matterCode: 'C26-8' } })
  const opensAt = startOf(addDays(dayOf(village.now()), 12))
  const put = (name: string, body: 'VRA' | 'VA_HOUSEHOLD' | 'POLL') =>
    village.as('moderator')('motion.put', {
      id: key(name),
      topicId: id,
      rev: topic.rev,
      text: '承包方案',
      body,
      form: 'named',
      opensAt,
      closesAt: opensAt + day,
    })
  expect(refused(await put('reps', 'VRA'))).toBe('class-ordinary')
  expect(refused(await put('households', 'VA_HOUSEHOLD'))).toBe('class-ordinary')
  granted(await put('views', 'POLL'))
})
