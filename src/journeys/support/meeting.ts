import { expect } from 'vitest'
import type { Person } from './person'
import { idOnScreen, topicPage } from './steps'

/** Schedules a session in the hall and online through its form; without a number it cannot be reached online. */
export async function schedules(
  host: Person,
  topicId: string,
  { meetingNumber, people }: { readonly meetingNumber: string; readonly people: readonly string[] },
): Promise<string> {
  await host.comes(topicPage(topicId))
  await host.tap('安排议事会')
  await host.sees('请哪些人来', '这件事影响到他们，一定要请')
  await host.tap('会场和线上', 'radio')
  await host.tap('安排好，发邀请')
  await host.sees('请写上线上会议的链接或会议号')
  await host.types('会议号', meetingNumber)
  for (const name of people) await host.tap(name, 'radio')
  await host.tap('安排好，发邀请')
  await host.sees('安排好了', '邀请已经发出，公示栏上也有')
  await host.tap('看这场议事会')
  return idOnScreen(host)
}

/** Finds the session in the list, signs up, and puts it into the phone's calendar. */
export async function signsUp(who: Person, title: string, meetingNumber: string): Promise<void> {
  await who.comes('pages/sessions/index')
  await who.tap(new RegExp(`${title}议事会`))
  await who.sees('也可以线上参加', '大家说看法', meetingNumber)
  await who.tap('我要到会场参加')
  await who.sees('已报名（到会场），点这里取消')
  const file = who.page.waitForEvent('download')
  await who.tap('记到手机日历')
  expect((await file).suggestedFilename()).toMatch(/议事会.*\.ics$/)
}

/** The code on the hall's wall, as it can be read from the back row. */
export async function codeOnWall(host: Person, sessionId: string): Promise<string> {
  await host.comes(`pages/session/index?id=${sessionId}`)
  await host.tap(/^打开会场大屏/, 'link')
  await host.sees('签到码', /\d{3} \d{3}/)
  return (
    /签到码 (\d{3}) (\d{3})/
      .exec(await host.reads())
      ?.slice(1)
      .join('') ?? ''
  )
}

/** Types the code at the door. */
export async function checksIn(who: Person, sessionId: string, code: string): Promise<void> {
  await who.comes(`pages/session/index?id=${sessionId}`)
  await who.types('签到码', code)
  await who.tap('签到')
  await who.sees('您已签到')
}

/** Types digits that are not the code. */
export async function triesWrongCode(who: Person, sessionId: string, code: string): Promise<void> {
  await who.comes(`pages/session/index?id=${sessionId}`)
  await who.types('签到码', code === '000000' ? '111111' : '000000')
  await who.tap('签到')
  await who.sees('签到码不对，请看会场屏幕上最新的六个数字')
}

/** Enters someone who stands in the hall without a phone, by name, after asking them. */
export async function entersByName(recorder: Person, name: string): Promise<void> {
  await recorder.types('姓名', name)
  await recorder.tap('查一下')
  await recorder.sees(`${name}（`)
  await recorder.control(`登记 ${name} 到会`).first().tap()
  await recorder.sees(`${name}就在您面前吗？`, '记录里会写明是您代为登记的')
  await recorder.tap('登记到会')
  await recorder.sees(`${name} 登记好了`)
}

/** Brings what workers said on a topic; the page is not taken before they agreed. */
export async function bringsOpinion(special: Person, topicId: string, words: string, voices: number): Promise<void> {
  await special.comes(topicPage(topicId))
  await special.tap('记下工友的意见')
  await special.types('他怎么说的', words)
  await special.tap('厂里 / 宿舍', 'radio')
  await special.types('一共几个人这样说', `${voices}`)
  await special.tap('存好，下一条')
  await special.sees('要先读给他听，他同意了才能交')
  await special.tap(/^已读给他听/, 'checkbox')
  await special.tap('存好，下一条')
  await special.sees('存好了，接着记下一条')
}
