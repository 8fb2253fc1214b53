import { addDays, dayOf, spokenTime, startOf, type Day } from '@/domain/ground/calendar'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { needsKeys } from '@/domain/vote/count/count-keys'
import type { Choice } from '@/domain/vote/question/answers'
import type { Evidence } from '@/domain/procedure/evidence'
import type { State } from '@/domain/procedure/states'
import { isEnded } from '@/domain/procedure/states'
import { createServe } from '../../api/serve'
import type { Files, Ports, Row, Store } from '../../ports'
import { tick } from '../../tick/tick'
import { withoutPhones } from '../no-phones'
import { greatStories } from './great-history'
import { greatMatters } from './great-matters'
import { handsOf, seedOf, topicId, type Act, type Hands } from './hands'
import { hallVoteOf } from './hall-vote'
import { endedMatters } from './matters-ended'
import { runningMatters } from './matters-running'
import type { Matter, Vote } from './matter'
import { orgId, type DemoPeople } from './people'
import { dice, seededChance } from './random'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const matters: readonly Pick<Matter, 'key' | 'ends' | 'hallVote'>[] = [...endedMatters, ...runningMatters, ...greatMatters]

/** What the village did, as its people did it: every row of it comes from the same door and the same rules as tomorrow's. */
export async function liveThrough(
  store: Store,
  files: Files,
  isRestDay: Ports['isRestDay'],
  people: DemoPeople,
  now: number,
  progress: (share: number) => void,
): Promise<void> {
  const clock = { at: 0, now: () => clock.at }
  const held = new Set(
    [...endedMatters, ...runningMatters].flatMap(({ says = [] }) => says.filter(said => said.held).map(said => said.text)),
  )
  const post = postOf(store, people)
  const ports: Ports = {
    store: post.store,
    files,
    isRestDay,
    clock,
    chance: seededChance(dice(7)),
    ...withoutPhones,
    contentCheck: { judge: async text => (held.has(text) ? 'unchecked' : 'clean') },
  }
  const hands = handsOf(ports, createServe(ports, orgId), people)
  const reading: Act = { at: now - 2 * day, matter: 'everybody', does: readMessages }
  const acts = [...[...endedMatters, ...runningMatters].flatMap(matter => storyOf(matter, now)), ...greatStories(now), reading]
    .filter(act => act.at <= now)
    .sort((a, b) => a.at - b.at)

  const errands = async (at: number) => {
    clock.at = at
    for (;;) {
      const { settled, steps } = await tick(ports)
      if (settled + steps === 0) return
    }
  }
  let swept = startOf(dayOf(acts[0]?.at ?? now))
  for (const [n, act] of acts.entries()) {
    // `tick` runs after every midnight of the story, and after all acts of the same moment.
    for (; swept + day < act.at; swept += day) await errands(swept + day + 2 * minute)
    clock.at = act.at
    await act.does(hands).catch((error: unknown) => {
      throw new Error(`${act.matter}, ${spokenTime(act.at)}: ${error instanceof Error ? error.message : String(error)}`)
    })
    if ((acts[n + 1]?.at ?? now) - act.at > 20 * minute) await errands(act.at + 5 * minute > now ? now : act.at + 5 * minute)
    if (n % 100 === 0) progress(n / acts.length)
  }
  await errands(now)
  await post.leave()
}

/**
 * Most of a roll has no phone here. Their messages, tens of thousands, would be half of the loading: they are left for the running server,
 * whose sweep goes on with a notice where rows are missing. Only notices to a roll are left so: who was on it at an hour stays the same,
 * who is concerned by a topic does not. People who can be played in the demonstration get every message at once.
 */
function postOf(store: Store, { accounts }: DemoPeople): { readonly store: Store; leave(): Promise<void> } {
  const withPhone = new Set(accounts.map(({ personId }) => personId))
  const left = new Set<string>()
  return {
    store: {
      ...store,
      async insertMissing(table, rows) {
        const noticeId = table === 'messages' ? (rows as readonly Row<'messages'>[])[0]?.noticeId : undefined
        const notice = noticeId === undefined ? undefined : await store.get('notices', noticeId)
        if (!notice || !isForRoll(notice)) return store.insertMissing(table, rows)
        left.add(notice.id)
        return store.insertMissing(
          'messages',
          (rows as readonly Row<'messages'>[]).filter(({ personId }) => withPhone.has(personId)),
        )
      },
    },
    async leave() {
      for (const id of left) {
        const notice = await store.get('notices', id)
        if (notice) await store.put('notices', { ...notice, delivery: 'waiting' })
      }
    },
  }
}

const isForRoll = ({ audience }: Row<'notices'>) =>
  audience.kind === 'roll' || (audience.kind === 'topic' && audience.audiences.includes('voters'))

async function readMessages({ do: ask }: Hands): Promise<void> {
  for (const account of [
    'resident',
    'elder',
    'household',
    'representative',
    'moderator',
    'moderator2',
    'recorder',
    'special',
    'committee',
    'secretary',
    'supervisor',
    'supervisor2',
    'migrant',
    'leader',
  ]) {
    for (let after: string | undefined; ; ) {
      const page = await ask(account, 'message.list', after === undefined ? {} : { after })
      const ids = page.messages.filter(message => !message.read).map(message => message.id)
      if (ids.length > 0) await ask(account, 'message.read', { ids })
      if (page.next === null) break
      after = page.next
    }
  }
}

/** The ways matters go, and the days they rest at each station. A posting gets 25: fifteen and the longest holiday behind them. */
const road: readonly State[] = [
  'screening',
  'accepted',
  'topic_review',
  'classified',
  'scheduled',
  'deliberating',
  'outcome_drafting',
  'outcome_posting',
  'implementing',
  'result_posting',
  'evaluating',
  'closed',
]
const rests: Partial<Record<State, number>> = {
  screening: 1,
  accepted: 3,
  topic_review: 3,
  classified: 1,
  scheduled: 5,
  deliberating: 4,
  outcome_drafting: 2,
  outcome_posting: 25,
  implementing: 21,
  result_posting: 25,
  evaluating: 17,
  unresolved: 6,
  returned: 12,
}

function roadOf({ ends, expired, stuck, told }: Matter): readonly State[] {
  if (ends === 'unresolved') return [...road.slice(0, 7), 'unresolved']
  if (ends === 'closed' && stuck) return [...road.slice(0, 7), 'unresolved', 'closed']
  if (ends === 'withdrawn') return expired ? ['screening', 'returned', 'withdrawn'] : ['screening', 'accepted', 'withdrawn']
  if (!road.includes(ends)) return ['screening', ends]
  if (told && isEnded(ends)) return ['screening', ends]
  return road.slice(0, road.indexOf(ends) + 1)
}

/** How many days ago the matter came to each station, counted back from where it is now. */
function stations(matter: Matter): ReadonlyMap<State, number> {
  const way = roadOf(matter)
  const ago = new Map<State, number>()
  let days = matter.days
  for (const state of [...way].reverse()) {
    if (state !== matter.ends)
      days +=
        state === 'deliberating' && matter.vote
          ? matter.vote.closesAfter + 2
          : state === 'accepted' && !matter.supporters
            ? 0
            : (rests[state] ?? 0)
    ago.set(state, days)
  }
  return ago
}

/** A matter's story as acts in time. */
function storyOf(matter: Matter, now: number): Act[] {
  const { stuck } = matter
  if (!stuck?.again) return onceOver(matter, now)
  const { again: _again, ...first } = stuck
  return [...onceOver({ ...matter, ends: 'unresolved', days: matter.days + 4, stuck: first }, now), ...meetAgain(matter, now)]
}

const clockOf =
  (now: number): At =>
  (daysAgo, hours, minutes = 0) =>
    startOf(addDays(dayOf(now), -daysAgo)) + hours * hour + minutes * minute

function onceOver(matter: Matter, now: number): Act[] {
  const ago = stations(matter)
  const acts: Act[] = []
  const at = clockOf(now)
  const add = (when: number, does: Act['does']) => {
    acts.push({ at: when, matter: matter.key, does })
  }
  const came = (state: State) => ago.get(state)

  raise(
    matter,
    add,
    matter.days === 0 ? now - 95 * minute : at(came('screening') ?? 0, 8 + (seedOf(matter.key) % 7), seedOf(matter.key) % 60),
  )
  turnAside(matter, add, at)
  const accepted = came('accepted')
  if (accepted !== undefined) {
    add(at(accepted, 9, 30), ({ step }) => step('moderator', matter.key, 'accept', {}))
    gatherSupport(matter, add, at, accepted, came('topic_review'))
    talk(matter, add, at, accepted, came('deliberating'), now)
  }
  const classified = came('classified')
  if (classified !== undefined) classify(matter, add, at(classified + 1, 15), at(classified, 10))
  if (matter.waiting?.step === 'classify') classify(matter, add, at(matter.waiting.days, 16), null)
  const scheduled = came('scheduled')
  if (scheduled !== undefined) meet(matter, add, at, scheduled, came('deliberating'), came('outcome_drafting'))
  if (came('outcome_drafting') !== undefined) conclude(matter, add, at, ago)
  implement(matter, add, at, ago)
  if (matter.hallVote) acts.push(...hallVoteOf(matter, matter.hallVote, now))
  return acts
}

type Add = (when: number, does: Act['does']) => void
type At = (daysAgo: number, hours: number, minutes?: number) => number

function raise(matter: Matter, add: Add, when: number): void {
  const id = topicId(matter.key)
  const { collected } = matter
  if (collected) {
    add(when, async ({ do: ask }) => {
      await ask(collected.by, 'opinion.raise', {
        id,
        words: collected.words,
        setting: collected.setting,
        voices: collected.voices,
        consent: true,
        title: matter.title,
        where: matter.where,
        category: matter.category,
      })
    })
    return
  }
  add(when, async ({ do: ask, photo }) => {
    const photoIds = matter.scene ? [await photo(matter.by, matter.scene)] : []
    await ask(matter.by, 'topic.raise', {
      id,
      title: matter.title,
      what: matter.what,
      where: matter.where,
      affected: matter.affected,
      suggestion: matter.suggestion,
      category: matter.category,
      photoIds,
      showName: !matter.nameless,
    })
  })
}

/** The step that ends a matter before it was talked through: returned, refused, merged, transferred or withdrawn. */
function turnAside(matter: Matter, add: Add, at: At): void {
  const { key, ends, days, told = {}, waiting } = matter
  if (ends === 'returned') add(at(days, 11), ({ step }) => step('moderator', key, 'return', told))
  if (ends === 'withdrawn' && matter.expired)
    add(at(days + (rests.returned ?? 0), 11), ({ step }) => step('moderator', key, 'return', told))
  if (ends === 'withdrawn' && !matter.expired) add(at(days, 20, 10), ({ step }) => step(matter.by, key, 'withdraw', told))
  if (ends === 'merged')
    add(at(days, 10, 20), ({ step }) => step('moderator', key, 'merge', { ...told, parent: topicId(matter.into ?? '') }))
  if (ends === 'transferred') add(at(days, 14), ({ step }) => step('moderator', key, 'transfer', told))
  if (ends === 'rejected') {
    add(at(days + 1, 16), ({ step }) => step('moderator', key, 'reject', told))
    add(at(days, 10), ({ confirm }) => confirm('supervisor', key))
    if (matter.appeal) {
      const reason = matter.appeal
      add(at(days - 2, 19), ({ step }) => step(matter.by, key, 'appeal', { reason }))
    }
  }
  if (waiting?.step === 'reject') add(at(waiting.days, 15, 30), ({ step }) => step('moderator2', key, 'reject', waiting.told ?? {}))
}

/** Neighbours support it; the last one needed comes on the day it goes to review. */
function gatherSupport(matter: Matter, add: Add, at: At, accepted: number, reviewed: number | undefined): void {
  const n = matter.supporters ?? 0
  for (let i = 0; i < n; i += 1) {
    const early = i < 4
    const days =
      early || reviewed === undefined
        ? Math.max(accepted - Math.floor(i / 2), reviewed === undefined ? 1 : reviewed)
        : Math.max(reviewed - Math.floor((i - 4) / 4), 1)
    add(at(days, early ? 12 + i : 20, 7 * i), async ({ do: ask, residents }) => {
      const who = residents(matter.key, n, [matter.by])[i]
      if (who) await ask(who, 'topic.support', { id: topicId(matter.key) })
    })
  }
  for (const friend of matter.friends ?? [])
    add(at(Math.max(reviewed ?? accepted, 1), 21), async ({ do: ask }) => {
      await ask(friend, 'topic.support', { id: topicId(matter.key) })
    })
}

function talk(matter: Matter, add: Add, at: At, accepted: number, session: number | undefined, now: number): void {
  const id = topicId(matter.key)
  const late = Math.max((session ?? 0) - 1, 1)
  ;(matter.says ?? []).forEach((said, i) => {
    const days = said.round === 2 ? late : Math.max(accepted - Math.floor(i / 2), session ?? 1, 1)
    const when = Math.min(said.round === 2 ? at(days, 12, 17 * i + 5) : at(days, 13, 23 * i), now - hour)
    const comment = dice(seedOf(`${matter.key} comment ${i}`)).hex(32)
    add(when, async ({ do: ask }) => {
      await ask(said.by, 'comment.say', { id: comment, topicId: id, parentId: null, text: said.text, showName: i % 3 !== 2 })
    })
    if (said.held) return
    ;(said.answers ?? []).forEach((answer, n) =>
      add(when + (25 + 20 * n) * minute, async ({ do: ask }) => {
        await ask(answer.by, 'comment.say', {
          id: dice(seedOf(`${comment} ${n}`)).hex(32),
          topicId: id,
          parentId: comment,
          text: answer.text,
          showName: true,
        })
      }),
    )
    add(when + 70 * minute > now ? now - minute : when + 70 * minute, async ({ do: ask, residents }) => {
      for (const who of residents(comment, said.agrees ?? 3, [said.by]))
        await ask(who, 'comment.nod', { id: comment, nod: 'agree', on: true })
    })
  })
  ;(matter.heard ?? []).forEach((heard, i) =>
    add(at(Math.max(accepted - 1, session ?? 1, 1), 18, 13 * i), async ({ do: ask }) => {
      await ask(heard.by, 'opinion.record', {
        id: dice(seedOf(`${matter.key} heard ${i}`)).hex(32),
        topicId: id,
        words: heard.words,
        setting: heard.setting,
        voices: heard.voices,
        consent: true,
      })
    }),
  )
}

function classify(matter: Matter, add: Add, proposed: number, confirmed: number | null): void {
  add(proposed, async ({ step, personOf }) => {
    await step('secretary', matter.key, 'classify', {
      matterClass: 'L2',
      classReason: '和很多人有关，不动集体资产，按协商办。',
      affectedGroups: (matter.groups.length > 0 ? matter.groups : [12]).map(String),
      lead: personOf('committee').id,
      ...(matter.migrants ? { affectsMigrants: true } : {}),
    })
  })
  if (confirmed !== null) add(confirmed, ({ confirm }) => confirm('supervisor', matter.key))
}

/** A session called, announced, held; and the question put at its end. */
function meet(matter: Matter, add: Add, at: At, scheduled: number, held: number | undefined, concluded: number | undefined): void {
  const start = held === undefined ? at(-(matter.sessionIn ?? 2), 19, 30) : at(held, 19, 30)
  const until = concluded === undefined ? at(-(matter.commentsIn ?? 3), 18) : at(concluded + 1, 18)
  callSession(matter, add, at(scheduled, 11), start, until, 1)
  if (held === undefined) {
    announce(matter, add, at(scheduled - 1, 19), 1, 9)
    return
  }
  hold(matter, add, start, 1)
  if (matter.vote) vote(matter, matter.vote, add, at, held)
  if ((matter.says ?? []).some(said => said.round === 2))
    add(start + 2 * hour, ({ step }) => step('moderator', matter.key, 'next_round', {}))
}

const sessionId = (key: string, nth: number) => dice(seedOf(`${key} session ${nth}`)).hex(32)

function callSession(matter: Matter, add: Add, when: number, startsAt: number, commentsUntil: number, nth: number): void {
  add(when, async ({ do: ask, topic, personOf }) => {
    const { id, rev } = await topic(matter.key)
    const mode = matter.mode ?? (matter.migrants ? 'both' : 'hall')
    await ask('moderator', 'session.schedule', {
      id: sessionId(matter.key, nth),
      topicId: id,
      rev,
      title: `${matter.title}${nth > 1 ? '（再议）' : ''}`.slice(0, 60),
      startsAt,
      endsAt: startsAt + 2 * hour,
      mode,
      place: mode === 'online' ? '' : '示范村议事厅',
      meetingLink: mode === 'hall' ? '' : 'https://meeting.example/shifan',
      meetingNumber: mode === 'hall' ? '' : '000 000 000',
      agenda: [
        { title: '提出人说明情况', minutes: 10 },
        { title: '大家说看法，每人两分钟', minutes: 60 },
        { title: '商量办法', minutes: 30 },
        { title: '归纳，定下一步', minutes: 20 },
      ],
      invitedGroups: [...(matter.groups.length > 0 ? matter.groups : [12])],
      invitesMigrants: matter.migrants === true || mode !== 'hall',
      stakeholders: 12,
      hostId: personOf('moderator').id,
      recorderId: personOf('recorder').id,
      commentsUntil,
    })
  })
}

/** Who says that they will come. */
function announce(matter: Matter, add: Add, when: number, nth: number, n: number): void {
  add(when, async ({ do: ask, residents }) => {
    for (const [i, who] of residents(`${matter.key} coming`, n).entries())
      await ask(who, 'session.signUp', { id: sessionId(matter.key, nth), how: matter.mode === 'both' && i % 3 === 0 ? 'online' : 'hall' })
  })
}

function hold(matter: Matter, add: Add, startsAt: number, nth: number): void {
  const id = sessionId(matter.key, nth)
  add(startsAt - 15 * minute, async ({ do: ask, residents, personOf }) => {
    for (const account of ['moderator', 'recorder']) await ask('recorder', 'session.attend', { id, personId: personOf(account).id })
    const { code } = await ask('moderator', 'session.hall', { id })
    const how =
      (matter.mode ?? (matter.migrants ? 'both' : 'hall')) === 'both' ? (['hall', 'hall', 'online'] as const) : (['hall'] as const)
    for (const [i, who] of [...residents(matter.key, 8 + (seedOf(matter.key) % 7)), matter.by].entries())
      await ask(who, 'session.checkIn', { id, code: code ?? '', how: how[i % how.length] ?? 'hall' })
    // Two who came without a phone.
    for (const account of ['elder', 'household']) await ask('recorder', 'session.attend', { id, personId: personOf(account).id })
  })
  add(startsAt + 4 * minute, ({ step }) => step('moderator', matter.key, 'convene', {}))
}

function vote(matter: Matter, { text, body, form, opensAfter, closesAfter, turnout }: Vote, add: Add, at: At, held: number): void {
  const id = dice(seedOf(`${matter.key} motion`)).hex(32)
  const put = at(held, 21, 20)
  const opensAt = opensAfter === 0 ? put : at(held - opensAfter, 9)
  const closesAt = at(held - closesAfter, 18)
  add(put, async ({ do: ask, topic }) => {
    const { id: topicId, rev } = await topic(matter.key)
    await ask('moderator', 'motion.put', { id, topicId, rev, text, body, form, opensAt, closesAt })
  })
  add(closesAt + 2 * minute, async ({ do: ask }) => {
    if (needsKeys({ body, form })) for (const who of ['moderator', 'supervisor']) await ask(who, 'vote.turnKey', { motionId: id })
  })
  const choices = turnout.flatMap((n, i) => Array.from({ length: n }, () => (['for', 'against', 'abstain'] as const)[i]!))
  const shuffled: Choice[] = dice(seedOf(id)).some(choices, choices.length)
  const span = Math.min(closesAt - opensAt - hour, 30 * hour)
  shuffled.forEach((choice, i) =>
    add(opensAt + 20 * minute + Math.floor((i * span) / shuffled.length), async ({ do: ask, residents, from }) => {
      const voter = body === 'VRA' ? `demo-rep-${i + 1}` : residents(id, shuffled.length)[i]
      if (!voter) throw new Error('not enough voters')
      if (form === 'named') await ask(voter, 'ballot.cast', { motionId: id, choice })
      else await ask(voter, 'ballot.castSecret', { motionId: id, choice, receiptHash: receiptHash(from.hex(32)) })
    }),
  )
}

/** What came of the talk: an outcome written and posted, or none. */
function conclude(matter: Matter, add: Add, at: At, ago: ReadonlyMap<State, number>): void {
  const { key, outcome, stuck } = matter
  const drafting = ago.get('outcome_drafting') ?? 0
  add(at(drafting, 10), ({ step }) =>
    step('moderator', key, 'close_discussion', { viewsSummary: outcome?.views ?? stuck?.bothPositions ?? matter.views ?? '' }),
  )
  const posted = ago.get('outcome_posting')
  if (outcome && (posted !== undefined || matter.waiting?.step === 'post_outcome')) {
    const proposed = posted !== undefined ? at(posted + 1, 16) : at(matter.waiting?.days ?? 1, 16)
    add(proposed, async hands => hands.step('moderator', key, 'post_outcome', await outcomeOf(matter, hands)))
    if (posted !== undefined) add(at(posted, 9, 30), ({ confirm }) => confirm('supervisor', key))
  }
  const unresolved = ago.get('unresolved')
  if (stuck && unresolved !== undefined) {
    add(at(unresolved, 16), ({ step }) =>
      step('moderator', key, 'unresolved', { disagreement: stuck.disagreement, bothPositions: stuck.bothPositions }),
    )
    if (matter.ends === 'closed')
      add(at(ago.get('closed') ?? 0, 15), ({ step }) => step('committee', key, 'close_unresolved', { nextPlan: stuck.nextPlan ?? '' }))
  }
}

async function outcomeOf(matter: Matter, { ports, personOf }: Hands): Promise<Evidence> {
  const { outcome, title } = matter
  if (!outcome) throw new Error('no outcome was written for this matter')
  const name = (account: string) => personOf(account).name
  const session = await ports.store.get('sessions', sessionId(matter.key, 1))
  const present = await ports.store.count('attendances', { sessionId: sessionId(matter.key, 1) })
  return {
    level: outcome.level,
    decisionText: outcome.decision,
    implementer: personOf('committee').id,
    finishBy: addDays(dayOf(ports.clock.now()), outcome.finishIn + 20) as Day,
    budget: outcome.budget,
    minutes:
      `时间：${session ? spokenTime(session.startsAt) : ''}\n地点：示范村议事厅\n主持：${name('moderator')}　记录：` +
      `${name('recorder')}　签到：${present} 人\n议题：${title}\n主要看法：${outcome.views}\n商定：${outcome.decision}` +
      `\n不同意见已经逐条说明，会上没有人坚持反对。`,
    signers: `主持人${name('moderator')}、记录员${name('recorder')}、参会代表${name('representative')}、${name('household')}、监督委员${name('supervisor')}`,
  }
}

/** A matter that was not settled is talked over a second time. */
function meetAgain(matter: Matter, now: number): Act[] {
  const { key, stuck, days } = matter
  const at = clockOf(now)
  const acts: Act[] = []
  const add: Add = (when, does) => {
    acts.push({ at: when, matter: key, does })
  }
  add(at(days + 1, 15), ({ step }) => step('committee', key, 'second_round', { nextPlan: stuck?.nextPlan ?? '' }))
  callSession(matter, add, at(days, 11), at(-(matter.sessionIn ?? 5), 19, 30), at(-(matter.commentsIn ?? 7), 18), 2)
  announce(matter, add, at(Math.max(days - 1, 1), 19), 2, 7)
  return acts
}

/** From the board to the last rating. */
function implement(matter: Matter, add: Add, at: At, ago: ReadonlyMap<State, number>): void {
  const { key, work, objection, stars = [] } = matter
  const board = (when: number, step: 'board_first' | 'board_last') =>
    add(when, async ({ step: take, photo }) => {
      await take(
        'moderator',
        key,
        step,
        step === 'board_first'
          ? { boardPhotoFirst: [await photo('moderator', 'board_first')] }
          : { boardPhotoLast: [await photo('moderator', 'board_last')] },
      )
      if (step === 'board_last') await take('supervisor2', key, 'certify_posting', { postingCertified: true })
    })
  const posted = ago.get('outcome_posting'),
    implementing = ago.get('implementing'),
    shown = ago.get('result_posting'),
    evaluating = ago.get('evaluating')
  if (posted !== undefined) board(at(posted, 10, 30), 'board_first')
  if (posted !== undefined && objection) object(matter, add, at, posted)
  if (implementing !== undefined) board(at(implementing, 9), 'board_last')
  if (implementing !== undefined && work) {
    for (const { after, note, percent, scene } of work.progress)
      add(at(implementing - after, 17), async ({ step, photo }) => {
        await step('committee', key, 'progress', {
          progressNote: note,
          percent,
          ...(scene ? { photos: [await photo('committee', scene)] } : {}),
        })
      })
    const finished = shown !== undefined ? at(shown + 1, 15) : matter.waiting?.step === 'finish' ? at(matter.waiting.days, 15) : null
    if (finished !== null)
      add(finished, async ({ step, photo }) => {
        await step('committee', key, 'finish', { accepted: true, photosAfter: [await photo('committee', work.after)], cost: work.cost })
      })
  }
  if (shown !== undefined) {
    add(at(shown, 10), ({ confirm }) => confirm('supervisor2', key))
    board(at(shown, 11), 'board_first')
  }
  if (evaluating === undefined) return
  board(at(evaluating, 9), 'board_last')
  stars.forEach((given, i) =>
    add(at(Math.max(evaluating - 1 - Math.floor(i / 3), 1), 19, 4 * i), async ({ do: ask, residents }) => {
      // Those who were in the room are asked.
      const who = residents(key, 8 + (seedOf(key) % 7))[i]
      if (who)
        await ask(who, 'rating.give', {
          id: topicId(key),
          stars: given,
          axes: i % 2 === 0 ? { result: given, timeliness: given } : {},
          words: '',
        })
    }),
  )
}

function object({ key, objection }: Matter, add: Add, at: At, posted: number): void {
  if (!objection) return
  const objectionId = dice(seedOf(`${key} objection`)).hex(32)
  add(at(posted - objection.after, 20), async ({ do: ask }) => {
    await ask(objection.by, 'objection.file', { id: topicId(key), objectionId, reason: objection.reason })
  })
  const { answer } = objection
  if (answer)
    add(at(posted - objection.after - 2, 16), async ({ do: ask }) => {
      await ask('supervisor', 'objection.answer', { topicId: topicId(key), objectionId, upheld: false, answer })
    })
}
