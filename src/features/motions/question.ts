import type { Input, Output } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import { addDays, dayOf, instantAt, type Day } from '@/domain/calendar'
import { earliestOpening, putMotion, type AskedBody, type BallotForm } from '@/domain/motions'
import { checkText } from '@/domain/text'
import { clockWords } from '@/platform/time'
import { waysInput, wrongWays, type Ways, type WaysWrong } from './ways'

export type TopicView = Output<'topic.view'>
export type Asked = Output<'motion.bodies'>
export type BodyChoice = Asked['bodies'][number]

/** A question as it is being put: times as chosen. */
export interface Question extends Ways {
  /** Drawn once: sent twice, it is put once. */
  readonly key: string
  readonly text: string
  readonly body: AskedBody | null
  readonly form: BallotForm
  readonly openDay: Day
  readonly openTime: string
  readonly closeDay: Day
  readonly closeTime: string
}

export interface Ground { readonly topic: TopicView; readonly asked: Asked }
export type Part = 'text' | 'body' | 'opens' | 'closes' | keyof WaysWrong
export type Wrong = { readonly [P in Part]?: string }

const partNames: Record<Part, string> = { text: '问什么', body: '谁来投', opens: '什么时候开始', closes: '什么时候截止', channels: '用什么投', tellers: '谁计票', scrutineer: '谁监票' }
/** What is still to be mended, in the order of the form. */
export const wrongParts = (wrong: Wrong): string => (Object.keys(partNames) as Part[]).filter(part => wrong[part]).map(part => partNames[part]).join('、')

export const questionLength = 200
const usualDays = 3

/** Five minutes on, at a round five: a vote opening 「now」 must still be ahead when it reaches the hall. */
const soon = (now: number): number => Math.ceil((now + 300_000) / 300_000) * 300_000

/** When a vote of this body opens and closes unless the moderator says otherwise: as early as the notice allows, for three days. */
export function usualWindow(noticeDays: number, now: number): Pick<Question, 'openDay' | 'openTime' | 'closeDay' | 'closeTime'> {
  const earliest = earliestOpening(noticeDays, now)
  const opens = earliest <= now ? soon(now) : earliest + 8 * 3_600_000
  const openDay = dayOf(opens)
  return { openDay, openTime: clockWords(opens), closeDay: addDays(openDay, usualDays), closeTime: '18:00' }
}

export const firstQuestion = ({ topic }: Ground, key: string): Question => ({
  key, text: topic.card.title, body: null, form: 'named', openDay: '', openTime: '', closeDay: '', closeTime: '',
})

export const chosenBody = ({ asked }: Ground, { body }: Question): BodyChoice | undefined => asked.bodies.find(({ id }) => id === body)

export const noticeDaysOf = ({ asked }: Ground, body: AskedBody): number => asked.bodies.find(({ id }) => id === body)?.noticeDays ?? 0

export const earliestOf = (noticeDays: number, now: number): Day => dayOf(earliestOpening(noticeDays, now))

export function asInput(question: Question & { readonly body: AskedBody }, { topic }: Ground): Input<'motion.put'> {
  return {
    id: question.key, topicId: topic.card.id, rev: topic.rev, text: question.text.trim(), body: question.body, form: question.form,
    opensAt: instantAt(question.openDay, question.openTime), closesAt: instantAt(question.closeDay, question.closeTime),
    ...waysInput(question),
  }
}

/** Judges the question by the rules the server judges by; empty when nothing is wrong. */
export function wrongIn(question: Question, ground: Ground): Wrong {
  const wrong: { text?: string; body?: string; opens?: string; closes?: string } & WaysWrong = { ...wrongWays(question) }
  const checked = checkText(question.text, questionLength)
  if (!checked.ok) wrong.text = checked.refusal === 'empty-text' ? '请写上要问大家什么' : refusalWords[checked.refusal]
  const { body } = question
  const chosen = chosenBody(ground, question)
  if (!body || !chosen) return { ...wrong, body: '请选由谁来投票' }
  const input = asInput({ ...question, body }, ground)
  if (Number.isNaN(input.opensAt)) return { ...wrong, opens: '请选开始的日期和时间' }
  if (Number.isNaN(input.closesAt)) return { ...wrong, closes: '请选截止的日期和时间' }
  const put = putMotion({ opensAt: input.opensAt, closesAt: input.closesAt, rollSize: chosen.rollSize }, chosen.noticeDays, ground.topic.now)
  if (put.ok) return wrong
  const part = put.refusal === 'notice-too-short' ? 'opens' : put.refusal === 'roll-empty' ? 'body' : 'closes'
  return { ...wrong, [part]: put.refusal === 'notice-too-short' && chosen.noticeDays === 0 ? '开始时间要在现在以后' : refusalWords[put.refusal] }
}
