import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOf, endOf, startOf } from '../../ground/calendar'
import { isMajorClass, rankOf } from '../../law/classes'
import { askable } from '../../topic/joint-petition'
import { brokenAt, type JournalEntry } from '../../ground/journal'
import { roleNames, type Person, type Role } from '../../resident/people'
import { isAuthor, type Topic } from '../../topic/topic'
import { affected } from './effects'
import { advance, countersign, missing, openSteps, type Acting, type Advance } from './engine'
import type { EvidenceValue } from '../evidence'
import type { Facts, VillageFacts } from './facts'
import { fieldOf, type Field } from '../fields'
import { earliestDay } from '../guards/meetings'
import { allStates, isEnded, states, type State } from '../states'
import type { Trait } from '../step'
import { isStepName, stepNames, stepOf, type StepName } from '../tracks/steps'

/*
 * The tables walked at random, over every kind of matter. What is expected is said here anew and not by the engine's own functions:
 * who a row names, which rows a kind of matter has, what must be in the file when a state is reached.
 */

const walks = 10_000
const day = 86_400_000
const isRestDay = (on: string) => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())
const opened = startOf('2026-03-02') + 9 * 3_600_000

const person = (id: string, ...roles: Role[]): Person => ({
  id,
  orgId: 'v',
  name: id,
  roles: ['resident', ...roles],
  group: 1,
  householdId: null,
})
/** Someone of every office, who raised it, and some who hold two posts. */
const everyone: readonly Person[] = [
  person('zhang'),
  { ...person('leader2', 'group_leader'), group: 2 },
  ...(Object.keys(roleNames) as Role[]).map(role => person(role, role)),
  person('committee2', 'committee'),
  person('supervisor2', 'supervisor'),
  person('both', 'party_secretary', 'supervisor'),
  person('moderator_supervisor', 'moderator', 'supervisor'),
]

const village: VillageFacts = {
  kind: 'village',
  collectiveSequence: 'replace_fourth',
  townReportForVillage: false,
  charterGives: ['C26-9'],
  committeeActsAsCollective: false,
  delegations: [
    { from: 'VA', to: 'VRA', codes: ['V28-1'], validFrom: '2020-01-01', validTo: '2060-12-31', grantedBy: '村民会议决定', form: 'meeting' },
  ],
}
const codes: Readonly<Record<string, string | undefined>> = { G1: 'GROUP', L1: 'V28-1', C2: 'C26-9', C1: 'C26-10' }

interface Track {
  readonly matterClass: string
  readonly body: string
  readonly village: VillageFacts
  readonly road: readonly StepName[]
}
/** Where a road leaves the straight way: up to a step, which goes the other way or is another one. */
interface Byway {
  readonly upTo: StepName
  readonly then: StepName
}
const intake: readonly StepName[] = ['receive', 'accept', 'review', 'classify']
const board: readonly StepName[] = ['board_first', 'board_last', 'certify_posting']
const prepared: readonly StepName[] = [...intake, 'enter_major', 'propose', 'agree_plan', 'review_lawful']
const assembled: readonly StepName[] = ['give_notice', 'open_assembly', 'open_vote', 'close_vote']
const done: readonly StepName[] = [
  'announce',
  'file',
  ...board,
  'carry_out',
  'finish_major',
  ...board,
  'ask_ratings_major',
  'look_back',
  'file_evaluation',
  'close_major',
]
const toTown: readonly StepName[] = [...prepared, 'party_members_to_town', 'town_answers', ...assembled, ...done]
const withoutTown: readonly StepName[] = [...prepared, 'party_members_agree', ...assembled, ...done]
// biome-ignore format: a row a line
const tracks: Readonly<Record<string, Track>> = {
  quick: { matterClass: 'L3', body: '', village, road: [...intake, 'enter_quick', 'assign', 'do_it', 'agree_done'] },
  ordinary: {
    matterClass: 'L2', body: '', village,
    road: [...intake, 'schedule', 'convene', 'close_discussion', 'post_outcome', ...board, 'start_work', 'finish', ...board, 'ask_ratings', 'close'],
  },
  villagers: { matterClass: 'L1', body: 'VA_PERSON', village, road: withoutTown },
  representatives: { matterClass: 'L1', body: 'VRA', village, road: withoutTown },
  reported: { matterClass: 'L1', body: 'VRA', village: { ...village, townReportForVillage: true }, road: toTown },
  group: { matterClass: 'G1', body: 'VG_HOUSEHOLD', village, road: withoutTown },
  members: { matterClass: 'C1', body: 'CMA', village, road: toTown },
  memberRepresentatives: { matterClass: 'C2', body: 'CMRA', village, road: toTown },
  twice: {
    matterClass: 'C1', body: 'CMA', village: { ...village, collectiveSequence: 'additional_fifth' },
    road: [...prepared, 'party_members_agree', ...assembled, 'announce_to_town', 'town_answers', ...assembled, ...done],
  },
}
const trackNames = Object.keys(tracks)
const byways: readonly Byway[] = [
  { upTo: 'enter_major', then: 'propose' },
  { upTo: 'propose', then: 'agree_plan' },
  { upTo: 'review_lawful', then: 'party_members_agree' },
  { upTo: 'party_members_to_town', then: 'town_suggests' },
  { upTo: 'open_assembly', then: 'open_vote' },
  { upTo: 'close_vote', then: 'announce' },
  { upTo: 'close_vote', then: 'recount' },
  { upTo: 'carry_out', then: 'suspend' },
  { upTo: 'carry_out', then: 'suspend_emergency' },
  { upTo: 'ask_ratings_major', then: 'look_back' },
  { upTo: 'close_discussion', then: 'unresolved' },
  { upTo: 'start_work', then: 'suspend' },
  { upTo: 'start_work', then: 'suspend_emergency' },
  { upTo: 'receive', then: 'return' },
  { upTo: 'receive', then: 'reject' },
  { upTo: 'agree_plan', then: 'review_passed_on' },
  { upTo: 'receive', then: 'merge' },
  { upTo: 'accept', then: 'merge' },
]

const raised: Topic = {
  id: 't',
  orgId: 'v',
  title: '修路',
  what: '',
  where: '',
  affected: '',
  suggestion: '',
  category: 'roads',
  photoIds: [],
  authorId: 'zhang',
  coAuthorIds: [],
  showName: true,
  origin: 'resident',
  voices: 1,
  state: 'submitted',
  enteredAt: opened,
  dueAt: null,
  raisedAt: opened,
  activeAt: opened,
  parentId: null,
  mergedIds: [],
  round: 1,
  sessions: 0,
  postponed: 0,
  sessionId: null,
  commentsUntil: null,
  openMotions: 0,
  openObjections: 0,
  pending: null,
  waitsForKey: false,
  dossier: {},
  rev: 0,
  head: '',
  rules: 'village-2026',
}

// What the tables say, read here once more.

const collective = (topic: Topic): boolean => ['C1', 'C2'].includes(String(topic.dossier.matterClass))
const townHeard = (topic: Topic): boolean => typeof topic.townReportedAt === 'number'
const owed = ({ petition }: Topic): boolean => typeof petition?.reachedAt === 'number' && petition.servedAt === null
// biome-ignore format: a row a line
const kinds: Record<Trait, (topic: Topic, place: VillageFacts) => boolean> = {
  'first-of-two-votes': (topic, place) => collective(topic) && place.collectiveSequence === 'additional_fifth' && !townHeard(topic),
  'deciding-vote': (topic, place) => !collective(topic) || place.collectiveSequence === 'replace_fourth' || townHeard(topic),
  'town-report-first': (topic, place) => !townHeard(topic) && (collective(topic) ? place.collectiveSequence === 'replace_fourth' : place.townReportForVillage),
  'no-town-report': (topic, place) => townHeard(topic) || (collective(topic) ? place.collectiveSequence === 'additional_fifth' : !place.townReportForVillage),
  'merge-objected': ({ dossier }) => Object.hasOwn(dossier, 'mergeObjection') && !Object.hasOwn(dossier, 'mergeAnswer'),
  noticed: topic => typeof topic.noticedAt === 'number',
  'not-noticed': topic => typeof topic.noticedAt !== 'number',
  'may-go-to-assembly': topic => ['VRA', 'RRA'].includes(String(topic.dossier.body)),
  'own-suspension': topic => typeof topic.dueAt === 'number',
  'decided-by-assembly': topic => ['G1', 'L1', 'C2', 'C1'].includes(String(topic.dossier.matterClass)),
  'has-co-proposers': topic => topic.coAuthorIds.length > 0,
  'passed-on': topic => Object.hasOwn(topic.dossier, 'opinionReasons'),
  petitioned: topic => owed(topic) && topic.petition?.asks !== 'reopening',
  'not-petitioned': topic => !owed(topic) || topic.petition?.asks === 'reopening',
  'reopening-petitioned': topic => owed(topic) && topic.petition?.asks === 'reopening',
  'decided-by-talk': topic => ['L3', 'L2', 'undefined'].includes(String(topic.dossier.matterClass)),
}
function inTable(name: StepName, topic: Topic, place: VillageFacts): boolean {
  const { from, only, once, asks, byNumbers } = stepOf(name)
  if (byNumbers || !from.includes(topic.state) || (once && Object.hasOwn(topic.dossier, asks[0] ?? ''))) return false
  return only === undefined || only.every(trait => kinds[trait](topic, place))
}
/** Who calls the meeting: the board its members, the committee the village, a leader the own group. */
function calls(topic: Topic, { roles, group }: Person, place: VillageFacts): boolean {
  if (collective(topic) && kinds['deciding-vote'](topic, place)) return roles.includes('collective_board')
  const leads =
    topic.dossier.matterClass === 'G1' &&
    roles.includes('group_leader') &&
    String(topic.dossier.affectedGroups ?? group)
      .split(',')
      .includes(String(group))
  return leads || roles.includes('committee')
}
const names = (name: StepName, topic: Topic, acting: Acting, place: VillageFacts): boolean => {
  const { by } = stepOf(name)
  return acting === 'system'
    ? by.includes('system')
    : by.some(actor =>
        actor === 'proposer'
          ? isAuthor(topic, acting.id)
          : actor === 'convener'
            ? calls(topic, acting, place)
            : actor !== 'system' && acting.roles.includes(actor),
      )
}
const rowsFrom = new Map(allStates.map(state => [state, stepNames.filter(name => stepOf(name).from.includes(state))]))
/** What may still be done when all is over; from every other end nothing leads on. */
const afterTheEnd: { readonly [S in State]?: readonly string[] } = {
  merged: ['object_to_merge', 'keep_merged', 'part_again'],
  rejected: ['appeal', 'reconsider', 'reopen', 'reopen_by_petition'],
  closed: ['reopen', 'reopen_by_petition'],
  major_closed: ['reopen', 'reopen_by_petition'],
}
const evidenceRefusals: readonly string[] = [
  'evidence-missing',
  'evidence-unknown',
  'evidence-malformed',
  'empty-text',
  'too-long',
  'control-characters',
  'id-number-in-text',
  'phone-number-in-text',
]

function must(holds: boolean, words: string): void {
  if (!holds) throw new Error(words)
}

// The generator: one number decides a move.

interface Luck {
  readonly onward: number
  readonly who: number
  readonly given: number
  readonly wait: number
  readonly turn: number
  readonly pick: number
}
function luckOf(drawn: number): Luck {
  let rest = drawn
  const draw = (below: number) => {
    const drew = rest % below
    rest = Math.floor(rest / below)
    return drew
  }
  return { onward: draw(10), who: draw(100), given: draw(10), wait: draw(10), turn: draw(10), pick: draw(1000) }
}

function sample(field: Field): EvidenceValue {
  switch (field.kind) {
    case 'text':
      return '写清楚了'
    case 'choice': {
      const [first = ''] = Object.keys(field.options)
      return field.several ? [first] : first
    }
    case 'number':
      return field.least
    case 'day':
      return '2060-01-01'
    case 'photos':
      return Array.from({ length: Math.max(1, field.least) }, (_, i) => `photo${i}`)
    case 'person':
      return 'committee'
    case 'topic':
      return 'parent'
    case 'yes':
      return true
    case 'checklist':
      return Object.keys(field.items).map(item => `${item}=ok`)
  }
}

const classesUp = ['L2', 'G1', 'L1', 'C2', 'C1']
function classFor(name: StepName, topic: Topic, track: Track, luck: Luck): string {
  if (name === 'classify') return track.matterClass
  const here = rankOf(String(topic.dossier.matterClass))
  const fits = classesUp.filter(one => (name === 'upgrade' ? rankOf(one) > here : rankOf(one) < here))
  return fits[luck.pick % Math.max(1, fits.length)] ?? 'L3'
}
const bodyFor = (topic: Topic, track: Track, luck: Luck): string => {
  const wanted =
    { G1: 'VG_HOUSEHOLD', L1: track.matterClass === 'L1' ? track.body : 'VRA', C2: 'CMRA', C1: 'CMA' }[String(topic.dossier.matterClass)] ??
    'VRA'
  if (kinds['first-of-two-votes'](topic, track.village)) return 'VA_PERSON'
  return wanted === 'VRA' && (topic.toAssembly === true || luck.pick % 3 === 0) ? 'VA_PERSON' : wanted
}

/**
 * What the form is filled with. `luck.given`: 0 to 5 as it should be, 6 and 7 numbers that judge the other way, 8 a slip, 9 a field left
 * out.
 */
function answers(name: StepName, topic: Topic, track: Track, facts: Facts, luck: Luck): Record<string, EvidenceValue> {
  const { asks, mayAsk = [] } = stepOf(name)
  const against = luck.given === 6 || luck.given === 7,
    slip = luck.given === 8
  const present = Number(topic.dossier.presentHall ?? 0)
  const body = bodyFor(topic, track, luck)
  const given: Record<string, EvidenceValue | undefined> = {
    pcmMembers: 5,
    pcmPresent: slip ? 6 : 5,
    pcmYes: against ? 2 : 4,
    tcmMembers: 7,
    tcmPresent: 6,
    tcmYes: against ? 3 : slip ? 7 : 4,
    pmmShouldAttend: 40,
    pmmPresent: 30,
    pmmYes: against ? 20 : 21,
    pmmNo: slip ? 10 : 9,
    pmmAbstain: 0,
    planText: topic.textHash === undefined || (!slip && name !== 'agree_plan') ? `第 ${topic.rev} 稿` : String(topic.dossier.planText),
    matterClass: asks.includes('matterClass') ? classFor(name, topic, track, luck) : undefined,
    body,
    rollSize: slip && luck.pick % 2 === 0 ? 80 : 90,
    scrutineer: ['supervisor', 'supervisor2'].find(id => !topic.recusedIds?.includes(id)) ?? 'supervisor',
    teller: 'representative',
    noticeAlso: ['broadcast'],
    presentHall: against ? 40 : 70,
    presentOnline: slip && body !== 'CMA' ? 3 : 0,
    presentProxy: 0,
    lateArrivals: 0,
    votesYes: against ? Math.floor(present / 3) : present - 2,
    votesNo: against ? present - Math.floor(present / 3) : 1,
    votesAbstain: 1,
    votesInvalid: 0,
    votesUnreturned: 0,
    finishBy: addDays(dayOf(facts.now), slip ? -1 : 30),
    doneNote: '修好了',
  }
  if (against) given.votesAbstain = 0
  if (slip) given.votesInvalid = 1
  if (asks.includes('meetingDay'))
    given.meetingDay =
      name === 'give_urgent_notice'
        ? addDays(dayOf(facts.now), 1)
        : addDays(earliestDay(topic, facts, { body: body as 'VRA' }) ?? dayOf(facts.now), slip ? -1 : 0)
  if (slip && asks.includes('checklist'))
    given.checklist = (sample(fieldOf('checklist')) as readonly string[]).map((answer, i) =>
      i === 0 ? answer.replace('ok', 'problem') : answer,
    )
  const filled: Record<string, EvidenceValue> = {}
  for (const field of asks) filled[field] = given[field] ?? sample(fieldOf(field))
  if (asks.includes('matterCode')) filled.matterCode = codes[String(topic.dossier.matterClass)] ?? 'V28-1'
  const code = codes[String(filled.matterClass)]
  if (mayAsk.includes('matterCode') && code !== undefined) filled.matterCode = code
  if (luck.given === 9 && asks.length > 0) delete filled[asks[luck.pick % asks.length] ?? '']
  return filled
}

/** When the step could be taken at all, as far as time goes. */
function ripe(name: StepName, topic: Topic): number {
  const { guards } = stepOf(name)
  const due = topic.dueAt ?? 0
  if (guards.includes('term-over') || guards.includes('posting-over')) return due
  if (guards.includes('long-overdue')) return 2 * due - topic.enteredAt
  if (guards.includes('last-posting-day')) return due - day
  if (guards.includes('evaluation-due')) return due - 30 * day
  return guards.includes('meeting-time-reached') && typeof topic.dossier.meetingDay === 'string' ? startOf(topic.dossier.meetingDay) : 0
}

// The walk, and what must hold of it at every step.

interface Walk {
  readonly track: Track
  topic: Topic
  now: number
  journal: JournalEntry[]
}
const visited = new Map<State, number>(),
  taken = new Map<StepName, number>(),
  refusals = new Map<string, number>()
const offered = new Set<string>()
const count = { moves: 0, offers: 0, keys: 0 }
const more = <Key>(counted: Map<Key, number>, key: Key) => counted.set(key, (counted.get(key) ?? 0) + 1)

function factsOf(walk: Walk, luck: Luck): Facts {
  const fine = luck.wait !== 9
  return {
    now: walk.now,
    supports: fine ? 5 : 4,
    authorNeedsNoSupport: false,
    supportsNeeded: 5,
    parentOpen: fine,
    changed: fine,
    fileComplete: fine,
    village: walk.track.village,
    session: { startsAt: walk.now - 1, present: fine ? 5 : 4, stakeholders: 6, hostPresent: true, recorderPresent: true },
  }
}

/** The fifteen days, whole; a place on the board; a witness; nobody unheard. */
function checkPosting(before: Topic, after: Topic, at: number, name: StepName): void {
  if (states[after.state].posts && (before.state !== after.state || stepOf(name).restarts)) {
    must(after.dueAt !== null && after.dueAt >= endOf(addDays(dayOf(at), 15)), `${name}: posted for less than fifteen days`)
    if (before.state !== after.state)
      must(
        ['boardPhotoFirst', 'boardPhotoLast', 'postingCertified'].every(field => !Object.hasOwn(after.dossier, field)),
        `${name}: an old photograph on a new posting`,
      )
  }
  if (states[before.state].posts && before.state !== after.state && stepOf(name).by.includes('system')) {
    must(at >= endOf(addDays(dayOf(before.enteredAt), 15)), `${name}: the board was cleared early`)
    must(
      before.openObjections === 0 &&
        before.dossier.postingCertified === true &&
        before.dossier.boardPhotoFirst !== undefined &&
        before.dossier.boardPhotoLast !== undefined,
      `${name}: uncertified`,
    )
  }
}

const fullDays: Readonly<Record<string, number>> = { VA_PERSON: 10, VA_HOUSEHOLD: 10, CMA: 10, VRA: 3, CMRA: 3, VG_HOUSEHOLD: 3 }
const mayDecide: Readonly<Record<string, readonly string[]>> = {
  G1: ['VG_HOUSEHOLD'],
  L1: ['VA_PERSON', 'VRA'],
  C2: ['CMRA', 'CMA'],
  C1: ['CMA'],
}
/** A notice names a body that may decide, a text that was reviewed, days enough, and who counts; the town has heard where it must. */
function checkNotice({ topic, track }: Walk, before: Topic, at: number, urgent: boolean): void {
  const { dossier, reviewedHash, textHash } = topic
  const body = String(dossier.body),
    first = kinds['first-of-two-votes'](before, track.village)
  must(reviewedHash === textHash && textHash !== undefined, 'noticed unreviewed')
  must(first ? body === 'VA_PERSON' : mayDecide[String(dossier.matterClass)]?.includes(body) === true, `noticed for ${body}`)
  must(body !== 'VRA' || topic.toAssembly !== true, 'back before the representatives')
  must(!(collective(topic) ? !first : track.village.townReportForVillage) || townHeard(topic), 'noticed unheard by the town')
  must(urgent ? body === 'VA_PERSON' : String(dossier.meetingDay) > addDays(dayOf(at), fullDays[body] ?? 99), 'noticed too late')
  must(
    dossier.scrutineer !== dossier.teller &&
      ![dossier.scrutineer, dossier.teller].some(id => id === 'zhang' || topic.recusedIds?.includes(String(id))),
    'counted by who may not',
  )
  if (typeof before.noticedAt === 'number' && before.dossier.body === body)
    must(Number(dossier.rollSize) >= Number(before.dossier.rollSize), 'the roll shrank')
}

/** What must be in the file when a state is reached, whatever way led there. */
function checkArrival({ topic, track }: Walk, before: Topic, name: StepName): void {
  const { state, dossier } = topic
  if (stepOf(name).to !== state) return // only put on record, or back where it was when it was suspended
  if (['party_proposal', 'noticing', 'voting', 'resolution_posting'].includes(state))
    must(isMajorClass(dossier.matterClass), `${state}: an ordinary matter`)
  if (state === 'outcome_posting') must(dossier.matterClass === 'L2', 'a talk decided what an assembly must')
  if (!isMajorClass(dossier.matterClass)) must(dossier.matterCode === undefined, `${state}: an ordinary matter of a major kind`)
  if (state === 'quick_registered') must(dossier.matterClass === 'L3', 'a matter of all done as a small one')
  if (state === 'party_members')
    must(topic.reviewedHash === topic.textHash && topic.textHash !== undefined, 'on to the party members unreviewed')
  if (state === 'assembly_open' || (state === 'voting' && before.state === 'assembly_open'))
    must(topic.reviewedHash === topic.textHash && topic.textHash !== undefined, 'voted on another text than was reviewed')
  if (state === 'assembly_open')
    must(
      typeof topic.noticedAt === 'number' && topic.activeAt >= startOf(String(dossier.meetingDay)),
      'met without notice, or before the day',
    )
  if (state === 'voting')
    must(
      3 * Number(dossier.presentHall) >= 2 * Number(dossier.rollSize) ||
        (dossier.body === 'VA_PERSON' && 2 * Number(dossier.presentHall) > Number(dossier.rollSize)),
      'voted without a quorum',
    )
  if (state === 'resolution_posting') {
    must(dossier.filingNo === undefined, 'a filing from before the vote')
    must(2 * Number(dossier.votesYes) > Number(dossier.presentHall), 'resolved by a minority')
    if (collective(topic))
      must(
        3 * Number(dossier.votesYes) >= 2 * Number(dossier.rollSize) && townHeard(topic),
        'a collective matter without two thirds of all, or unheard by the town',
      )
    if (track.village.townReportForVillage) must(townHeard(topic), 'the town was not told')
  }
  if (state === 'major_closed' && before.state === 'post_evaluation')
    must(dossier.recommendation !== undefined, 'closed without looking back')
}

function accept(walk: Walk, done: Advance, told: Facts): void {
  const { topic: before, journal } = walk
  const { entry, taken: isTaken } = done
  const name = entry.step
  if (!isStepName(name)) throw new Error(`${name} is no step`)
  const row = stepOf(name),
    last = journal.at(-1)
  must(entry.n === journal.length + 1 && entry.before === (last?.hash ?? ''), `${name}: the journal lost an entry`)
  must(entry.from === before.state && entry.at === told.now && entry.transition === row.id, `${name}: the journal says something else`)
  must(row.from.includes(before.state), `${name} from ${before.state}`)
  if (isTaken) {
    must(
      row.asks.every(field => Object.hasOwn(entry.evidence, field)),
      `${name}: taken without what it asks for`,
    )
    must(missing(row, { ...before, pending: null }, told, entry.evidence).length === 0, `${name}: taken over a guard`)
    must(!isEnded(before.state) || afterTheEnd[before.state]?.includes(name) === true, `${name}: left ${before.state}, which is an end`)
    const to = row.to === 'same' ? before.state : row.to === 'held' ? before.heldFrom : row.to
    must(entry.to === to && done.topic.state === to, `${name}: led to ${entry.to}`)
    more(taken, name)
  } else must(done.topic.state === before.state && entry.to === before.state, `${name}: moved before its second key`)
  journal.push(entry)
  walk.topic = isTaken ? affected(done.topic, name, before.state, entry.evidence, entry.byId) : done.topic
  must(walk.topic.rev === entry.n && walk.topic.head === entry.hash, `${name}: the topic does not stand on its journal`)
  if (isTaken) {
    checkPosting(before, walk.topic, told.now, name)
    if (row.id === 'TR-51' && row.to === 'same') checkNotice(walk, before, told.now, name === 'give_urgent_notice')
    checkArrival(walk, before, name)
    more(visited, walk.topic.state)
  }
}

function turnKey(walk: Walk, luck: Luck, told: Facts): void {
  const { pending } = walk.topic
  if (!pending) return
  const keys = stepOf(pending.step).countersign ?? []
  const able = everyone.filter(one => keys.some(role => one.roles.includes(role)))
  const acting = (luck.who < 85 ? able[luck.who % able.length] : everyone[luck.who % everyone.length]) ?? everyone[0]
  if (!acting) return
  const before = walk.topic
  const turned = countersign({ topic: before, acting, facts: told, isRestDay, agrees: luck.turn < 8, note: '再看看' })
  count.keys += 1
  if (!able.includes(acting)) return must(!turned.ok && turned.refusal === 'not-your-role', 'another office turned the key')
  const barred =
    acting.id === pending.byId
      ? 'second-key-same-person'
      : isAuthor(before, acting.id)
        ? 'second-key-is-proposer'
        : before.recusedIds?.includes(acting.id)
          ? 'conflict-declared'
          : acting.roles.includes('party_secretary')
            ? 'second-key-is-secretary'
            : pending.step.startsWith('announce') &&
                before.dossier.scrutineer !== acting.id &&
                before.dossier.scrutineer !== pending.byId &&
                !before.recusedIds?.includes(String(before.dossier.scrutineer)) &&
                told.now < endOf(dayOf(pending.at))
              ? 'second-key-is-scrutineers'
              : null
  if (barred) return must(!turned.ok && turned.refusal === barred, `the second key was turned past ${barred}`)
  if (turned.ok) accept(walk, turned.value, told)
  else
    must(
      stepOf(pending.step).guards.some(guard => guard === turned.refusal),
      `the second key refused by ${turned.refusal}`,
    )
}

/** Everybody is offered the rows the tables have for them, once for each situation met. */
function checkOffers({ topic, track }: Walk, told: Facts): void {
  const situation = [
    topic.state,
    trackNames.find(one => tracks[one] === track),
    topic.dossier.matterClass,
    topic.dossier.body,
    townHeard(topic),
    topic.dueAt === null,
    topic.dossier.boardPhotoFirst === undefined,
    topic.dossier.filingNo === undefined,
    owed(topic) && topic.petition?.asks,
    topic.coAuthorIds.length,
    topic.authorId,
    topic.dossier.mergeObjection === undefined,
    topic.dossier.mergeAnswer === undefined,
    typeof topic.noticedAt,
  ].join()
  if (offered.has(situation)) return
  offered.add(situation)
  const here = new Set(stepNames.filter(name => inTable(name, topic, track.village)))
  for (const acting of [...everyone, 'system' as const]) {
    const open = new Set(openSteps(topic, acting, told))
    for (const name of stepNames) {
      count.offers += 1
      must(
        open.has(name) === (here.has(name) && names(name, topic, acting, track.village)),
        `${name} in ${topic.state} for ${acting === 'system' ? acting : acting.id}`,
      )
    }
  }
}

/** Names enough under a petition, where one may be asked for. */
function signed(topic: Topic, now: number, luck: Luck): Topic {
  const wants = askable(topic, now)
  const asks = wants[luck.pick % Math.max(1, wants.length)]
  if (asks === undefined) return topic
  return {
    ...topic,
    petition: {
      id: 'p',
      asks,
      reason: '大家要开会定',
      startedById: 'zhang',
      startedAt: now,
      of: { person: 90, representative: 10, household: 40 },
      withdrawn: 0,
      reachedAt: now,
      explain: '',
      conveneBy: null,
      servedAt: null,
    },
  }
}

function move(walk: Walk, drawn: number): void {
  const luck = luckOf(drawn)
  if (luck.turn === 8 && luck.pick % 4 === 0 && walk.topic.coAuthorIds.length === 0 && !walk.topic.pending)
    walk.topic = { ...walk.topic, coAuthorIds: ['resident'] }
  if (luck.turn === 9 && !owed(walk.topic)) walk.topic = signed(walk.topic, walk.now, luck)
  const { topic, track } = walk
  count.moves += 1
  if (topic.pending && luck.onward < 8) return turnKey(walk, luck, factsOf(walk, luck))
  const here = (rowsFrom.get(topic.state) ?? []).filter(name => inTable(name, topic, track.village))
  const onward = here.filter(name => stepOf(name).look === 'main')
  const choice = luck.onward === 9 && luck.wait === 0 ? stepNames : luck.onward < 5 && onward.length > 0 ? onward : here
  const name = choice[luck.pick % Math.max(1, choice.length)]
  if (!name) return
  if (luck.wait < 7) walk.now = Math.max(walk.now, ripe(name, topic))
  else walk.now += (luck.wait === 8 ? 400 : luck.pick % 12) * day
  walk.topic = { ...topic, openObjections: luck.given === 9 ? 1 : 0, openMotions: luck.given === 9 && luck.turn < 3 ? 1 : 0 }
  const told = factsOf(walk, luck)
  const able = everyone.filter(one => names(name, topic, one, track.village))
  const acting: Acting =
    stepOf(name).by.includes('system') && (able.length === 0 || luck.who % 2 === 0)
      ? 'system'
      : ((luck.who < 88 ? able[luck.who % Math.max(1, able.length)] : undefined) ?? everyone[luck.who % everyone.length] ?? 'system')
  const decision = advance({
    topic: walk.topic,
    name,
    acting,
    evidence: answers(name, walk.topic, track, told, luck),
    facts: told,
    isRestDay,
  })
  if (!inTable(name, topic, track.village))
    return must(!decision.ok && decision.refusal === 'step-not-open', `${name} taken in ${topic.state}`)
  if (!names(name, topic, acting, track.village))
    return must(!decision.ok && ['not-your-role', 'not-the-convener'].includes(decision.refusal), `${name} taken by who is not named`)
  if (decision.ok) return accept(walk, decision.value, told)
  const row = stepOf(name)
  more(refusals, decision.refusal)
  const known =
    evidenceRefusals.includes(decision.refusal) ||
    row.guards.some(guard => guard === decision.refusal) ||
    (row.impartial === true && ['conflict-declared', 'second-key-is-secretary'].includes(decision.refusal)) ||
    (row.apart === true && ['second-key-is-proposer', 'second-key-same-person'].includes(decision.refusal)) ||
    (row.otherwise !== undefined && isStepName(row.otherwise) && stepOf(row.otherwise).guards.some(guard => guard === decision.refusal))
  must(known, `${name} refused by ${decision.refusal}, which is none of its guards`)
}

/**
 * Each road walked to its end without a slip: where the random walks set out from. A byway's last step is told numbers that judge the other
 * way.
 */
function milestones(track: Track, road: readonly StepName[] = track.road, against = false): readonly Walk[] {
  const walk: Walk = { track, topic: raised, now: opened, journal: [] }
  const kept: Walk[] = [{ ...walk, journal: [] }]
  for (const [i, name] of road.entries()) {
    const luck: Luck = { onward: 0, who: 0, given: against && i === road.length - 1 ? 6 : 0, wait: 0, turn: 0, pick: 1 }
    walk.now = Math.max(walk.now + 60_000, ripe(name, walk.topic))
    const told = factsOf(walk, luck),
      able = everyone.filter(one => names(name, walk.topic, one, track.village) && !one.roles.includes('party_secretary'))
    const acting = able[0] ?? everyone.find(one => names(name, walk.topic, one, track.village)) ?? 'system'
    const step = advance({
      topic: walk.topic,
      name,
      acting,
      evidence: answers(name, walk.topic, track, told, luck),
      facts: told,
      isRestDay,
    })
    if (!step.ok) throw new Error(`${name}: ${step.refusal}`)
    accept(walk, step.value, told)
    kept.push({ ...walk, journal: [...walk.journal] })
    if (!walk.topic.pending) continue
    const supervisor = everyone.find(one => one.id === 'supervisor') ?? raise()
    const turned = countersign({ topic: walk.topic, acting: supervisor, facts: told, isRestDay, agrees: true, note: '' })
    if (!turned.ok) throw new Error(`${name}: ${turned.refusal}`)
    accept(walk, turned.value, told)
    kept.push({ ...walk, journal: [...walk.journal] })
  }
  must(isEnded(walk.topic.state) || road !== track.road, 'the road has no end')
  return kept
}
function asideOf(track: Track, { upTo, then }: Byway): readonly Walk[] {
  const straight = track.road.slice(0, track.road.indexOf(upTo) + 1)
  const fork = straight.length === 0 ? undefined : milestones(track, straight).at(-1)
  return fork && inTable(then, fork.topic, track.village) ? milestones(track, [...straight, then], true).slice(-1) : []
}
const raise = (): never => {
  throw new Error('nobody')
}

test('ten thousand walks over every kind of matter: no state without its evidence, no entry lost, nothing the tables forbid', {
  timeout: 180_000,
}, () => {
  const starts = Object.fromEntries(
    Object.entries(tracks).map(([name, track]) => [
      name,
      { along: milestones(track), aside: byways.flatMap(byway => asideOf(track, byway)) },
    ]),
  )
  let walked = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...trackNames),
      fc.nat(9_999),
      fc.array(fc.nat(999_999_999), { minLength: 4, maxLength: 24, size: 'max' }),
      (name, from, moves) => {
        const { along, aside } = starts[name] ?? raise()
        const places = from % 7 === 0 ? along.slice(0, 1) : from % 7 < 4 && aside.length > 0 ? aside : along
        const start = places[Math.floor(from / 7) % places.length] ?? raise()
        const walk: Walk = { ...start, journal: [...start.journal] }
        for (const drawn of moves) {
          move(walk, drawn)
          checkOffers(walk, factsOf(walk, luckOf(0)))
        }
        walked += 1
        must(walk.topic.rev === walk.journal.length, 'a step without its entry')
        // Every link was looked at on the way; every hash is, in every tenth walk.
        if (walked % 10 === 0) must(brokenAt(walk.journal) === null, 'a chain broke')
      },
    ),
    { numRuns: walks },
  )
  const rarest = [...taken]
    .sort((a, b) => a[1] - b[1])
    .slice(0, 6)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ')
  process.stdout.write(
    `${walked} walks, ${count.moves} moves, ${count.keys} second keys, ${offered.size} situations with ` +
      `${count.offers} offers; rarest rows: ${rarest}; refused: ` +
      `${[...refusals].map(([name, times]) => `${name} ${times}`).join(', ')}\n`,
  )
  expect(allStates.filter(state => !visited.has(state) && state !== 'submitted')).toEqual([])
  expect(stepNames.filter(name => !taken.has(name))).toEqual([])
  expect(walked).toBeGreaterThanOrEqual(walks)
})
