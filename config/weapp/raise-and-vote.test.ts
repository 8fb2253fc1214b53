import { beforeAll, describe, expect, test } from 'vitest'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { allRows } from '../../cloudfunctions/village/ground/all-rows'
import { dist } from './built'
import { Phone } from './phone'
import { answeredFor, villageAtTheVote } from './story'

let story: Awaited<ReturnType<typeof villageAtTheVote>>
beforeAll(async () => {
  story = await villageAtTheVote()
})

/** An app that has been used before keeps its settings as its own storage door writes them. */
const inElderMode = { elder: JSON.stringify(true) }
const namesAsked = (phone: Phone): string[] => phone.wx.asked.map(body => (body as { name: string }).name)
const cast = async (id: string): Promise<number> =>
  (await allRows(story.village.store, 'secretBallots', { match: { motionId: id } })).length

describe('in the mini-program a resident', () => {
  test('raises a matter: written, looked over, handed in, and in the hall', async () => {
    const phone = new Phone({ dist, answer: answeredFor(story.village, 'ahua') })
    await phone.launch('pages/home/index')
    await phone.open('/pages/raise/index')
    await phone.type('一句话说是什么事', '卫生站门口的坡太陡')
    await phone.type('说说怎么回事', '推轮椅上不去，上个月有老人摔倒。')
    await phone.type('在哪里', '卫生站门口')
    await phone.tap('下一步')
    await phone.type('影响到谁', '老人和推婴儿车的人')
    await phone.type('您觉得怎么办好', '修一条缓坡，加扶手')
    await phone.tap('下一步')
    expect(phone.words).toContain('修一条缓坡，加扶手')
    await phone.tap('交上去')
    expect(phone.words).toContain('交好了')

    const { topics } = await granted(story.village.as('ahua')('topic.list', { show: 'mine' }))
    expect(topics.map(topic => [topic.title, topic.state])).toContainEqual(['卫生站门口的坡太陡', 'screening'])
    expect(namesAsked(phone).filter(name => name === 'topic.raise')).toHaveLength(1)
    await phone.tap('看这件事走到哪了')
    expect(phone.page).toBe('pages/topic/index')
    expect(phone.words).toContain('卫生站门口的坡太陡')
    expect(phone.complaints).toEqual([])
  })

  test('is told what is missing, and loses nothing of what is written when the app is killed', async () => {
    const storage: Record<string, unknown> = {}
    const phone = new Phone({ dist, answer: answeredFor(story.village, 'res9'), storage })
    await phone.launch('pages/raise/index')
    await phone.type('一句话说是什么事', '桥头的栏杆断了一截')
    await phone.tap('下一步')
    expect(phone.words).toContain('说说怎么回事，一两句也行')
    expect(phone.page).toBe('pages/raise/index')

    const again = new Phone({ dist, answer: () => Promise.reject(new Error('no network')), storage: phone.storage })
    await again.launch('pages/raise/index')
    expect(again.values()).toContain('桥头的栏杆断了一截')
    expect(again.words).toContain('接着上次写的')
  })

  test('a representative votes in secret with two calls, and holds the receipt of a ballot that lies in the box', async () => {
    const { motion } = story.ids
    const phone = new Phone({ dist, answer: answeredFor(story.village, 'rep1') })
    await phone.launch(`pages/vote/index?id=${motion}`)
    const before = await cast(motion)
    await phone.tap('赞成')
    await phone.tap('我选好了：赞成')
    expect(phone.words).toContain('您选的是“赞成”，现在投出吗？')
    expect(await cast(motion)).toBe(before)
    await phone.tap('投出：赞成')
    expect(phone.words).toContain('您的票投好了')
    expect(await cast(motion)).toBe(before + 1)
    expect(namesAsked(phone).slice(0, 2)).toEqual(['motion.view', 'ballot.castSecret'])

    const receipt = (/(?:[0-9a-f]{4} ){7}[0-9a-f]{4}/.exec(phone.words)?.[0] ?? '').replaceAll(' ', '')
    const box = await allRows(story.village.store, 'secretBallots', { match: { motionId: motion } })
    expect(box.map(ballot => ballot.id)).toContainEqual(expect.stringContaining(receiptHash(receipt)))
    // What crossed to the server is the receipt's hash, never the receipt.
    expect(JSON.stringify(phone.wx.asked)).not.toContain(receipt)
    expect(phone.complaints).toEqual([])
  })

  test('in elder mode the same vote is one thing per screen, and back is always possible', async () => {
    const { motion } = story.ids
    const phone = new Phone({ dist, answer: answeredFor(story.village, 'rep2'), storage: inElderMode })
    await phone.launch(`pages/vote/index?id=${motion}`)
    await phone.tap('去选')
    await phone.tap('反对')
    await phone.tap('我选好了：反对')
    await phone.tap('再想想')
    await phone.tap('弃权')
    await phone.tap('我选好了：弃权')
    const before = await cast(motion)
    await phone.tap('投出：弃权')
    expect(phone.words).toContain('您的票投好了')
    expect(await cast(motion)).toBe(before + 1)
  })

  test('whose answer is lost is told so, and tapping again is the same ballot', async () => {
    const { motion } = story.ids
    const answer = answeredFor(story.village, 'rep3')
    let lost = 0
    const phone = new Phone({
      dist,
      answer: async body => {
        const reply = await answer(body)
        if ((body as { name: string }).name === 'ballot.castSecret' && lost++ === 0) throw new Error('the answer did not arrive')
        return reply
      },
    })
    await phone.launch(`pages/vote/index?id=${motion}`)
    const before = await cast(motion)
    await phone.tap('反对')
    await phone.tap('我选好了：反对')
    await phone.tap('投出：反对')
    expect(phone.words).toContain('不确定投到了没有')
    await phone.tap('再投一次：反对')
    expect(phone.words).toContain('您的票投好了')
    expect(await cast(motion)).toBe(before + 1)
  })

  test('who stands on no roll sees the question and cannot vote', async () => {
    const phone = new Phone({ dist, answer: answeredFor(story.village, 'migrant') })
    await phone.launch(`pages/vote/index?id=${story.ids.motion}`)
    expect(phone.words).toContain('24 盏路灯')
    await expect(phone.tap('赞成')).rejects.toThrow(/nothing to tap/)
  })
})

async function granted<Value>(
  reply: Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: string }>,
): Promise<Value> {
  const answer = await reply
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}
