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

test('fourteen days are refused with the article; twenty are proposed, confirmed by supervision, and stand in the history', async () => {
  const [committee, supervisor, resident] = [await people.meet('committee'), await people.meet('supervisor'), await people.meet('resident')]
  await resident.comes('pages/me/index')
  await resident.tap(/^村里的规矩/, 'link')
  await resident.sees('公示几天：15 天', '法律底线：15 天（村民委员会组织法第三十五条）')
  await resident.tap(/^公示几天/, 'link')
  await resident.sees('结论、决议和结果在公示栏贴几天')
  await resident.seesNot('为什么要改')

  await committee.comes('pages/village/rules')
  await committee.tap(/^公示几天/, 'link')
  await committee.types('改成多少', '14')
  await committee.tap('提出来，等监督委员确认')
  await committee.sees('请写一句为什么要改')
  await committee.types('为什么要改', '出门打工的人多，多贴几天')
  await committee.tap('提出来，等监督委员确认')
  await committee.sees('公示几天：不能低于 15 天（村民委员会组织法第三十五条）')
  await committee.types('改成多少', '20')
  await committee.tap('提出来，等监督委员确认')
  await committee.sees('15 天 → 20 天', '等监督委员确认，确认前照旧')
  await committee.seesNot('不同意')

  await supervisor.comes('pages/moderator/index')
  await supervisor.tap(/村里的规矩.*1 条等您确认/, 'link')
  await supervisor.tap('确认：公示几天')
  await supervisor.sees('公示几天：20 天', '村里改过，原来15 天')
  await supervisor.seesNot('等监督委员确认，确认前照旧')
  await supervisor.tap('改过什么', 'tab')
  await supervisor.sees('公示几天：15 天 → 20 天', '理由：出门打工的人多，多贴几天')
})

test('an authorisation is recorded with its matters, its term and its ground, and holds once confirmed', async () => {
  const [committee, supervisor, resident] = [await people.meet('committee'), await people.meet('supervisor'), await people.meet('resident')]
  await committee.comes('pages/village/rules')
  await committee.tap('授权', 'tab')
  await committee.sees('还没有授权')
  await committee.tap('登记一份授权')
  await committee.tap(/^村庄规划/, 'checkbox')
  await committee.sets('到哪天止', '2027-12-31')
  await committee.tap('村民会议决定', 'radio')
  await committee.tap('登记，等监督委员确认')
  await committee.sees('要写明是哪次会议或者章程第几条授权的')
  await committee.types('哪次会议', '2026 年 11 月村民会议第 2 号决定')
  await committee.tap('登记，等监督委员确认')
  await committee.sees('2026 年 11 月村民会议第 2 号决定')
  await supervisor.comes('pages/village/rules')
  await supervisor.tap('授权', 'tab')
  await supervisor.tap('确认')
  await supervisor.sees('有效')
  await resident.comes('pages/village/rules')
  await resident.tap('授权', 'tab')
  await resident.sees('有效', '村庄规划、建设等乡村建设重要事项', '2027-12-31')
  await resident.seesNot('登记一份授权')
  expect(people.complaints()).toEqual([])
})
