import { expect, test } from 'vitest'
import { textHashOf } from '@/domain/vote/record/record'
import { day, granted, hour, key, refused, smallVillage } from './small-village'

async function inTheHall() {
  const village = smallVillage(),
    id = key('ditch'),
    motionId = key('m')
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
  const opensAt = village.now() + 11 * day
  granted(
    await village.as('moderator')('motion.put', {
      id: motionId,
      topicId: id,
      rev: topic.rev,
      text: '同意今年重修五组排水渠',
      body: 'VRA',
      form: 'secret',
      opensAt,
      closesAt: opensAt + 3 * hour,
      channels: ['phone', 'hall', 'paper'],
      tellerIds: ['recorder', 'leader'],
      scrutineerId: 'supervisor',
    }),
  )
  return { village, motionId, topicId: id }
}

test('before the count the sheet names the roll, its fingerprint, the question’s, and who will sign', async () => {
  const { village, motionId } = await inTheHall()
  const motion = (await village.store.get('motions', motionId))!
  const sheet = granted(await village.as('res1')('vote.sheet', { motionId }))
  expect(sheet).toMatchObject({
    village: '小村',
    meeting: true,
    channels: ['phone', 'hall', 'paper'],
    openedAt: null,
    rollHash: motion.rollHash,
    textHash: textHashOf(motion),
    card: { rollSize: 10, result: null },
  })
  expect(sheet.signers).toEqual(['主持人', '计票人 周记录 ', '计票人 黎组长 ', '监票人 何监委 ', '记录员'])
})

test('a passer-by reads the offices, and nobody’s name', async () => {
  const { village, motionId } = await inTheHall()
  expect(granted(await village.guest('vote.sheet', { motionId })).signers).toEqual(['主持人', '计票人', '计票人', '监票人', '记录员'])
})

test('of a matter one may not see there is no sheet', async () => {
  const { village, motionId, topicId } = await inTheHall()
  const topic = (await village.store.get('topics', topicId))!
  await village.store.put('topics', { ...topic, state: 'screening' })
  expect(refused(await village.guest('vote.sheet', { motionId }))).toBe('no-such-motion')
  expect(refused(await village.guest('vote.sheet', { motionId: key('none') }))).toBe('no-such-motion')
})
