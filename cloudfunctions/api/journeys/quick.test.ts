import { expect, test } from 'vitest'
import { majorWalk } from './major-walk'
import { day } from './small-village'

/** A lamp at one door: classified as a small matter and given to the grid worker. */
async function registered() {
  const walk = majorWalk({ matterClass: 'L3' })
  await walk.reach('classified')
  expect(await walk.refusal('moderator', 'enter_major')).toBe('class-major')
  await walk.step('moderator', 'enter_quick', { powerCode: '无' })
  return walk
}
const assign = { worker: 'grid' }
const repaired = { doneNote: '换了灯泡' }

test('a small matter is given out, done with a picture, and closed by whoever asked', async () => {
  const walk = await registered()
  await walk.step('committee', 'assign', assign)
  await walk.step('grid', 'do_it', repaired)
  expect(await walk.refusal('grid', 'agree_done')).toBe('not-your-role')
  await walk.step('rep5', 'not_done', { reason: '还是不亮' })
  expect(await walk.state()).toBe('quick_assigned')
  await walk.step('grid', 'do_it', repaired)
  await walk.step('rep5', 'agree_done')
  expect(await walk.state()).toBe('quick_closed')
})

test('nobody answers for seven days: time closes it', async () => {
  const walk = await registered()
  await walk.step('moderator', 'assign', assign)
  await walk.step('grid', 'do_it', repaired)
  await walk.village.until(((await walk.topic()).dueAt ?? 0) - 1)
  expect(await walk.state()).toBe('quick_done')
  await walk.village.pass(day)
  expect(await walk.state()).toBe('quick_closed')
})

test('refused where it was given, and refused again, it is reviewed and goes up to be talked over', async () => {
  const walk = await registered()
  await walk.step('committee', 'assign', assign)
  await walk.step('grid', 'cannot_do', { refusalReason: '要挖路，不是我能办的' })
  expect(await walk.state()).toBe('topic_review')
  const classify = async (matterClass: string) =>
    walk.keyed('committee', 'classify', { matterClass, classReason: '再看一次', affectedGroups: ['5'], lead: 'committee' })
  await classify('L3')
  await walk.step('moderator', 'enter_quick', { powerCode: '无' })
  await walk.step('committee', 'cannot_do', { refusalReason: '村里没有这样的工人' })
  expect(await walk.state()).toBe('topic_review')
  await classify('L2')
  expect(await walk.refusal('moderator', 'enter_quick', { powerCode: '无' })).toBe('class-small')
  expect((await walk.journal()).filter(entry => entry.step === 'cannot_do')).toHaveLength(2)
})

test('going up needs no second key, going down does', async () => {
  const walk = await registered()
  expect(await walk.refusal('committee', 'upgrade', { matterClass: 'L3', classReason: '一样' })).toBe('class-higher')
  await walk.step('committee', 'upgrade', { matterClass: 'L1', classReason: '其实关全村', matterCode: 'V28-4' })
  expect(await walk.topic()).toMatchObject({ state: 'classified', dossier: { matterClass: 'L1' } })
  await walk.step('committee', 'downgrade', { matterClass: 'L2', classReason: '只关一组' })
  expect((await walk.topic()).dossier.matterClass).toBe('L1')
  expect((await walk.confirm()).ok).toBe(true)
  expect((await walk.topic()).dossier).toMatchObject({ matterClass: 'L2' })
  expect((await walk.topic()).dossier.matterCode).toBeUndefined()
})
