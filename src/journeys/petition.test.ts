import { afterAll, beforeAll, expect, test } from 'vitest'
import { told } from './support/ask'
import { crowd } from './support/person'
import { topicPage } from './support/steps'
import { openJourney, type Journey } from './support/visit'

let journey: Journey
let people: ReturnType<typeof crowd>
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
})
afterAll(() => journey.close())

test('a representative asks for the assembly, another signs and takes it back; all see how many, supervision sees who', async () => {
  const { topics } = await told(journey.village, 'resident', 'topic.list', { show: 'running' })
  const topic = topics.find(({ state }) => state === 'classified' || state === 'unresolved')
  if (!topic) throw new Error('the demo village has no topic that waits')
  const [first, second, supervisor, committee] = [
    await people.meet('representative'),
    await people.meet('resident'),
    await people.meet('supervisor'),
    await people.meet('committee'),
  ]
  await first.comes(topicPage(topic.id))
  await first.tap(/^发起联名/, 'link')
  await first.tap('发起，我先签名')
  await first.sees('请选要求什么')
  await first.tap(/^召开村民会议/, 'radio')
  await first.types('为什么', '拖了很久，还是开会大家定')
  await first.tap('发起，我先签名')
  await first.sees('您签过了', '村民联名提议开村民会议：1 人签了', '村民代表联名提议开村民会议：1 人签了', '村民委员会组织法第二十五条')

  await second.comes(topicPage(topic.id))
  await second.tap(/^我也签名：要求召开村民会议/, 'link')
  await second.sees('拖了很久，还是开会大家定')
  await second.tap('我也签名')
  await second.sees('村民联名提议开村民会议：2 人签了', '您签过了')
  await second.tap('撤回我的签名')
  await second.sees('村民联名提议开村民会议：1 人签了')

  await committee.comes(`pages/village/petition?topic=${topic.id}`)
  await committee.sees('1 人签了')
  await committee.seesNot('核对名字')
  await supervisor.comes(`pages/village/petition?topic=${topic.id}`)
  await supervisor.tap(/^核对名字/)
  await supervisor.sees(/· 代表/)
  expect(people.complaints()).toEqual([])
})
