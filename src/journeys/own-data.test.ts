import { afterAll, beforeAll, expect, test } from 'vitest'
import { crowd } from './support/person'
import { openJourney, type Journey } from './support/visit'

let journey: Journey
let people: ReturnType<typeof crowd>
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
})
afterAll(() => journey.close())

test('one sees what is held, takes it along, and closes the account in two confirmations; reading stays', async () => {
  const resident = await people.meet('resident')
  await resident.comes('pages/mine/index')
  await resident.sees('同户登记', '没有留')
  await resident.tap('收到的消息', 'link')
  await resident.sees(/就这些了|更多/)
  await resident.tap('关上')
  await resident.tap('备好一份')
  const saved = resident.page.waitForEvent('download')
  await resident.tap('存到这台设备')
  expect((await saved).suggestedFilename()).toBe('我的资料.json')

  await resident.tap('注销')
  await resident.sees('会删掉', '会留下')
  await resident.tap('看懂了，往下')
  await resident.tap('再想想')
  await resident.comes('pages/mine/index')
  await resident.sees('同户登记')
  await resident.tap('注销')
  await resident.tap('看懂了，往下')
  await resident.page.getByRole('alertdialog').getByRole('button', { name: '注销', exact: true }).click()
  await resident.sees('您现在是访客')
  await resident.tap('知道了')
  await resident.sees('您还没有登记')
  await resident.comes('pages/topics/index')
  await resident.seesNot('再试')
})

test('the recorder notes a number at the desk, and sees of it no more than its owner needs to know it by', async () => {
  const reply = await journey.village.ask('elder', 'data.view', {})
  if (!reply.ok) throw new Error(reply.refusal)
  const recorder = await people.meet('recorder')
  await recorder.comes('pages/moderator/register')
  await recorder.types('姓名', reply.value.name)
  await recorder.tap('找人')
  await recorder.tap(/没有留手机号 · 已用微信登记/, 'link')
  await recorder.types('手机号', '138')
  await recorder.tap('记下手机号')
  await recorder.sees('手机号不对')
  await recorder.types('手机号', '13800001234')
  await recorder.tap('记下手机号')
  await recorder.sees('138****1234')
  await recorder.seesNot('13800001234')
})

test('somebody in office is told to hand over first, and is offered no button that would refuse', async () => {
  const supervisor = await people.meet('supervisor')
  await supervisor.comes('pages/mine/index')
  await supervisor.sees('请先到村里交接好')
  expect(await supervisor.control('注销').count()).toBe(0)
  expect(people.complaints()).toEqual([])
})
