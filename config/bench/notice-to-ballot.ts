import path from 'node:path'
import { Phone } from '../weapp/phone'
import { answeredFor, villageAtTheVote } from '../weapp/story'
import { atMost, type Bench } from './figure'

/** The ways a representative comes upon 「请您投票」: where it lies, and what is tapped until the question is on screen. */
const ways: Readonly<
  Record<string, { readonly at: string; before?(phone: Phone): Promise<void>; readonly notice: RegExp; readonly then: RegExp | null }>
> = {
  home: { at: 'pages/home/index', notice: /^去投票/, then: null },
  board: { at: 'pages/notices/index', notice: /请您投票/, then: /^(去投票|看这次投票)/ },
  message: { at: 'pages/me/index', before: phone => phone.tap(/^消息/), notice: /请您投票/, then: /24 盏路灯/ },
}

/**
 * The built mini-program is driven through each way by a different voter, and every call it makes of the cloud function is counted: from
 * the tap on the notice, the call that casts the ballot included.
 */
export const noticeToBallot: Bench = async ({ root, pages }) => {
  await pages('weapp')
  const { village } = await villageAtTheVote()
  const figures = Object.entries(ways).map(async ([name, way], n) => {
    const phone = new Phone({ dist: path.join(root, 'dist/weapp'), answer: answeredFor(village, `rep${n + 1}`) })
    await phone.launch(way.at)
    await way.before?.(phone)
    const before = phone.wx.asked.length
    await phone.tap(way.notice)
    if (way.then && phone.page !== 'pages/vote/index') await phone.tap(way.then)
    await phone.tap('赞成')
    await phone.tap('我选好了：赞成')
    await phone.tap('投出：赞成')
    const asked = phone.wx.asked.slice(before).map(body => (body as { name: string }).name)
    const calls = asked.slice(0, asked.indexOf('ballot.castSecret') + 1)
    if (calls.length === 0 || !phone.words.includes('您的票投好了'))
      throw new Error(`no ballot was cast by way of ${name}: ${asked.join(', ')}`)
    return [name, atMost(2, calls.length, 'calls', { calls })] as const
  })
  return Object.fromEntries(await Promise.all(figures))
}
