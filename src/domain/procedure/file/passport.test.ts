import { describe, expect, test } from 'vitest'
import type { JournalEntry } from '../../ground/journal'
import type { Person, Role } from '../../resident/people'
import type { Topic } from '../../topic/topic'
import { affected } from '../engine/effects'
import { convenersOf } from '../conveners'
import { advance, countersign, type Advance } from '../engine/engine'
import type { EvidenceValue } from '../evidence'
import type { Facts } from '../engine/facts'
import { fieldOf, type FieldName } from '../fields'
import { isComplete, lackingWords, passportOf } from './passport'
import { stepNames, stepOf, type StepName } from '../tracks/steps'

const day = 86_400_000
const opened = Date.parse('2026-03-02T09:00:00+08:00')
const isRestDay = () => false
const person = (id: string, ...roles: readonly Role[]): Person => ({
  id,
  orgId: 'v',
  name: id,
  roles: ['resident', ...roles],
  group: 1,
  householdId: null,
})
const supervisor = person('supervisor', 'supervisor', 'committee')
const blank: Topic = {
  id: 't',
  orgId: 'v',
  title: '路灯',
  what: '',
  where: '',
  affected: '',
  suggestion: '',
  category: 'lighting',
  photoIds: [],
  authorId: 'zhang',
  coAuthorIds: [],
  showName: true,
  origin: 'resident',
  voices: 1,
  state: 'screening',
  enteredAt: opened,
  dueAt: null,
  raisedAt: opened,
  activeAt: opened,
  parentId: null,
  mergedIds: [],
  round: 1,
  sessions: 0,
  postponed: 0,
  sessionId: 's',
  commentsUntil: null,
  openMotions: 0,
  openObjections: 0,
  pending: null,
  waitsForKey: false,
  dossier: {},
  rev: 0,
  head: '',
}
const village: Facts['village'] = {
  kind: 'village',
  collectiveSequence: 'replace_fourth',
  townReportForVillage: false,
  charterGives: [],
  committeeActsAsCollective: false,
  delegations: [],
}
const numbers: Partial<Record<FieldName, EvidenceValue>> = {
  pcmMembers: 5,
  pcmPresent: 5,
  pcmYes: 4,
  tcmMembers: 9,
  tcmPresent: 8,
  tcmYes: 7,
  pmmShouldAttend: 40,
  pmmPresent: 30,
  pmmYes: 28,
  pmmNo: 1,
  pmmAbstain: 1,
  body: 'VA_PERSON',
  rollSize: 100,
  presentHall: 80,
  votesYes: 70,
  votesNo: 10,
  scrutineer: 'supervisor',
  teller: 'teller',
  matterClass: 'L2',
  meetingDay: '2026-12-01',
  finishBy: '2027-12-01',
}

function sample(name: FieldName): EvidenceValue {
  const given = numbers[name]
  if (given !== undefined) return given
  const field = fieldOf(name)
  switch (field.kind) {
    case 'text':
      return `${name} 写清楚了`
    case 'choice':
      return field.several ? [Object.keys(field.options)[0] ?? ''] : (Object.keys(field.options)[0] ?? '')
    case 'number':
      return field.least
    case 'day':
      return '2027-01-01'
    case 'photos':
      return [`${name}-photo`]
    case 'person':
    case 'topic':
      return 'committee'
    case 'yes':
      return true
    case 'checklist':
      return Object.keys(field.items).map(item => `${item}=ok`)
  }
}

/** Takes one topic along the table as the village would, and keeps its journal. */
function walker(more: Partial<Facts['village']> = {}) {
  let topic = blank
  let now = opened
  const journal: JournalEntry[] = []
  const facts = (): Facts => ({
    now,
    supports: 9,
    authorNeedsNoSupport: false,
    supportsNeeded: 5,
    session: { startsAt: now - 1, present: 9, stakeholders: 0, hostPresent: true, recorderPresent: true },
    parentOpen: true,
    changed: true,
    fileComplete: true,
    village: { ...village, ...more },
  })
  const keep = ({ topic: next, entry, taken }: Advance) => {
    journal.push(entry)
    topic = taken ? affected(next, entry.step as StepName, topic.state, entry.evidence, entry.byId) : next
  }
  const walk = {
    get topic() {
      return topic
    },
    journal,
    facts,
    passport: (entries: readonly JournalEntry[] = journal) => passportOf(topic, entries, facts()),
    words: (entries: readonly JournalEntry[] = journal) => walk.passport(entries).missing.map(lackingWords),
    take(name: StepName, evidence: Partial<Record<FieldName, EvidenceValue>> = {}) {
      const row = stepOf(name)
      now = Math.max(
        now + 60_000,
        row.auto || name === 'board_last' || name === 'file_evaluation' ? (topic.dueAt ?? 0) : 0,
        name === 'open_assembly' ? Date.parse(`${String(topic.dossier.meetingDay)}T09:00:00+08:00`) : 0,
      )
      const acting =
        row.by[0] === 'system'
          ? ('system' as const)
          : row.by[0] === 'proposer'
            ? person('zhang')
            : person(`who-${name}`, ...row.by.flatMap(actor => (actor === 'convener' ? convenersOf(topic, facts()) : [actor as Role])))
      const free =
        acting !== 'system' && row.impartial ? { ...acting, roles: acting.roles.filter(role => role !== 'party_secretary') } : acting
      const done = advance({
        topic,
        name,
        acting: free,
        evidence: { ...Object.fromEntries(row.asks.map(field => [field, sample(field)])), ...evidence },
        facts: facts(),
        isRestDay,
      })
      if (!done.ok) throw new Error(`${name} in ${topic.state}: ${done.refusal}`)
      keep(done.value)
      if (!done.value.taken) {
        const turned = countersign({ topic, acting: supervisor, facts: facts(), isRestDay, agrees: true, note: '' })
        if (!turned.ok) throw new Error(`the second key of ${name}: ${turned.refusal}`)
        keep(turned.value)
      }
      return walk
    },
    all(...names: readonly StepName[]) {
      for (const name of names) walk.take(name)
      return walk
    },
  }
  return walk
}

const board = ['board_first', 'board_last', 'certify_posting'] as const
const talked = ['schedule', 'convene', 'close_discussion'] as const
const classified = (matter: Partial<Record<FieldName, EvidenceValue>> = {}, more: Partial<Facts['village']> = {}) =>
  walker(more).all('accept', 'review').take('classify', matter)
const quickDone = () => classified({ matterClass: 'L3' }).all('enter_quick', 'assign', 'do_it', 'agree_done')
const ordinaryPosted = () => classified().all(...talked, 'post_outcome')
const ordinaryClosed = () => ordinaryPosted().all(...board, 'start_work', 'progress', 'finish', ...board, 'ask_ratings', 'close')
const prepared = ['enter_major', 'propose', 'agree_plan', 'review_lawful'] as const
const meeting = ['give_notice', 'open_assembly', 'open_vote', 'close_vote'] as const
const carriedOut = [
  ...board,
  'carry_out',
  'report_progress',
  'finish_major',
  ...board,
  'ask_ratings_major',
  'look_back',
  'file_evaluation',
] as const
const major = { matterClass: 'L1', matterCode: 'V28-4' }
const village1 = () => classified(major).all(...prepared, 'party_members_agree', ...meeting, 'announce', ...carriedOut, 'close_major')
const collective = (more: Partial<Facts['village']> = {}) => classified({ matterClass: 'C2', matterCode: 'C26-9' }, more).all(...prepared)
const collectiveMeeting = (walk: ReturnType<typeof walker>) =>
  walk.take('give_notice', { body: 'CMA', meetingDay: '2026-12-20' }).all('open_assembly', 'open_vote', 'close_vote')

/** The journal with one piece of evidence taken out of the last entry of a step. */
function without(journal: readonly JournalEntry[], step: StepName, name: FieldName): JournalEntry[] {
  const at = journal.findLastIndex(entry => entry.step === step && entry.taken)
  return journal.map((entry, index) =>
    index === at ? { ...entry, evidence: Object.fromEntries(Object.entries(entry.evidence).filter(([key]) => key !== name)) } : entry,
  )
}

describe('on every track, what was done as the table asks is a whole file', () => {
  test.each([
    ['a small matter', quickDone],
    ['an ordinary matter', ordinaryClosed],
    ['a village’s major matter', village1],
    [
      'a matter of the collective, reported to the town',
      () =>
        collectiveMeeting(collective().all('party_members_to_town', 'town_answers'))
          .take('announce')
          .all('file', ...carriedOut, 'close_major'),
    ],
    [
      'a village that votes twice',
      () =>
        collectiveMeeting(
          collective({ collectiveSequence: 'additional_fifth' }).all('party_members_agree', ...meeting, 'announce_to_town', 'town_answers'),
        )
          .take('announce')
          .all('file', ...carriedOut, 'close_major'),
    ],
  ])('%s', (_, walked) => {
    const passport = walked().passport()
    expect(passport.missing).toEqual([])
    expect(isComplete(passport)).toBe(true)
    expect(passport.asked).toBeGreaterThan(5)
    expect(passport.earlier).toEqual([])
  })
  test('every step on record stands in the file once, in the order of its road', () => {
    const walk = village1()
    const { stages } = walk.passport()
    expect(stages.flatMap(stage => stage.deeds.map(deed => deed.n))).toEqual(
      walk.journal.filter(entry => entry.taken).map(entry => entry.n),
    )
    expect(stages.map(stage => stage.name)).toEqual([
      '受理',
      '征集附议',
      '审定分类',
      '安排',
      '议一党组织提议',
      '议二两委商议',
      '合法性审核',
      '议三党员大会',
      '会议通知',
      '签到',
      '投票',
      '议四会议表决',
      '公开一决议公开',
      '执行',
      '公开二实施结果公开',
      '大家评价',
      '事后评价',
    ])
  })
  test('two votes stand beside each other: the second is no repetition of the first', () => {
    const walk = collectiveMeeting(
      collective({ collectiveSequence: 'additional_fifth' }).all('party_members_agree', ...meeting, 'announce_to_town', 'town_answers'),
    ).take('announce')
    const counted = walk.passport().stages.filter(stage => stage.state === 'counting')
    expect(counted.map(stage => stage.deeds[0]?.meeting)).toEqual([
      { name: 'assembly', should: 100, present: 80 },
      { name: 'assembly', should: 100, present: 80 },
    ])
    expect(counted.map(stage => stage.deeds[0]?.judged.join())).toEqual([
      expect.stringContaining('村民委员会组织法'),
      expect.stringContaining('农村集体经济组织法'),
    ])
  })
})

describe('what each entry says', () => {
  const { stages } = village1().passport()
  const deed = (said: string) => stages.flatMap(stage => stage.deeds).find(one => one.said === said)
  test('a meeting has its numbers, its inequality and its article', () => {
    expect(deed('议三：记录党员大会')).toMatchObject({
      meeting: { should: 40, present: 30 },
      judged: [expect.stringMatching(/40.*30/), expect.stringMatching(/赞成 28/)],
      confidence: 'B',
      article: ['party.11'],
    })
  })
  test('a check-in shows the quorum, before any vote', () => {
    expect(deed('签到，开始表决')?.judged).toEqual([expect.stringMatching(/100.*80.*第/)])
    expect(deed('签到，开始表决')?.meeting).toEqual({ name: 'assembly', should: 100, present: 80 })
  })
  test('behind a second key stand both: who laid it and who turned it', () => {
    expect(deed('公布计票')).toMatchObject({ laidById: 'who-announce', byId: 'supervisor' })
    expect(deed('发会议通知')).toMatchObject({ laidById: null, byId: 'who-give_notice' })
  })
  test('the sheets of the third and fourth deliberation have a line for the town', () => {
    expect(stages.filter(stage => stage.signers.includes('镇街参加人员')).map(stage => stage.state)).toEqual(['party_members', 'counting'])
  })
})

describe('what is missing is named, and nothing else', () => {
  const walk = village1()
  // The chain is sealed over what was told: a piece taken out afterwards breaks it at that entry, and the file says both.
  const asked = stepNames.flatMap(name =>
    walk.journal.filter(entry => entry.step === name && entry.taken).flatMap(() => stepOf(name).asks.map(field => [name, field] as const)),
  )
  test.each(asked)('%s without %s', (step, field) => {
    const entries = without(walk.journal, step, field)
    const said = walk.words(entries)
    expect(said).toHaveLength(2)
    expect(said[0]).toContain(fieldOf(field).label)
    expect(said[1]).toMatch(/^还缺：全部记录 第 \d+ 条对不上/)
  })
  test('it says which meeting and what of it', () => {
    expect(walk.words(without(walk.journal, 'party_members_agree', 'pmmSigned'))[0]).toBe('还缺：议三党员大会 签字的会议记录照片')
    expect(walk.words(without(walk.journal, 'agree_plan', 'conflictsAsked'))[0]).toBe('还缺：议二两委商议 问过每个人有没有利害关系')
  })
  test('a photograph of the board, a certificate and a filing that never came', () => {
    // As rows moved from an older system have it: the entries themselves are not there.
    const gone = (walked: ReturnType<typeof walker>, step: StepName) => walked.words(walked.journal.filter(entry => entry.step !== step))
    expect(gone(ordinaryClosed(), 'board_last')).toEqual([
      '还缺：结论公示 公示栏照片（最后一天）',
      '还缺：结果公示 公示栏照片（最后一天）',
      expect.stringContaining('对不上'),
    ])
    expect(gone(village1(), 'certify_posting')).toEqual([
      '还缺：公开一决议公开 我到公示栏看过，贴满了期限',
      '还缺：公开二实施结果公开 我到公示栏看过，贴满了期限',
      expect.stringContaining('对不上'),
    ])
    const asset = () =>
      collectiveMeeting(collective().all('party_members_to_town', 'town_answers'))
        .take('announce')
        .all('file', ...board, 'carry_out')
    expect(gone(asset(), 'file')).toEqual([
      '还缺：公开一决议公开 备案或批准文件',
      '还缺：公开一决议公开 备案号或批文号',
      expect.stringContaining('对不上'),
    ])
    expect(gone(walk, 'file_evaluation')[0]).toContain('事后评价')
    expect(gone(walk, 'give_notice').filter(words => words.startsWith('还缺：会议通知'))).toHaveLength(stepOf('give_notice').asks.length)
  })
  test('while it hangs, the board wants its first photograph; its last one only on the last day', () => {
    const posted = ordinaryPosted()
    expect(posted.words()).toEqual(['还缺：结论公示 公示栏照片（张贴当天）'])
    expect(posted.take('board_first').words()).toEqual([])
    const late = passportOf(posted.topic, posted.journal, { ...posted.facts(), now: (posted.topic.dueAt ?? 0) - day })
    expect(late.missing.map(lackingWords)).toEqual(['还缺：结论公示 公示栏照片（最后一天）'])
  })
  test('what turned a matter aside owes nothing of the stage it left', () => {
    expect(ordinaryPosted().take('annul').words()).toEqual([])
    expect(classified().all('schedule').take('withdraw').words()).toEqual([])
  })
  test('a text changed after its review', () => {
    const amended = classified(major)
      .all(...prepared)
      .take('amend_text', { planText: '改过的正文' })
    expect(amended.words()).toEqual(['还缺：合法性审核 对现在这份正文的审核（正文审核后改过）'])
    expect(amended.all('review_again').take('review_lawful').words()).toEqual([])
  })
  test('an entry changed, or the last ones lost', () => {
    expect(walk.words(walk.journal.map((entry, index) => (index === 4 ? { ...entry, said: '别的' } : entry)))).toEqual([
      '还缺：全部记录 第 5 条对不上，记录可能被改过或者丢了',
    ])
    expect(walk.words(walk.journal.slice(0, -1))).toContain(`还缺：全部记录 第 ${walk.topic.rev} 条对不上，记录可能被改过或者丢了`)
  })
  test('an entry written after the topic was read is no break', () => {
    const early = ordinaryPosted()
    const before = early.topic
    early.take('board_first')
    expect(passportOf(before, early.journal, early.facts()).missing.map(lackingWords)).toEqual(['还缺：结论公示 公示栏照片（张贴当天）'])
  })
})

describe('a later run takes the place of the earlier', () => {
  test('refused by the party members, the plan is talked over again: the first talks and their numbers are kept as 此前', () => {
    const walk = classified(major)
      .all(...prepared)
      .take('party_members_agree', { pmmYes: 10, pmmNo: 20, pmmAbstain: 0 })
    expect(walk.topic.state).toBe('two_committees')
    walk.take('agree_plan', { planText: '第二稿' }).take('review_lawful').take('party_members_agree')
    const { stages, earlier, missing } = walk.passport()
    expect(missing).toEqual([])
    expect(
      stages.filter(stage => stage.state === 'two_committees').flatMap(stage => stage.deeds.map(deed => deed.evidence.planText)),
    ).toEqual(['第二稿'])
    expect(earlier.map(stage => stage.state)).toEqual(['two_committees', 'legality_review', 'party_members'])
    expect(earlier.at(-1)?.deeds[0]).toMatchObject({ said: '党员大会没有通过', meeting: { should: 40, present: 30 } })
  })
  test('evidence that the earlier run lacked is no longer asked for', () => {
    const walk = classified(major)
      .all(...prepared)
      .take('party_members_agree', { pmmYes: 10, pmmNo: 20, pmmAbstain: 0 })
      .take('agree_plan', { planText: '第二稿' })
    const first = walk.journal.findIndex(entry => entry.step === 'agree_plan')
    const entries = walk.journal.map((entry, index) => (index === first ? { ...entry, evidence: {} } : entry))
    expect(walk.words(entries)).toEqual([expect.stringContaining(`第 ${first + 1} 条对不上`)])
  })
  test('a corrected posting wants photographs of its own, and keeps its filing', () => {
    const walk = collectiveMeeting(collective().all('party_members_to_town', 'town_answers'))
      .take('announce')
      .all('file', 'board_first', 'correct_resolution')
    expect(walk.words()).toEqual(['还缺：公开一决议公开 公示栏照片（张贴当天）'])
    const { stages, earlier } = walk.passport()
    expect(stages.at(-1)?.deeds.map(deed => deed.said)).toEqual(['上传备案、批准或交易编号', '文字有误，更正后重新公示'])
    expect(earlier.flatMap(stage => stage.deeds.map(deed => deed.said))).toEqual(['上传张贴照片'])
  })
  test('corrected twice, each correction has both its keys', () => {
    const { stages } = collectiveMeeting(collective().all('party_members_to_town', 'town_answers'))
      .take('announce')
      .all('correct_resolution')
      .take('correct_resolution', { resolutionText: '再改' })
      .passport()
    expect(stages.at(-1)?.deeds.map(deed => [deed.laidById, deed.byId])).toEqual([
      ['who-correct_resolution', 'supervisor'],
      ['who-correct_resolution', 'supervisor'],
    ])
  })
  test('handed back by the second key, a step leaves nothing in the file; laid again and confirmed, it stands once', () => {
    const walk = classified().all(...talked)
    const laid = (name: StepName) =>
      advance({
        topic: walk.topic,
        name,
        acting: person('other', 'moderator'),
        evidence: Object.fromEntries(stepOf(name).asks.map(field => [field, sample(field)])),
        facts: walk.facts(),
        isRestDay,
      })
    const first = laid('post_outcome')
    if (!first.ok) throw new Error(first.refusal)
    const back = countersign({
      topic: first.value.topic,
      acting: supervisor,
      facts: walk.facts(),
      isRestDay,
      agrees: false,
      note: '预算没写',
    })
    if (!back.ok) throw new Error(back.refusal)
    const entries = [...walk.journal, first.value.entry, back.value.entry]
    expect(passportOf(back.value.topic, entries, walk.facts())).toMatchObject({ missing: [], earlier: [] })
    expect(passportOf(back.value.topic, entries, walk.facts()).stages.at(-1)?.state).toBe('deliberating')
  })
  test('work stopped and taken up again keeps its reports, and the order stays in the file', () => {
    const walk = ordinaryPosted()
      .all(...board, 'start_work', 'progress')
      .take('suspend')
      .take('resume')
      .take('progress')
    const { stages, earlier, missing } = walk.passport()
    expect(missing).toEqual([])
    expect(earlier).toEqual([])
    expect(stages.slice(-3).map(stage => stage.name)).toEqual(['落实', '暂停执行', '落实'])
  })
  test('a posting stopped and taken up again hangs anew', () => {
    const walk = ordinaryPosted().all('board_first').take('suspend').take('resume')
    expect(walk.words()).toEqual(['还缺：结论公示 公示栏照片（张贴当天）'])
    expect(walk.passport().earlier.flatMap(stage => stage.deeds.map(deed => deed.said))).toEqual(['上传张贴照片'])
  })
  test('too few came: the second notice and meeting stand, the first are 此前', () => {
    const walk = classified(major)
      .all(...prepared, 'party_members_agree', 'give_notice', 'open_assembly')
      .take('open_vote', { presentHall: 20 })
    expect(walk.topic.state).toBe('quorum_failed')
    walk.take('notice_again').take('give_notice', { meetingDay: '2026-12-20' })
    const { stages, earlier } = walk.passport()
    expect(stages.at(-1)?.deeds.map(deed => deed.evidence.meetingDay)).toEqual(['2026-12-20'])
    expect(earlier.map(stage => stage.name)).toEqual(['会议通知', '签到', '人数不够'])
  })
})
