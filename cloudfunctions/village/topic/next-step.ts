import { dayOf, endOf, instantAt, startOf } from '@/domain/ground/calendar'
import { isCollectiveClass } from '@/domain/law/classes'
import { has, officeName, roleNames, type Person, type Role } from '@/domain/resident/people'
import { convenersOf, holdersOf } from '@/domain/procedure/conveners'
import { keyHolder, missing, stands } from '@/domain/procedure/engine/engine'
import type { Facts } from '@/domain/procedure/engine/facts'
import { isEnded, states } from '@/domain/procedure/states'
import type { Guard, Step } from '@/domain/procedure/step'
import { stepNames, stepOf, type StepName } from '@/domain/procedure/tracks/steps'
import { dossierText, type Topic } from '@/domain/topic/topic'
import { missingWords } from './open-steps'
import type { People } from './topic-page'

/** Why a step is there at all, as one would say it to a neighbour; where none is written the state says it. */
const whys: { readonly [Name in StepName]?: string } = {
  classify: '先定这件事多大，才知道由谁定、走哪条路',
  enter_major: '这样的大事，要一步一步让大家商量、让大家定',
  assign: '小事不用开会，派给人去办就行',
  do_it: '办好了拍张照片，大家看得见',
  propose: '大事先由村党组织研究，看要不要提、怎么提',
  agree_plan: '党组织和村委会一起把方案写实，先问清谁有利害关系',
  review_lawful: '先看合不合法，免得定了又作废；正文改过要重新看',
  party_members_to_town: '党员先议一遍，问题摆在前面',
  party_members_agree: '党员先议一遍，问题摆在前面',
  town_answers: '这是报告，不是等批准；镇街可以提建议',
  give_notice: '提前告诉大家哪天、在哪、定什么事，来得了才算数',
  open_assembly: '日子没到不能提前开，来的人先签到',
  open_vote: '够人数才能表决，少一个也不行',
  close_vote: '票收齐了再数，中间不公布',
  announce: '当场数清，监督委员核对过才算数',
  announce_to_town: '当场数清，监督委员核对过才算数',
  notice_again: '人没来够就不能定，要再通知一次',
  board_first: '贴在墙上人人看得见，少一天都不能往下办',
  board_last: '拍下来，证明贴满了',
  certify_posting: '监督委员亲眼看过，公示才算数',
  file: '备案、批准的文件到了才能执行',
  finish_major: '监督委员和村民代表一起验收，好不好大家看',
  file_evaluation: '过半年回头看：当初说的做到没有',
  resume: '查清楚了就恢复，有问题就退回重新商议',
  revise: '没有通过的方案，改了才能再来',
}

/** Steps that are one of several ends of the same thing: the card names the thing, and shows every end alike. */
const decisions: { readonly [Name in StepName]?: { readonly what: string; readonly ends: readonly StepName[] } } = {
  review_lawful: {
    what: '审核方案合不合法',
    ends: ['review_with_changes', 'review_unlawful', 'review_passed_on', 'judicial_review_lawful', 'judicial_review_unlawful'],
  },
  town_answers: { what: '镇街看报告', ends: ['town_suggests'] },
  revise: { what: '说明怎么办：改了再议，还是结束', ends: ['close_not_passed', 'take_to_assembly'] },
  resume: { what: '查清楚，恢复或者退回', ends: ['revise_suspended'] },
  agree_done: { what: '请提出人看看办好了没有', ends: ['not_done'] },
  notice_again: { what: '再通知一次，还是撤下', ends: ['take_to_assembly'] },
}

const holds = (name: StepName, topic: Topic, facts: Facts): boolean => missingWords(stepOf(name), topic, facts).length === 0

/** The step the matter waits for now: of those the table offers here, the first whose guards hold, else the first. */
function comingStep(topic: Topic, facts: Facts): StepName | undefined {
  const here = stepNames.filter(name => !stepOf(name).byNumbers && stands(stepOf(name), topic, facts))
  const mains = here.filter(name => stepOf(name).look === 'main')
  // What must be filed is asked for as soon as the posting hangs.
  const auto = mains.find(name => stepOf(name).guards.includes('filings-done'))
  if (auto && here.includes('file') && !mains.includes('board_first') && missing(stepOf(auto), topic, facts).includes('filings-done'))
    return 'file'
  // A major matter may be talked over first; its own road is the one that leads on.
  if (mains.includes('enter_major') && holds('enter_major', topic, facts)) return 'enter_major'
  return mains.find(name => holds(name, topic, facts)) ?? mains[0]
}

/** Who took it on is named, where the step is theirs to take. */
/** The offices a row names, for this matter. */
const officesOf = (step: Step, topic: Topic, facts: Facts): readonly Role[] =>
  step.by.flatMap(actor => (actor === 'convener' ? convenersOf(topic, facts) : actor === 'system' || actor === 'proposer' ? [] : [actor]))

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

function whoTakes(topic: Topic, step: Step | undefined, people: People, officers: readonly Person[], facts: Facts): string {
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

function dueBy(topic: Topic, name: StepName | undefined, sessionStartsAt: number | null): number | null {
  if (topic.state === 'scheduled') return sessionStartsAt
  if (topic.state === 'deliberating') return topic.commentsUntil
  if (name === 'open_assembly') return meetingAt(topic)
  if (name === 'board_first') return endOf(dayOf(topic.enteredAt))
  return topic.dueAt
}

/** What nobody need do waits for its day, and the card says the day: only what somebody can mend is missing then. */
const onlyTime: readonly Guard[] = ['term-over', 'posting-over']
const stillMissing = (step: Step, topic: Topic, facts: Facts): string[] =>
  missingWords(step.auto ? { ...step, guards: step.guards.filter(guard => !onlyTime.includes(guard)) } : step, topic, facts)

/**
 * 下一步: what, who, by when, what is missing, why, on what it rests. `step` is the name of the step it speaks of, for whoever may take it.
 */
export function nextStep(topic: Topic, facts: Facts, people: People, officers: readonly Person[], sessionStartsAt: number | null) {
  const termOver = topic.dueAt !== null && facts.now >= topic.dueAt
  const row = states[topic.state]
  if (topic.pending) {
    const step = stepOf(topic.pending.step)
    const named = people.get(keyHolder(topic, facts.now) ?? '')
    const who = named ? officeName(named) : namedOffices(step.countersign ?? ['supervisor'], [])
    return {
      what: `${who}确认：${step.name}`,
      who,
      by: topic.dueAt,
      overdue: termOver,
      missing: [],
      article: step.article ?? null,
      step: null,
      ends: [],
      why: '重要的一步，一个人说了不算，要另一个人看过',
    }
  }
  if (isEnded(topic.state))
    return { what: row.name, who: '', by: null, overdue: false, missing: [], article: null, step: null, ends: [], why: '' }
  if (row.posts && topic.openObjections > 0) {
    return {
      what: '答复异议',
      who: roleNames.supervisor,
      by: topic.dueAt,
      overdue: termOver,
      missing: [`还有 ${topic.openObjections} 件异议没有答复，答复了才能往下走`],
      article: '有异议要查清楚、答复本人；异议成立就退回重来',
      step: null,
      ends: [],
      why: '公示就是让大家提意见，提了就要答复',
    }
  }
  const name = comingStep(topic, facts)
  const coming = name === undefined ? undefined : stepOf(name)
  const by = dueBy(topic, name, sessionStartsAt)
  return {
    what:
      topic.state === 'returned'
        ? '提出人补充后再交'
        : coming && !coming.auto
          ? ((name && decisions[name]?.what) ?? coming.name)
          : row.name,
    who: whoTakes(topic, coming, people, officers, facts),
    by,
    overdue: name === 'open_assembly' || name === 'board_first' ? by !== null && facts.now >= by : termOver,
    missing: coming ? stillMissing(coming, topic, facts) : [],
    article: coming?.article ?? null,
    step: name ?? null,
    ends: [...((name && decisions[name]?.ends) ?? [])],
    why: (name && whys[name]) ?? row.says,
  }
}
