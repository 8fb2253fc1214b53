import { expect, test } from 'vitest'
import { day, granted, key, minute, pixel, refused, smallVillage } from './small-village'

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

/** 朱大姐, with a nickname and a picture that passed, speaks under her name. */
async function spoken(): Promise<Village> {
  const village = smallVillage()
  granted(await village.as('zhu')('profile.set', { nickname: '阿朱' }))
  granted(await village.as('zhu')('avatar.set', { data: pixel }))
  granted(await village.as('moderator')('case.judge', { id: `avatar:${await avatarOf(village)}`, show: true, reason: null, words: '' }))
  granted(await village.as('elder')('topic.raise', { ...words, id: key('t') }))
  granted(await village.as('moderator')('topic.step', { id: key('t'), rev: 2, step: 'accept', evidence: {} }))
  granted(await village.as('zhu')('comment.say', { id: key('c'), topicId: key('t'), parentId: null, text: '早该清了', showName: true }))
  return village
}
const avatarOf = async (village: Village, who = 'zhu') => (await village.store.get('people', who))?.avatarId
const talk = async (village: Village, who: string) =>
  granted(await village.as(who)('comment.list', { topicId: key('t'), round: 1, sort: 'newest' })).comments
const first = async (village: Village, who: string) => (await talk(village, who)).find(({ id }) => id === key('c'))!
const cases = async (village: Village, who: string) => granted(await village.as(who)('desk.view', { show: 'waiting' })).cases
const mine = async (village: Village) => granted(await village.as('zhu')('data.view', {}))
const heard = async (village: Village) => granted(await village.as('zhu')('message.list', {})).messages
const report = (village: Village, who: string, kind: 'nickname' | 'avatar', id = key('c')) =>
  village.as(who)('report.file', { kind, id, reason: 'insult', words: '' })

test('a picture is seen by its owner at once, by the others after somebody looked, and its owner hears of it', async () => {
  const village = smallVillage()
  granted(await village.as('zhu')('avatar.set', { data: pixel }))
  const id = await avatarOf(village)
  expect(granted(await village.as('zhu')('me.view', {})).person?.face).toEqual({ photoId: id, letter: '朱' })
  expect(await mine(village)).toMatchObject({
    avatar: 'waiting',
    face: { photoId: id },
    putAway: [{ kind: 'avatar', why: '', mayAppeal: false }],
  })
  const [one] = await cases(village, 'moderator')
  expect(one).toMatchObject({ kind: 'avatar', photoId: id, topicId: '', doubt: 'unchecked', dueAt: village.now() + day })
  granted(await village.as('moderator')('case.judge', { id: one!.id, show: true, reason: null, words: '' }))
  expect(await mine(village)).toMatchObject({ avatar: 'shown', putAway: [] })
  expect((await heard(village)).map(({ title }) => title)).toContain('您的头像看过了，没问题')
  expect(granted(await village.as('zhu')('data.part', { part: 'photos' })).rows).toEqual([{ at: village.now(), says: '头像 1×1' }])
})

test('an officer’s own avatar is looked at by another like everybody’s', async () => {
  const village = smallVillage()
  granted(await village.as('moderator')('avatar.set', { data: pixel }))
  expect(await cases(village, 'moderator')).toEqual([])
  expect(await cases(village, 'supervisor')).toMatchObject([{ kind: 'avatar' }])
})

test('it stands beside words said under the name, and not beside others or an office', async () => {
  const village = await spoken()
  granted(await village.as('zhu')('comment.say', { id: key('anon'), topicId: key('t'), parentId: null, text: '我也说', showName: false }))
  granted(await village.as('moderator')('avatar.set', { data: pixel }))
  granted(
    await village.as('supervisor')('case.judge', {
      id: `avatar:${await avatarOf(village, 'moderator')}`,
      show: true,
      reason: null,
      words: '',
    }),
  )
  granted(
    await village.as('moderator')('comment.say', { id: key('host'), topicId: key('t'), parentId: null, text: '记下了', showName: true }),
  )
  const drawn = new Map((await talk(village, 'res1')).map(({ id, author, face, nicknamed }) => [id, { author, face, nicknamed }]))
  expect(drawn.get(key('c'))).toEqual({ author: '阿朱（朱*）', face: { photoId: await avatarOf(village), letter: '朱' }, nicknamed: true })
  expect(drawn.get(key('anon'))).toEqual({ author: '一位村民', face: { photoId: null, letter: '民' }, nicknamed: false })
  expect(drawn.get(key('host'))).toEqual({ author: '林主持（议事厅主持人）', face: { photoId: null, letter: '林' }, nicknamed: false })
})

test('what is no picture is refused and the old one stays; the picture of another, or of a topic, cannot be taken', async () => {
  const village = await spoken()
  const before = await avatarOf(village)
  expect(refused(await village.as('zhu')('avatar.set', { data: 'aGFsbG8=' }))).toBe('not-a-picture')
  for (const forged of [{ photoId: 'x' }, { personId: 'elder' }, { check: 'clean' }])
    expect(await village.serve({ name: 'avatar.set', input: { data: pixel, ...forged } }, 'o-zhu')).toEqual({
      ok: false,
      refusal: 'bad-input',
    })
  expect(await avatarOf(village)).toBe(before)
  expect(refused(await village.as('zhu')('topic.raise', { ...words, id: key('u'), photoIds: [before!] }))).toBe('no-such-photo')
  expect(refused(await village.guest('avatar.set', { data: pixel }))).toBe('not-a-resident')
})

test('another takes its place or it is taken away: the bytes go, and nobody is asked to look at what is gone', async () => {
  const village = await spoken()
  const before = await avatarOf(village)
  granted(await village.as('zhu')('avatar.set', { data: pixel }))
  expect((await first(village, 'res1')).face.photoId).toBeNull()
  await village.pass(minute)
  expect([...village.files.keys()]).toEqual([await avatarOf(village)])
  expect(village.files.has(before!)).toBe(false)
  granted(await village.as('zhu')('avatar.remove', {}))
  granted(await village.as('zhu')('avatar.remove', {}))
  expect([await cases(village, 'moderator'), (await first(village, 'zhu')).face]).toEqual([[], { photoId: null, letter: '朱' }])
  await village.pass(minute)
  expect(village.files.size).toBe(0)
  expect(await mine(village)).toMatchObject({ avatar: null, putAway: [] })
})

test('a picture that arrives while the account is being closed is not kept', async () => {
  const village = smallVillage()
  const { put } = village.ports.files
  village.ports.files.put = async (id, bytes, mime) => {
    await put(id, bytes, mime)
    granted(await village.as('zhu')('data.close', { sure: '注销' }))
  }
  granted(await village.as('zhu')('avatar.set', { data: pixel }))
  expect([village.files.size, await avatarOf(village)]).toEqual([0, undefined])
})

test('a reported nickname is put away for a reason; its owner is shown plainly, reads why, appeals, and has it back', async () => {
  const village = await spoken()
  expect(refused(await report(village, 'zhu', 'nickname'))).toBe('own-thing')
  granted(await report(village, 'res1', 'nickname'))
  expect((await first(village, 'res2')).author).toBe('阿朱（朱*）') // reported is not judged
  expect((await mine(village)).putAway).toEqual([]) // and its owner is not told of the report
  const [one] = await cases(village, 'supervisor')
  expect(one).toMatchObject({ kind: 'nickname', text: '阿朱', topicId: '', reports: [{ reason: 'insult' }] })
  const judge = (who: string, reason: 'advertising' | null) =>
    village.as(who)('case.judge', { id: one!.id, show: false, reason, words: '' })
  expect(refused(await judge('supervisor', null))).toBe('reason-missing')
  expect(refused(await judge('res2', 'advertising'))).toBe('not-your-role')
  granted(await judge('supervisor', 'advertising'))

  expect(await first(village, 'res2')).toMatchObject({ author: '朱*', nicknamed: false, text: '早该清了', visible: 'shown' })
  expect(granted(await village.as('zhu')('me.view', {})).person?.name).toBe('朱*')
  expect((await heard(village))[0]).toMatchObject({ title: '您的昵称收起来了', topicId: '', body: expect.stringContaining('做广告') })
  expect(refused(await village.as('zhu')('profile.set', { nickname: '阿朱' }))).toBe('nickname-away')
  expect(refused(await report(village, 'res3', 'nickname'))).toBe('nothing-to-report')

  expect((await mine(village)).putAway).toMatchObject([{ kind: 'nickname', text: '阿朱', mayAppeal: true, answerBy: null }])
  const { answerBy } = granted(await village.as('zhu')('case.appeal', { id: one!.id, words: '就是小名' }))
  expect((await mine(village)).putAway).toMatchObject([{ mayAppeal: false, answerBy }])
  const answer = (who: string) => village.as(who)('case.answer', { id: one!.id, restore: true, words: '是小名' })
  expect(refused(await answer('supervisor'))).toBe('own-case')
  granted(await answer('supervisor2'))
  expect((await first(village, 'res2')).author).toBe('阿朱（朱*）')
  expect(await mine(village)).toMatchObject({ nickname: '阿朱', putAway: [] })
  const log = granted(await village.as('supervisor2')('case.log', {})).entries.filter(({ kind }) => kind === 'nickname')
  expect(log.map(({ did }) => did).sort()).toEqual(['appealed', 'hidden', 'reported', 'restored'])
  expect(granted(await village.guest('case.counts', {}))).toMatchObject({ hidden: [{ reason: 'advertising', times: 1 }], restored: 1 })
})

test('a supervisor who sees a nickname himself hands it in and judges it; another may be taken, and is another thing', async () => {
  const village = await spoken()
  granted(await report(village, 'supervisor', 'nickname'))
  const [one] = await cases(village, 'supervisor')
  granted(await village.as('supervisor')('case.judge', { id: one!.id, show: false, reason: 'insult', words: '' }))
  granted(await village.as('zhu')('case.appeal', { id: one!.id, words: '就是小名' }))
  granted(await village.as('zhu')('profile.set', { nickname: '小朱' }))
  granted(await village.as('supervisor2')('case.answer', { id: one!.id, restore: true, words: '可以' }))
  expect((await first(village, 'res2')).author).toBe('小朱（朱*）') // what she has taken meanwhile stays
  granted(await report(village, 'res1', 'nickname'))
  expect(await cases(village, 'moderator')).toMatchObject([{ kind: 'nickname', text: '小朱' }])
  granted(await village.as('zhu')('profile.set', { nickname: '' }))
  expect(await cases(village, 'moderator')).toEqual([]) // gone of itself
})

test('a reported avatar is put away, and comes back after an appeal; taken away by its owner, the appeal rests', async () => {
  const village = await spoken()
  const id = await avatarOf(village)
  granted(await report(village, 'res1', 'avatar'))
  expect(JSON.stringify(await first(village, 'res1'))).toContain(id)
  granted(await village.as('moderator')('case.judge', { id: `avatar:${id}`, show: false, reason: 'privacy', words: '照片里是别人' }))
  expect((await first(village, 'res1')).face).toEqual({ photoId: null, letter: '朱' })
  expect(await mine(village)).toMatchObject({
    avatar: 'hidden',
    putAway: [{ kind: 'avatar', why: expect.stringContaining('照片里是别人'), mayAppeal: true }],
  })
  granted(await village.as('zhu')('case.appeal', { id: `avatar:${id}`, words: '就是我' }))
  expect(await cases(village, 'supervisor')).toMatchObject([{ photoId: id, appeal: { words: '就是我' } }])
  granted(await village.as('supervisor')('case.answer', { id: `avatar:${id}`, restore: true, words: '是本人' }))
  expect((await first(village, 'res1')).face.photoId).toBe(id)
  expect((await heard(village))[0]).toMatchObject({ title: '您的头像放回来了' })

  granted(await village.as('zhu')('avatar.set', { data: pixel }))
  const next = await avatarOf(village)
  granted(await village.as('moderator')('case.judge', { id: `avatar:${next}`, show: false, reason: 'privacy', words: '' }))
  granted(await village.as('zhu')('case.appeal', { id: `avatar:${next}`, words: '就是我' }))
  granted(await village.as('zhu')('avatar.remove', {}))
  expect(await cases(village, 'supervisor')).toEqual([])
})

test('nothing is reported where nothing shows: words without a name, an office, a person without either', async () => {
  const village = await spoken()
  granted(await village.as('zhu')('comment.say', { id: key('anon'), topicId: key('t'), parentId: null, text: '我也说', showName: false }))
  granted(await village.as('res5')('comment.say', { id: key('bare'), topicId: key('t'), parentId: null, text: '同意', showName: true }))
  for (const id of [key('anon'), key('bare'), key('no-such'), 'zhu'])
    for (const kind of ['nickname', 'avatar'] as const) expect(refused(await report(village, 'res1', kind, id))).toBe('nothing-to-report')
})

test('closing takes nickname, picture and what the desk said of them; an answer given afterwards brings nothing back', async () => {
  const village = await spoken()
  granted(await report(village, 'res1', 'nickname'))
  const [one] = await cases(village, 'supervisor')
  granted(await village.as('supervisor')('case.judge', { id: one!.id, show: false, reason: 'insult', words: '' }))
  granted(await village.as('zhu')('case.appeal', { id: one!.id, words: '就是小名' }))
  granted(await village.as('zhu')('data.close', { sure: '注销' }))
  granted(await village.as('supervisor2')('case.answer', { id: one!.id, restore: true, words: '可以' }))
  await village.pass(minute)
  expect(JSON.stringify([await village.store.get('people', 'zhu'), await village.store.get('cases', one!.id)])).not.toContain('阿朱')
  expect([village.files.size, await first(village, 'res1')]).toMatchObject([
    0,
    { author: '一位已注销的居民', face: { photoId: null, letter: '民' } },
  ])
})
