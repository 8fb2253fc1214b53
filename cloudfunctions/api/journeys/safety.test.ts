import { describe, expect, test } from 'vitest'
import { allRows } from '../../village/ground/all-rows'
import { day, granted, hour, key, refused, smallVillage } from './small-village'

type Village = ReturnType<typeof smallVillage>
const words = {
  title: '水渠堵了',
  what: '下雨就漫',
  where: '5组',
  affected: '5组',
  suggestion: '清淤',
  category: 'drainage' as const,
  photoIds: [],
  showName: true,
}

async function accepted(village: Village, name = 't'): Promise<string> {
  granted(await village.as('zhu')('topic.raise', { ...words, id: key(name) }))
  granted(await village.as('moderator')('topic.step', { id: key(name), rev: 2, step: 'accept', evidence: {} }))
  return key(name)
}
const say = (village: Village, who: string, name: string, text: string) =>
  village.as(who)('comment.say', { id: key(name), topicId: key('t'), parentId: null, text, showName: true })
const desk = async (village: Village, who: string) => granted(await village.as(who)('desk.view', { show: 'waiting' }))
const heard = async (village: Village, who: string) => granted(await village.as(who)('message.list', {})).messages.map(({ title }) => title)
const seenBy = async (village: Village, who: string) =>
  granted(await village.as(who)('comment.list', { topicId: key('t'), round: 1, sort: 'newest' })).comments

describe('what the machine is not sure of', () => {
  test.each(['骂人的话', '拿不准的话', '要人看的话'])(
    '「%s」 of a resident is held, looked at within a day, and its author hears of it',
    async text => {
      const village = smallVillage()
      await accepted(village)
      expect(granted(await say(village, 'res1', 'c', text)).visible).toBe('held')
      expect(await seenBy(village, 'res2')).toEqual([])
      const [one] = (await desk(village, 'moderator')).cases
      expect(one).toMatchObject({ kind: 'comment', text, reports: [], dueAt: village.now() + day })
      granted(await village.as('moderator')('case.judge', { id: one!.id, show: true, reason: null, words: '' }))
      expect(await seenBy(village, 'res2')).toHaveLength(1)
      expect(await heard(village, 'res1')).toContain('您写的话看过了，没问题')
      expect((await desk(village, 'moderator')).cases).toEqual([])
    },
  )
  test('a topic is not turned away: it waits in screening, and the moderators read what the machine thought', async () => {
    const village = smallVillage()
    granted(await village.as('zhu')('topic.raise', { ...words, what: '拿不准的话', id: key('t') }))
    const { items, cases } = await desk(village, 'moderator')
    expect(items.map(({ machine }) => machine)).toEqual(['doubtful'])
    expect(cases).toEqual([])
    granted(
      await village.as('moderator')('topic.step', {
        id: key('t'),
        rev: 2,
        step: 'return',
        evidence: { returnReason: 'facts', toFix: '说清楚' },
      }),
    )
    granted(await village.as('zhu')('topic.raise', { ...words, id: key('t'), rev: 3 }))
    expect((await desk(village, 'moderator')).items.map(({ machine }) => machine)).toEqual([null])
  })
  test('an officer’s risky words are refused; doubtful ones go through, and somebody else looks at them afterwards', async () => {
    const village = smallVillage()
    granted(await village.as('zhu')('topic.raise', { ...words, id: key('t') }))
    const back = (toFix: string) =>
      village.as('moderator')('topic.step', { id: key('t'), rev: 2, step: 'return', evidence: { returnReason: 'facts', toFix } })
    expect(refused(await back('骂人的话'))).toBe('content-risky')
    expect((await village.store.get('topics', key('t')))?.state).toBe('screening')
    granted(await back('拿不准的话'))
    expect((await village.store.get('topics', key('t')))?.state).toBe('returned')
    expect((await desk(village, 'moderator')).cases).toEqual([]) // nobody judges his own
    const [one] = (await desk(village, 'supervisor')).cases
    expect(one).toMatchObject({ kind: 'words', doubt: 'doubtful' })
    expect(refused(await village.as('moderator')('case.judge', { id: one!.id, show: true, reason: null, words: '' }))).toBe('own-case')
    granted(await village.as('supervisor')('case.judge', { id: one!.id, show: false, reason: 'insult', words: '换个说法' }))
    expect(await heard(village, 'moderator')).toContain('您写的一段话，有人觉得不妥')
  })
  test('said twice because the answer was lost, it is one case', async () => {
    const village = smallVillage()
    await accepted(village)
    await Promise.all([say(village, 'res1', 'c', '要人看的话'), say(village, 'res1', 'c', '要人看的话')])
    expect(await village.store.count('cases', { orgId: 'v1', state: 'open' })).toBe(1)
    expect(await allRows(village.store, 'caseLog', { match: { orgId: 'v1' }, order: { by: 'at' } })).toHaveLength(1)
  })
  test('what a special member was told is not shown to others before somebody looked', async () => {
    const village = smallVillage()
    const id = await accepted(village)
    for (const who of ['res1', 'res2', 'res3', 'res4', 'res5']) granted(await village.as(who)('topic.support', { id }))
    granted(
      await village.as('special')('opinion.record', {
        id: key('o'),
        topicId: id,
        words: '骂人的话',
        setting: 'one',
        voices: 1,
        consent: true,
      }),
    )
    const read = async (who: string) => granted(await village.as(who)('topic.view', { id })).opinions.length
    expect([await read('res1'), await read('special'), await read('moderator')]).toEqual([0, 1, 1])
    granted(await village.as('moderator')('case.judge', { id: `opinion:${key('o')}`, show: true, reason: null, words: '' }))
    expect(await read('res1')).toBe(1)
  })
})

describe('words beside the talk', () => {
  test('put away, their author reads why on the topic, appeals, and has them back', async () => {
    const village = smallVillage()
    const id = await accepted(village)
    for (const who of ['res1', 'res2', 'res3', 'res4', 'res5']) granted(await village.as(who)('topic.support', { id }))
    granted(
      await village.as('special')('opinion.record', {
        id: key('o'),
        topicId: id,
        words: '拿不准的话',
        setting: 'one',
        voices: 1,
        consent: true,
      }),
    )
    const mine = async (who = 'special') => granted(await village.as(who)('topic.view', { id })).putAway
    expect(await mine()).toMatchObject([{ text: '拿不准的话', why: '', mayAppeal: false }])
    expect(await mine('res1')).toEqual([])
    const [one] = (await desk(village, 'moderator')).cases
    granted(await village.as('moderator')('case.judge', { id: one!.id, show: false, reason: 'privacy', words: '' }))
    expect(await mine()).toMatchObject([{ mayAppeal: true, why: expect.stringContaining('隐私') }])
    granted(await village.as('special')('case.appeal', { id: one!.id, words: '没有写谁' }))
    granted(await village.as('supervisor')('case.answer', { id: one!.id, restore: true, words: '可以说' }))
    expect(await mine()).toEqual([])
    expect(granted(await village.as('res1')('topic.view', { id })).opinions).toHaveLength(1)
  })
  test('rated again in clean words, nobody need look at the old ones', async () => {
    const village = smallVillage()
    const id = await accepted(village)
    const topic = (await village.store.get('topics', id))!
    await village.store.put('topics', { ...topic, state: 'evaluating' })
    const rate = (words: string) => village.as('zhu')('rating.give', { id, stars: 4, axes: {}, words })
    granted(await rate('骂人的话'))
    expect((await desk(village, 'moderator')).cases).toMatchObject([{ kind: 'rating', text: '骂人的话' }])
    granted(await rate('办得不错'))
    expect((await desk(village, 'moderator')).cases).toEqual([])
    expect((await village.store.get('ratings', `${id}:zhu`))?.wordsVisible).toBe('shown')
  })
})

describe('reports', () => {
  test('one person reports one thing once; the author never learns who', async () => {
    const village = smallVillage()
    await accepted(village)
    granted(await say(village, 'res1', 'c', '他家的事我都知道'))
    const report = (who: string) =>
      village.as(who)('report.file', { kind: 'comment', id: key('c'), reason: 'privacy', words: '写了别人家的事' })
    expect(refused(await report('res1'))).toBe('own-thing')
    granted(await report('res2'))
    granted(await report('res2'))
    granted(await report('res3'))
    const [one] = (await desk(village, 'moderator')).cases
    expect(one?.reports).toHaveLength(2)
    expect(await seenBy(village, 'res4')).toHaveLength(1) // reported is not judged
    granted(await village.as('moderator')('case.judge', { id: one!.id, show: false, reason: 'privacy', words: '' }))
    expect(await seenBy(village, 'res4')).toEqual([])
    expect(JSON.stringify([await seenBy(village, 'res1'), granted(await village.as('res1')('message.list', {}))])).not.toMatch(
      /res[23]|村民[23]/,
    )
    expect(refused(await report('res4'))).toBe('nothing-to-report')
  })
})

describe('put away', () => {
  async function hidden() {
    const village = smallVillage()
    await accepted(village)
    granted(await say(village, 'res1', 'c', '村委会收钱不办事'))
    granted(await village.as('res2')('report.file', { kind: 'comment', id: key('c'), reason: 'accusation', words: '' }))
    const id = `comment:${key('c')}`
    return { village, id }
  }
  test('there is no reason called criticism, and none may be left out', async () => {
    const { village, id } = await hidden()
    expect(
      (await village.serve({ name: 'case.judge', input: { id, show: false, reason: 'criticism', words: '' } }, 'o-moderator')).ok,
    ).toBe(false)
    expect(refused(await village.as('moderator')('case.judge', { id, show: false, reason: null, words: '批评村委会' }))).toBe(
      'reason-missing',
    )
    expect(await seenBy(village, 'res3')).toHaveLength(1)
  })
  test('its author reads why and where to go, and appeals once to another person, who puts it back', async () => {
    const { village, id } = await hidden()
    granted(await village.as('supervisor')('case.judge', { id, show: false, reason: 'accusation', words: '' }))
    const [mine] = await seenBy(village, 'res1')
    expect(mine).toMatchObject({ visible: 'hidden', mayAppeal: true })
    expect(mine?.hiddenWhy).toContain('12345')
    expect(refused(await village.as('res2')('case.appeal', { id, words: '不服' }))).toBe('no-such-case')
    const { answerBy } = granted(await village.as('res1')('case.appeal', { id, words: '这是批评，不是说谁犯罪' }))
    expect(answerBy).toBe(village.now() + 7 * day)
    granted(await village.as('res1')('case.appeal', { id, words: '这是批评，不是说谁犯罪' })) // the answer was lost
    expect((await desk(village, 'supervisor')).cases).toEqual([])
    expect((await desk(village, 'moderator')).cases).toEqual([])
    expect((await desk(village, 'supervisor2')).cases).toMatchObject([
      { id, appeal: { words: '这是批评，不是说谁犯罪', reason: 'accusation' } },
    ])
    const answer = (who: string) => village.as(who)('case.answer', { id, restore: true, words: '批评可以说' })
    expect(refused(await answer('moderator'))).toBe('not-your-role')
    expect(refused(await answer('supervisor'))).toBe('own-case')
    granted(await answer('supervisor2'))
    expect(refused(await answer('supervisor2'))).toBe('case-closed')
    expect(await seenBy(village, 'res3')).toHaveLength(1)
    granted(await village.as('res4')('report.file', { kind: 'comment', id: key('c'), reason: 'insult', words: '' }))
    expect((await desk(village, 'moderator')).cases).toEqual([]) // settled by the committee, not judged again
    const log = granted(await village.as('supervisor2')('case.log', {})).entries
    expect(new Set(log.map(({ did }) => did))).toEqual(new Set(['reported', 'hidden', 'appealed', 'restored']))
    expect(log.find(({ did }) => did === 'hidden')).toMatchObject({ by: '何监委（村务监督委员会）', reason: 'accusation' })
    expect(log.filter(({ did }) => did === 'reported').map(({ by }) => by)).toEqual(['有人', '有人'])
    expect(refused(await village.as('res1')('case.log', {}))).toBe('not-your-role')
  })
  test.each([
    [30 * day - 1, null],
    [30 * day, 'appeal-closed'],
  ] as const)('%i ms after it was put away an appeal gets %s', async (later, refusal) => {
    const { village, id } = await hidden()
    granted(await village.as('moderator')('case.judge', { id, show: false, reason: 'insult', words: '' }))
    await village.pass(later)
    expect(refused(await village.as('res1')('case.appeal', { id, words: '不服' }))).toBe(refusal)
  })
  test('upheld, it stays away and cannot be appealed a second time', async () => {
    const { village, id } = await hidden()
    granted(await village.as('moderator')('case.judge', { id, show: false, reason: 'insult', words: '' }))
    granted(await village.as('res1')('case.appeal', { id, words: '不服' }))
    granted(await village.as('supervisor')('case.answer', { id, restore: false, words: '骂了人' }))
    expect((await seenBy(village, 'res1'))[0]).toMatchObject({ visible: 'hidden', mayAppeal: false })
    expect(refused(await village.as('res1')('case.appeal', { id, words: '还是不服' }))).toBe('appeal-closed')
    expect(await heard(village, 'res1')).toContain('监督委员看过了，还是收着')
  })
  test('two moderators at once: one of them judged it', async () => {
    const { village, id } = await hidden()
    const replies = await Promise.all(
      ['moderator', 'supervisor'].map(who => village.as(who)('case.judge', { id, show: false, reason: 'insult', words: '' })),
    )
    expect(replies.map(refused).sort()).toEqual(['case-closed', null])
  })
  test('what the machine held stays held for an hour or a day, until somebody looked', async () => {
    const village = smallVillage()
    await accepted(village)
    granted(await say(village, 'res1', 'c', '要人看的话'))
    await village.pass(25 * hour)
    expect(await seenBy(village, 'res2')).toEqual([])
    expect((await desk(village, 'moderator')).cases).toHaveLength(1)
  })
})
