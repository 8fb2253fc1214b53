import { expect, test } from 'vitest'
import type { Input, OperationName } from '@/contract'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import type { Motion } from '@/domain/vote/motions'
import { rollStateId } from '@/domain/roll/roll'
import type { Topic } from '@/domain/topic/topic'
import type { Row, Store } from '../../ports'
import { allRows } from '../../village/ground/all-rows'
import { tableNames, type Tables } from '../../tables'
import { hour, key, smallVillage } from './small-village'

/** One row of every kind that is asked for by its id. */
const things = ['topic', 'motion', 'hall', 'session', 'comment', 'notice', 'message', 'task', 'objection', 'photo'] as const
const papers = [
  'correction',
  'delegation',
  'proposal',
  'sheet',
  'compared',
  'laid',
  'disputed',
  'case',
  'person',
  'officer',
  'worker',
  'unit',
] as const
type Thing = (typeof things)[number] | (typeof papers)[number]
type Ids = Readonly<Record<Thing, string>>

/** `elder`, `moderator`, …: the people are named alike in both villages. */
const person = (orgId: string, name: string) => (orgId === 'v1' ? name : `${orgId}-${name}`)
const idsOf = (orgId: string): Ids => ({
  ...(Object.fromEntries([...things, ...papers].map(thing => [thing, `${orgId}-${thing}`])) as Ids),
  case: `comment:${orgId}-comment`,
  proposal: `${orgId}:supportsNeeded`,
  person: person(orgId, 'zhu'),
  officer: person(orgId, 'recorder'),
  worker: person(orgId, 'grid'),
  unit: person(orgId, 'rep1'),
})

async function furnish(store: Store, orgId: string, now: number): Promise<Ids> {
  const ids = idsOf(orgId)
  const one = (name: string) => person(orgId, name)
  const put = <T extends keyof Tables>(table: T, row: Omit<Row<T>, 'orgId'>) => store.put(table, { ...row, orgId } as Row<T>)
  const topic: Omit<Topic, 'orgId'> = {
    id: ids.topic,
    title: '水渠堵了',
    what: '下雨就漫',
    where: '5组',
    affected: '5组',
    suggestion: '清淤',
    category: 'drainage',
    photoIds: [ids.photo],
    authorId: one('elder'),
    coAuthorIds: [],
    showName: true,
    origin: 'resident',
    voices: 1,
    state: 'deliberating',
    enteredAt: now,
    dueAt: null,
    raisedAt: now,
    activeAt: now,
    parentId: null,
    mergedIds: [],
    round: 1,
    sessions: 0,
    sessionId: ids.session,
    postponed: 0,
    commentsUntil: now + hour,
    openMotions: 2,
    openObjections: 1,
    pending: null,
    waitsForKey: false,
    dossier: {},
    rev: 0,
    head: '',
    petition: {
      id: `${ids.topic}:p1`,
      asks: 'assembly',
      reason: '请开会',
      startedById: one('zhu'),
      startedAt: now,
      of: { person: 9, representative: 9, household: 9 },
      withdrawn: 0,
      reachedAt: null,
      explain: '',
      conveneBy: null,
      servedAt: null,
    },
  }
  await put('topics', topic)
  const motion: Omit<Motion, 'orgId'> = {
    id: ids.motion,
    topicId: ids.topic,
    text: '清淤',
    body: 'VRA',
    form: 'named',
    opensAt: now,
    closesAt: now + hour,
    rollSize: 10,
    rollHash: '',
    frozenAt: now,
    rules: 'village-2026',
    byLaw: '章程',
    settledAt: null,
    result: null,
  }
  await put('motions', motion)
  await put('motions', {
    ...motion,
    id: ids.hall,
    channels: ['phone', 'hall', 'paper', 'proxy'],
    openedAt: now,
    tellerIds: [one('recorder'), one('grid')],
    scrutineerId: one('supervisor'),
  })
  await put('sessions', {
    id: ids.session,
    topicId: ids.topic,
    title: '会',
    startsAt: now,
    endsAt: now + hour,
    mode: 'both',
    place: '二楼',
    meetingLink: '',
    meetingNumber: '',
    agenda: [],
    invitedGroups: [],
    invitesMigrants: true,
    hostId: one('moderator'),
    recorderId: one('recorder'),
    seed: 'x',
    calledOff: false,
  })
  const said = { topicId: ids.topic, authorId: one('zhu'), text: '早该清了', at: now }
  await put('comments', { ...said, id: ids.comment, round: 1, parentId: null, showName: true, slot: 1, visible: 'shown', hiddenWhy: null })
  await put('cases', {
    ...said,
    id: ids.case,
    kind: 'comment',
    thingId: ids.comment,
    doubt: 'doubtful',
    dueAt: now,
    state: 'open',
    reason: null,
    words: '',
    judgedById: null,
    judgedAt: null,
    appeal: null,
    rev: 0,
  })
  const told = { topicId: ids.topic, title: '要表决了', body: '请看', at: now }
  await put('notices', {
    ...told,
    id: ids.notice,
    code: 'N26',
    sessionId: null,
    motionId: ids.motion,
    audience: { kind: 'roll', body: 'VRA' },
    postedUntil: now + hour,
    board: 'vote',
    delivery: 'delivered',
  })
  await put('messages', { ...told, id: ids.message, personId: one('zhu'), noticeId: ids.notice, readAt: null })
  await put('reachTasks', {
    id: ids.task,
    noticeId: ids.notice,
    personId: one('zhu'),
    workerId: one('grid'),
    assignedById: one('moderator'),
    assignedAt: now,
    way: null,
    markedAt: null,
    open: true,
  })
  await put('objections', {
    id: ids.objection,
    topicId: ids.topic,
    personId: one('zhu'),
    reason: '不对',
    at: now,
    answer: null,
    answeredAt: null,
    upheld: null,
  })
  await put('photos', {
    id: ids.photo,
    ownerId: one('elder'),
    mime: 'image/png',
    width: 1,
    height: 1,
    bytes: 1,
    at: now,
    check: 'clean',
    traceId: null,
  })
  await put('corrections', {
    id: ids.correction,
    personId: one('zhu'),
    field: 'name',
    words: '名字错了',
    at: now,
    answeredAt: null,
    outcome: null,
    answer: '',
    answeredById: null,
  })
  const grantor = { confirmedById: null, confirmedAt: null, endedById: null, endedAt: null, endedReason: '' }
  await put('delegations', {
    ...grantor,
    id: ids.delegation,
    from: 'VA',
    to: 'VRA',
    codes: ['V27-1'],
    validFrom: '2026-03-01',
    validTo: '2027-03-01',
    grantedBy: '村民会议决定',
    form: 'meeting',
    state: 'waiting',
    byId: one('committee'),
    at: now,
  })
  await put('choiceProposals', {
    id: ids.proposal,
    key: key('proposal'),
    setting: 'supportsNeeded',
    to: 7,
    reason: '人多了',
    byId: one('committee'),
    at: now,
    supervisorId: null,
  })
  const sheet = { body: 'VRA', at: now, rows: 1, parts: 1, baseRev: 0, run: '', batches: 0, done: 0, size: 0, hash: '' } as const
  const sums = { added: 0, gone: 0, changed: 0, same: 0, byName: 0, fresh: 0, reason: '', supervisorId: null, note: '', effectiveAt: null }
  await put('rollImports', { ...sheet, ...sums, id: ids.sheet, byId: one('committee'), state: 'filling' })
  await put('rollImports', { ...sheet, ...sums, id: ids.compared, byId: one('committee'), state: 'compared' })
  await put('rollImports', { ...sheet, ...sums, id: ids.laid, byId: one('committee'), state: 'waiting' })
  // New since today: whoever finds it wrong may say so.
  await put('rolls', {
    id: rollStateId(orgId, 'VRA'),
    body: 'VRA',
    rev: 0,
    size: 0,
    hash: '',
    effectiveAt: now,
    applying: null,
    waiting: null,
    byId: null,
    confirmedById: null,
  })
  await put('rollDisputes', {
    id: ids.disputed,
    body: 'VRA',
    kind: 'wrong',
    subjectId: one('zhu'),
    personId: one('elder'),
    words: '不对',
    at: now,
    dueAt: now + hour,
    first: null,
    disagreed: '',
    outcome: null,
    answer: '',
    decidedAt: null,
    secondId: null,
  })
  return ids
}

/** Two villages in one store, furnished alike. Whoever asks is of the first. */
async function twoVillages() {
  const village = smallVillage()
  const { store, seed } = village
  const [org] = seed.orgs
  const two = (id: string) => person('v2', id)
  await store.put('orgs', { ...org!, id: 'v2', officerIds: org!.officerIds.map(two) })
  await store.insertMissing(
    'people',
    seed.people.map(one => ({ ...one, id: two(one.id), orgId: 'v2', householdId: one.householdId })),
  )
  await store.insertMissing(
    'rollPlaces',
    seed.rollPlaces.map(place => ({
      ...place,
      id: place.id.replace('v1', 'v2'),
      orgId: 'v2',
      unitId: two(place.unitId),
      personId: two(place.personId),
    })),
  )
  return { village, ours: await furnish(store, 'v1', village.now()), theirs: await furnish(store, 'v2', village.now()) }
}

type Probe<Name extends OperationName> = (asked: Ids, ours: Ids) => Input<Name>
const fresh = key('fresh')
const now = Date.parse('2026-03-02T09:00:00+08:00')
const meeting = { text: '清淤', form: 'named', opensAt: now + hour, closesAt: now + 2 * hour } as const
const opinion = { id: fresh, words: '路灯坏了', setting: 'one', voices: 1, consent: true } as const

/** What each operation is asked that names something by its id; an operation without a line here does not compile. */
// biome-ignore format: a row a line
const asked: { readonly [Name in OperationName]: 'no id' | readonly Probe<Name>[] } = {
  'me.view': 'no id', 'home.view': 'no id', 'draft.list': 'no id', 'topic.list': 'no id', 'photo.add': 'no id', 'desk.view': 'no id', 'people.inOffice': 'no id', 'session.list': 'no id', 'notice.list': 'no id', 'message.list': 'no id', 'opinion.raise': 'no id', 'opinion.mine': 'no id', 'me.bind': 'no id', 'me.unbind': 'no id', 'register.find': 'no id', 'register.families': 'no id', 'household.view': 'no id', 'bind.look': 'no id', 'bind.take': 'no id', 'data.view': 'no id', 'data.part': 'no id', 'data.close': 'no id', 'consent.view': 'no id', 'consent.record': 'no id', 'reach.mine': 'no id', 'case.log': 'no id', 'case.counts': 'no id', 'data.correct': 'no id', 'correction.list': 'no id', 'profile.set': 'no id', 'avatar.set': 'no id', 'avatar.remove': 'no id', 'settings.view': 'no id', 'settings.history': 'no id', 'settings.propose': 'no id', 'delegation.list': 'no id', 'delegation.record': 'no id', 'roll.list': 'no id', 'roll.mine': 'no id', 'roll.people': 'no id', 'roll.begin': 'no id', 'roll.disputes': 'no id',
  // A key that the phone draws for something new: what it stands for is nobody's yet.
  'draft.save': 'no id', 'draft.discard': 'no id', 'topic.similar': 'no id',
  'topic.raise': [x => ({ id: x.topic, rev: 0, title: '水渠', what: '漫', where: '5组', affected: '5组', suggestion: '清', category: 'drainage', photoIds: [], showName: true })],
  'assist.helpers': [x => ({ motionId: x.motion })],
  'vote.hall': [x => ({ motionId: x.hall })],
  'vote.find': [x => ({ motionId: x.hall, name: '代表甲' })],
  'vote.checkIn': [x => ({ motionId: x.hall })],
  'vote.admit': [x => ({ motionId: x.hall, unitId: 'rep1' }), (x, o) => ({ motionId: o.hall, unitId: x.unit })],
  'vote.leave': [x => ({ motionId: x.hall, unitId: 'rep1' })],
  'vote.open': [x => ({ motionId: x.hall })],
  'vote.sheet': [x => ({ motionId: x.motion })],
  'vote.turnKey': [x => ({ motionId: x.motion })],
  'ballot.castInHall': [x => ({ motionId: x.hall, unitId: 'rep1', choice: 'for' }), (x, o) => ({ motionId: o.hall, unitId: x.unit, choice: 'for' })],
  'ballot.castAsProxy': [x => ({ motionId: x.hall, unitId: 'rep1', choice: 'for' })],
  'ballot.cast': [x => ({ motionId: x.motion, choice: 'for' }), (x, o) => ({ motionId: o.motion, choice: 'for', assistedBy: { kind: 'officer', personId: x.officer } })],
  'ballot.castSecret': [x => ({ motionId: x.motion, choice: 'for', receiptHash: receiptHash('r') })],
  'ballot.list': [x => ({ motionId: x.motion })],
  'record.view': [x => ({ motionId: x.motion })],
  'paper.issue': [x => ({ key: fresh, motionId: x.hall, unitId: 'rep1' }), (x, o) => ({ key: fresh, motionId: o.hall, unitId: x.unit })],
  'paper.takeBack': [x => ({ motionId: x.hall, unitId: 'rep1', paperId: fresh })],
  'paper.spoil': [x => ({ key: fresh, motionId: x.hall, reason: '画错了' })],
  'paper.count': [x => ({ motionId: x.hall, batch: 1, found: { for: 1, against: 0, abstain: 0 } })],
  'count.seal': [x => ({ motionId: x.hall, sheetPhotoIds: [] })],
  'count.confirm': [x => ({ motionId: x.hall, yes: true })],
  'proxy.write': [x => ({ motionId: x.hall, unitId: 'rep1', agentId: 'rep2', photoIds: [] }), (x, o) => ({ motionId: o.hall, unitId: x.unit, agentId: 'rep2', photoIds: [] })],
  'proxy.revoke': [x => ({ motionId: x.hall, unitId: 'rep1' })],
  'motion.put': [x => ({ ...meeting, id: fresh, topicId: x.topic, rev: 0, body: 'POLL' }), (x, o) => ({ ...meeting, id: fresh, topicId: o.topic, rev: 0, body: 'VRA', channels: ['phone', 'hall'], tellerIds: [x.officer, 'grid'], scrutineerId: 'supervisor' })],
  'motion.putSecond': [x => ({ motionId: x.motion, rev: 0, opensAt: now, closesAt: now + hour })],
  'motion.putAgain': [x => ({ id: fresh, motionId: x.motion, rev: 0, opensAt: now, closesAt: now + hour })],
  'motion.bodies': 'no id',
  'motion.view': [x => ({ id: x.motion })],
  'topic.view': [x => ({ id: x.topic })],
  'step.form': [x => ({ id: x.topic })],
  'topic.support': [x => ({ id: x.topic })],
  'topic.unsupport': [x => ({ id: x.topic })],
  'topic.step': [x => ({ id: x.topic, rev: 0, step: 'withdraw', evidence: { reason: '不办了' } })],
  'topic.tryStep': [x => ({ id: x.topic, step: 'withdraw', evidence: {} })],
  'topic.confirm': [x => ({ id: x.topic, rev: 0, agrees: true, note: '' })],
  'rating.give': [x => ({ id: x.topic, stars: 4, axes: {}, words: '' })],
  'objection.file': [x => ({ id: x.topic, objectionId: fresh, reason: '不对' })],
  'objection.answer': [x => ({ topicId: x.topic, objectionId: x.objection, upheld: false, answer: '对的' }), (x, o) => ({ topicId: o.topic, objectionId: x.objection, upheld: false, answer: '对的' })],
  'session.schedule': [x => ({ ...hallDay, id: fresh, topicId: x.topic, hostId: 'moderator', recorderId: 'recorder' }), (x, o) => ({ ...hallDay, id: fresh, topicId: o.topic, hostId: 'moderator', recorderId: x.officer })],
  'session.view': [x => ({ id: x.session })],
  'session.signUp': [x => ({ id: x.session, how: 'hall' })],
  'session.cancelSignUp': [x => ({ id: x.session })],
  'session.checkIn': [x => ({ id: x.session, code: '000000', how: 'hall' })],
  'session.hall': [x => ({ id: x.session })],
  'session.find': [x => ({ id: x.session, name: '朱大姐' })],
  'session.attend': [x => ({ id: x.session, personId: 'zhu' }), (x, o) => ({ id: o.session, personId: x.person })],
  'comment.list': [x => ({ topicId: x.topic, round: 1, sort: 'fair' })],
  'comment.say': [x => ({ id: fresh, topicId: x.topic, parentId: null, text: '好', showName: true }), (x, o) => ({ id: fresh, topicId: o.topic, parentId: x.comment, text: '好', showName: true })],
  'comment.nod': [x => ({ id: x.comment, nod: 'agree', on: true })],
  'notice.view': [x => ({ id: x.notice })],
  'message.read': [x => ({ ids: [x.message] })],
  'opinion.record': [x => ({ ...opinion, topicId: x.topic })],
  'code.view': [x => ({ kind: 'topic', id: x.topic }), x => ({ kind: 'session', id: x.session })],
  'register.phone': [x => ({ personId: x.person, phone: '13800138000' })],
  'register.release': [x => ({ personId: x.person })],
  'register.code': [x => ({ personId: x.person })],
  'household.invite': [x => ({ personId: x.person })],
  'reach.view': [x => ({ noticeId: x.notice, show: 'all' })],
  'reach.assign': [x => ({ noticeId: x.notice, workerId: 'grid', group: 5 }), (x, o) => ({ noticeId: o.notice, workerId: x.worker, group: 5 })],
  'reach.handOver': [x => ({ noticeId: x.notice, group: 5, fromId: 'recorder', toId: 'grid' }), (x, o) => ({ noticeId: o.notice, group: 5, fromId: 'recorder', toId: x.worker })],
  'reach.mark': [x => ({ id: x.task, way: 'called' })],
  'case.judge': [x => ({ id: x.case, show: true, reason: null, words: '' })],
  'case.appeal': [x => ({ id: x.case, words: '没骂人' })],
  'case.answer': [x => ({ id: x.case, restore: true, words: '可以' })],
  'report.file': [x => ({ kind: 'comment', id: x.comment, reason: 'insult', words: '' }), x => ({ kind: 'topic', id: x.topic, reason: 'insult', words: '' }), x => ({ kind: 'photo', id: x.photo, topicId: x.topic, reason: 'privacy', words: '' })],
  'correction.answer': [x => ({ id: x.correction, outcome: 'done', words: '改了' })],
  'settings.confirm': [x => ({ id: x.proposal, key: key('proposal'), agrees: true, note: '' })],
  'delegation.confirm': [x => ({ id: x.delegation, agrees: true, note: '' })],
  'delegation.revoke': [x => ({ id: x.delegation, reason: '不授了' })],
  'petition.view': [x => ({ topicId: x.topic })],
  'petition.start': [x => ({ topicId: x.topic, asks: 'assembly', reason: '请开会' })],
  'petition.sign': [x => ({ topicId: x.topic })],
  'petition.withdraw': [x => ({ topicId: x.topic })],
  'petition.signers': [x => ({ topicId: x.topic })],
  'file.view': [x => ({ id: x.topic })],
  'roll.rows': [x => ({ id: x.sheet, part: 0, rows: [{ row: 1, name: '代表甲', group: 1, household: null, phone: null, code: null, adultFrom: null }] })],
  'roll.compare': [x => ({ id: x.sheet })],
  'roll.changes': [x => ({ id: x.laid })],
  'roll.submit': [x => ({ id: x.compared, reason: '换届' })],
  'roll.drop': [x => ({ id: x.sheet })],
  'roll.confirm': [x => ({ id: x.laid, agrees: false, note: '再核' })],
  'roll.represent': [x => ({ personId: x.person, note: '有书面委托' })],
  'roll.dispute': [x => ({ key: fresh, body: 'VRA', kind: 'missing', subjectId: x.person, words: '漏了' })],
  'roll.decide': [x => ({ id: x.disputed, grants: false, words: '查过了' })],
}
const hallDay: Omit<Input<'session.schedule'>, 'id' | 'topicId' | 'hostId' | 'recorderId'> = {
  rev: 0,
  title: '清淤议事会',
  startsAt: now + 10 * 24 * hour,
  endsAt: now + 10 * 24 * hour + hour,
  mode: 'hall',
  place: '二楼',
  meetingLink: '',
  meetingNumber: '',
  agenda: [{ title: '怎么清', minutes: 30 }],
  invitedGroups: [5],
  invitesMigrants: true,
  commentsUntil: now + 9 * 24 * hour,
}

const callers = [
  'zhu',
  'elder',
  'moderator',
  'recorder',
  'supervisor',
  'committee',
  'grid',
  'special',
  'rep1',
  'res5',
  'secretary',
] as const
const probes = Object.entries(asked).flatMap(([name, list]) =>
  list === 'no id'
    ? []
    : list.map(
        (probe, nth) => [nth === 0 ? name : `${name}, its part ${nth + 1}`, name as OperationName, probe as Probe<OperationName>] as const,
      ),
)

const rowsOf = async (store: Store, orgId: string) =>
  Promise.all(
    tableNames.map(async table => (await allRows(store, table, {})).filter(row => ('orgId' in row ? row.orgId : row.id) === orgId)),
  )

test.each(probes)('%s: another village’s is answered as what is not there, and stays as it is', async (_, name, probe) => {
  const { village, ours, theirs } = await twoVillages()
  const before = await rowsOf(village.store, 'v2')
  const answers = async (ids: Ids) => {
    const replies = []
    for (const who of callers) replies.push(await village.serve({ name, input: probe(ids, ours) }, `o-${who}`))
    return replies
  }
  const missing = await answers(idsOf('nowhere'))
  expect(missing.filter(reply => !reply.ok && reply.refusal === 'bad-input')).toEqual([])
  expect(await answers(theirs)).toEqual(missing)
  expect(await rowsOf(village.store, 'v2')).toEqual(before)
  // And it is that which is not there: to somebody of its own village it is.
  expect(await answers(ours)).not.toEqual(missing)
})

test('whoever is of another village is a guest in this one', async () => {
  const { village } = await twoVillages()
  await village.store.put('accounts', { id: 'o-stranger', orgId: 'v2', personId: person('v2', 'zhu') })
  expect(await village.serve({ name: 'draft.list', input: {} }, 'o-stranger')).toEqual({ ok: false, refusal: 'not-a-resident' })
})
