import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { told } from './support/ask'
import { crowd } from './support/person'
import { openJourney, shoot, type Journey } from './support/visit'

let journey: Journey
let people: ReturnType<typeof crowd>
let motion = ''
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
  const { notices } = await told(journey.village, null, 'notice.list', { board: 'all' })
  for (const { motionId } of notices) {
    if (motionId !== null && (await journey.village.ask(null, 'record.view', { motionId })).ok) motion = motionId
  }
})
afterAll(() => journey.close())

test('a neighbour takes the record of a vote away and has it recounted on the spot; what somebody changed in it is named', async () => {
  expect(motion).not.toBe('')
  const neighbour = await people.meet('resident')
  await neighbour.comes(`pages/vote/index?id=${motion}`)
  await neighbour.sees('整份表决记录', '谁都可以拿去重数')
  await neighbour.tap(/核对我的票|看名单并重数/)
  await neighbour.sees(/整份名单的指纹是 [0-9A-F]{4} · [0-9A-F]{4} · [0-9A-F]{4}，和公布的一样/, '这看不出')
  await shoot(neighbour.page, 'vote-settled-record')

  const saved = neighbour.page.waitForEvent('download')
  await neighbour.tap('下载表决记录')
  const download = await saved
  expect(download.suggestedFilename()).toMatch(/^表决记录-.+\.json$/)
  const good = await download.path()
  await neighbour.sees('存好了')

  await neighbour.tap('自己重数一遍')
  await neighbour.sees('选一份表决记录', '哪里也不送', '能看出什么，看不出什么')
  const choose = async (file: string) => {
    const asked = neighbour.page.waitForEvent('filechooser')
    await neighbour.tap('选文件')
    await (await asked).setFiles(file)
  }
  await choose(good)
  await neighbour.sees('✓ 全部对得上', /公示栏的验证码应是 [0-9A-F]{4} · [0-9A-F]{4} · [0-9A-F]{4}/, '重新数票', '按规则重判', '议题记录')
  await shoot(neighbour.page, 'record-verified')

  const record = JSON.parse(readFileSync(good, 'utf8')) as { roll: { size: number }; counts: { for: number } }
  const forged = path.join(tmpdir(), `forged-record-${process.pid}.json`)
  writeFileSync(forged, JSON.stringify({ ...record, counts: { ...record.counts, for: record.counts.for + 1 } }))
  await choose(forged)
  await neighbour.sees('✗ 有对不上的地方', /重新数票：赞成数出来是 \d+ 票，记录上写 \d+ 票/)
  await shoot(neighbour.page, 'record-forged')
  writeFileSync(forged, 'not a record')
  await choose(forged)
  await neighbour.sees('这不是表决记录')
})
