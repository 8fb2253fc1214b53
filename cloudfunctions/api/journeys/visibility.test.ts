import { afterAll, describe, expect, test } from 'vitest'
import type { Input, OperationName } from '@/contract'
import { addDays, dayOf, startOf } from '@/domain/ground/calendar'
import type { Role } from '@/domain/resident/people'
import { fields } from '@/domain/procedure/fields'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { allRows } from '../../village/ground/all-rows'
import { day, granted, hour, key, minute, pixel, refused, smallVillage, turnKeys, type Ask } from './small-village'

/** The readers, each in one column of the matrix and with no other part in the matter. */
const readers = {
  PUB: { id: null, column: 'PUB' },
  RES: { id: 'newcomer', column: 'RES' },
  ROLL: { id: 'res9', column: 'ROLL' },
  CM: { id: 'member', column: 'ROLL' },
  REP: { id: 'rep9', column: 'REP' },
  SPM: { id: 'spm2', column: 'REP' },
  CCC: { id: 'coordinator', column: 'REP' },
  VC: { id: 'vc2', column: 'VC' },
  PC: { id: 'pc2', column: 'VC' },
  VSC: { id: 'supervisor2', column: 'VSC' },
  TOWN: { id: 'town', column: 'TOWN' },
} as const
type Reader = keyof typeof readers
type Given = Input<'topic.step'>['evidence']

const more: readonly (readonly [id: string, name: string, roles: readonly Role[]])[] = [
  ['newcomer', '覃师傅', ['resident', 'migrant']],
  ['member', '成成员', ['resident', 'collective_member']],
  ['spm2', '潘小妹', ['resident', 'migrant', 'special_member']],
  ['coordinator', '霍协调', ['resident', 'coordinator']],
  ['vc2', '关委员', ['resident', 'committee']],
  ['pc2', '邓支委', ['resident', 'party_committee']],
  ['town', '赵镇干', ['resident', 'town_officer']],
  ['lawyer', '司徒律师', ['resident', 'legal_adviser']],
  ['both', '麦两任', ['resident', 'town_officer', 'representative']],
]

/** What of the village’s content carries which word, and which columns come upon it anywhere. */
interface Marked {
  readonly content: string
  readonly mark: string
  readonly seen: string
}

const columnsOf = (seen: string) =>
  (seen === 'all' ? 'PUB RES ROLL REP VC VSC TOWN' : seen === 'insiders' ? 'RES ROLL REP VC VSC TOWN' : seen).split(' ')

let cells = 0
afterAll(() => console.info(`visibility matrix: ${cells} cells read through the door`))

type Village = ReturnType<typeof smallVillage>

async function villageWithAll(): Promise<Village> {
  const village = smallVillage()
  for (const [id, name, roles] of more) {
    await village.store.put('people', { id, orgId: 'v1', name, roles, group: 0, householdId: null })
    await village.store.put('accounts', { id: `o-${id}`, orgId: 'v1', personId: id })
  }
  const org = (await village.store.get('orgs', 'v1'))!
  await village.store.put('orgs', {
    ...org,
    officerIds: [...org.officerIds, ...more.filter(([, , roles]) => roles.length > 2 || !roles.includes('migrant')).map(([id]) => id)],
  })
  return village
}

const askOf = (village: Village, reader: Reader): Ask => {
  const { id } = readers[reader]
  return id === null ? village.guest : village.as(id)
}

/** Every answer this reader can get about these topics, refusals as they are. */
async function everythingRead(village: Village, ask: Ask, topicIds: readonly string[]): Promise<string> {
  const answers: unknown[] = []
  const read = async <Name extends OperationName>(name: Name, input: Input<Name>) => {
    const reply = await ask(name, input)
    answers.push(reply)
    return reply.ok ? reply.value : null
  }
  await read('home.view', {})
  for (const show of ['running', 'ended', 'mine', 'supported'] as const) await read('topic.list', { show })
  await read('topic.similar', { text: '灯坏了要换新的路灯', where: '桥头' })
  await read('draft.list', {})
  await read('message.list', {})
  await read('people.inOffice', {})
  await read('case.log', {})
  await read('opinion.mine', {})
  for (const show of ['waiting', 'running'] as const) await read('desk.view', { show })
  for (const part of ['topics', 'supports', 'comments', 'messages', 'sessions', 'votes'] as const) await read('data.part', { part })
  for (const notice of (await read('notice.list', { board: 'all' }))?.notices ?? []) await read('notice.view', { id: notice.id })
  for (const show of ['coming', 'past'] as const)
    for (const session of (await read('session.list', { show }))?.sessions ?? []) await read('session.view', { id: session.id })
  for (const id of topicIds) {
    const topic = await read('topic.view', { id })
    for (const motion of topic?.motions ?? []) {
      await read('motion.view', { id: motion.id })
      await read('ballot.list', { motionId: motion.id })
      await read('vote.sheet', { motionId: motion.id })
    }
    await read('comment.list', { topicId: id, round: 1, sort: 'newest' })
    await read('code.view', { kind: 'topic', id })
  }
  return JSON.stringify(answers)
}

/** Every reader against every marked word, as the place now stands. */
async function readByAll(village: Village, topicIds: readonly string[], marked: readonly Marked[], where: string): Promise<void> {
  for (const reader of Object.keys(readers) as Reader[]) {
    const text = await everythingRead(village, askOf(village, reader), topicIds)
    for (const { content, mark, seen } of marked) {
      cells += 1
      const { column } = readers[reader]
      const rows = columnsOf(seen)
      expect({ where, content, reader, reads: text.includes(mark) }).toEqual({
        where,
        content,
        reader,
        reads: rows.includes(column) || rows.includes(reader),
      })
    }
  }
}

const insiders = 'insiders'
const answerable = 'VC VSC TOWN'
const fullForReps = 'REP VC VSC TOWN'

/** The topic of these journeys, and how to move it. */
function walker(village: Village, id: string) {
  const { as } = village
  const rev = async () => granted(await as('moderator')('topic.view', { id })).rev
  return {
    id,
    rev,
    photo: async (who: string) => granted(await as(who)('photo.add', { data: pixel })).id,
    step: async (who: string, name: string, evidence: Given = {}) =>
      granted(await as(who)('topic.step', { id, rev: await rev(), step: name, evidence })),
    confirm: async (agrees = true, note = '') => granted(await as('supervisor')('topic.confirm', { id, rev: await rev(), agrees, note })),
    async raise(author: string, title: string, what: string) {
      const photoId = granted(await as(author)('photo.add', { data: pixel })).id
      granted(
        await as(author)('topic.raise', {
          id,
          title,
          what,
          where: '桥头',
          affected: '五组',
          suggestion: '换新的',
          category: 'lighting',
          photoIds: [photoId],
          showName: false,
        }),
      )
      return photoId
    },
    classify: async (evidence: Given) => {
      granted(
        await as('secretary')('topic.step', {
          id,
          rev: await rev(),
          step: 'classify',
          evidence: { affectedGroups: ['5'], lead: 'committee', ...evidence },
        }),
      )
      granted(await as('supervisor')('topic.confirm', { id, rev: await rev(), agrees: true, note: '' }))
    },
  }
}
/** Their author holds an office, so that no support is needed; the name is theirs alone. */
const author = 'rep5',
  authorName = '代表戊'

describe('before it is taken in (C01–C04)', () => {
  test('a draft, a topic handed in, and one sent back are their author’s, and of who runs the procedure in the village', async () => {
    const village = await villageWithAll(),
      walk = walker(village, key('draft'))
    granted(
      await village.as(author)('draft.save', {
        id: walk.id,
        title: '草稿题目记号',
        what: '草稿正文记号',
        where: '',
        affected: '',
        suggestion: '',
        category: 'lighting',
        photoIds: [],
        showName: false,
      }),
    )
    await readByAll(village, [walk.id], [{ content: 'C01', mark: '草稿正文记号', seen: '' }], 'C01')
    expect(JSON.stringify(granted(await village.as(author)('draft.list', {})))).toContain('草稿正文记号')
    const photoId = await walk.raise(author, '题目记号', '正文记号')
    const handedIn = [
      { content: 'title', mark: '题目记号', seen: 'VC VSC' },
      { content: 'text', mark: '正文记号', seen: 'VC VSC' },
      { content: 'photo', mark: photoId, seen: 'VC VSC' },
    ]
    await readByAll(village, [walk.id], handedIn, 'C03')
    // Who it is: only to who takes it in and answers, on the page and on the desk.
    for (const reader of Object.keys(readers) as Reader[]) {
      const text = await everythingRead(village, askOf(village, reader), [walk.id])
      for (const mark of [`"author":"${authorName}"`, `${authorName}提出`]) {
        cells += 1
        expect([reader, mark, text.includes(mark)]).toEqual([reader, mark, reader === 'VC'])
      }
    }
    await walk.step('moderator', 'return', { returnReason: 'place', toFix: '补充记号' })
    await readByAll(village, [walk.id], [...handedIn, { content: 'what to fix', mark: '补充记号', seen: 'VC VSC' }], 'C04')
    expect(JSON.stringify(await everythingRead(village, village.as(author), [walk.id]))).toContain('补充记号')
    expect(refused(await village.as('town')('topic.view', { id: walk.id }))).toBe('no-such-topic')
  })
})

describe('taken in, reviewed, classified (C09–C11)', () => {
  test('a passer-by reads titles; the words are the village’s, the author’s name is for who runs the procedure', async () => {
    const village = await villageWithAll(),
      walk = walker(village, key('open'))
    const photoId = granted(await village.as('res20')('photo.add', { data: pixel })).id
    granted(
      await village.as('res20')('topic.raise', {
        id: walk.id,
        title: '题目记号',
        what: '正文记号',
        where: '地点记号',
        affected: '影响记号',
        suggestion: '建议记号',
        category: 'lighting',
        photoIds: [photoId],
        showName: false,
      }),
    )
    await walk.step('moderator', 'accept')
    granted(await village.as('zhu')('comment.say', { id: key('c'), topicId: walk.id, parentId: null, text: '留言记号', showName: true }))
    granted(
      await village.as('special')('opinion.record', {
        id: key('op'),
        topicId: walk.id,
        words: '工友的话记号',
        setting: 'several',
        voices: 3,
        consent: true,
      }),
    )
    const marked: Marked[] = [
      { content: 'title', mark: '题目记号', seen: 'all' },
      { content: 'photo', mark: photoId, seen: insiders },
      { content: 'author, in full', mark: '"author":"村民20"', seen: answerable },
      ...['正文记号', '地点记号', '影响记号', '建议记号', '留言记号', '工友的话记号'].map(mark => ({
        content: 'text and talk',
        mark,
        seen: insiders,
      })),
    ]
    await readByAll(village, [walk.id], marked, 'C09')
    for (const who of ['ahua', 'elder', 'zhu', 'res1', 'res2']) granted(await village.as(who)('topic.support', { id: walk.id }))
    await readByAll(village, [walk.id], [...marked, { content: 'who recorded a step', mark: '林主持', seen: insiders }], 'C10')
    await walk.classify({ matterClass: 'L2', classReason: '分类理由记号' })
    await readByAll(village, [walk.id], [...marked, { content: 'class and reason', mark: '分类理由记号', seen: insiders }], 'C11')
    // Several roles: the most that any of them gives.
    cells += 1
    expect(await everythingRead(village, village.as('both'), [walk.id])).toContain('"author":"村民20"')
  })
})

describe('turned aside: refused, merged, handed on', () => {
  test('the ground is for the village, the words written to the proposer are not, and a title that may hurt stays unsaid', async () => {
    const village = await villageWithAll(),
      walk = walker(village, key('rej'))
    await walk.raise(author, '骂名题目记号', '骂名正文记号')
    await walk.step('moderator', 'reject', { rejectReason: 'personal_attack', explanation: '说明记号', remedy: '出路记号' })
    await readByAll(
      village,
      [walk.id],
      ['说明记号', '出路记号'].map(mark => ({ content: 'laid before the second key', mark, seen: 'VC VSC' })),
      'C03 pending',
    )
    await walk.confirm()
    await village.pass(minute)
    await readByAll(
      village,
      [walk.id],
      [
        { content: 'ground', mark: '"value":"针对个人的攻击"', seen: insiders },
        { content: 'reasons', mark: '说明记号', seen: fullForReps },
        { content: 'way on', mark: '出路记号', seen: fullForReps },
        { content: 'title', mark: '骂名题目记号', seen: fullForReps },
        { content: 'words never taken in', mark: '骂名正文记号', seen: fullForReps },
      ],
      'C05',
    )
    const own = await everythingRead(village, village.as(author), [walk.id])
    expect(['说明记号', '出路记号', '骂名题目记号', '骂名正文记号'].map(mark => own.includes(mark))).toEqual([true, true, true, true])
  })
  test('who supported it is told the ground, its author the reasons; a second key’s no is read like a refusal’s note', async () => {
    const village = await villageWithAll(),
      walk = walker(village, key('rej2'))
    await walk.raise(author, '题目记号', '正文记号')
    await walk.step('moderator', 'accept')
    for (const who of ['newcomer', 'res9']) granted(await village.as(who)('topic.support', { id: walk.id }))
    await walk.step('moderator', 'reject', { rejectReason: 'no_facts', explanation: '说明记号', remedy: '出路记号' })
    await walk.confirm(false, '监委批注记号')
    await walk.step('moderator', 'reject', { rejectReason: 'no_facts', explanation: '说明记号', remedy: '出路记号' })
    await walk.confirm()
    await village.pass(minute)
    await readByAll(
      village,
      [walk.id],
      [
        { content: 'reasons', mark: '说明记号', seen: fullForReps },
        { content: 'second key’s note', mark: '监委批注记号', seen: fullForReps },
        { content: 'ground', mark: '"value":"没有具体事实"', seen: insiders },
        { content: 'title, open before', mark: '题目记号', seen: 'all' },
        { content: 'words, open before', mark: '正文记号', seen: insiders },
      ],
      'C05 from C10',
    )
    const told = async (who: string) => JSON.stringify(granted(await village.as(who)('message.list', {})).messages)
    expect([await told('newcomer'), await told('res9')].map(text => [text.includes('没有具体事实'), text.includes('说明记号')])).toEqual([
      [true, false],
      [true, false],
    ])
    expect(await told(author)).toContain('说明记号')
    // A message's notice is no posting: knowing its name opens it to nobody.
    for (const notice of await allRows(village.store, 'notices', { match: { topicId: walk.id }, order: { by: 'at' } })) {
      cells += 1
      expect([notice.code, refused(await village.as('rep9')('notice.view', { id: notice.id }))]).toEqual([notice.code, 'no-such-notice'])
    }
  })
  test('merged and handed on: status to all who live here, the note to who represents them', async () => {
    const village = await villageWithAll(),
      into = walker(village, key('into')),
      merged = walker(village, key('mer')),
      moved = walker(village, key('mov'))
    await into.raise('rep6', '另一件事', '另一件事')
    await into.step('moderator', 'accept')
    await merged.raise(author, '合并题目记号', '合并正文记号')
    await merged.step('moderator', 'merge', { parent: into.id, explanation: '合并说明记号' })
    await moved.raise('rep7', '转办题目记号', '转办正文记号')
    await moved.step('moderator', 'transfer', { transferTo: 'hotline', handOver: '转办说明记号' })
    await village.pass(minute)
    await readByAll(
      village,
      [into.id, merged.id, moved.id],
      [
        { content: 'merged: why', mark: '合并说明记号', seen: fullForReps },
        { content: 'merged: originals stay readable', mark: '合并正文记号', seen: insiders },
        { content: 'handed on: note', mark: '转办说明记号', seen: fullForReps },
        { content: 'handed on: to whom', mark: '"value":"12345 热线"', seen: insiders },
        { content: 'handed on unread by the village', mark: '转办正文记号', seen: fullForReps },
      ],
      'C06, C08',
    )
  })
})

describe('talked over (A20–A70)', () => {
  async function talked() {
    const village = await villageWithAll(),
      walk = walker(village, key('talk'))
    await walk.raise(author, '题目记号', '正文记号')
    await walk.step('moderator', 'accept')
    await walk.classify({ matterClass: 'L2', classReason: '公共的灯' })
    const startsAt = startOf(addDays(dayOf(village.now()), 6)) + 19 * hour
    granted(
      await village.as('moderator')('session.schedule', {
        id: key('s'),
        topicId: walk.id,
        rev: await walk.rev(),
        title: '路灯议事会',
        startsAt,
        endsAt: startsAt + 2 * hour,
        mode: 'both',
        place: '二楼',
        meetingLink: 'https://meeting.example/linkmark',
        meetingNumber: '',
        agenda: [{ title: '议程记号', minutes: 60 }],
        invitedGroups: [5],
        invitesMigrants: false,
        hostId: 'moderator',
        recorderId: 'recorder',
        commentsUntil: startsAt + 3 * day,
      }),
    )
    const materials: Marked[] = [
      { content: 'agenda', mark: '议程记号', seen: insiders },
      { content: 'online room', mark: 'linkmark', seen: insiders },
      { content: 'who leads', mark: '林主持', seen: insiders },
    ]
    await readByAll(village, [walk.id], materials, 'A20')
    await village.until(startsAt)
    const { code } = granted(await village.as('moderator')('session.hall', { id: key('s') }))
    for (const who of ['moderator', 'recorder', 'zhu', 'elder', 'res1'])
      granted(await village.as(who)('session.checkIn', { id: key('s'), code: code ?? '', how: 'hall' }))
    for (const reader of ['PUB', 'RES', 'ROLL', 'REP', 'TOWN'] as const) {
      cells += 2
      expect([reader, granted(await askOf(village, reader)('session.view', { id: key('s') })).present]).toEqual([
        reader,
        reader === 'PUB' ? null : 5,
      ])
      if (reader !== 'PUB')
        expect(refused(await askOf(village, reader)('session.find', { id: key('s'), name: '朱大姐' }))).toBe('not-your-role')
    }
    await walk.step('moderator', 'convene')
    await readByAll(village, [walk.id], [...materials, { content: 'who checked in', mark: '朱大姐', seen: '' }], 'A30')
    return { village, walk }
  }
  test('materials and main views are the village’s, the minutes’ words representatives’ and committees’, views the town’s', async () => {
    const { village, walk } = await talked()
    await village.pass(5 * day)
    await walk.step('moderator', 'close_discussion', { viewsSummary: '看法记号' })
    await walk.step('moderator', 'post_outcome', {
      level: 'consensus',
      decisionText: '结论记号',
      minutes: '纪要记号',
      signers: '签字人记号',
      implementer: 'committee',
      finishBy: addDays(dayOf(village.now()), 60),
      budget: 5000,
    })
    // Laid before its second key: who turns it reads it, and nobody reads more of it than of the posting.
    await readByAll(
      village,
      [walk.id],
      [
        { content: 'minutes, pending', mark: '纪要记号', seen: 'VC VSC' },
        { content: 'signers, pending', mark: '签字人记号', seen: 'VC VSC' },
        { content: 'outcome, pending', mark: '结论记号', seen: answerable },
      ],
      'A40',
    )
    await walk.confirm()
    const posted: Marked[] = [
      { content: 'outcome', mark: '结论记号', seen: 'all' },
      { content: 'minutes', mark: '纪要记号', seen: 'REP VC VSC' },
      { content: 'main views', mark: '看法记号', seen: insiders },
      { content: 'implementer', mark: '李主任', seen: insiders },
      { content: 'words raised', mark: '正文记号', seen: insiders },
    ]
    await readByAll(village, [walk.id], posted, 'A50')
    await walk.step('moderator', 'board_first', { boardPhotoFirst: [await walk.photo('moderator')] })
    await village.pass(18 * day)
    await walk.step('moderator', 'board_last', { boardPhotoLast: [await walk.photo('moderator')] })
    await walk.step('supervisor', 'certify_posting', { postingCertified: true })
    await walk.step('committee', 'progress', { progressNote: '进展记号', percent: 50 })
    await readByAll(village, [walk.id], [...posted, { content: 'progress', mark: '进展记号', seen: insiders }], 'A60')
    const after = await walk.photo('committee')
    await walk.step('committee', 'finish', { accepted: true, photosAfter: [after], cost: 4711 })
    await walk.confirm()
    await readByAll(
      village,
      [walk.id],
      [...posted, { content: 'result: cost', mark: '4711', seen: 'all' }, { content: 'result: pictures', mark: after, seen: 'all' }],
      'A70',
    )
  })
  test('not agreed: both positions are told where they were talked over', async () => {
    const { village, walk } = await talked()
    await village.pass(5 * day)
    await walk.step('moderator', 'close_discussion', { viewsSummary: '看法记号' })
    await walk.step('moderator', 'unresolved', { disagreement: 'divided', bothPositions: '两种意见记号' })
    await readByAll(village, [walk.id], [{ content: 'both positions', mark: '两种意见记号', seen: insiders }], 'A95')
  })
  test('while a vote is open nobody in any office learns how; afterwards all how many, of a secret ballot never whose', async () => {
    const { village, walk } = await talked()
    for (const [name, form] of [
      ['named', 'named'],
      ['secret', 'secret'],
    ] as const) {
      granted(
        await village.as('moderator')('motion.put', {
          id: key(name),
          topicId: walk.id,
          rev: await walk.rev(),
          text: `要不要换灯${name}`,
          body: 'VRA',
          form,
          opensAt: startOf(addDays(dayOf(village.now()), 6)),
          closesAt: startOf(addDays(dayOf(village.now()), 6)) + 2 * hour,
        }),
      )
    }
    await village.until(startOf(addDays(dayOf(village.now()), 6)) + minute)
    for (const [n, who] of ['rep1', 'rep2', 'rep3', 'rep4', 'rep5', 'rep6', 'rep7', 'rep8'].entries()) {
      granted(await village.as(who)('ballot.cast', { motionId: key('named'), choice: n < 6 ? 'for' : 'against' }))
      granted(
        await village.as(who)('ballot.castSecret', {
          motionId: key('secret'),
          choice: n < 6 ? 'for' : 'against',
          receiptHash: receiptHash(`r${n}`),
        }),
      )
    }
    const partial = ['"for":6', '"against":2', '"choice":"for"'].map(mark => ({ content: 'partial tallies', mark, seen: '' }))
    await readByAll(village, [walk.id], partial, 'vote open')
    for (const who of [
      ...Object.values(readers).flatMap(({ id }) => id ?? []),
      'moderator',
      'recorder',
      'secretary',
      'supervisor',
      'committee',
    ]) {
      cells += 1
      expect([
        who,
        refused(await village.as(who)('ballot.list', { motionId: key('named') })),
        refused(await village.as(who)('ballot.list', { motionId: key('secret') })),
      ]).toEqual([who, 'vote-not-settled', 'vote-not-settled'])
    }
    await village.pass(3 * hour)
    await readByAll(
      village,
      [walk.id],
      [{ content: 'a secret tally before its keys', mark: '要不要换灯secret，', seen: '' }],
      'vote closed, keys not turned',
    )
    await turnKeys(village, key('secret'))
    await readByAll(
      village,
      [walk.id],
      [
        { content: 'final tallies', mark: '"for":6,"against":2', seen: 'all' },
        { content: 'arithmetic', mark: '赞成 6 人', seen: 'all' },
        { content: 'receipts', mark: receiptHash('r0'), seen: 'all' },
      ],
      'vote closed',
    )
    for (const reader of Object.keys(readers) as Reader[]) {
      cells += 2
      const list = granted(await askOf(village, reader)('ballot.list', { motionId: key('named') }))
      // Named ballots stand by name before those of the roll and who answers for it (existing), masked before the rest.
      expect([reader, list.ballots.some(({ who }) => who === '代表甲')]).toEqual([
        reader,
        ['REP', 'VC', 'PC', 'VSC', 'TOWN'].includes(reader),
      ])
      const secret = JSON.stringify(granted(await askOf(village, reader)('ballot.list', { motionId: key('secret') })))
      expect([reader, /代表|rep\d/.test(secret)]).toEqual([reader, false])
    }
  })
})

describe('a major matter (B10–B50)', () => {
  test('议一 to 议三: numbers to all who live here, papers to who answers for them; a review’s conclusion to all, reasons to few', async () => {
    const village = await villageWithAll(),
      walk = walker(village, key('major')),
      { step } = walk
    await walk.raise(author, '题目记号', '正文记号')
    await step('moderator', 'accept')
    await walk.classify({ matterClass: 'L1', matterCode: 'V28-2', classReason: '误工补贴' })
    await step('committee', 'enter_major')
    await readByAll(village, [walk.id], [{ content: 'who may decide', mark: '享受误工补贴', seen: insiders }], 'B10')

    const plan = { planText: '方案正文记号', budgetTotal: 12_345, fundingSource: '村里自筹' }
    const signed = async (who: string) => [await walk.photo(who)]
    const pcmSigned = await signed('secretary'),
      tcmSigned = await signed('committee'),
      pmmSigned = await signed('secretary')
    await step('secretary', 'propose', {
      origin: 'villagers',
      need: '要定标准',
      ...plan,
      risks: '无',
      pcmMembers: 97,
      pcmPresent: 95,
      pcmYes: 93,
      pcmMinutes: '议一记录记号',
      pcmSigned,
    })
    const first: Marked[] = [
      { content: '议一 numbers', mark: '"all":97,"present":95,"yes":93', seen: insiders },
      { content: '议一 arithmetic', mark: '97', seen: insiders },
      { content: '议一 minutes', mark: '议一记录记号', seen: answerable },
      { content: '议一 signatures', mark: pcmSigned[0]!, seen: answerable },
    ]
    await readByAll(village, [walk.id], [...first, { content: 'plan, as drawn up', mark: '方案正文记号', seen: 'REP VC VSC' }], 'B20')
    await step('committee', 'agree_plan', {
      ...plan,
      tcmMembers: 89,
      tcmPresent: 87,
      tcmYes: 85,
      tcmMinutes: '议二记录记号',
      tcmSigned,
      conflictsAsked: true,
      dissent: '不同意见记号',
    })
    const second: Marked[] = [
      ...first,
      { content: '议二 numbers', mark: '"all":89,"present":87,"yes":85', seen: insiders },
      { content: '议二 minutes', mark: '议二记录记号', seen: answerable },
      { content: '议二 dissent', mark: '不同意见记号', seen: answerable },
      { content: '议二 signatures', mark: tcmSigned[0]!, seen: answerable },
      { content: 'plan, agreed', mark: '方案正文记号', seen: insiders },
    ]
    await readByAll(village, [walk.id], second, 'B25')
    cells += 2
    const adviser = await everythingRead(village, village.as('lawyer'), [walk.id])
    expect([adviser.includes('议一记录记号'), adviser.includes('议二记录记号')]).toEqual([true, true])

    const checklist = Object.keys(fields.checklist.items).map(item => `${item}=ok`)
    await step('lawyer', 'review_lawful', { checklist, opinionReasons: '审核理由记号', opinionArticles: '法条记号', riskLevel: 'low' })
    const third: Marked[] = [
      ...second,
      { content: 'review: conclusion', mark: '"conclusion":"合法"', seen: insiders },
      { content: 'review: reasons', mark: '审核理由记号', seen: fullForReps },
      { content: 'review: articles', mark: '法条记号', seen: fullForReps },
      { content: 'review: checklist', mark: '要不要招标、采购：没问题', seen: fullForReps },
    ]
    await readByAll(village, [walk.id], third, 'B30')
    await step('secretary', 'party_members_agree', {
      pmmShouldAttend: 83,
      pmmPresent: 81,
      pmmYes: 79,
      pmmNo: 1,
      pmmAbstain: 1,
      pmmMinutes: '议三记录记号',
      pmmSigned,
    })
    const fourth: Marked[] = [
      ...third,
      { content: '议三 numbers', mark: '"all":83,"present":81,"yes":79', seen: insiders },
      { content: '议三 minutes', mark: '议三记录记号', seen: answerable },
      { content: '议三 signatures', mark: pmmSigned[0]!, seen: answerable },
    ]
    await readByAll(village, [walk.id], fourth, 'B38')

    const meetingDay = addDays(dayOf(village.now()), 12)
    await step('committee', 'give_notice', {
      body: 'VA_PERSON',
      meetingDay,
      meetingTime: '晚上 7:30',
      meetingPlace: '祠堂',
      agenda: '误工补贴',
      rollSize: 500,
      scrutineer: 'supervisor',
      teller: 'recorder',
      noticePhoto: await signed('committee'),
      noticeAlso: ['broadcast'],
      documentsReady: true,
      paperReady: true,
    })
    await village.until(startOf(meetingDay) + 19 * hour)
    await step('moderator', 'open_assembly')
    const checkInSheet = await signed('moderator')
    await step('moderator', 'open_vote', { presentHall: 401, presentOnline: 0, presentProxy: 0, checkInSheet, textRead: true })
    await readByAll(
      village,
      [walk.id],
      [
        ...fourth,
        { content: 'check-in numbers', mark: '"all":500,"present":401,"yes":null', seen: insiders },
        { content: 'check-in list, vote open', mark: checkInSheet[0]!, seen: 'VSC' },
        { content: 'partial tallies', mark: '"yes":333', seen: '' },
      ],
      'B42',
    )
    await step('moderator', 'close_vote')
    const tallySheet = await signed('recorder')
    const closed: Marked = { content: 'check-in list, vote closed', mark: checkInSheet[0]!, seen: 'VC VSC' }
    await readByAll(village, [walk.id], [closed, { content: 'partial tallies', mark: '"yes":333', seen: '' }], 'B44')
    await step('recorder', 'announce', {
      lateArrivals: 0,
      votesYes: 333,
      votesNo: 44,
      votesAbstain: 22,
      votesInvalid: 1,
      votesUnreturned: 1,
      tallySheet,
      assemblyMinutes: '议四记录记号',
      resolutionText: '决议正文记号',
      implementer: 'committee',
      finishBy: addDays(meetingDay, 60),
    })
    await readByAll(
      village,
      [walk.id],
      [
        closed,
        { content: 'minutes, pending', mark: '议四记录记号', seen: 'VC VSC' },
        { content: 'resolution, pending', mark: '决议正文记号', seen: answerable },
      ],
      'B44 pending',
    )
    await walk.confirm()
    await readByAll(
      village,
      [walk.id],
      [
        ...fourth,
        closed,
        { content: 'final tallies', mark: '"yes":333,"against":44,"abstain":22', seen: 'all' },
        { content: 'arithmetic with its article', mark: '村民委员会组织法第二十六条', seen: 'all' },
        { content: 'tally sheet with signatures', mark: tallySheet[0]!, seen: 'VC VSC' },
        { content: '议四 minutes', mark: '议四记录记号', seen: 'REP VC VSC' },
        { content: 'resolution', mark: '决议正文记号', seen: 'all' },
        { content: 'who carries it out', mark: '李主任', seen: insiders },
      ],
      'B50',
    )
  })
  test('the town’s answer: its day and gist to all who live here', async () => {
    const village = await villageWithAll(),
      walk = walker(village, key('c2')),
      { step } = walk
    await walk.raise(author, '题目记号', '正文记号')
    await step('moderator', 'accept')
    await walk.classify({ matterClass: 'C2', matterCode: 'C26-7', classReason: '分红' })
    await step('committee', 'enter_major')
    const signed = async (who: string) => [await walk.photo(who)]
    const plan = { planText: '分红方案记号', budgetTotal: 54_321, fundingSource: '集体资金记号' }
    await step('secretary', 'propose', {
      origin: 'villagers',
      need: '要分红',
      ...plan,
      risks: '无',
      pcmMembers: 5,
      pcmPresent: 5,
      pcmYes: 5,
      pcmMinutes: '记录',
      pcmSigned: await signed('secretary'),
    })
    await step('committee', 'agree_plan', {
      ...plan,
      tcmMembers: 9,
      tcmPresent: 9,
      tcmYes: 9,
      tcmMinutes: '记录',
      tcmSigned: await signed('committee'),
      conflictsAsked: true,
    })
    await readByAll(
      village,
      [walk.id],
      [
        { content: 'collective plan', mark: '分红方案记号', seen: insiders },
        { content: 'collective money', mark: '54321', seen: 'CM VC VSC TOWN' },
        { content: 'collective money: whence', mark: '集体资金记号', seen: 'CM VC VSC TOWN' },
      ],
      'C2 in B25',
    )
    await step('lawyer', 'review_lawful', {
      checklist: Object.keys(fields.checklist.items).map(item => `${item}=ok`),
      opinionReasons: '合法',
      opinionArticles: '第二十六条',
      riskLevel: 'low',
    })
    await step('secretary', 'party_members_to_town', {
      pmmShouldAttend: 40,
      pmmPresent: 40,
      pmmYes: 40,
      pmmNo: 0,
      pmmAbstain: 0,
      pmmMinutes: '记录',
      pmmSigned: await signed('secretary'),
    })
    await step('town', 'town_answers', { townReply: '镇街回复记号', townReplyNo: '镇函一号' })
    await readByAll(village, [walk.id], [{ content: 'town’s answer', mark: '镇街回复记号', seen: insiders }], 'B38 after B35')
  })
})

test('one’s own place on the roll is one’s own to see, and of others none', async () => {
  const village = await villageWithAll()
  cells += 3
  expect(granted(await village.as('rep1')('data.view', {})).rolls.map(({ body }) => body)).toEqual(['村民代表会议'])
  expect(granted(await village.as('newcomer')('data.view', {})).rolls).toEqual([])
  expect(refused(await village.guest('data.view', {}))).toBe('not-a-resident')
})
