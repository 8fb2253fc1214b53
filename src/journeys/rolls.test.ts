import { readFile } from 'node:fs/promises'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { crowd, type Person } from './support/person'
import { openJourney, type Journey } from './support/visit'

let journey: Journey
let people: ReturnType<typeof crowd>
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
})
afterAll(() => journey.close())

const sheet = 'xl/worksheets/sheet1.xml'

/** What a tap saves to the computer. */
async function saved(person: Person, button: string): Promise<Buffer> {
  const coming = person.page.waitForEvent('download')
  await person.tap(button)
  return readFile(await (await coming).path())
}
async function chooses(person: Person, name: string, buffer: Buffer): Promise<void> {
  const chooser = person.page.waitForEvent('filechooser')
  await person.tap('选表格文件')
  await (await chooser).setFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer })
  await person.visitor.settled()
}
/** The sheet with its last row taken out and others put below. */
function edited(file: Buffer, ...rows: readonly (readonly string[])[]): Buffer {
  const parts = unzipSync(file)
  const xml = strFromU8(parts[sheet] ?? strToU8(''))
  const last = xml.lastIndexOf('<row ')
  const first = Number(/r="(\d+)"/.exec(xml.slice(last))?.[1])
  const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
  const put = rows
    .map(
      (cells, at) =>
        `<row r="${first + at}">` +
        cells.map((text, column) => (text === '' ? '' : cell(`${'ABCDEFG'[column]}${first + at}`, text))).join('') +
        `</row>`,
    )
    .join('')
  return Buffer.from(zipSync({ ...parts, [sheet]: strToU8(`${xml.slice(0, last)}${put}</sheetData></worksheet>`) }))
}

test('a roll is renewed on the computer: a broken file is refused, a good one compared, keyed by a supervisor, and disputed', async () => {
  const [committee, supervisor, resident] = await people.all('committee', 'supervisor', 'resident')
  await committee.comes('pages/roll/index')
  await committee.sees('村民会议', '6000 人', '户代表会议', '2600 户', '成员大会', '理事会')
  const standing = await saved(committee, '导出表格：村民代表会议')

  const asked: string[] = []
  committee.page.on('request', request => {
    if (request.method() === 'POST') asked.push(request.postData() ?? '')
  })
  await committee.comes('pages/roll/import?body=VRA')
  const template = await saved(committee, '下载模板')
  await chooses(committee, '名册.xlsx', Buffer.from('姓名,小组\n何阿华,3\n'))
  await committee.sees('这是文本（.csv），不是表格')
  await chooses(committee, '名册.xlsx', edited(template, ['何阿华', '3', '', '44010119900307803X']))
  await committee.sees('像是身份证号', '没有离开这台电脑')
  await chooses(committee, '名册.xlsx', template)
  await committee.sees('列都认出来了')
  await committee.tap('检查每一行')
  await committee.sees('有 1 处要改', '第 3 行 姓名：这是模板里的示例')
  await committee.seesNot('上传，看和现在差在哪')
  await committee.tap('改好了，重新选文件')
  // Until here nothing of any sheet was sent.
  expect(asked.filter(body => /roll\.(begin|rows)|44010119900307803X/.test(body))).toEqual([])

  await chooses(committee, '名册.xlsx', edited(standing, ['欧阳新', '３']))
  await committee.tap('检查每一行')
  await committee.sees('行都看过了，没有发现不对的')
  await committee.tap('上传，看和现在差在哪')
  await committee.sees('还没有更新', '欧阳新（3 组）', '村里没有登记过', '有 1 人村里没有登记过')
  await committee.tap('交给监督委员确认')
  await committee.sees('请写一句为什么更新')
  await committee.types('为什么更新', '补选了一位代表')
  await committee.tap('交给监督委员确认')
  await committee.sees('交上去了，等监督委员确认')

  await supervisor.comes('pages/moderator/index')
  await supervisor.tap(/^名册.*1 件等您看/, 'link')
  await supervisor.tap(/^村民代表会议：新加 1，去掉 1.*等您确认/, 'link')
  await supervisor.sees('补选了一位代表', '欧阳新（3 组）', '确认前名册不变')
  await supervisor.tap('确认更新')
  await supervisor.sees('5 分钟后一起生效')
  await journey.village.advance('PT10M')

  await resident.comes('pages/roll/index')
  await resident.sees('村民代表会议：新加 1，去掉 1', '已生效')
  await resident.seesNot('更新名册', '导出表格', '欧阳新')
  await resident.tap(/^我在不在名册上/, 'link')
  await resident.tap('哪里不对：村民代表会议')
  await resident.types('怎么回事', '去年补选的是我')
  await resident.tap('交上去')
  await resident.sees('等答复', '名册上漏了。去年补选的是我')

  await committee.comes('pages/roll/index')
  await committee.tap(/^不该改/)
  await committee.types('查到了什么', '选举记录里不是他')
  await committee.tap('不该改，记下来')
  await supervisor.comes('pages/roll/index')
  await supervisor.sees('不该改，选举记录里不是他')
  await supervisor.tap(/^不该改/)
  await supervisor.types('查到了什么', '查了选举记录')
  await supervisor.tap('不该改，记下来')
  await resident.comes('pages/roll/mine')
  await resident.sees('没有改：查了选举记录')
  expect(people.complaints()).toEqual([])
})

test('who represents a household hands over to another of its adults', async () => {
  const household = await people.meet('household')
  await household.comes('pages/roll/mine')
  await household.sees('您家的户代表是', '一户一票')
  await household.tap(/^换成/, 'link')
  await household.sees('以后由他代表全家投票')
  await household.tap('换')
  await household.sees('换好了')
  expect(people.complaints()).toEqual([])
})
