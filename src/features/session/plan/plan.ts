import type { Input, Output } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import { addDays, dayOf, earliestMeeting, endOf, instantAt, type Day } from '@/domain/ground/calendar'
import { commentDays, materialDays, scheduleSession, type VenueMode } from '@/domain/session/sessions'
import { checkText } from '@/domain/ground/text'

export type TopicView = Output<'topic.view'>
export type Org = Output<'me.view'>['org']
export type Officer = Output<'people.inOffice'>['people'][number]

export interface AgendaLine {
  readonly title: string
  readonly minutes: string
}

/** A session as it is being planned: days and times as chosen, numbers as typed. */
export interface Plan {
  /** Drawn once: sent twice, it is scheduled once. */
  readonly key: string
  readonly title: string
  readonly day: Day
  readonly from: string
  readonly to: string
  readonly mode: VenueMode
  readonly place: string
  readonly meetingLink: string
  readonly meetingNumber: string
  readonly agenda: readonly AgendaLine[]
  readonly invitedGroups: readonly number[]
  readonly invitesMigrants: boolean
  /** How many of those directly concerned are asked to come, as typed; nothing where nobody counted. */
  readonly stakeholders?: string
  readonly hostId: string
  readonly recorderId: string
  readonly commentDay: Day
}

/** What the form must know of the village and the topic. */
export interface Ground {
  readonly topic: TopicView
  readonly org: Org
  readonly officers: readonly Officer[]
  /** The matter touches migrant workers: they are invited, whatever the form says. */
  readonly affectsMigrants: boolean
}

export type Part = 'title' | 'day' | 'time' | 'place' | 'meeting' | 'agenda' | 'invited' | 'migrants' | 'people' | 'comments'
export type Wrong = { readonly [P in Part]?: string }

const partNames: Record<Part, string> = {
  title: '名称',
  day: '日期',
  time: '时间',
  comments: '线上留言',
  place: '地点',
  meeting: '线上会议',
  agenda: '议程',
  invited: '请哪些人',
  migrants: '异地务工人员',
  people: '主持和记录',
}
/** 「地点、议程」: what is still to be mended, in the order of the form. */
export const wrongParts = (wrong: Wrong): string =>
  (Object.keys(partNames) as Part[])
    .filter(part => wrong[part])
    .map(part => partNames[part])
    .join('、')

export const titleLength = 60
export const agendaLength = 100
export const placeLength = 100

/** The first day materials can still reach people three full days before. */
export const earliestDay = (now: number): Day => earliestMeeting(dayOf(now), materialDays)
export const commentDaysFrom = (now: number): { readonly from: Day; readonly until: Day } => ({
  from: addDays(dayOf(now), commentDays.least),
  until: addDays(dayOf(now), commentDays.most - 1),
})

/** What the village recorded when it classified the topic. */
const classified = (topic: TopicView, name: string) =>
  topic.steps.find(step => step.via === 'session.schedule')?.fields.find(item => item.name === name)?.prefill ?? null
export const touchesMigrants = (topic: TopicView): boolean => classified(topic, 'affectsMigrants') === true

/** A plan to begin with: everything the village knows already is filled in. */
export function firstPlan({ topic, org, officers, affectsMigrants }: Ground, key: string): Plan {
  const groups = classified(topic, 'affectedGroups')
  return {
    key,
    title: `${topic.card.title}议事会`,
    day: earliestDay(topic.now),
    from: '19:30',
    to: '21:00',
    mode: 'hall',
    place: org.hallPlace,
    meetingLink: '',
    meetingNumber: '',
    agenda: [
      { title: '说清楚是什么事', minutes: '15' },
      { title: '大家说看法', minutes: '45' },
      { title: '商量怎么办', minutes: '30' },
    ],
    invitedGroups: Array.isArray(groups) ? groups.map(Number).filter(Number.isInteger) : [],
    invitesMigrants: affectsMigrants || topic.origin === 'collected' || topic.opinionVoices > 0,
    hostId: officers.find(({ roles }) => roles.includes('moderator'))?.id ?? '',
    recorderId: officers.find(({ roles }) => roles.includes('recorder'))?.id ?? '',
    commentDay: addDays(dayOf(topic.now), commentDays.usual),
  }
}

export function asInput(plan: Plan, { topic, affectsMigrants }: Ground): Input<'session.schedule'> {
  const online = plan.mode !== 'hall'
  return {
    id: plan.key,
    topicId: topic.card.id,
    rev: topic.rev,
    title: plan.title.trim(),
    startsAt: instantAt(plan.day, plan.from),
    endsAt: instantAt(plan.day, plan.to),
    mode: plan.mode,
    place: plan.mode === 'online' ? '' : plan.place.trim(),
    meetingLink: online ? plan.meetingLink.trim() : '',
    meetingNumber: online ? plan.meetingNumber.trim() : '',
    agenda: plan.agenda.map(({ title, minutes }) => ({ title: title.trim(), minutes: Number(minutes) })),
    invitedGroups: [...plan.invitedGroups].sort((a, b) => a - b),
    invitesMigrants: plan.invitesMigrants || affectsMigrants,
    ...(plan.stakeholders ? { stakeholders: Number(plan.stakeholders) } : {}),
    hostId: plan.hostId,
    recorderId: plan.recorderId,
    commentsUntil: endOf(plan.commentDay),
  }
}

const whole = (minutes: string) => /^\d{1,3}$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= 600

function wordsWrong(text: string, most: number, empty: string): string | null {
  const checked = checkText(text, most)
  return checked.ok ? null : checked.refusal === 'empty-text' ? empty : refusalWords[checked.refusal]
}

const partOf = {
  'notice-too-short': 'day',
  'session-too-long': 'time',
  'place-missing': 'place',
  'meeting-link-missing': 'meeting',
  'host-is-recorder': 'people',
  'migrants-not-invited': 'migrants',
  'comment-window-malformed': 'comments',
} as const

/** Judges the plan by the rules the server judges by; empty when nothing is wrong. */
export function wrongIn(plan: Plan, ground: Ground): Wrong {
  const { now } = ground.topic
  const wrong: Partial<Record<Part, string>> = {}
  const say = (part: Part, words: string | null) => {
    if (words !== null) wrong[part] ??= words
  }
  say('title', wordsWrong(plan.title, titleLength, '请写上议事会的名称'))
  if (!/^\d{4}-\d{2}-\d{2}$/.test(plan.day)) say('day', '请选日期')
  if (Number.isNaN(instantAt('2026-01-01', plan.from)) || Number.isNaN(instantAt('2026-01-01', plan.to))) say('time', '请选开始和结束时间')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(plan.commentDay)) say('comments', '请选日期')
  if (plan.agenda.length === 0) say('agenda', '请至少写一项议程')
  for (const line of plan.agenda) {
    say('agenda', wordsWrong(line.title, agendaLength, '有一项议程还没写'))
    if (!whole(line.minutes)) say('agenda', '每项议程要写几分钟，1 到 600')
  }
  if (!/^\d{0,4}$/.test(plan.stakeholders ?? '')) say('invited', '请几位直接有关的人，只写数字')
  if (plan.hostId === '' || plan.recorderId === '') say('people', '请选主持人和记录员')
  if (plan.mode !== 'online' && plan.place.trim() !== '') say('place', wordsWrong(plan.place, placeLength, ''))
  if (plan.mode !== 'hall' && plan.meetingLink.trim() !== '' && !plan.meetingLink.trim().startsWith('https://'))
    say('meeting', refusalWords['bad-meeting-link'])
  if (plan.mode !== 'hall' && !/^[\d\s-]{0,20}$/.test(plan.meetingNumber.trim())) say('meeting', '会议号只写数字')
  if (Object.keys(wrong).length > 0) return wrong
  const input = asInput(plan, ground)
  const checked = scheduleSession(
    { ...input, orgId: '', seed: '', calledOff: false },
    { affectsMigrants: ground.affectsMigrants, commentsUntil: input.commentsUntil, now },
  )
  return checked.ok ? {} : { [partOf[checked.refusal]]: refusalWords[checked.refusal] }
}
