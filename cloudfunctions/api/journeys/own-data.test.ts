import { expect, test } from 'vitest'
import { allOwnParts } from '@/domain/resident/own-data'
import { ratingId } from '@/domain/topic/ratings'
import { ballotId } from '@/domain/vote/ballot/ballots'
import { retention } from '@/domain/resident/retention'
import { sweepDrafts } from '../../village/topic/sweep-drafts'
import { sweepPast, sweptAtOnce } from '../../village/resident/sweep-past'
import { clearClosed } from '../../village/resident/clear-closed'
import { allRows } from '../../village/ground/all-rows'
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

/** 朱大姐 raised, said, supported, voted, rated and was told things. */
async function lived(): Promise<Village> {
  const village = smallVillage()
  const zhu = village.as('zhu'),
    now = village.now()
  granted(await zhu('topic.raise', { ...words, id: key('t') }))
  granted(await village.as('moderator')('topic.step', { id: key('t'), rev: 2, step: 'accept', evidence: {} }))
  granted(await zhu('draft.save', { ...words, id: key('d'), title: '没写完' }))
  granted(await zhu('comment.say', { id: key('c'), topicId: key('t'), parentId: null, text: '早该清了', showName: true }))
  granted(await village.as('elder')('comment.say', { id: key('e'), topicId: key('t'), parentId: null, text: '我也说', showName: true }))
  granted(await zhu('comment.nod', { id: key('e'), nod: 'agree', on: true }))
  const motion = {
    orgId: 'v1',
    topicId: key('t'),
    text: '清淤',
    body: 'VA_HOUSEHOLD',
    opensAt: now,
    closesAt: now + 30 * minute,
    rollSize: 3,
    rollHash: '',
    frozenAt: now,
    rules: 'village-2026',
    byLaw: '章程',
    settledAt: null,
    result: null,
  } as const
  await village.store.put('motions', { ...motion, id: key('named'), form: 'named' })
  await village.store.put('motions', { ...motion, id: key('secret'), form: 'secret' })
  granted(await zhu('ballot.cast', { motionId: key('named'), choice: 'against' }))
  granted(await zhu('ballot.castSecret', { motionId: key('secret'), choice: 'for', receiptHash: 'a'.repeat(64) }))
  await village.store.put('ratings', {
    id: ratingId(key('t'), 'zhu'),
    orgId: 'v1',
    topicId: key('t'),
    stars: 4,
    axes: {},
    words: '还行',
    firstAt: now,
  })
  granted(await village.as('recorder')('register.phone', { personId: 'zhu', phone: '13800001234' }))
  await village.pass(minute)
  return village
}

async function everythingOf(village: Village, who = 'zhu'): Promise<Record<string, string[]>> {
  const parts: Record<string, string[]> = {}
  for (const part of allOwnParts) parts[part] = granted(await village.as(who)('data.part', { part })).rows.map(row => row.says)
  return parts
}

test('one sees all that is held of one, of a secret vote that it was cast and not how, and the number masked', async () => {
  const village = await lived()
  const view = granted(await village.as('zhu')('data.view', {}))
  expect(view).toMatchObject({
    name: '朱大姐',
    group: 5,
    householdSize: 1,
    phone: '138****1234',
    cannotClose: null,
    rolls: [{ body: '户代表会议（村民会议）' }],
  })
  expect(await everythingOf(village)).toMatchObject({
    topics: [expect.stringContaining('水渠堵了')],
    drafts: [expect.stringContaining('没写完')],
    comments: ['《水渠堵了》早该清了'],
    nods: ['赞同：我也说'],
    votes: ['清淤：反对', '清淤：无记名，只记了投过'],
    ratings: ['《水渠堵了》4 星 还行'],
    messages: expect.arrayContaining([expect.stringContaining('受理')]),
    register: ['登记手机号，周记录（记录员）办的'],
  })
})

test('nobody sees another’s', async () => {
  const village = await lived()
  const { comments, ...others } = await everythingOf(village, 'elder')
  expect(comments).toEqual(['《水渠堵了》我也说'])
  expect(JSON.stringify(others)).not.toMatch(/没写完|早该清了|反对|还行/)
  expect(refused(await village.guest('data.view', {}))).toBe('not-a-resident')
})

test('who closes the account is a guest at once, and what is not decided goes; words in matters stay without the name', async () => {
  const village = await lived()
  granted(await village.as('zhu')('data.close', { sure: '注销' }))
  granted(await village.as('zhu')('data.close', { sure: '注销' }))
  expect(granted(await village.as('zhu')('me.view', {})).person).toBeNull()
  for (const [table, id] of [
    ['contacts', 'zhu'],
    ['bindings', 'zhu'],
    ['accounts', 'o-zhu'],
  ] as const)
    expect(await village.store.get(table, id)).toBeUndefined()
  await village.pass(minute)
  expect([
    await allRows(village.store, 'drafts', { match: { ownerId: 'zhu' }, order: { by: 'savedAt' } }),
    await allRows(village.store, 'messages', { match: { personId: 'zhu' }, order: { by: 'at' } }),
    await allRows(village.store, 'reactions', { match: { personId: 'zhu' } }),
  ]).toEqual([[], [], []])
  expect(granted(await village.as('elder')('topic.view', { id: key('t') })).card.author).toBe('一位已注销的居民')
  expect(
    granted(await village.as('elder')('comment.list', { topicId: key('t'), round: 1, sort: 'newest' })).comments.map(
      comment => comment.author,
    ),
  ).toContain('一位已注销的居民')
  expect(await village.store.get('ballots', ballotId(key('named'), 'h-zhu'))).toMatchObject({ choice: 'against' })
  const deeds = await allRows(village.store, 'registerDeeds', { match: { personId: 'zhu' }, order: { by: 'at' } })
  expect(deeds.map(deed => deed.what)).toEqual(['phone-noted', 'closed'])
  expect(JSON.stringify(deeds)).not.toContain('朱')
})

test('the statutory roll keeps its name and its size; who stands on none leaves no name at all', async () => {
  const village = await lived()
  granted(await village.as('zhu')('data.close', { sure: '注销' }))
  granted(await village.as('res1')('data.close', { sure: '注销' }))
  expect(await village.store.get('people', 'zhu')).toMatchObject({ name: '一位已注销的居民', rollName: '朱大姐', roles: [] })
  expect(JSON.stringify(await village.store.get('people', 'res1'))).not.toContain('村民1')
  expect(await village.store.count('rollPlaces', { orgId: 'v1', body: 'VA_HOUSEHOLD' })).toBe(3)
  const motion = (await village.store.get('motions', key('named')))!
  await village.store.put('motions', {
    ...motion,
    settledAt: village.now(),
    result: { present: 1, tally: { for: 0, against: 1, abstain: 0 }, quorum: false, verdict: 'no_quorum', lines: [] } as never,
  })
  expect(granted(await village.as('elder')('ballot.list', { motionId: key('named') })).ballots).toEqual([
    { who: '朱大姐', choice: 'against' },
  ])
  expect(granted(await village.guest('ballot.list', { motionId: key('named') })).ballots).toEqual([
    { who: '一位已注销的居民', choice: 'against' },
  ])
})

test('who holds an office hands over first: no second key is left without its holder', async () => {
  const village = await lived()
  for (const who of ['supervisor', 'moderator', 'secretary', 'special']) {
    expect(granted(await village.as(who)('data.view', {})).cannotClose).toBe('holds-office')
    expect(refused(await village.as(who)('data.close', { sure: '注销' }))).toBe('holds-office')
  }
  expect(granted(await village.as('supervisor')('me.view', {})).person?.name).toBe('何*')
})

test('a closing without the word is no closing', async () => {
  const village = await lived()
  expect(await village.serve({ name: 'data.close', input: {} }, 'o-zhu')).toEqual({ ok: false, refusal: 'bad-input' })
  expect(granted(await village.as('zhu')('me.view', {})).person?.name).toBe('朱*')
})

test('clearing away that is cut off after any piece goes on at the next sweep', async () => {
  const village = await lived()
  for (let n = 0; n < 120; n += 1)
    await village.store.put('drafts', { ...words, id: key(`many${n}`), orgId: 'v1', ownerId: 'zhu', savedAt: n })
  granted(await village.as('zhu')('data.close', { sure: '注销' }))
  await clearClosed(village.ports, () => false)
  expect(await village.store.get('closures', 'zhu')).toMatchObject({ doneAt: null })
  for (let sweeps = 0; sweeps < 10; sweeps += 1) await clearClosed(village.ports, () => false)
  expect(await village.store.count('drafts', { ownerId: 'zhu' })).toBe(0)
  expect(await village.store.get('closures', 'zhu')).toMatchObject({ doneAt: village.now() })
})

test.each(['messages', 'registerDeeds', 'codeTries', 'contacts', 'corrections', 'bindCodes'] as const)(
  '%s are kept to their last day and no longer; what is in use stays',
  async table => {
    const village = smallVillage(),
      now = village.now(),
      full = retention[table].days * day
    const put = async (id: string, at: number) => {
      if (table === 'messages')
        await village.store.put(table, {
          id,
          orgId: 'v1',
          personId: 'zhu',
          noticeId: 'n',
          topicId: 't',
          title: '',
          body: '',
          at,
          readAt: null,
        })
      else if (table === 'registerDeeds')
        await village.store.put(table, { id, orgId: 'v1', personId: 'zhu', byId: 'zhu', what: 'bound', at })
      else if (table === 'corrections')
        await village.store.put(table, {
          id,
          orgId: 'v1',
          personId: 'zhu',
          field: 'other',
          words: '',
          at,
          answeredAt: at,
          outcome: 'done',
          answer: '',
          answeredById: 'recorder',
        })
      else if (table === 'codeTries') await village.store.put(table, { id, orgId: 'v1', wrong: 1, since: at })
      else if (table === 'bindCodes')
        await village.store.put(table, {
          id,
          orgId: 'v1',
          codeMark: id,
          byId: 'recorder',
          how: 'desk',
          at: 0,
          until: at,
          wrong: 0,
          usedBy: null,
        })
      else await village.store.put(table, { id, orgId: 'v1', phoneMark: id, phoneSealed: '', source: 'hall', at })
    }
    await put('past', now - full)
    await put('kept', now - full + 1)
    if (table === 'contacts') await put('zhu', now - 2 * full)
    await sweepPast(village.ports, () => true)
    expect((await allRows(village.store, table, {})).map(row => row.id)).toEqual(table === 'contacts' ? ['kept', 'zhu'] : ['kept'])
  },
)

test('a draft untouched for half a year goes with its picture; what was taken up again, is used elsewhere or younger stays', async () => {
  const village = smallVillage(),
    zhu = village.as('zhu'),
    full = retention.drafts.days * day
  const add = async () => granted(await zhu('photo.add', { data: pixel })).id
  const [loose, shared, raised] = [await add(), await add(), await add()]
  const save = async (name: string, photoIds: string[]) => granted(await zhu('draft.save', { ...words, id: key(name), photoIds }))
  await save('old', [loose, shared, raised])
  await save('again', [])
  granted(await zhu('topic.raise', { ...words, id: key('t'), photoIds: [raised] }))
  village.set(village.now() + 1)
  await save('younger', [shared])
  village.set(village.now() + full - 1)
  await save('again', [])
  await sweepDrafts(village.ports, () => false)
  expect(await village.store.count('drafts', { ownerId: 'zhu' })).toBe(3)
  await sweepDrafts(village.ports, () => true)
  expect((await allRows(village.store, 'drafts', {})).map(({ id }) => id).sort()).toEqual([key('again'), key('younger')].sort())
  await village.pass(0)
  expect([...village.files.keys()].sort()).toEqual([shared, raised].sort())
  expect(await village.store.get('photos', loose)).toBeUndefined()
})

test('the pictures of a closed account go, but for those that stand in a record', async () => {
  const village = smallVillage(),
    zhu = village.as('zhu')
  const add = async () => granted(await zhu('photo.add', { data: pixel })).id
  const [onTopic, inDraft, nowhere] = [await add(), await add(), await add()]
  granted(await zhu('topic.raise', { ...words, id: key('t'), photoIds: [onTopic] }))
  granted(await zhu('draft.save', { ...words, id: key('d'), photoIds: [inDraft] }))
  const asEvidence = await add()
  const entry = (await allRows(village.store, 'journal', { match: { byId: 'zhu' } }))[0]!
  await village.store.put('journal', { ...entry, id: `${entry.id}x`, n: 99, evidence: { photos: [asEvidence] } })
  granted(await zhu('avatar.set', { data: pixel }))
  expect(village.files.size).toBe(5)
  granted(await zhu('data.close', { sure: '注销' }))
  await village.pass(minute)
  expect([...village.files.keys()].sort()).toEqual([onTopic, asEvidence].sort())
  expect((await allRows(village.store, 'photos', { match: { ownerId: 'zhu' }, order: { by: 'at' } })).map(({ id }) => id).sort()).toEqual(
    [onTopic, asEvidence].sort(),
  )
  expect(JSON.stringify(await village.store.get('people', 'zhu'))).not.toContain(nowhere)
  expect(granted(await village.as('moderator')('desk.view', { show: 'waiting' })).cases).toEqual([])
})

test('where the storage does not answer, the rest of the night’s work is done and the pictures are removed another time', async () => {
  const village = smallVillage(),
    zhu = village.as('zhu')
  for (let n = 0; n < 3; n += 1) granted(await zhu('avatar.set', { data: pixel }))
  const [first] = village.files.keys()
  const { remove } = village.ports.files
  village.ports.files.remove = async id => {
    if (id === first) throw new Error('503')
    return remove(id)
  }
  granted(await zhu('topic.raise', { ...words, id: key('t') }))
  await expect(village.pass(minute)).rejects.toThrow('not removed')
  expect(village.files.size).toBe(2)
  expect(granted(await zhu('message.list', {})).messages).not.toEqual([])
  village.ports.files.remove = remove
  await village.pass(minute)
  expect(village.files.size).toBe(1)
})

test('one sweep takes a bounded piece, the next goes on, and a decision is never swept', async () => {
  const village = await lived()
  const before = await Promise.all(
    (['topics', 'journal', 'comments', 'ballots', 'marks', 'secretBallots', 'ratings'] as const).map(table =>
      allRows(village.store, table, {}),
    ),
  )
  for (let n = 0; n <= sweptAtOnce; n += 1) await village.store.put('codeTries', { id: `bind:${n}`, orgId: 'v1', wrong: 1, since: 0 })
  await sweepPast(village.ports, () => true)
  expect(await allRows(village.store, 'codeTries', {})).toHaveLength(1)
  await sweepPast({ ...village.ports, clock: { now: () => village.now() + 20 * 365 * day } }, () => true)
  expect(await allRows(village.store, 'codeTries', {})).toEqual([])
  expect(
    await Promise.all(
      (['topics', 'journal', 'comments', 'ballots', 'marks', 'secretBallots', 'ratings'] as const).map(table =>
        allRows(village.store, table, {}),
      ),
    ),
  ).toEqual(before)
})

test.each([
  ['02:59:59.999', 1],
  ['03:00:00.000', 0],
  ['03:59:59.999', 0],
  ['04:00:00.000', 1],
])('at %s of the night %i of what is past is still there', async (clock, left) => {
  const village = smallVillage()
  await village.store.put('codeTries', { id: 'bind:x', orgId: 'v1', wrong: 1, since: 0 })
  await village.until(Date.parse(`2026-03-05T${clock}+08:00`))
  expect(await allRows(village.store, 'codeTries', {})).toHaveLength(left)
})
