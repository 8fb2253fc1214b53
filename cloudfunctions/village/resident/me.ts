import { grant } from '@/domain/ground/decision'
import { signed } from '@/domain/resident/nickname'
import { has, isStaff, roleNames, type Person } from '@/domain/resident/people'
import { isReady } from '../topic/open-steps'
import { gatheringStates, postingStates, states, type State } from '@/domain/procedure/states'
import { stepOf } from '@/domain/procedure/tracks/steps'
import { convening } from '@/domain/procedure/conveners'
import { barredFromKey, openSteps } from '@/domain/procedure/engine/engine'
import { villageFacts } from '@/domain/procedure/engine/facts'
import { ratingId } from '@/domain/topic/ratings'
import { isAuthor, type Topic } from '@/domain/topic/topic'
import type { Store } from '../../ports'
import { ownAvatar } from '../ground/avatars'
import { factsFor } from '../topic/facts'
import { motionCard } from '../vote/motion-card'
import { keepTitles } from '../topic/kept-titles'
import { noticeCard } from '../notice/notice-card'
import { sessionCards } from '../session/session-card'
import { titleFor, topicCards } from '../topic/topic-card'
import { supportId } from '../topic/unite-supports'
import type { GuestContext, Handler } from '../ground/handler'
import { unreadOf } from '../notice/notices'

export const viewMe: Handler<'me.view'> = async (_, { store, org, actor, clock }) =>
  grant({
    person: actor
      ? {
          name: signed(actor),
          face: ownAvatar(actor),
          roles: [...actor.roles],
          roleNames: actor.roles.map(role => roleNames[role]),
          group: actor.group,
          staff: isStaff(actor),
        }
      : null,
    org: {
      name: org.name,
      hall: org.hall,
      hallPlace: org.hallPlace,
      hallPhone: org.hallPhone,
      demo: org.demo,
      supportsNeeded: org.supportsNeeded,
      groups: org.groups,
    },
    now: clock.now(),
    unread: actor ? await unreadOf(store, actor.id) : 0,
  })

const hour = 3_600_000

export const viewHome: Handler<'home.view'> = async (_, context) => {
  const { store, org, actor, clock } = context
  const now = clock.now()
  const own = actor
    ? (await store.list('topics', { match: { authorId: actor.id }, order: { by: 'activeAt', descending: true }, limit: 50 })).rows
    : []
  const [votes, todo, sessions, outcomes, unread] = await Promise.all([
    openVotes(context, now),
    actor ? todoOf(context, actor, own, now) : [],
    store.list('sessions', { match: { orgId: org.id, calledOff: false }, order: { by: 'startsAt' }, from: now - 2 * hour, limit: 3 }),
    store.list('notices', { match: { orgId: org.id, board: ['outcome', 'result'] }, order: { by: 'at', descending: true }, limit: 3 }),
    actor ? unreadOf(store, actor.id) : 0,
  ])
  return grant({
    now,
    unread,
    guest: actor === null,
    hall: org.hall,
    demo: org.demo,
    votes,
    todo,
    sessions: await sessionCards(store, sessions.rows, actor),
    mine: await topicCards(store, own.slice(0, 3), actor, now),
    outcomes: (await keepTitles(store, outcomes.rows, actor)).map(notice => noticeCard(notice, actor)),
  })
}

/** Votes this person can still cast come first; the others stand there for all to see. */
async function openVotes({ store, org, actor }: GuestContext, now: number) {
  const { rows } = await store.list('motions', {
    match: { orgId: org.id, settledAt: null },
    order: { by: 'closesAt' },
    from: now,
    limit: 10,
  })
  const open = rows.filter(motion => motion.opensAt <= now)
  const cards = await Promise.all(open.map(motion => motionCard(store, motion, actor)))
  const titles = new Map(
    (
      await store.getMany(
        'topics',
        open.map(motion => motion.topicId),
      )
    ).map(topic => [topic.id, titleFor(topic, actor)]),
  )
  return cards
    .map(motion => ({ motion, title: titles.get(motion.topicId) ?? '' }))
    .sort((a, b) => Number(waits(b.motion)) - Number(waits(a.motion)))
    .slice(0, 3)
}
const waits = (motion: { readonly onRoll: boolean; readonly voted: boolean }) => motion.onRoll && !motion.voted

type Todo = {
  kind: 'confirm' | 'step' | 'fix' | 'rate' | 'objection'
  topicId: string
  title: string
  says: string
  dueAt: number | null
  overdue: boolean
}

async function todoOf(context: GuestContext, actor: Person, own: readonly Topic[], now: number): Promise<Todo[]> {
  const { store, org } = context
  const item = (kind: Todo['kind'], topic: Topic, says: string): Todo => ({
    kind,
    topicId: topic.id,
    title: topic.title,
    says,
    dueAt: topic.dueAt,
    overdue: topic.dueAt !== null && now >= topic.dueAt,
  })
  const todo: Todo[] = []
  // These come first: a whole roll waits until this person has done them.
  const pressing: Todo[] = []
  for (const topic of own) if (topic.state === 'returned') todo.push(item('fix', topic, '请补充后再交'))
  const rating = await store.list('topics', {
    match: { orgId: org.id, state: [...gatheringStates] },
    order: { by: 'activeAt', descending: true },
    limit: 20,
  })
  for (const topic of await toBeRated(store, rating.rows, actor)) todo.push(item('rate', topic, '办得怎样，请您打个分'))
  // A group's leader calls its meeting.
  if (!isStaff(actor) && !has(actor, 'legal_adviser', 'group_leader')) return todo
  if (has(actor, 'supervisor')) {
    const waiting = await store.list('topics', { match: { orgId: org.id, waitsForKey: true }, order: { by: 'activeAt' }, limit: 10 })
    for (const topic of waiting.rows)
      if (topic.pending && barredFromKey(topic, actor, now) === null)
        todo.push(item('confirm', topic, `等您确认：${stepOf(topic.pending.step).name}`))
    const posting = await store.list('topics', {
      match: { orgId: org.id, state: [...postingStates, 'merged'] },
      order: { by: 'activeAt', descending: true },
      limit: 50,
    })
    for (const topic of posting.rows) {
      if (topic.openObjections > 0) todo.push(item('objection', topic, `${topic.openObjections} 件异议等答复`))
      for (const name of openSteps(topic, actor, { village: villageFacts(org, topic) })) {
        const { waits } = stepOf(name)
        if (waits !== undefined) todo.push(item('step', topic, waits))
      }
    }
  }
  const held = (Object.keys(states) as State[]).filter(state => {
    const { holders } = states[state]
    return holders !== 'proposer' && has(actor, ...(holders === 'convener' ? convening : holders))
  })
  const mine =
    held.length === 0
      ? { rows: [] }
      : await store.list('topics', { match: { orgId: org.id, state: held }, order: { by: 'activeAt' }, limit: 30 })
  for (const topic of mine.rows) {
    if (topic.pending) continue
    if ((topic.secondBallotsDue ?? []).length > 0 && has(actor, 'moderator'))
      pressing.push(item('step', topic, '没有一项够数，请提请第二轮表决'))
    const facts = await factsFor(store, context.clock, org, topic)
    const ready = openSteps(topic, actor, facts).find(name => stepOf(name).look === 'main' && isReady(name, topic, facts))
    if (ready) todo.push(item('step', topic, stepOf(ready).name))
  }
  return [...pressing, ...todo.sort((a, b) => (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER))].slice(0, 8)
}

/** Which of these ask this person for a rating. Two look-ups for all of them: in WeChat's cloud each one counts. */
async function toBeRated(store: Store, topics: readonly Topic[], person: Person): Promise<readonly Topic[]> {
  const supports = await store.getMany(
    'supports',
    topics.map(topic => supportId(topic.id, person.id)),
  )
  const supported = new Set(supports.map(support => support.topicId))
  const asked = topics.filter(topic => isAuthor(topic, person.id) || supported.has(topic.id))
  const rated = new Set(
    (
      await store.getMany(
        'ratings',
        asked.map(topic => ratingId(topic.id, person.id)),
      )
    ).map(rating => rating.id),
  )
  return asked.filter(topic => !rated.has(ratingId(topic.id, person.id)))
}
