import { describe, expect, test } from 'vitest'
import { granted, key, minute, pixel, smallVillage } from '../api/journeys/small-village'
import { callback } from './callback'

const words = {
  title: '水渠堵了',
  what: '下雨就漫',
  where: '5组',
  affected: '5组',
  suggestion: '清淤',
  category: 'drainage' as const,
  showName: true,
}
const said = (suggest: unknown, trace_id: unknown = 'trace-1', more: object = {}) => ({
  MsgType: 'event',
  Event: 'wxa_media_check',
  appid: 'wx0',
  trace_id,
  version: 2,
  errcode: 0,
  result: { suggest, label: 100 },
  ...more,
})

/** A village whose pictures WeChat checks. */
function checked(submitPicture: () => Promise<string | null> = async () => 'trace-1') {
  const village = smallVillage({ submitPicture })
  const hear = (event: unknown) => callback(village.ports, 'v1', event)
  const add = async (who = 'zhu') => granted(await village.as(who)('photo.add', { data: pixel })).id
  const check = async (id: string) => (await village.store.get('photos', id))?.check
  const raise = async (photoId: string, name = 't') => {
    granted(await village.as('zhu')('topic.raise', { ...words, id: key(name), photoIds: [photoId] }))
    return key(name)
  }
  const seen = async (who: string, id: string) => granted(await village.as(who)('topic.view', { id }))
  return { village, hear, add, check, raise, seen }
}

describe('a picture', () => {
  test.each([
    ['pass', 'clean'],
    ['review', 'waiting'],
    ['risky', 'risky'],
    ['PASS', 'waiting'],
    [undefined, 'waiting'],
  ] as const)('that WeChat says %j of is %s', async (suggest, found) => {
    const { hear, add, check } = checked()
    const id = await add()
    expect(await check(id)).toBe('waiting')
    expect(await hear(said(suggest))).toBe('success')
    expect(await check(id)).toBe(found)
  })
  test('WeChat could not look at goes on waiting', async () => {
    const { hear, add, check } = checked()
    const id = await add()
    await hear(said('pass', 'trace-1', { errcode: -1 }))
    expect(await check(id)).toBe('waiting')
  })
  test('spoken of before it is written is found when it is', async () => {
    const { hear, add, check } = checked()
    await hear(said('risky'))
    expect(await check(await add())).toBe('risky')
  })
  test('is judged once, however often and in whatever order WeChat says it', async () => {
    const { village, hear, add, check } = checked()
    const id = await add()
    await Promise.all([hear(said('risky')), hear(said('risky'))])
    await hear(said('pass'))
    expect(await check(id)).toBe('risky')
    expect(granted(await village.as('moderator')('desk.view', { show: 'waiting' })).cases).toMatchObject([{ kind: 'photo', photoId: id }])
    expect(granted(await village.as('moderator')('case.log', {})).entries).toHaveLength(1)
  })
  test.each([
    [null],
    [undefined],
    ['text'],
    [[]],
    [{}],
    [said('risky', 'other')],
    [said('risky', 7)],
    [said('risky', '../x')],
    [{ ...said('risky'), Event: 'subscribe' }],
    [{ ...said('risky'), MsgType: 'text' }],
  ])('is not touched by %j', async event => {
    const { hear, add, check } = checked()
    const id = await add()
    expect(await hear(event)).toBe('success')
    expect(await check(id)).toBe('waiting')
  })
})

describe('an avatar', () => {
  /** 朱大姐 shows a picture of herself, and speaks under her name. */
  async function shown(submitPicture?: () => Promise<string | null>) {
    const { village, hear, check } = checked(submitPicture)
    granted(await village.as('zhu')('avatar.set', { data: pixel }))
    const id = (await village.store.get('people', 'zhu'))!.avatarId!
    granted(await village.as('elder')('topic.raise', { ...words, id: key('t'), photoIds: [] }))
    granted(await village.as('moderator')('topic.step', { id: key('t'), rev: 2, step: 'accept', evidence: {} }))
    granted(await village.as('zhu')('comment.say', { id: key('c'), topicId: key('t'), parentId: null, text: '早该清了', showName: true }))
    const seen = async (who: string) =>
      granted(await village.as(who)('comment.list', { topicId: key('t'), round: 1, sort: 'newest' })).comments[0]?.face
    const cases = async () => granted(await village.as('moderator')('desk.view', { show: 'waiting' })).cases
    return { village, hear, check, id, seen, cases }
  }
  const plain = { photoId: null, letter: '朱' }

  test.each([
    ['pass', 'clean', true, []],
    ['review', 'waiting', false, ['doubtful']],
    ['risky', 'risky', false, ['risky']],
  ] as const)('that WeChat says %j of is %s, and seen by neighbours: %j', async (suggest, found, passed, doubts) => {
    const { hear, check, id, seen, cases } = await shown()
    expect([await seen('elder'), await seen('zhu'), await seen('moderator'), await cases()]).toEqual([
      plain,
      { ...plain, photoId: id },
      plain,
      [],
    ])
    await hear(said(suggest))
    expect(await check(id)).toBe(found)
    expect(await seen('elder')).toEqual(passed ? { ...plain, photoId: id } : plain)
    expect((await seen('zhu'))?.photoId).toBe(id)
    expect((await cases()).map(one => [one.kind, one.photoId, one.doubt])).toEqual(doubts.map(doubt => ['avatar', id, doubt]))
  })
  test('spoken of before it is written is found when it is', async () => {
    const { village, hear, check } = checked()
    await hear(said('pass'))
    granted(await village.as('zhu')('avatar.set', { data: pixel }))
    expect(await check((await village.store.get('people', 'zhu'))!.avatarId!)).toBe('clean')
  })
  test('nobody could be asked about is for a person at once', async () => {
    const { seen, cases } = await shown(async () => null)
    expect((await cases()).map(one => [one.kind, one.doubt])).toEqual([['avatar', 'unchecked']])
    expect(await seen('elder')).toEqual(plain)
  })
  test('of which no word came within an hour is for a person; a word that comes after all settles it', async () => {
    const { village, hear, seen, cases, id } = await shown()
    await village.pass(59 * minute)
    expect(await cases()).toEqual([])
    await village.pass(minute)
    await village.pass(minute)
    expect((await cases()).map(one => [one.kind, one.doubt])).toEqual([['avatar', 'unchecked']])
    expect(await village.store.count('cases', { orgId: 'v1' })).toBe(1)
    await hear(said('pass'))
    expect(await cases()).toEqual([])
    expect((await seen('elder'))?.photoId).toBe(id)
  })
  test('a person has put away stays so, whatever the machine says later', async () => {
    const { village, hear, seen, cases, id } = await shown()
    await village.pass(61 * minute)
    granted(await village.as('moderator')('case.judge', { id: `avatar:${id}`, show: false, reason: 'advertising', words: '' }))
    await hear(said('risky'))
    expect([await cases(), await seen('elder')]).toEqual([[], plain])
    expect(granted(await village.as('zhu')('data.view', {}))).toMatchObject({
      avatar: 'hidden',
      putAway: [{ kind: 'avatar', mayAppeal: true }],
    })
  })
  test('replaced before WeChat spoke is not asked about any more', async () => {
    const { village, hear, cases } = await shown()
    granted(await village.as('zhu')('avatar.remove', {}))
    await hear(said('risky'))
    await village.pass(2 * 60 * minute)
    expect([await cases(), village.files.size]).toEqual([[], 0])
  })
})

describe('until it passed', () => {
  test('only its owner and who runs the procedure see it; the moderator’s acceptance is the look', async () => {
    const { village, add, raise, seen } = checked(async () => null)
    const photo = await add()
    const id = await raise(photo)
    expect(await seen('zhu', id)).toMatchObject({ photoIds: [photo], photosWaiting: 1 })
    expect(await seen('moderator', id)).toMatchObject({ photoIds: [photo], photosWaiting: 1 })
    granted(await village.as('moderator')('topic.step', { id, rev: 2, step: 'accept', evidence: {} }))
    expect(await seen('res1', id)).toMatchObject({ photoIds: [photo], photosWaiting: 0 })
  })
  test('a risky one stays hidden though its topic is taken in, until a person lets it out', async () => {
    const { village, hear, add, raise, seen } = checked()
    const photo = await add()
    const id = await raise(photo)
    await hear(said('risky'))
    granted(await village.as('moderator')('topic.step', { id, rev: 2, step: 'accept', evidence: {} }))
    expect(JSON.stringify(await seen('res1', id))).not.toContain(photo)
    expect(JSON.stringify(granted(await village.guest('topic.view', { id })))).not.toContain(photo)
    expect(await seen('zhu', id)).toMatchObject({ photoIds: [photo], photosWaiting: 1 })
    granted(await village.as('supervisor')('case.judge', { id: `photo:${photo}`, show: true, reason: null, words: '' }))
    expect(await seen('res1', id)).toMatchObject({ photoIds: [photo], photosWaiting: 0 })
  })
  test('put away by a person, its owner reads why and may ask again', async () => {
    const { village, hear, add, raise, seen } = checked()
    const photo = await add()
    const id = await raise(photo)
    await hear(said('risky'))
    expect((await seen('zhu', id)).putAway).toMatchObject([{ text: '您的一张照片', why: '', mayAppeal: false }])
    granted(await village.as('moderator')('case.judge', { id: `photo:${photo}`, show: false, reason: 'privacy', words: '' }))
    expect((await seen('zhu', id)).putAway).toMatchObject([{ why: expect.stringContaining('隐私'), mayAppeal: true }])
    granted(await village.as('zhu')('case.appeal', { id: `photo:${photo}`, words: '没有拍到人' }))
    granted(await village.as('supervisor')('case.answer', { id: `photo:${photo}`, restore: true, words: '可以' }))
    expect(await seen('zhu', id)).toMatchObject({ putAway: [], photosWaiting: 0 })
  })
  test('risky after it was accepted, it is hidden again', async () => {
    const { village, hear, add, raise, seen } = checked()
    const id = await raise(await add())
    granted(await village.as('moderator')('topic.step', { id, rev: 2, step: 'accept', evidence: {} }))
    expect((await seen('res1', id)).photoIds).toHaveLength(1)
    await hear(said('risky'))
    expect(await seen('res1', id)).toMatchObject({ photoIds: [], photosWaiting: 1 })
  })
  test('an officer’s own was looked at by who took it', async () => {
    const { add, check } = checked(async () => null)
    expect(await check(await add('moderator'))).toBe('by-person')
  })
})
