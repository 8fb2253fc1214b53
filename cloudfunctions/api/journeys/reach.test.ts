import { expect, test } from 'vitest'
import { messageId, type Notice } from '@/domain/notice/notices'
import { tick } from '../../tick/tick'
import { day, granted, key, pixel, refused, smallVillage } from './small-village'

async function told(people: readonly string[]) {
  const village = smallVillage()
  const draft = {
    id: key('lamps'),
    title: '路灯',
    what: '没有灯',
    where: '村口',
    affected: '3组',
    suggestion: '装灯',
    category: 'lighting' as const,
    photoIds: [],
    showName: true,
  }
  granted(await village.as('zhu')('topic.raise', draft))
  const notice: Notice = {
    id: `${key('lamps')}:9:N13`,
    orgId: 'v1',
    code: 'N13',
    topicId: key('lamps'),
    sessionId: null,
    motionId: null,
    title: '结论公示',
    body: '装 24 盏',
    at: village.now(),
    audience: { kind: 'people', ids: people },
    postedUntil: null,
    board: 'outcome',
    delivery: 'waiting',
  }
  await village.store.put('notices', notice)
  await tick(village.ports)
  return { ...village, noticeId: notice.id }
}
const group3 = ['ahua', 'elder', 'res3', 'res15']

test('who read it is reached, the others are given to a grid worker, called, visited, and then reached too', async () => {
  const { as, noticeId, pass } = await told([...group3, 'zhu'])
  granted(await as('zhu')('message.read', { ids: [messageId(noticeId, 'zhu')] }))
  const view = async (show: 'missing' | 'all' = 'missing') => granted(await as('moderator')('reach.view', { noticeId, show }))
  expect((await view()).figures).toMatchObject({
    people: 5,
    app: 1,
    wechat: 0,
    missing: 4,
    groups: [{ group: 3, missing: 4, unassigned: 4 }],
    workers: [{ id: 'grid', name: '卢网格', group: 3 }],
  })
  expect(await view()).toMatchObject({ statutory: true, without: ['wechat'] })

  expect(granted(await as('committee')('reach.assign', { noticeId, workerId: 'grid', group: 3 }))).toEqual({ assigned: 4 })
  expect(granted(await as('moderator')('reach.assign', { noticeId, workerId: 'grid', group: 3 }))).toEqual({ assigned: 0 })
  const { tasks, open } = granted(await as('grid')('reach.mine', { show: 'open' }))
  expect([open, tasks.map(task => task.name).sort()]).toEqual([4, ['何阿华', '村民15', '村民3', '梁伯']])
  const mark = async (name: string, way: 'called' | 'door' | 'away' | null) =>
    as('grid')('reach.mark', { id: tasks.find(task => task.name === name)!.id, way })
  granted(await mark('何阿华', 'called'))
  granted(await mark('梁伯', 'door'))
  granted(await mark('村民3', 'called'))
  expect(granted(await mark('村民3', null)).open).toBe(2)
  granted(await mark('村民15', 'away'))
  expect((await view()).figures).toMatchObject({ called: 1, door: 1, missing: 2, groups: [{ group: 3, missing: 2, unassigned: 0 }] })
  expect((await view()).people.map(({ name, worker, away }) => [name, worker, away])).toEqual(
    expect.arrayContaining([
      ['村民15', '卢网格', true],
      ['村民3', '卢网格', false],
    ]),
  )
  expect((await view('all')).people.find(person => person.name === '梁伯')).toMatchObject({ channel: 'door' })
  expect(granted(await as('grid')('reach.mine', { show: 'done' })).tasks).toHaveLength(2)

  await pass(day)
  expect(refused(await mark('何阿华', null))).toBe('undo-too-late')
  granted(await mark('村民15', 'door')) // at home the next day
  expect((await view()).figures).toMatchObject({ door: 2, missing: 1 })
})

test('neighbours learn nothing of who knows what, and a grid worker only of those given to her', async () => {
  const { as, store, noticeId } = await told(group3)
  granted(await as('moderator')('reach.assign', { noticeId, workerId: 'grid', group: 3 }))
  for (const who of ['zhu', 'supervisor', 'grid', 'secretary']) {
    expect(refused(await as(who)('reach.view', { noticeId, show: 'all' })), who).toBe('not-your-role')
    expect(refused(await as(who)('reach.assign', { noticeId, workerId: 'grid', group: 3 })), who).toBe('not-your-role')
  }
  expect(refused(await as('zhu')('reach.mine', { show: 'open' }))).toBe('not-your-role')
  expect(refused(await as('zhu')('reach.mark', { id: `${noticeId}:elder`, way: 'called' }))).toBe('not-your-role')
  expect(refused(await as('moderator')('reach.assign', { noticeId, workerId: 'zhu', group: 3 }))).toBe('no-such-person')
  expect(refused(await as('moderator')('reach.view', { noticeId: 'nowhere', show: 'all' }))).toBe('no-such-notice')
  const task = (await store.get('reachTasks', `${noticeId}:elder`))!
  await store.put('reachTasks', { ...task, workerId: 'somebody' })
  expect(refused(await as('grid')('reach.mark', { id: task.id, way: 'called' }))).toBe('no-such-task')
})

test('two of the staff at once give a person to one worker only', async () => {
  const { as, noticeId } = await told(group3)
  const given = await Promise.all(
    ['moderator', 'committee'].map(async who => granted(await as(who)('reach.assign', { noticeId, workerId: 'grid', group: 3 })).assigned),
  )
  expect(given.reduce((sum, one) => sum + one, 0)).toBe(4)
})

test('a long list is read page by page, each person once; the figures come with the first page', async () => {
  const { as, store, noticeId } = await told([])
  for (let n = 0; n < 120; n += 1) {
    const personId = `soul${String(n).padStart(3, '0')}`
    await store.put('people', {
      id: personId,
      orgId: 'v1',
      name: `欧阳${'很长的名字'.repeat(3)}${n}`,
      roles: ['resident'],
      group: 1,
      householdId: null,
    })
    await store.put('messages', {
      id: messageId(noticeId, personId),
      orgId: 'v1',
      personId,
      noticeId,
      topicId: key('lamps'),
      title: '题',
      body: '文',
      at: 1,
      readAt: null,
    })
  }
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = granted(await as('moderator')('reach.view', { noticeId, show: 'missing', ...(after === undefined ? {} : { after }) }))
    expect(page.figures === null).toBe(after !== undefined)
    seen.push(...page.people.map(person => person.id))
    after = page.next ?? undefined
  } while (after !== undefined)
  expect([seen.length, new Set(seen).size]).toEqual([120, 120])
})

test('a group goes from one grid worker to another: what is open moves, what is done stays, and who did it and when is kept', async () => {
  const { as, store, noticeId, now } = await told(group3)
  const second = (await store.get('people', 'res7'))!
  await store.put('people', { ...second, roles: [...second.roles, 'grid_worker'] })
  const org = (await store.get('orgs', 'v1'))!
  await store.put('orgs', { ...org, officerIds: [...org.officerIds, 'res7'] })
  granted(await as('moderator')('reach.assign', { noticeId, workerId: 'grid', group: 3 }))
  granted(await as('grid')('reach.mark', { id: `${noticeId}:elder`, way: 'called' }))
  granted(await as('grid')('reach.mark', { id: `${noticeId}:ahua`, way: 'away' }))
  const give = (who: string, more: object = {}) => as(who)('reach.handOver', { noticeId, group: 3, fromId: 'grid', toId: 'res7', ...more })
  for (const who of ['zhu', 'grid', 'secretary', 'supervisor']) expect(refused(await give(who)), who).toBe('not-your-role')
  expect(refused(await give('moderator', { toId: 'zhu' }))).toBe('no-such-person')
  expect(refused(await give('moderator', { toId: 'grid' }))).toBe('no-such-person')
  expect(refused(await give('moderator', { noticeId: 'nowhere' }))).toBe('no-such-notice')
  expect(granted(await give('moderator', { group: 5 }))).toEqual({ given: 0 })

  const given = await Promise.all([give('committee'), give('moderator')])
  expect(given.map(reply => granted(reply).given).sort()).toEqual([0, 3])
  expect(granted(await as('grid')('reach.mine', { show: 'open' })).tasks).toEqual([])
  expect(granted(await as('grid')('reach.mine', { show: 'done' })).tasks.map(({ name }) => name)).toEqual(['梁伯'])
  expect(
    granted(await as('res7')('reach.mine', { show: 'open' }))
      .tasks.map(({ name, way }) => [name, way])
      .sort(),
  ).toEqual([
    ['何阿华', 'away'],
    ['村民15', null],
    ['村民3', null],
  ])
  expect(refused(await as('grid')('reach.mark', { id: `${noticeId}:ahua`, way: 'door' }))).toBe('no-such-task')
  const { figures } = granted(await as('moderator')('reach.view', { noticeId, show: 'all' }))
  expect(figures).toMatchObject({
    groups: [{ group: 3, missing: 3, unassigned: 0, held: [{ id: 'res7', name: '村民7', people: 3 }] }],
    handOvers: [{ group: 3, from: '卢网格', to: '村民7', people: 3, at: now() }],
  })
  expect(['李主任', '林主持']).toContain(figures?.handOvers[0]?.by)
  expect(figures?.handOvers).toHaveLength(1)
})

test('a walk to the door may have a picture, the worker’s own; the ledger shows it, and nobody else sees it', async () => {
  const { as, guest, noticeId } = await told(group3)
  granted(await as('moderator')('reach.assign', { noticeId, workerId: 'grid', group: 3 }))
  const photo = granted(await as('grid')('photo.add', { data: pixel })).id
  const others = granted(await as('zhu')('photo.add', { data: pixel })).id
  const mark = (way: 'called' | 'door' | null, photoId?: string) =>
    as('grid')('reach.mark', { id: `${noticeId}:elder`, way, ...(photoId ? { photoId } : {}) })
  for (const [way, id] of [
    ['door', others],
    ['door', 'nowhere'],
    ['called', photo],
    [null, photo],
  ] as const)
    expect(refused(await mark(way, id))).toBe('no-such-photo')
  granted(await mark('door'))
  const row = async () => granted(await as('committee')('reach.view', { noticeId, show: 'all' })).people.find(({ name }) => name === '梁伯')
  expect(await row()).toMatchObject({ channel: 'door', photoId: null })
  granted(await mark('door', photo))
  granted(await mark('door', photo))
  expect(await row()).toMatchObject({ channel: 'door', photoId: photo })
  expect(granted(await as('grid')('reach.mine', { show: 'done' })).tasks).toMatchObject([{ name: '梁伯', photoId: photo }])
  for (const said of [
    granted(await guest('topic.list', { show: 'running' })),
    granted(await as('elder')('message.list', {})),
    granted(await as('elder')('topic.list', { show: 'running' })),
  ])
    expect(JSON.stringify(said)).not.toContain(photo)
  granted(await mark(null))
  expect(await row()).toMatchObject({ channel: null, photoId: null })
})

test('who may see the ledger finds it on the topic’s own page, for each notice the law wants at the door', async () => {
  const { as, guest, store, noticeId } = await told(group3)
  const notice = (await store.get('notices', noticeId))!
  await store.put('notices', {
    ...notice,
    id: `${key('lamps')}:10:N11`,
    code: 'N11',
    title: '请您参加议事会',
    board: 'session',
    at: notice.at + 1,
  })
  await store.put('notices', { ...notice, id: `${key('lamps')}:10:N16`, code: 'N16', title: '开始落实', board: 'none', at: notice.at + 2 })
  const topic = (await store.get('topics', key('lamps')))!
  await store.put('topics', { ...topic, state: 'implementing' })
  const ledgers = async (who: string) => granted(await as(who)('topic.view', { id: key('lamps') })).ledgers
  const both = [
    { noticeId: `${key('lamps')}:10:N11`, title: '请您参加议事会', at: notice.at + 1 },
    { noticeId, title: '结论公示', at: notice.at },
  ]
  expect([await ledgers('moderator'), await ledgers('committee')]).toEqual([both, both])
  for (const who of ['zhu', 'supervisor', 'grid', 'res1']) expect(await ledgers(who), who).toEqual([])
  expect(granted(await guest('topic.view', { id: key('lamps') })).ledgers).toEqual([])
})
