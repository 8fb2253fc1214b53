import { expect, test } from 'vitest'
import { isAlarm, wechatAlarm } from './alarm'
import type { CloudTasks } from './database'

type Task = Parameters<CloudTasks['addDelayedFunctionTask']>[0]
function alarmAt(now: number, key = 'word') {
  const set: Task[] = []
  return { set, alarm: wechatAlarm({ addDelayedFunctionTask: async task => void set.push(task) }, () => 'env-1', { now: () => now }, key) }
}

test('an alarm comes at its second, never sooner than WeChat allows nor later', async () => {
  const { set, alarm } = alarmAt(1_000_000)
  for (const at of [0, 1_000_000, 1_006_001, 1_060_000, 1_000_000 + 90 * 86_400_000]) await alarm.wake(at)
  expect(set.map(task => task.delayTime)).toEqual([6, 6, 7, 60, 30 * 86_400])
  expect(set[0]).toMatchObject({ env: 'env-1', functionName: 'tick' })
})

test('who does not know the word cannot call tick, and without a word nobody can', async () => {
  const { set, alarm } = alarmAt(0)
  await alarm.wake(60_000)
  expect(isAlarm(JSON.parse(set[0]!.data), 'word')).toBe(true)
  for (const event of [null, undefined, {}, 'word', { alarm: '' }, { alarm: 'wor' }, { alarm: ['word'] }, { alarm: 'words' }])
    expect(isAlarm(event, 'word')).toBe(false)
  expect(isAlarm({ alarm: '' }, '')).toBe(false)
  const silent = alarmAt(0, '')
  await silent.alarm.wake(60_000)
  expect(silent.set).toEqual([])
})

test('an alarm that cannot be set stops nobody', async () => {
  const alarm = wechatAlarm(
    { addDelayedFunctionTask: () => Promise.reject(new Error('-604101')) },
    () => undefined,
    { now: () => 0 },
    'word',
  )
  await expect(alarm.wake(1)).resolves.toBeUndefined()
})
