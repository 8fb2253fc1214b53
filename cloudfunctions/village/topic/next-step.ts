import { dayOf, endOf, instantAt, startOf } from '@/domain/ground/calendar'
import { isCollectiveClass } from '@/domain/law/classes'
import { restsOn } from '@/domain/law/wants'
import { has, officeName, roleNames, type Person, type Role } from '@/domain/resident/people'
import { convenersOf, holdersOf } from '@/domain/procedure/conveners'
import { keyHolder, missing, stands } from '@/domain/procedure/engine/engine'
import type { Facts } from '@/domain/procedure/engine/facts'
import type { Guard } from '@/domain/procedure/guards/words'
import { isEnded, states } from '@/domain/procedure/states'
import { stepNames, stepOf, type Row, type StepName } from '@/domain/procedure/tracks/steps'
import { dossierText, type Topic } from '@/domain/topic/topic'
import { missingWords } from './open-steps'
import type { People } from './topic-page'

const holds = (step: Row, topic: Topic, facts: Facts): boolean => missingWords(step, topic, facts).length === 0

/** The step the matter waits for now: of those the table offers here, the first whose guards hold, else the first. */
function comingStep(topic: Topic, facts: Facts): StepName | undefined {
  const here = stepNames.filter(name => !stepOf(name).byNumbers && stands(stepOf(name), topic, facts))
  const mains = here.filter(name => stepOf(name).look === 'main')
  const filling = here.find(name => {
    const { fills } = stepOf(name)
    const filled = fills && mains.find(main => stepOf(main).guards.includes(fills))
    return fills && filled && missing(stepOf(filled), topic, facts).includes(fills)
  })
  // What must be filed is asked for as soon as the posting is on the board, not only when the posting ends.
  if (filling && !mains.some(name => stepOf(name).dueOn === 'first-day')) return filling
  const ready = mains.filter(name => holds(stepOf(name), topic, facts))
  return ready.find(name => stepOf(name).leads) ?? ready[0] ?? mains[0]
}

/** The offices a row names, for this matter. */
const officesOf = (step: Row, topic: Topic, facts: Facts): readonly Role[] =>
  step.by.flatMap(actor => (actor === 'convener' ? convenersOf(topic, facts) : actor === 'system' || actor === 'proposer' ? [] : [actor]))

/** Who took it on is named, where the step is theirs to take. */
function lead(topic: Topic, people: People, offices: readonly Role[]): string | null {
  const id = dossierText(
    topic.dossier,
    topic.state === 'implementing' || topic.state === 'major_implementing'
      ? 'implementer'
      : topic.state === 'quick_assigned'
        ? 'worker'
        : 'lead',
  )
  const person = id === null ? undefined : people.get(id)
  return person && has(person, ...offices) ? officeName(person) : null
}

/** Offices in words; one that a single person holds by that person's name. */
function namedOffices(roles: readonly Role[], officers: readonly Person[]): string {
  const [role, ...others] = roles
  const holders = role !== undefined && others.length === 0 ? officers.filter(person => has(person, role)) : []
  const [only, ...more] = holders
  return only && more.length === 0 ? officeName(only) : roles.map(each => roleNames[each]).join('、')
}

function whoTakes(topic: Topic, step: Row | undefined, people: People, officers: readonly Person[], facts: Facts): string {
  const { posts } = states[topic.state],
    holders = holdersOf(topic, facts)
  if (holders === 'proposer') return '提出人'
  if (step?.by.includes('system')) return posts ? '' : '大家'
  if (!step) return namedOffices(holders, officers)
  const able = officesOf(step, topic, facts)
  const named = lead(topic, people, able)
  if (named) return named
  const among = holders.filter(role => able.includes(role))
  // The collective's own matters lie with its board, the village's with the village committee.
  const strange: Role = isCollectiveClass(topic.dossier.matterClass) ? 'committee' : 'collective_board'
  const roles = among.length > 0 ? among : able
  return namedOffices(
    roles.length > 1 && roles.includes('committee') && roles.includes('collective_board') ? roles.filter(role => role !== strange) : roles,
    officers,
  )
}

/** The meeting's own hour; the beginning of its day where the hour is not told as a clock tells it. */
function meetingAt(topic: Topic): number | null {
  const on = dossierText(topic.dossier, 'meetingDay')
  if (on === null) return null
  const clock = /^([01]\d|2[0-3]):[0-5]\d$/.exec(dossierText(topic.dossier, 'meetingTime') ?? '')?.[0]
  return clock ? instantAt(on, clock) : startOf(on)
}

function dueBy(topic: Topic, coming: Row | undefined, sessionStartsAt: number | null): number | null {
  if (topic.state === 'scheduled') return sessionStartsAt
  if (topic.state === 'deliberating') return topic.commentsUntil
  if (coming?.dueOn === 'meeting') return meetingAt(topic)
  if (coming?.dueOn === 'first-day') return endOf(dayOf(topic.enteredAt))
  return topic.dueAt
}

/** Guards that only wait for a day: the card says the day, and does not call it missing. */
const onlyTime: readonly Guard[] = ['term-over', 'posting-over']
const stillMissing = (step: Row, topic: Topic, facts: Facts): string[] =>
  missingWords(step.auto ? { ...step, guards: step.guards.filter(guard => !onlyTime.includes(guard)) } : step, topic, facts)

interface NextStep extends ReturnType<typeof restsOn> {
  readonly what: string
  readonly who: string
  readonly by: number | null
  readonly overdue: boolean
  readonly missing: string[]
  /** The step it speaks of, for whoever may take it. */
  readonly step: StepName | null
  readonly ends: StepName[]
  readonly why: string
}
const nothing = { who: '', by: null, overdue: false, missing: [], ...restsOn(), step: null, ends: [], why: '' }

function secondKey(topic: Topic, waiting: Row, now: number, people: People, rest: NextStep): NextStep {
  const named = people.get(keyHolder(topic, now) ?? '')
  const who = named ? officeName(named) : namedOffices(waiting.countersign ?? ['supervisor'], [])
  return {
    ...rest,
    what: `${who}确认：${waiting.name}`,
    who,
    ...restsOn(waiting.article),
    why: '重要的一步，一个人说了不算，要另一个人看过',
  }
}

/** What the step that comes is called on the card: where it is one of several ends, by the thing they end. */
const called = (coming: Row | undefined, topic: Topic): string =>
  topic.state === 'returned' ? '提出人补充后再交' : coming && !coming.auto ? (coming.ends?.what ?? coming.name) : states[topic.state].name

/** 下一步: what, who, by when, what is missing, why, on what it rests. */
export function nextStep(
  topic: Topic,
  facts: Facts,
  people: People,
  officers: readonly Person[],
  sessionStartsAt: number | null,
): NextStep {
  const termOver = topic.dueAt !== null && facts.now >= topic.dueAt
  const row = states[topic.state]
  const waits = { ...nothing, what: row.name, by: topic.dueAt, overdue: termOver }
  if (topic.pending) return secondKey(topic, stepOf(topic.pending.step), facts.now, people, waits)
  if (isEnded(topic.state)) return { ...nothing, what: row.name }
  if (row.posts && topic.openObjections > 0)
    return {
      ...waits,
      what: '答复异议',
      who: roleNames.supervisor,
      missing: [`还有 ${topic.openObjections} 件异议没有答复，答复了才能往下走`],
      ...restsOn(['custom.objection']),
      why: '公示就是让大家提意见，提了就要答复',
    }
  const name = comingStep(topic, facts)
  const coming = name === undefined ? undefined : stepOf(name)
  const by = dueBy(topic, coming, sessionStartsAt)
  return {
    what: called(coming, topic),
    who: whoTakes(topic, coming, people, officers, facts),
    by,
    overdue: coming?.dueOn ? by !== null && facts.now >= by : termOver,
    missing: coming ? stillMissing(coming, topic, facts) : [],
    ...restsOn(coming?.article),
    step: name ?? null,
    ends: [...(coming?.ends?.others ?? [])],
    why: coming?.why ?? row.says,
  }
}
