import { dayOf, endOf } from '@/domain/ground/calendar'
import { caseId } from '@/domain/moderation/cases'
import { grant } from '@/domain/ground/decision'
import { has, officeName, roleNames, type Person } from '@/domain/resident/people'
import { holdersOf } from '@/domain/procedure/conveners'
import { barredFromKey, openSteps } from '@/domain/procedure/engine/engine'
import { allStates, isEnded, states } from '@/domain/procedure/states'
import { stepOf } from '@/domain/procedure/tracks/steps'
import { villageFacts } from '@/domain/procedure/engine/facts'
import { alikeFrom, likeness } from '@/domain/ground/similar'
import type { Topic } from '@/domain/topic/topic'
import { maySee } from '../topic/take-step'
import { factsFor } from '../topic/facts'
import { confirmedBy, isReady } from '../topic/open-steps'
import { authorLabel } from '../topic/topic-card'
import type { Context, Handler } from '../ground/handler'
import { casesFor } from './cases'
import { countsWaitingFor } from '../vote/count-keys'
import { rollsWaitingFor } from '../roll/rolls'
import { rulesWaitingFor } from '../village/settings'

const going = allStates.filter(state => !isEnded(state))
/** A village has far fewer topics under way than this; the desk sorts them by deadline. */
const deskSize = 200
const shownAtOnce = 20

export const viewDesk: Handler<'desk.view'> = async ({ show, after }, context) => {
  const { store, org, actor, clock } = context
  const now = clock.now()
  const { rows: found } = await store.list('topics', {
    match: { orgId: org.id, state: going },
    order: { by: 'activeAt', descending: true },
    limit: deskSize,
  })
  // What is not yet taken in is the village's own business: it does not lie on the town's desk.
  const rows = found.filter(topic => maySee(topic, actor))
  const waiting = rows.filter(topic => waitsFor(topic, context))
  const shown = [...(show === 'waiting' ? waiting : rows)].sort(
    (a, b) => (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER) || b.activeAt - a.activeAt,
  )
  const start = after === undefined ? 0 : Number.parseInt(after, 10) || 0
  const tonight = endOf(dayOf(now))
  const isOverdue = (topic: Topic) => topic.dueAt !== null && now >= topic.dueAt
  const dueToday = (topic: Topic) => topic.dueAt !== null && !isOverdue(topic) && topic.dueAt <= tonight
  const authors = new Map(
    (await store.getMany('people', [...new Set(rows.map(topic => topic.authorId))])).map(person => [person.id, person]),
  )
  const [queue, counts, machine] = await Promise.all([
    casesFor(context),
    countsWaitingFor(context),
    store.getMany(
      'cases',
      rows.filter(topic => topic.state === 'screening').map(topic => caseId('topic', topic.id)),
    ),
  ])
  return grant({
    now,
    waiting: waiting.length,
    dueToday: waiting.filter(dueToday).length,
    overdue: waiting.filter(isOverdue).length,
    next: start + shownAtOnce < shown.length ? String(start + shownAtOnce) : null,
    items: await Promise.all(
      shown.slice(start, start + shownAtOnce).map(async topic => ({
        id: topic.id,
        title: topic.title,
        state: topic.state,
        who: whoHas(topic, context),
        says: says(topic, authors.get(topic.authorId), actor),
        dueAt: topic.dueAt,
        overdue: isOverdue(topic),
        dueToday: dueToday(topic),
        steps: await readySteps(topic, context),
        confirm: mayConfirm(topic, context),
        machine: machine.find(one => one.thingId === topic.id && one.state === 'screening')?.doubt ?? null,
        similar: topic.state === 'screening' ? alike(topic, rows) : 0,
      })),
    ),
    cases: queue,
    ...counts,
    rulesWaiting: await rulesWaitingFor(context),
    rollsWaiting: await rollsWaitingFor(context),
  })
}

const mayConfirm = (topic: Topic, { actor, clock }: Context): boolean => barredFromKey(topic, actor, clock.now()) === null

function waitsFor(topic: Topic, context: Context): boolean {
  if (topic.pending) return mayConfirm(topic, context)
  if (topic.openObjections > 0 && has(context.actor, 'supervisor')) return true
  const holders = holdersOf(topic, { village: villageFacts(context.org, topic) })
  return holders !== 'proposer' && has(context.actor, ...holders)
}

function whoHas(topic: Topic, { org }: Context): string {
  if (topic.pending) return confirmedBy(stepOf(topic.pending.step)) ?? roleNames.supervisor
  const holders = holdersOf(topic, { village: villageFacts(org, topic) })
  return holders === 'proposer' ? '提出人' : holders.map(role => roleNames[role]).join('、')
}

function says(topic: Topic, author: Person | undefined, viewer: Person): string {
  if (topic.pending) return `等${confirmedBy(stepOf(topic.pending.step)) ?? '监督委员会'}确认：${stepOf(topic.pending.step).name}`
  if (topic.openObjections > 0) return `${topic.openObjections} 件异议等答复`
  if ((topic.secondBallotsDue ?? []).length > 0) return '表决没有一项够数，等主持人提请第二轮'
  if (topic.state !== 'screening' || !author) return states[topic.state].says
  return topic.origin === 'collected' ? `${officeName(author)}代 ${topic.voices} 位工友提出` : `${authorLabel(topic, author, viewer)}提出`
}

async function readySteps(topic: Topic, { store, clock, org, actor }: Context) {
  const facts = await factsFor(store, clock, org, topic)
  return openSteps(topic, actor, facts)
    .filter(name => stepOf(name).via !== 'topic.raise')
    .map(name => ({
      name,
      label: stepOf(name).name,
      look: stepOf(name).look,
      via: stepOf(name).via ?? null,
      ready: isReady(name, topic, facts),
    }))
}

const alike = (topic: Topic, others: readonly Topic[]): number =>
  others.filter(other => other.id !== topic.id && states[other.state].open && likeness(`${topic.title} ${topic.where}`, other) >= alikeFrom)
    .length
