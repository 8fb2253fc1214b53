import { expect, test } from 'vitest'
import { entryId } from '@/domain/ground/journal'
import { granted, key, pixel, refused, smallVillage } from './small-village'

const words = {
  title: '水渠堵了',
  what: '陈某偷水',
  where: '5组陈家',
  affected: '5组',
  suggestion: '清淤',
  category: 'drainage' as const,
  showName: true,
}
const closed = '（文字已收起）'
const id = key('t')

async function open() {
  const village = smallVillage()
  const picture = granted(await village.as('zhu')('photo.add', { data: pixel })).id
  granted(await village.as('zhu')('topic.raise', { ...words, photoIds: [picture], id }))
  granted(await village.as('moderator')('topic.step', { id, rev: 2, step: 'accept', evidence: {} }))
  const view = async (who: string) => granted(await village.as(who)('topic.view', { id }))
  const cases = async (who: string) => granted(await village.as(who)('desk.view', { show: 'waiting' })).cases
  const report = (who: string, thing: 'topic' | 'photo' = 'topic') =>
    village.as(who)('report.file', {
      ...(thing === 'topic' ? { kind: thing, id } : { kind: thing, id: picture, topicId: id }),
      reason: 'accusation',
      words: '',
    })
  const hide = async (who: string, thing: 'topic' | 'photo' = 'topic') =>
    granted(
      await village.as(who)('case.judge', {
        id: `${thing}:${thing === 'topic' ? id : picture}`,
        show: false,
        reason: 'accusation',
        words: '',
      }),
    )
  return { village, picture, view, cases, report, hide }
}

test.each(['topic', 'photo'] as const)(
  'a %s reported twice by one is one report, nobody reports his own, and its author hears nothing of it',
  async thing => {
    const { village, picture, view, cases, report } = await open()
    expect(refused(await report('zhu', thing))).toBe('own-thing')
    await Promise.all([report('res1', thing), report('res1', thing)])
    granted(await report('res2', thing))
    const [one, ...others] = await cases('moderator')
    expect(others).toEqual([])
    expect(one).toMatchObject({ kind: thing, topicId: id, title: words.title, photoId: thing === 'photo' ? picture : null, doubt: null })
    expect(one?.reports).toHaveLength(2)
    expect((await view('zhu')).putAway).toEqual([])
    expect(
      granted(await village.as('zhu')('message.list', {}))
        .messages.map(({ title }) => title)
        .join(),
    ).not.toMatch(/举报|收起/)
    expect(await view('res3')).toMatchObject({ wordsHidden: null, photoIds: [picture], mayReport: true })
  },
)

test('a guest reports nothing, and nobody what others do not see or what is not there', async () => {
  const { village, picture, view } = await open()
  const report = (input: object, openid = 'o-res1') =>
    village.serve({ name: 'report.file', input: { reason: 'privacy', words: '', ...input } }, openid)
  expect(await report({ kind: 'topic', id }, 'o-nobody')).toMatchObject({ ok: false, refusal: 'not-a-resident' })
  const hidden = key('hidden')
  granted(await village.as('zhu')('topic.raise', { ...words, photoIds: [], id: hidden }))
  for (const input of [
    { kind: 'topic', id: hidden },
    { kind: 'photo', id: picture },
    { kind: 'photo', id: picture, topicId: hidden },
    { kind: 'photo', id: 'nowhere', topicId: id },
    { kind: 'comment', id },
  ])
    expect(await report(input)).toEqual({ ok: false, refusal: 'nothing-to-report' })
  expect((await view('zhu')).mayReport).toBe(false)
})

test('a topic’s words put away: neighbours read why, the procedure goes on, author and staff read; another puts them back', async () => {
  const { village, view, cases, report, hide } = await open()
  granted(await report('res1'))
  await hide('supervisor')
  const seen = await view('res1')
  expect(seen).toMatchObject({
    card: { title: closed },
    words: { what: '', where: '', affected: '', suggestion: '' },
    wordsHidden: expect.stringContaining('12345'),
  })
  expect(seen.journal.length).toBeGreaterThan(0)
  expect(seen.boardCode).not.toBe('')
  const list = async (who: string) =>
    granted(await village.as(who)('topic.list', { show: 'running' })).topics.find(card => card.id === id)?.title
  expect([await list('res2'), await list('zhu'), await list('moderator')]).toEqual([closed, words.title, words.title])
  for (const who of ['zhu', 'moderator']) expect(await view(who)).toMatchObject({ wordsHidden: null, words: { what: words.what } })
  expect(granted(await village.as('res2')('topic.similar', { text: words.title, where: words.where })).topics).not.toContainEqual(
    expect.objectContaining({ where: words.where }),
  )
  expect(refused(await report('res2'))).toBe('nothing-to-report')

  for (const who of ['res1', 'res2', 'res3', 'res4', 'res5']) granted(await village.as(who)('topic.support', { id }))
  const moved = await view('res1')
  expect(moved.card.state).not.toBe(seen.card.state)
  expect(moved.card.title).toBe(closed)

  const [mine] = (await view('zhu')).putAway
  expect(mine).toMatchObject({ mayAppeal: true, why: expect.stringContaining('还没有查实') })
  granted(await village.as('zhu')('case.appeal', { id: mine!.id, words: '派出所有回执' }))
  expect(await cases('supervisor')).toEqual([])
  const answer = (who: string) => village.as(who)('case.answer', { id: mine!.id, restore: true, words: '可以说' })
  expect(refused(await answer('supervisor'))).toBe('own-case')
  granted(await answer('supervisor2'))
  expect(await view('res1')).toMatchObject({ card: { title: words.title }, words: { what: words.what }, wordsHidden: null })
  expect((await view('zhu')).putAway).toEqual([])
})

test('what hangs on the board or was sent about it does not say the title to neighbours while it is put away', async () => {
  const { village, report, hide } = await open()
  const notice = {
    id: `${id}:9:N30`,
    orgId: 'v1',
    code: 'N26' as const,
    topicId: id,
    sessionId: null,
    motionId: null,
    title: '结论公示',
    body: `《${words.title}》：清淤`,
    at: village.now(),
    audience: { kind: 'people' as const, ids: [] },
    postedUntil: null,
    board: 'outcome' as const,
    delivery: 'pushed' as const,
  }
  await village.store.put('notices', notice)
  await village.store.put('messages', {
    id: 'm1',
    orgId: 'v1',
    personId: 'res1',
    noticeId: `${id}:9:N30`,
    topicId: id,
    title: '结论公示',
    body: `《${words.title}》：清淤`,
    at: village.now(),
    readAt: null,
  })
  const read = async (who: string) => {
    const [board, one, sent, home] = [
      granted(await village.as(who)('notice.list', { board: 'outcome' })).notices,
      granted(await village.as(who)('notice.view', { id: `${id}:9:N30` })),
      granted(await village.as(who)('message.list', {})).messages.filter(message => message.id === 'm1'),
      granted(await village.as(who)('home.view', {})).outcomes,
    ]
    return [...board, one.notice, ...sent, ...home].map(({ body }) => body)
  }
  granted(await report('res1'))
  await hide('moderator')
  expect(new Set(await read('res1'))).toEqual(new Set([`《${closed}》：清淤`]))
  expect(await read('res1')).toHaveLength(4)
  expect(new Set(await read('zhu'))).toEqual(new Set([`《${words.title}》：清淤`]))
})

test('a photo put away is gone for neighbours only, and comes back on appeal', async () => {
  const { village, picture, view, report, hide } = await open()
  granted(await report('res1', 'photo'))
  await hide('moderator', 'photo')
  expect([(await view('res2')).photoIds, (await view('zhu')).photoIds, (await view('moderator')).photoIds]).toEqual([
    [],
    [picture],
    [picture],
  ])
  expect(granted(await village.as('zhu')('message.list', {})).messages.map(({ title }) => title)).toContain('您的一张照片收起来了')
  const [mine] = (await view('zhu')).putAway
  granted(await village.as('zhu')('case.appeal', { id: mine!.id, words: '拍的是水渠' }))
  granted(await village.as('supervisor')('case.answer', { id: mine!.id, restore: true, words: '看得清是水渠' }))
  expect((await view('res2')).photoIds).toEqual([picture])
})

test('everybody, a guest too, reads how much was put away this year, why, and how much came back', async () => {
  const { village, report, hide } = await open()
  const counts = () => village.serve({ name: 'case.counts', input: {} }, 'o-nobody')
  const year = new Date(village.now()).getUTCFullYear()
  expect(await counts()).toEqual({ ok: true, value: { year, hidden: [], restored: 0 } })
  granted(await report('res1'))
  granted(await report('res1', 'photo'))
  await hide('moderator')
  await hide('moderator', 'photo')
  granted(await village.as('zhu')('case.appeal', { id: `topic:${id}`, words: '不服' }))
  granted(await village.as('supervisor')('case.answer', { id: `topic:${id}`, restore: true, words: '可以说' }))
  expect(await counts()).toEqual({ ok: true, value: { year, hidden: [{ reason: 'accusation', times: 2 }], restored: 1 } })
  await village.pass(366 * 86_400_000)
  expect(await counts()).toMatchObject({ value: { hidden: [], restored: 0 } })
})

/** A session and a merged topic beside it, as the walk would have left them. */
async function beside(village: ReturnType<typeof smallVillage>) {
  const topic = (await village.store.get('topics', id))!
  const session = {
    id: key('s'),
    orgId: 'v1',
    topicId: id,
    title: `${words.title}议事会`,
    startsAt: village.now() + 3_600_000,
    endsAt: village.now() + 7_200_000,
    mode: 'hall' as const,
    place: '二楼',
    meetingLink: '',
    meetingNumber: '',
    agenda: [{ title: `说说${words.title}`, minutes: 10 }],
    invitedGroups: [],
    invitesMigrants: false,
    hostId: 'moderator',
    recorderId: 'recorder',
    seed: 'seed',
    calledOff: false,
  }
  await village.store.put('sessions', session)
  await village.store.put('signUps', {
    id: `${session.id}:res1`,
    orgId: 'v1',
    sessionId: session.id,
    personId: 'res1',
    how: 'hall',
    at: village.now(),
  })
  const other = key('other')
  granted(await village.as('elder')('topic.raise', { ...words, title: '另一件', what: '堵', where: '桥头', photoIds: [], id: other }))
  granted(await village.as('moderator')('topic.step', { id: other, rev: 2, step: 'accept', evidence: {} }))
  const parent = (await village.store.get('topics', other))!
  await village.store.put('topics', { ...parent, mergedIds: [id] })
  const entry = (await village.store.get('journal', entryId(other, 1)))!
  await village.store.put('journal', { ...entry, said: `并入《${words.title}》` })
  await village.store.put('topics', { ...topic, sessionId: session.id })
  return { session, other }
}

test('words put away are not said by sessions called after them, their agenda, or the record of what they were merged into', async () => {
  const { village, report, hide } = await open()
  const { session, other } = await beside(village)
  granted(await report('res1'))
  await hide('moderator')
  const said = async (who: string) => {
    const [home, list, one, page, parent, mine] = [
      granted(await village.as(who)('home.view', {})).sessions,
      granted(await village.as(who)('session.list', { show: 'coming' })).sessions,
      granted(await village.as(who)('session.view', { id: session.id })),
      granted(await village.as(who)('topic.view', { id })).session,
      granted(await village.as(who)('topic.view', { id: other })).journal,
      who === 'res1' ? granted(await village.as(who)('data.part', { part: 'sessions' })).rows : [],
    ]
    return {
      titles: [...home, ...list, one.card, page!].map(card => card.title),
      agenda: one.agenda[0]?.title,
      topic: one.topicTitle,
      record: parent[0]?.said,
      mine: mine.map(row => row.says),
    }
  }
  expect(await said('res1')).toEqual({
    titles: Array(4).fill(`${closed}议事会`),
    agenda: `说说${closed}`,
    topic: closed,
    record: `并入《${closed}》`,
    mine: [`报名：${closed}议事会`],
  })
  expect(await said('zhu')).toMatchObject({ titles: Array(4).fill(session.title), record: `并入《${words.title}》` })
  await village.store.put('sessions', { ...session, title: '陈某的事' })
  expect((await said('res1')).titles).toEqual(Array(4).fill(`议事会${closed}`))
  expect((await said('moderator')).titles).toEqual(Array(4).fill('陈某的事'))
})

test('a picture of the work, its progress or the board is put away like a topic’s own; who put it there may appeal', async () => {
  const { village } = await open()
  const [board, done, way] = await Promise.all(
    ['board', 'done', 'way'].map(async () => granted(await village.as('committee')('photo.add', { data: pixel })).id),
  )
  const topic = (await village.store.get('topics', id))!
  await village.store.put('topics', {
    ...topic,
    state: 'evaluating',
    dossier: { ...topic.dossier, boardPhotoFirst: [board!], photosAfter: [done!], cost: 10 },
  })
  const entry = (await village.store.get('journal', entryId(id, 2)))!
  await village.store.put('journal', {
    ...entry,
    step: 'progress',
    taken: true,
    evidence: { percent: 50, progressNote: '一半', photos: [way!] },
  })
  const notice = `${id}:2:N17`
  await village.store.put('notices', {
    id: notice,
    orgId: 'v1',
    code: 'N17',
    topicId: id,
    sessionId: null,
    motionId: null,
    title: '结果公示',
    body: '办好',
    at: village.now(),
    audience: { kind: 'people', ids: [] },
    postedUntil: null,
    board: 'result',
    delivery: 'pushed',
  })
  const seen = async (who: string) => granted(await village.as(who)('topic.view', { id }))
  expect((await seen('res1')).reportPhotos.map(({ label }) => label)).toEqual(['议题照片 1', '办好后的照片 1', '进展照片 1'])
  expect(await seen('zhu')).toMatchObject({ mayReport: true, reportWords: false, reportPhotos: [{ id: done }, { id: way }] })
  expect(granted(await village.as('res1')('notice.view', { id: notice })).reportPhotos).toEqual([
    { id: board, label: '公示栏照片 1' },
    { id: done, label: '办好后的照片 1' },
  ])
  expect(granted(await village.guest('notice.view', { id: notice })).reportPhotos).toEqual([])

  const report = (who: string, photo: string) =>
    village.as(who)('report.file', { kind: 'photo', id: photo, topicId: id, reason: 'privacy', words: '拍到人家屋里' })
  for (const photo of [board!, done!, way!]) granted(await report('res1', photo))
  expect(refused(await report('committee', done!))).toBe('own-thing')
  expect(
    granted(await village.as('moderator')('desk.view', { show: 'waiting' }))
      .cases.map(({ photoId }) => photoId)
      .sort(),
  ).toEqual([board, done, way].sort())
  for (const photo of [board!, done!, way!])
    granted(await village.as('moderator')('case.judge', { id: `photo:${photo}`, show: false, reason: 'privacy', words: '' }))
  expect(await seen('res2')).toMatchObject({ resultShown: { photoIds: [] }, progress: [{ photoIds: [] }] })
  expect(granted(await village.as('res2')('notice.view', { id: notice }))).toMatchObject({ boardPhotoIds: [], result: { photoIds: [] } })
  const away = (await seen('committee')).putAway
  expect(away).toHaveLength(3)
  granted(await village.as('committee')('case.appeal', { id: `photo:${done}`, words: '是公共路面' }))
  granted(await village.as('supervisor')('case.answer', { id: `photo:${done}`, restore: true, words: '看得清是路面' }))
  expect((await seen('res2')).resultShown).toMatchObject({ photoIds: [done] })
})
