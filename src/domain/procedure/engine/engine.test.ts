import { afterAll, describe, expect, test } from 'vitest'
import { brokenAt, type JournalEntry } from '../../ground/journal'
import { roleNames, type Person, type Role } from '../../resident/people'
import type { Topic } from '../../topic/topic'
import { advance, countersign, openSteps, stands } from './engine'
import type { EvidenceValue } from '../evidence'
import type { Facts } from './facts'
import { fieldOf, type Field, type FieldName } from '../fields'
import { missingWordsOf } from '../guards/all'
import { neededPresent } from '../guards/ordinary'
import { ordinaryRoad } from '../roads'
import { allStates, isEnded, states } from '../states'
import { stepNames, stepOf, type StepName } from '../tracks/steps'

const at = (text: string) => Date.parse(`${text}+08:00`)
const isRestDay = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const person = (id: string, ...roles: Role[]): Person => ({
  id,
  orgId: 'v',
  name: id,
  roles: ['resident', ...roles],
  group: 1,
  householdId: null,
})
const zhang = person('zhang')
const moderator = person('moderator', 'moderator')
const secretary = person('secretary', 'party_secretary')
const supervisor = person('supervisor', 'supervisor')
const committee = person('committee', 'committee')

const topic: Topic = {
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
  enteredAt: at('2026-03-02T09:00:00'),
  dueAt: at('2026-03-06T00:00:00'),
  raisedAt: at('2026-03-02T09:00:00'),
  activeAt: at('2026-03-02T09:00:00'),
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
}
const facts: Facts = {
  now: at('2026-03-03T10:00:00'),
  supports: 0,
  authorNeedsNoSupport: false,
  supportsNeeded: 5,
  session: null,
  parentOpen: true,
  changed: true,
  fileComplete: true,
  village: {
    kind: 'village',
    collectiveSequence: 'replace_fourth',
    townReportForVillage: false,
    charterGives: [],
    committeeActsAsCollective: false,
    delegations: [],
  },
}

/** Something a field takes. */
function sample(field: Field): EvidenceValue {
  switch (field.kind) {
    case 'text':
      return '写清楚了'
    case 'choice': {
      const first = Object.keys(field.options)[0] ?? ''
      return field.several ? [first] : first
    }
    case 'number':
      return field.least
    case 'day':
      return '2030-01-01'
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
const evidenceFor = (name: StepName) => Object.fromEntries(stepOf(name).asks.map((field: FieldName) => [field, sample(fieldOf(field))]))
const take = (from: Topic, name: StepName, acting: Person | 'system', change: Partial<Facts> = {}, evidence = evidenceFor(name)) =>
  advance({ topic: from, name, acting, evidence, facts: { ...facts, ...change }, isRestDay })

describe('the table', () => {
  test('every state can be left or is an end, and every end is an end', () => {
    for (const state of allStates) {
      const leads = stepNames.map(stepOf).some(step => step.from.includes(state) && step.to !== 'same')
      expect(leads || isEnded(state), state).toBe(true)
    }
  })
  test('the ordinary road is a road: each state leads to the next', () => {
    for (const [i, state] of ordinaryRoad.slice(0, -1).entries()) {
      expect(
        stepNames.map(stepOf).some(step => step.from.includes(state) && step.to === ordinaryRoad[i + 1]),
        `${state} → ${ordinaryRoad[i + 1]}`,
      ).toBe(true)
    }
  })
  test('no posting is shorter than the fifteen days of the law', () => {
    for (const state of allStates) {
      const term = states[state].term
      if (term && 'postingDays' in term) expect(Math.max(term.postingDays, term.floor)).toBeGreaterThanOrEqual(15)
    }
  })
  test('whoever holds a second key is never the only one to hold the first', () => {
    for (const name of stepNames) for (const role of stepOf(name).countersign ?? []) expect(stepOf(name).by).not.toContain(role)
  })
})

describe('every step, for every role, in every state', () => {
  const offices = [zhang, ...(Object.keys(roleNames) as Role[]).map(role => person(role, role))]
  const offered = new Map(
    allStates.flatMap(state => offices.map(acting => [`${state} ${acting.id}`, openSteps({ ...topic, state }, acting, facts)] as const)),
  )
  let judged = 0
  const notTheirs: readonly string[] = ['not-your-role', 'not-the-convener']
  afterAll(
    () =>
      void process.stdout.write(`${stepNames.length} steps × ${allStates.length} states × ${offices.length} people: ${judged} judged\n`),
  )
  test.each(stepNames)('%s is open to exactly those the table names', name => {
    const step = stepOf(name),
      evidence = evidenceFor(name),
      wrong: string[] = []
    for (const state of allStates)
      for (const acting of offices) {
        const here = step.from.includes(state) && !step.byNumbers && stands(step, { ...topic, state }, facts)
        const named = step.by.some(actor =>
          actor === 'proposer'
            ? acting.id === 'zhang'
            : actor !== 'system' && acting.roles.includes(actor === 'convener' ? 'committee' : actor),
        )
        const decision = take({ ...topic, state }, name, acting, {}, evidence)
        const answer = decision.ok ? 'granted' : decision.refusal
        const right = here
          ? named
            ? answer !== 'step-not-open' && !notTheirs.includes(answer)
            : notTheirs.includes(answer)
          : answer === 'step-not-open'
        if (!right || offered.get(`${state} ${acting.id}`)?.includes(name) !== (here && named))
          wrong.push(`${state}, ${acting.id}: ${answer}`)
        judged += 1
      }
    expect(wrong).toEqual([])
  })
})

describe('the second key', () => {
  const laid = take(topic, 'reject', moderator)
  const waiting = laid.ok ? laid.value.topic : topic
  const turn = (acting: Person, agrees = true, from = waiting) =>
    countersign({ topic: from, acting, facts, isRestDay, agrees, note: '再看看' })
  test('a rejection rests until the supervision committee confirms it', () => {
    expect(waiting).toMatchObject({ state: 'screening', waitsForKey: true })
    expect(turn(supervisor)).toMatchObject({
      ok: true,
      value: { taken: true, topic: { state: 'rejected', pending: null, waitsForKey: false } },
    })
  })
  test('handed back, the topic is where it was and may be judged anew', () => {
    const back = turn(supervisor, false)
    expect(back).toMatchObject({ ok: true, value: { taken: false, topic: { state: 'screening', pending: null } } })
    expect(back.ok && take(back.value.topic, 'accept', moderator).ok).toBe(true)
  })
  test('neither another office, nor the same person, nor the proposer turns it', () => {
    expect(turn(committee)).toEqual({ ok: false, refusal: 'not-your-role' })
    const both = person('both', 'moderator', 'supervisor')
    const own = take(topic, 'reject', both)
    expect(own.ok && turn(both, true, own.value.topic)).toEqual({ ok: false, refusal: 'second-key-same-person' })
    expect(turn(person('zhang', 'supervisor'))).toEqual({ ok: false, refusal: 'second-key-is-proposer' })
  })
  test('no second proposal while one waits', () => {
    expect(take(waiting, 'reject', committee)).toEqual({ ok: false, refusal: 'not-yet-pending' })
  })
})

describe('evidence', () => {
  test.each([
    ['nothing', {}, 'evidence-missing'],
    ['an unknown reason', { ...evidenceFor('reject'), rejectReason: 'because' }, 'evidence-malformed'],
    ['something not asked for', { ...evidenceFor('reject'), state: 'closed' }, 'evidence-unknown'],
    ['a blank explanation', { ...evidenceFor('reject'), explanation: '   ' }, 'empty-text'],
    ['a phone number', { ...evidenceFor('reject'), remedy: '找 13800138000' }, 'phone-number-in-text'],
  ])('%s is refused', (_, evidence, refusal) => {
    expect(take(topic, 'reject', moderator, {}, evidence)).toEqual({ ok: false, refusal })
  })
  test('an acceptance that is not one does not finish the work', () => {
    expect(take({ ...topic, state: 'implementing' }, 'finish', committee, {}, { ...evidenceFor('finish'), accepted: false })).toEqual({
      ok: false,
      refusal: 'evidence-missing',
    })
  })
  test('half a yuan, a negative sum and a day that is none are refused', () => {
    const drafting: Topic = { ...topic, state: 'outcome_drafting' }
    for (const change of [{ budget: 0.5 }, { budget: -1 }, { finishBy: '2026-13-01' }]) {
      expect(take(drafting, 'post_outcome', moderator, {}, { ...evidenceFor('post_outcome'), ...change })).toEqual({
        ok: false,
        refusal: 'evidence-malformed',
      })
    }
  })
})

describe('guards', () => {
  const posting: Topic = {
    ...topic,
    state: 'outcome_posting',
    dueAt: at('2026-03-24T00:00:00'),
    dossier: { boardPhotoFirst: ['a'], boardPhotoLast: ['b'], postingCertified: true },
  }
  test('a posting holds until 24:00 of its last day, with its photographs and without an open objection', () => {
    expect(take(posting, 'start_work', 'system', { now: posting.dueAt! - 1 })).toEqual({ ok: false, refusal: 'posting-over' })
    expect(take(posting, 'start_work', 'system', { now: posting.dueAt! }).ok).toBe(true)
    expect(take({ ...posting, openObjections: 1 }, 'start_work', 'system', { now: posting.dueAt! })).toEqual({
      ok: false,
      refusal: 'no-open-objection',
    })
    expect(take({ ...posting, dossier: { boardPhotoFirst: ['a'] } }, 'start_work', 'system', { now: posting.dueAt! })).toEqual({
      ok: false,
      refusal: 'board-photos',
    })
  })
  test('the board is photographed once when the posting goes up, and once on its last day', () => {
    const bare: Topic = { ...posting, dossier: {} }
    const first = take(bare, 'board_first', moderator)
    expect(first.ok && openSteps(first.value.topic, moderator, facts)).not.toContain('board_first')
    expect(first.ok && take(first.value.topic, 'board_first', moderator)).toEqual({ ok: false, refusal: 'step-not-open' })
    expect(take(bare, 'board_last', moderator, { now: bare.dueAt! - 86_400_001 })).toEqual({ ok: false, refusal: 'last-posting-day' })
    expect(take(bare, 'board_last', moderator, { now: bare.dueAt! - 86_400_000 }).ok).toBe(true)
  })
  test('the result’s posting needs photographs of its own', () => {
    const done = take({ ...topic, state: 'implementing', dossier: posting.dossier }, 'finish', committee)
    const posted = done.ok ? countersign({ topic: done.value.topic, acting: supervisor, facts, isRestDay, agrees: true, note: '' }) : done
    expect(posted.ok && posted.value.topic.dossier.boardPhotoFirst).toBeUndefined()
  })
  test('five supports, or an office that needs none, or danger', () => {
    const gathering: Topic = { ...topic, state: 'accepted' }
    expect(take(gathering, 'review', 'system', { supports: 4 })).toEqual({ ok: false, refusal: 'support-reached' })
    expect(take(gathering, 'review', 'system', { supports: 5 }).ok).toBe(true)
    expect(take(gathering, 'review', 'system', { authorNeedsNoSupport: true }).ok).toBe(true)
    expect(take({ ...gathering, dossier: { urgent: true } }, 'review', 'system').ok).toBe(true)
  })
  test('a session opens at its time, with host, recorder and five present', () => {
    const called: Topic = { ...topic, state: 'scheduled' }
    const session = { startsAt: facts.now, present: 5, stakeholders: 0, hostPresent: true, recorderPresent: true }
    expect(take(called, 'convene', moderator, { session }).ok).toBe(true)
    expect(take(called, 'convene', moderator, { session: { ...session, startsAt: facts.now + 1 } })).toEqual({
      ok: false,
      refusal: 'session-started',
    })
    expect(take(called, 'convene', moderator, { session: { ...session, recorderPresent: false } })).toEqual({
      ok: false,
      refusal: 'host-and-recorder-present',
    })
    expect(take(called, 'convene', moderator, { session: { ...session, present: 4 } })).toEqual({ ok: false, refusal: 'five-present' })
    // Of those concerned who were asked half must be there, host and recorder not counted: 2×3 ≥ 6, and 2×3 < 7.
    for (const [stakeholders, present, opens] of [
      [6, 5, true],
      [7, 5, false],
      [7, 6, true],
      [12, 7, false],
      [12, 8, true],
    ] as const) {
      expect(
        take(called, 'convene', moderator, { session: { ...session, stakeholders, present } }).ok,
        `${present} of ${stakeholders}`,
      ).toBe(opens)
      expect(present >= neededPresent(stakeholders)).toBe(opens)
    }
    expect(missingWordsOf('half-present', called, { ...facts, session: { ...session, stakeholders: 12, present: 7 } }, {})).toContain(
      '到了 5 位，2×5 < 12，还差 1 位',
    )
  })
  test('an outcome is not posted over an open vote, nor with a day that is past', () => {
    const drafting: Topic = { ...topic, state: 'outcome_drafting' }
    expect(take({ ...drafting, openMotions: 1 }, 'post_outcome', moderator)).toEqual({ ok: false, refusal: 'no-open-vote' })
    expect(take(drafting, 'post_outcome', moderator, {}, { ...evidenceFor('post_outcome'), finishBy: '2026-03-02' })).toEqual({
      ok: false,
      refusal: 'finish-day-ahead',
    })
  })
})

test('a journal entry changed, dropped, doubled or swapped is found', () => {
  let here = topic
  const journal: JournalEntry[] = []
  for (const [name, acting, change] of [
    ['accept', moderator, {}],
    ['review', 'system', { supports: 9 }],
    ['classify', secretary, {}],
  ] as const) {
    const decision = take(here, name, acting, change)
    if (!decision.ok) throw new Error(decision.refusal)
    journal.push(decision.value.entry)
    here = decision.value.topic
  }
  expect(brokenAt(journal)).toBeNull()
  const [a, b, c] = journal as [JournalEntry, JournalEntry, JournalEntry]
  expect(brokenAt([a, { ...b, said: '别的' }, c])).toBe(2)
  expect(brokenAt([a, c])).toBe(2)
  expect(brokenAt([a, a, b])).toBe(2)
  expect(brokenAt([b, a, c])).toBe(1)
  expect(brokenAt([{ ...a, evidence: { urgent: true } }, b, c])).toBe(1)
})
