import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import declared from '../console/privacy.json'
import { dist } from './built'
import { Phone } from './phone'
import { filesUnder } from './render'
import { answeredFor, villageAtTheVote, withAComingSession } from './story'

/** What WeChat gives only to a mini-program whose privacy guide names it: called by name, or asked for with a button. */
const guarded = [
  'chooseMedia',
  'chooseImage',
  'chooseVideo',
  'chooseMessageFile',
  'chooseAvatar',
  'getUserInfo',
  'getUserProfile',
  'getPhoneNumber',
  'getRealtimePhoneNumber',
  'getLocation',
  'getFuzzyLocation',
  'chooseLocation',
  'choosePoi',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'getRecorderManager',
  'startRecord',
  'getRecordRecognitionManager',
  'joinVoIPChat',
  'createCameraContext',
  'createLivePusherContext',
  'createVKSession',
  'getClipboardData',
  'setClipboardData',
  'addPhoneCalendar',
  'addPhoneRepeatCalendar',
  'addPhoneContact',
  'chooseContact',
  'saveImageToPhotosAlbum',
  'saveVideoToPhotosAlbum',
  'getWeRunData',
  'chooseAddress',
  'chooseInvoice',
  'chooseInvoiceTitle',
  'chooseLicensePlate',
  'openBluetoothAdapter',
  'createBLEPeripheralServer',
  'startBeaconDiscovery',
  'startAccelerometer',
  'startGyroscope',
  'startCompass',
  'startDeviceMotionListening',
  'onAccelerometerChange',
  'onGyroscopeChange',
  'onCompassChange',
] as const
const ours = filesUnder(dist)
  .filter(file => file.endsWith('.js'))
  .map(file => readFileSync(path.join(dist, file), 'utf8'))
  .join('\n')
const used: string[] = guarded.filter(name => new RegExp(`\\.${name}\\s*\\(|openType:\\s*["']${name}["']`).test(ours))
// A field that offers the WeChat nickname is no interface, and is named in the guide all the same.
if (/["']nickname["']/.test(ours)) used.push('nickname')

describe('the privacy guide', () => {
  test('names exactly what the built mini-program asks of the phone, no more and no less', () => {
    expect(declared.map(each => each.interface).sort()).toEqual([...used].sort())
  })
  test("says of each under which item of WeChat's form it stands, and what for", () => {
    for (const { item, purpose } of declared) {
      expect(item).toMatch(/[\u4e00-\u9fff]/)
      expect([...purpose].length).toBeGreaterThan(8)
    }
  })
})

describe("who says no to WeChat's question is told how to go on, and loses nothing", () => {
  let story: Awaited<ReturnType<typeof villageAtTheVote>>
  let coming: string
  beforeAll(async () => {
    story = await villageAtTheVote()
    coming = (await withAComingSession(story)).session
  })
  const opened = async (who: string, url: string, refuses: string) => {
    const phone = new Phone({ dist, answer: answeredFor(story.village, who) })
    phone.wx.owner.refuses = refuses
    await phone.launch(url)
    return phone
  }

  test('photos', async () => {
    const phone = await opened('ahua', 'pages/raise/index', 'chooseMedia')
    await phone.type('一句话说是什么事', '卫生站门口的坡太陡')
    await phone.type('说说怎么回事', '推轮椅上不去，上个月有老人摔倒。')
    await phone.type('在哪里', '卫生站门口')
    await phone.tap('下一步')
    await phone.type('您觉得怎么办好', '修一条缓坡')
    await phone.tap(/照片|加/)
    expect(phone.words).toContain('照片可以不放')
    expect(phone.values()).toContain('修一条缓坡')
  })
  test('the calendar', async () => {
    const phone = await opened('elder', `pages/session/index?id=${coming}`, 'addPhoneCalendar')
    await phone.tap(/日历/)
    expect(phone.words).toContain('请自己记一下时间')
  })
  test('the clipboard', async () => {
    const phone = await opened('elder', `pages/session/index?id=${coming}`, 'setClipboardData')
    await phone.tap(/复制/)
    expect(phone.words).toContain('123 456 789')
    expect(phone.words).toContain('请记下会议号')
  })
  test('the album', async () => {
    const phone = await opened('moderator', `pages/session/code?kind=session&id=${story.ids.session}`, 'saveImageToPhotosAlbum')
    await phone.tap('存下来打印')
    expect(phone.words).toContain('截一张屏')
  })
  test('who takes a photo back says nothing, and nothing is said', async () => {
    const phone = await opened('ahua', 'pages/raise/index', '')
    await phone.type('一句话说是什么事', '卫生站门口的坡太陡')
    await phone.type('说说怎么回事', '推轮椅上不去。')
    await phone.type('在哪里', '卫生站门口')
    await phone.tap('下一步')
    await phone.tap(/照片|加/)
    expect(phone.words).not.toContain('照片可以不放，写好的')
  })
})
