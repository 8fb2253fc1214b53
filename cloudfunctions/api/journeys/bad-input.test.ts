import { describe, expect, test } from 'vitest'
import { operations, type OperationName } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import { dayOf, addDays, startOf } from '@/domain/ground/calendar'
import type { Motion } from '@/domain/vote/motions'
import type { Tables } from '../../tables'
import { allRows } from '../../village/ground/all-rows'
import { day, granted, hour, key, pixel, refused, smallVillage } from './small-village'

const draft = (name: string) => ({
  id: key(name),
  title: '水渠堵了',
  what: '下雨就漫到路上',
  where: '5组大榕树下',
  affected: '5组二十多户',
  suggestion: '清一次淤',
  category: 'drainage' as const,
  photoIds: [] as string[],
  showName: false,
})
const tables: readonly (keyof Tables)[] = [
  'topics',
  'drafts',
  'journal',
  'comments',
  'opinions',
  'motions',
  'ballots',
  'secretBallots',
  'marks',
  'ratings',
  'objections',
  'notices',
  'photos',
]

/** Everything written so far, to see that a refusal wrote nothing. */
const written = async (village: ReturnType<typeof smallVillage>) =>
  Object.fromEntries(await Promise.all(tables.map(async table => [table, (await allRows(village.store, table, {})).length] as const)))

async function acceptedTopic(village: ReturnType<typeof smallVillage>, name = 'ditch') {
  granted(await village.as('zhu')('topic.raise', draft(name)))
  granted(await village.as('moderator')('topic.step', { id: key(name), rev: 2, step: 'accept', evidence: {} }))
  return key(name)
}

describe('at the door', () => {
  test.each([
    ['nothing at all', undefined, 'bad-input'],
    ['a number', 7, 'bad-input'],
    ['no name', { input: {} }, 'bad-input'],
    ['an operation nobody knows', { name: 'village.sell', input: {} }, 'no-such-operation'],
    ['a name from the prototype', { name: 'constructor', input: {} }, 'no-such-operation'],
    ['a forged voter', { name: 'ballot.cast', input: { motionId: 'm', choice: 'for', voterId: 'li' } }, 'bad-input'],
    ['a forged time', { name: 'topic.support', input: { id: 't', at: 1 } }, 'bad-input'],
    ['a choice that is none', { name: 'ballot.cast', input: { motionId: 'm', choice: 'Yes!' } }, 'bad-input'],
    ['a key with a path in it', { name: 'topic.view', input: { id: '../../etc' } }, 'bad-input'],
    ['an operator for a key', { name: 'topic.view', input: { id: { $ne: null } } }, 'bad-input'],
  ])('%s is refused in a word', async (_, body, refusal) => {
    const village = smallVillage()
    expect(await village.serve(body, 'o-zhu')).toEqual({ ok: false, refusal })
  })
  test('a stranger may read what is public and do nothing', async () => {
    const village = smallVillage()
    for (const name of Object.keys(operations) as OperationName[]) {
      const reply = await village.serve({ name, input: {} }, 'o-stranger')
      if (operations[name].who !== 'anyone' && reply.ok) throw new Error(`${name} let a stranger in`)
    }
    const id = await acceptedTopic(village)
    expect(refused(await village.guest('topic.support', { id }))).toBe('not-a-resident')
    expect(granted(await village.guest('topic.view', { id })).card.author).toBe('一位村民')
  })
  test('every refusal has words a villager understands', () => {
    for (const [name, words] of Object.entries(refusalWords)) expect(words, name).toMatch(/^[^a-zA-Z_]*[\u4e00-\u9fff][^_]*$/)
  })
})

describe('raising', () => {
  test.each([
    ['an ID number', { what: '他的证号 440106199001011234' }, 'id-number-in-text'],
    ['a phone number', { suggestion: '请打 13800138000' }, 'phone-number-in-text'],
    ['10,001 characters', { what: '长'.repeat(10_001) }, 'too-long'],
    ['control characters', { title: '水\u0000渠' }, 'control-characters'],
    ['no title', { title: '  ' }, 'empty-text'],
    ['ten photographs', { photoIds: Array.from({ length: 10 }, (_, i) => `p${i}`) }, 'too-many-photos'],
    ['a photograph that is not there', { photoIds: ['nowhere'] }, 'no-such-photo'],
  ])('%s is refused, and nothing is written', async (_, change, refusal) => {
    const village = smallVillage()
    const before = await written(village)
    expect(refused(await village.as('zhu')('topic.raise', { ...draft('a'), ...change }))).toBe(refusal)
    expect(await written(village)).toEqual(before)
  })
  test('what no database keeps is refused in a draft too, in words', async () => {
    const village = smallVillage()
    for (const what of ['水\u0000渠', '半个字\ud842'])
      expect(refused(await village.as('zhu')('draft.save', { ...draft('n'), what }))).toBe('control-characters')
    expect(granted(await village.as('zhu')('session.list', { show: 'coming' })).sessions).toEqual([])
  })
  test('somebody else’s draft can be neither read, overwritten, thrown away nor handed in', async () => {
    const village = smallVillage()
    granted(await village.as('zhu')('draft.save', draft('mine')))
    expect(refused(await village.as('elder')('draft.save', draft('mine')))).toBe('not-your-draft')
    expect(refused(await village.as('elder')('draft.discard', { id: key('mine') }))).toBe('not-your-draft')
    expect(refused(await village.as('elder')('topic.raise', draft('mine')))).toBe('not-your-draft')
    expect(granted(await village.as('elder')('draft.list', {})).drafts).toEqual([])
    expect(granted(await village.as('zhu')('draft.list', {})).drafts).toHaveLength(1)
  })
  test('somebody else’s photograph cannot be borrowed', async () => {
    const village = smallVillage()
    const { id } = granted(await village.as('elder')('photo.add', { data: pixel }))
    expect(refused(await village.as('zhu')('topic.raise', { ...draft('b'), photoIds: [id] }))).toBe('no-such-photo')
  })
  test('handed in twice because the answer was lost, it is one topic; a late save does not bring the draft back', async () => {
    const village = smallVillage()
    const first = granted(await village.as('zhu')('topic.raise', draft('once')))
    expect(granted(await village.as('zhu')('topic.raise', draft('once')))).toEqual(first)
    expect(refused(await village.as('zhu')('draft.save', draft('once')))).toBe('already-raised')
    expect(await written(village)).toMatchObject({ topics: 1, drafts: 0, journal: 2 })
  })
  test('returned and handed in unchanged it comes back; changed, it goes on', async () => {
    const village = smallVillage()
    granted(await village.as('zhu')('topic.raise', draft('r')))
    granted(
      await village.as('moderator')('topic.step', {
        id: key('r'),
        rev: 2,
        step: 'return',
        evidence: { returnReason: 'place', toFix: '写清楚是哪一段' },
      }),
    )
    expect(granted(await village.as('zhu')('home.view', {})).todo[0]).toMatchObject({ kind: 'fix', topicId: key('r') })
    expect(refused(await village.as('zhu')('topic.raise', { ...draft('r'), rev: 3 }))).toBe('resubmission-changed')
    expect(refused(await village.as('elder')('topic.raise', { ...draft('r'), where: '别处', rev: 3 }))).toBe('not-your-draft')
    granted(await village.as('zhu')('topic.raise', { ...draft('r'), where: '5组大榕树到桥头', rev: 3 }))
    expect(granted(await village.as('moderator')('topic.view', { id: key('r') }))).toMatchObject({
      card: { state: 'screening' },
      words: { where: '5组大榕树到桥头' },
    })
  })
})

describe('photographs', () => {
  test.each([
    ['text', Buffer.from('hello, I am no picture at all').toString('base64'), 'not-a-picture'],
    [
      'a page with a picture’s name',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>').toString('base64'),
      'not-a-picture',
    ],
    ['what is not base64', '<script>', 'not-a-picture'],
    ['half a picture', pixel.slice(0, 30), 'not-a-picture'],
    ['900 KB', Buffer.alloc(735_000).toString('base64'), 'picture-too-large'],
  ])('%s is refused', async (_, data, refusal) => {
    const village = smallVillage()
    expect(refused(await village.as('zhu')('photo.add', { data }))).toBe(refusal)
    expect(village.files.size).toBe(0)
  })
  test('the place where it was taken is cut off', async () => {
    const village = smallVillage()
    const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0x00, 0x10]), Buffer.from('Exif\0\0GPS-HERE')])
    const frame = Buffer.from([0xff, 0xc0, 0x00, 0x0b, 0x08, 0x00, 0x02, 0x00, 0x02, 0x01, 0x01, 0x11, 0x00])
    const scan = Buffer.from([0xff, 0xda, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3f, 0x00, 0x12, 0x34, 0xff, 0xd9])
    const { id } = granted(
      await village.as('zhu')('photo.add', {
        data: Buffer.concat([Buffer.from([0xff, 0xd8]), exif, frame, scan, Buffer.from('MORE-GPS')]).toString('base64'),
      }),
    )
    const kept = Buffer.from(village.files.get(id)!.bytes)
    expect(kept.includes('GPS')).toBe(false)
    expect(kept.subarray(0, 4)).toEqual(Buffer.from([0xff, 0xd8, 0xff, 0xc0]))
  })
})

describe('steps', () => {
  test('a step not open, a role not yours, a version gone by, a step that is none', async () => {
    const village = smallVillage()
    const id = await acceptedTopic(village)
    const before = await written(village)
    const step = async (who: string, name: string, rev = 3, evidence = {}) =>
      refused(await village.as(who)('topic.step', { id, rev, step: name, evidence }))
    expect(await step('moderator', 'convene')).toBe('step-not-open')
    expect(await step('zhu', 'accept')).toBe('step-not-open')
    expect(await step('elder', 'transfer', 3, { transferTo: 'police', handOver: '转' })).toBe('not-your-role')
    expect(await step('moderator', 'transfer', 2, { transferTo: 'police', handOver: '转' })).toBe('changed-meanwhile')
    expect(await step('moderator', 'constructor')).toBe('no-such-step')
    expect(await step('moderator', 'schedule')).toBe('no-such-step') // it has an operation of its own
    expect(await step('moderator', 'review')).toBe('not-your-role') // time's to take
    expect(await step('moderator', 'merge', 3, { parent: id, explanation: '合' })).toBe('parent-open') // with itself
    expect(await step('moderator', 'merge', 3, { parent: 'nowhere', explanation: '合' })).toBe('parent-open')
    expect(await written(village)).toEqual(before)
  })
  test('two moderators at once: one step is taken, the other is told to look again', async () => {
    const village = smallVillage()
    granted(await village.as('zhu')('topic.raise', draft('two')))
    const id = key('two')
    const replies = await Promise.all([
      village.as('moderator')('topic.step', { id, rev: 2, step: 'accept', evidence: {} }),
      village.as('committee')('topic.step', { id, rev: 2, step: 'return', evidence: { returnReason: 'facts', toFix: '写清楚' } }),
    ])
    expect(replies.filter(reply => reply.ok)).toHaveLength(1)
    expect(replies.map(refused).filter(Boolean)).toEqual(['changed-meanwhile'])
  })
  test('merging keeps originals, co-proposers and supporters, each person counted once', async () => {
    const village = smallVillage()
    const parent = await acceptedTopic(village, 'parent')
    granted(await village.as('elder')('topic.raise', { ...draft('child'), title: '大榕树那段水渠又堵了' }))
    const child = key('child')
    granted(await village.as('moderator')('topic.step', { id: child, rev: 2, step: 'accept', evidence: {} }))
    for (const who of ['res1', 'res2']) granted(await village.as(who)('topic.support', { id: parent }))
    for (const who of ['res2', 'res3']) granted(await village.as(who)('topic.support', { id: child }))
    granted(
      await village.as('moderator')('topic.step', {
        id: child,
        rev: 3,
        step: 'merge',
        evidence: { parent, explanation: '说的是同一段水渠' },
      }),
    )
    expect(granted(await village.as('res4')('topic.view', { id: parent }))).toMatchObject({
      card: { supports: 3 },
      coAuthors: 1,
      merged: [{ id: child, title: '大榕树那段水渠又堵了' }],
    })
    expect(granted(await village.as('res4')('topic.view', { id: child }))).toMatchObject({
      card: { state: 'merged', supports: 2 },
      parent: { id: parent },
    })
    await village.pass(1)
    expect(granted(await village.as('res4')('topic.view', { id: parent })).card.supports).toBe(3)
    expect(granted(await village.as('elder')('topic.view', { id: parent })).card.mine).toBe(true)
  })
  test('a rejection gives its reason and the way on; an appeal reaches the supervisors and can open it again', async () => {
    const village = smallVillage()
    granted(await village.as('zhu')('topic.raise', draft('no')))
    const id = key('no')
    granted(
      await village.as('moderator')('topic.step', {
        id,
        rev: 2,
        step: 'reject',
        evidence: { rejectReason: 'not_local', explanation: '这段渠归镇里管', remedy: '请找镇水务所' },
      }),
    )
    expect(refused(await village.as('moderator')('topic.confirm', { id, rev: 3, agrees: true, note: '' }))).toBe('not-your-role')
    granted(await village.as('supervisor')('topic.confirm', { id, rev: 3, agrees: true, note: '' }))
    await village.pass(1)
    const shown = granted(await village.as('zhu')('topic.view', { id }))
    expect(shown.answer).toMatchObject({
      label: '没有受理',
      told: [{ value: '不是本村的事' }, { value: '这段渠归镇里管' }, { value: '请找镇水务所' }],
    })
    expect(shown.steps.map(step => step.name)).toEqual(['appeal'])
    expect(granted(await village.as('zhu')('message.list', {})).messages[0]?.body).toContain('申诉')
    granted(await village.as('zhu')('topic.step', { id, rev: 4, step: 'appeal', evidence: { reason: '这段渠去年是村里修的' } }))
    granted(await village.as('supervisor')('topic.step', { id, rev: 5, step: 'reconsider', evidence: { explanation: '确实是村里的渠' } }))
    expect(granted(await village.as('zhu')('topic.view', { id })).card.state).toBe('screening')
  })
  test('what is not yet public is not there for a neighbour, in any list', async () => {
    const village = smallVillage()
    granted(await village.as('zhu')('topic.raise', draft('hidden')))
    expect(refused(await village.as('elder')('topic.view', { id: key('hidden') }))).toBe('no-such-topic')
    expect(refused(await village.as('elder')('topic.support', { id: key('hidden') }))).toBe('no-such-topic')
    expect(refused(await village.as('elder')('comment.list', { topicId: key('hidden'), round: 1, sort: 'fair' }))).toBe('no-such-topic')
    for (const show of ['running', 'ended'] as const) expect(granted(await village.as('elder')('topic.list', { show })).topics).toEqual([])
    expect(granted(await village.as('elder')('topic.similar', { text: '水渠堵了' })).topics).toEqual([])
  })
})

describe('voting', () => {
  const motion = (change: Partial<Motion> = {}): Motion => ({
    id: key('m'),
    orgId: 'v1',
    topicId: key('ditch'),
    text: '清淤',
    body: 'VRA',
    form: 'named',
    opensAt: 0,
    closesAt: 0,
    rollSize: 10,
    rollHash: '',
    frozenAt: 1,
    rules: 'village-2026',
    byLaw: '章程',
    settledAt: null,
    result: null,
    ...change,
  })
  test('too early, too late, not on the roll, in the wrong form, for a question that is none', async () => {
    const village = smallVillage()
    await acceptedTopic(village)
    const now = village.now()
    for (const [id, opensAt] of [
      ['early', now + 1],
      ['late', now - 2 * hour],
      ['open', now - hour + 1],
    ] as const)
      await village.store.put('motions', motion({ id: key(id), opensAt, closesAt: opensAt + hour }))
    const before = await written(village)
    const cast = async (who: string, id: string) => refused(await village.as(who)('ballot.cast', { motionId: key(id), choice: 'for' }))
    expect(await cast('rep1', 'early')).toBe('vote-not-yet-open')
    expect(await cast('rep1', 'late')).toBe('vote-closed')
    expect(await cast('zhu', 'open')).toBe('not-on-roll')
    expect(await cast('migrant', 'open')).toBe('not-on-roll')
    expect(await cast('rep1', 'nothing')).toBe('no-such-motion')
    expect(
      refused(await village.as('rep1')('ballot.castSecret', { motionId: key('open'), choice: 'for', receiptHash: 'a'.repeat(64) })),
    ).toBe('wrong-ballot-form')
    expect(await written(village)).toEqual(before)
    expect(await cast('rep1', 'open')).toBeNull()
  })
  test('a named ballot may be changed until the close, and counts once', async () => {
    const village = smallVillage()
    await acceptedTopic(village)
    await village.store.commit(async tx => tx.put('topics', { ...(await tx.get('topics', key('ditch')))!, openMotions: 1 }))
    await village.store.put('motions', motion({ opensAt: village.now(), closesAt: village.now() + hour }))
    for (const choice of ['for', 'against', 'against'] as const)
      granted(await village.as('rep1')('ballot.cast', { motionId: key('m'), choice }))
    await village.pass(2 * hour)
    expect(granted(await village.as('rep1')('motion.view', { id: key('m') })).card.result).toMatchObject({
      for: 0,
      against: 1,
      present: 1,
      outcome: 'quorum_failed',
    })
    expect(granted(await village.as('rep2')('ballot.list', { motionId: key('m') })).ballots).toMatchObject([
      { who: '代表甲', choice: 'against' },
    ])
    expect(granted(await village.guest('ballot.list', { motionId: key('m') })).ballots).toMatchObject([{ who: '代*', choice: 'against' }])
  })
  test('a secret ballot is final; its receipt makes a lost answer harmless, even at the close', async () => {
    const village = smallVillage()
    await acceptedTopic(village)
    await village.store.put('motions', motion({ form: 'secret', opensAt: village.now(), closesAt: village.now() + hour }))
    const cast = (hash: string, choice: 'for' | 'against') =>
      village.as('rep1')('ballot.castSecret', { motionId: key('m'), choice, receiptHash: hash.repeat(64) })
    granted(await cast('a', 'for'))
    granted(await cast('a', 'for'))
    expect(refused(await cast('a', 'against'))).toBe('already-voted')
    expect(refused(await cast('b', 'for'))).toBe('already-voted')
    await village.pass(hour)
    granted(await cast('a', 'for'))
    expect(refused(await cast('c', 'for'))).toBe('vote-closed')
    expect(await written(village)).toMatchObject({ marks: 1, secretBallots: 1 })
  })
  test('nothing that leaves the server before the close tells how anyone voted; a secret choice never does', async () => {
    const village = smallVillage()
    await acceptedTopic(village)
    await village.store.put('motions', motion({ form: 'secret', opensAt: village.now(), closesAt: village.now() + hour }))
    granted(await village.as('rep1')('ballot.castSecret', { motionId: key('m'), choice: 'against', receiptHash: 'd'.repeat(64) }))
    for (const who of ['rep1', 'moderator', 'secretary', 'supervisor']) {
      const seen = JSON.stringify([
        await village.as(who)('motion.view', { id: key('m') }),
        await village.as(who)('home.view', {}),
        await village.as(who)('topic.view', { id: key('ditch') }),
      ])
      expect(seen).not.toContain('against')
      expect(seen).not.toContain('dddd')
    }
    const [mark] = await allRows(village.store, 'marks', {})
    const [ballot] = await allRows(village.store, 'secretBallots', {})
    expect(Object.keys(mark!).sort()).toEqual(['day', 'id', 'motionId', 'orgId'])
    expect(Object.keys(ballot!).sort()).toEqual(['choice', 'id', 'motionId', 'orgId'])
    expect(JSON.stringify(ballot)).not.toContain('rep1')
  })
  test('a household has one ballot however many of it stand on the roll', async () => {
    const village = smallVillage()
    await acceptedTopic(village)
    await village.store.put('motions', motion({ body: 'VA_HOUSEHOLD', opensAt: village.now(), closesAt: village.now() + hour }))
    for (const personId of ['res1', 'res2'])
      await village.store.put('rollPlaces', {
        id: `v1:VA_HOUSEHOLD:${personId}`,
        orgId: 'v1',
        body: 'VA_HOUSEHOLD',
        unitId: 'h-shared',
        personId,
        since: 0,
        until: null,
      })
    granted(await village.as('res1')('ballot.cast', { motionId: key('m'), choice: 'for' }))
    granted(await village.as('res2')('ballot.cast', { motionId: key('m'), choice: 'for' }))
    expect(await written(village)).toMatchObject({ ballots: 1 })
  })
})

describe('saying something', () => {
  test('words that are not clean wait for a person, answers are one level deep', async () => {
    const village = smallVillage()
    const topicId = await acceptedTopic(village)
    const say = (who: string, name: string, text: string, parentId: string | null = null) =>
      village.as(who)('comment.say', { id: key(name), topicId, parentId, text, showName: true })
    expect(granted(await say('res4', 'x', '骂人的话')).visible).toBe('held')
    expect(granted(await say('res1', 'held', '要人看的话')).visible).toBe('held')
    const list = async (who: string) =>
      granted(await village.as(who)('comment.list', { topicId, round: 1, sort: 'newest' })).comments.map(comment => comment.id)
    expect(await list('res2')).toEqual([])
    expect(await list('res1')).toEqual([key('held')])
    expect(granted(await village.as('moderator')('desk.view', { show: 'waiting' })).cases).toHaveLength(2)
    granted(await village.as('moderator')('case.judge', { id: `comment:${key('held')}`, show: true, reason: null, words: '' }))
    expect(await list('res2')).toEqual([key('held')])
    granted(await say('res2', 'answer', '我也这样看', key('held')))
    expect(refused(await say('res3', 'deeper', '再回一句', key('answer')))).toBe('answers-have-no-answers')
    expect(refused(await village.as('res1')('comment.nod', { id: key('held'), nod: 'agree', on: true }))).toBe('own-comment')
    expect(
      refused(await village.as('elder')('case.judge', { id: `comment:${key('held')}`, show: false, reason: 'insult', words: '不好' })),
    ).toBe('not-your-role')
  })
  test('read in a circle from today’s own place, every comment comes exactly once', async () => {
    const village = smallVillage()
    const topicId = await acceptedTopic(village)
    for (let i = 1; i <= 30; i += 1)
      granted(
        await village.as(`res${i}`)('comment.say', { id: key(`c${i}`), topicId, parentId: null, text: `第 ${i} 个看法`, showName: false }),
      )
    const orders: string[][] = []
    for (const who of ['zhu', 'elder', 'ahua']) {
      const ids: string[] = []
      let after: string | undefined
      do {
        const page = granted(
          await village.as(who)('comment.list', { topicId, round: 1, sort: 'fair', ...(after === undefined ? {} : { after }) }),
        )
        ids.push(...page.comments.map(comment => comment.id))
        after = page.next ?? undefined
      } while (after !== undefined)
      expect(new Set(ids).size).toBe(30)
      expect(ids).toHaveLength(30)
      orders.push(ids)
    }
    expect(new Set(orders.map(order => order[0])).size).toBeGreaterThan(1) // not the same one first for everybody
  })
})

describe('collecting', () => {
  test('only a special member, only with consent, once under one key, and without a name anywhere', async () => {
    const village = smallVillage()
    const topicId = await acceptedTopic(village)
    const record = (who: string, change = {}) =>
      village.as(who)('opinion.record', {
        id: key('o'),
        topicId,
        words: '宿舍后面的渠也堵',
        setting: 'several',
        voices: 3,
        consent: true,
        ...change,
      })
    expect(refused(await record('zhu'))).toBe('not-your-role')
    expect(refused(await record('special', { consent: false }))).toBe('no-consent')
    expect(refused(await record('special', { voices: 501 }))).toBe('too-many-voices')
    expect(refused(await record('special', { words: '找阿强 13800138000' }))).toBe('phone-number-in-text')
    granted(await record('special'))
    granted(await record('special'))
    const shown = granted(await village.as('zhu')('topic.view', { id: topicId }))
    expect(shown).toMatchObject({ opinionVoices: 3, opinions: [{ collector: '阮小兰（特别委员）', words: '宿舍后面的渠也堵', voices: 3 }] })
  })
  test('a new matter in the workers’ words is a topic that needs no support', async () => {
    const village = smallVillage()
    granted(
      await village.as('special')('opinion.raise', {
        id: key('new'),
        words: '工业区路口早上堵，上班迟到',
        setting: 'workplace',
        voices: 14,
        consent: true,
        title: '工业区路口早上堵车',
        where: '工业区路口',
        category: 'roads',
      }),
    )
    granted(await village.as('moderator')('topic.step', { id: key('new'), rev: 2, step: 'accept', evidence: {} }))
    expect(granted(await village.as('zhu')('topic.view', { id: key('new') }))).toMatchObject({
      card: { state: 'topic_review', author: '阮小兰（特别委员）' },
      origin: 'collected',
      voices: 14,
      opinionVoices: 14,
    })
    expect(granted(await village.as('special')('opinion.mine', {})).opinions[0]).toMatchObject({
      state: 'topic_review',
      became: '村党组织和村委会商量怎么办',
    })
  })
})

describe('the hall', () => {
  test('a code cannot be guessed, a person comes in once, and only who runs the hall sees it', async () => {
    const village = smallVillage()
    const startsAt = startOf(addDays(dayOf(village.now()), 1))
    await village.store.put('sessions', {
      id: key('s'),
      orgId: 'v1',
      topicId: 'none',
      title: '会',
      startsAt,
      endsAt: startsAt + hour,
      mode: 'hall',
      place: '二楼',
      meetingLink: '',
      meetingNumber: '',
      agenda: [],
      invitedGroups: [],
      invitesMigrants: false,
      hostId: 'moderator',
      recorderId: 'recorder',
      seed: 'x',
      calledOff: false,
    })
    const checkIn = async (who: string, code: string) =>
      refused(await village.as(who)('session.checkIn', { id: key('s'), code, how: 'hall' }))
    expect(await checkIn('zhu', '000000')).toBe('doors-not-open')
    await village.until(startsAt)
    const code = granted(await village.as('moderator')('session.hall', { id: key('s') })).code!
    const wrong = code === '111111' ? '222222' : '111111'
    for (let i = 0; i < 8; i += 1) expect(await checkIn('zhu', wrong)).toBe('wrong-code')
    expect(await checkIn('zhu', code)).toBe('too-many-tries')
    expect(await checkIn('elder', code)).toBeNull()
    expect(await checkIn('elder', wrong)).toBeNull() // already there: a retry is not a second arrival
    expect(refused(await village.as('elder')('session.hall', { id: key('s') }))).toBe('not-your-role')
    expect(refused(await village.as('elder')('session.find', { id: key('s'), name: '朱大姐' }))).toBe('not-your-role')
    granted(await village.as('recorder')('session.attend', { id: key('s'), personId: 'zhu' }))
    expect(granted(await village.as('recorder')('session.attend', { id: key('s'), personId: 'elder' })).present).toBe(2)
    await village.pass(3 * day)
    expect(await checkIn('res1', code)).toBe('session-over')
  })
})
