import type { Input, Output } from '@/contract'
import type { Method, MotionOption } from '@/domain/vote/question/answers'
import { refusalWords } from '@/contract/refusal-words'
import { addDays, dayOf, instantAt, type Day } from '@/domain/ground/calendar'
import type { BodyId } from '@/domain/law/names'
import { askedBodies, earliestOpening, putMotion, type AskedBody, type BallotForm } from '@/domain/vote/motions'
import { askQuestion, fewestOptions, type AskRefusal } from '@/domain/vote/question/questions'
import { goOn } from '@/domain/vote/count/tallies'
import { clockWords } from '@/platform/phone/time'
import { noPaperFor, waysInput, wrongWays, type Ways, type WaysWrong } from './ways'

export type TopicView = Output<'topic.view'>
export type Asked = Output<'motion.bodies'>
export type BodyChoice = Asked['bodies'][number]

/** One question of the paper; its options are kept while another way of answering is tried. */
export interface Item {
  /** Drawn once: sent twice, it is put once. */
  readonly key: string
  readonly text: string
  readonly method: Method
  readonly options: readonly string[]
}

/** Questions as they are being put: the first, those of the same meeting, times as chosen. */
export interface Question extends Item, Ways {
  readonly more: readonly Item[]
  readonly body: AskedBody | null
  readonly form: BallotForm
  readonly openDay: Day
  readonly openTime: string
  readonly closeDay: Day
  readonly closeTime: string
}

export type MotionView = Output<'motion.view'>
/** `first`: the vote whose second ballot is put; its words, body and form stand, only the time is chosen. */
export interface Ground {
  readonly topic: TopicView
  readonly asked: Asked
  readonly first?: MotionView['card'] | undefined
}
export type Part = 'text' | 'options' | 'more' | 'body' | 'opens' | 'closes' | keyof WaysWrong
export type Wrong = { readonly [P in Part]?: string }

const partNames: Record<Part, string> = {
  text: '问什么',
  body: '谁来投',
  options: '怎么回答',
  more: '另外几题',
  opens: '什么时候开始',
  closes: '什么时候截止',
  channels: '用什么投',
  tellers: '谁计票',
  scrutineer: '谁监票',
}
/** What is still to be mended, in the order of the form. */
export const wrongParts = (wrong: Wrong): string =>
  (Object.keys(partNames) as Part[])
    .filter(part => wrong[part])
    .map(part => partNames[part])
    .join('、')

const usualDays = 3

/** Five minutes on, at a round five: a vote opening 「now」 must still be ahead when it reaches the server. */
const soon = (now: number): number => Math.ceil((now + 300_000) / 300_000) * 300_000

/** When a vote of this body opens and closes unless the moderator says otherwise: as early as the notice allows, for three days. */
export function usualWindow(noticeDays: number, now: number): Pick<Question, 'openDay' | 'openTime' | 'closeDay' | 'closeTime'> {
  const earliest = earliestOpening(noticeDays, now)
  const opens = earliest <= now ? soon(now) : earliest + 8 * 3_600_000
  const openDay = dayOf(opens)
  return { openDay, openTime: clockWords(opens), closeDay: addDays(openDay, usualDays), closeTime: '18:00' }
}

export const emptyItem = (key: string, text = ''): Item => ({
  key,
  text,
  method: 'yes-no',
  options: Array.from({ length: fewestOptions }, () => ''),
})

export const firstQuestion = ({ topic, first }: Ground, key: string): Question =>
  first && isAsked(first.body)
    ? {
        ...emptyItem(key, first.text),
        method: 'one',
        options: secondOptions(first).map(({ text }) => text),
        more: [],
        body: first.body,
        form: first.form,
        ...usualWindow(0, topic.now),
      }
    : { ...emptyItem(key, topic.card.title), more: [], body: null, form: 'named', openDay: '', openTime: '', closeDay: '', closeTime: '' }

const isAsked = (body: BodyId): body is AskedBody => (askedBodies as readonly BodyId[]).includes(body)

/** What is voted on again: the foremost of the first ballot. */
export const secondOptions = ({ result, options = [] }: MotionView['card']): readonly MotionOption[] => goOn(result?.options, options)

export const chosenBody = ({ asked }: Ground, { body }: Question): BodyChoice | undefined => asked.bodies.find(({ id }) => id === body)

/** The second ballot goes on with a vote that was noticed: no new days run. */
export const noticeDaysOf = ({ asked, first }: Ground, body: AskedBody): number =>
  first ? 0 : (asked.bodies.find(({ id }) => id === body)?.noticeDays ?? 0)

export const earliestOf = (noticeDays: number, now: number): Day => dayOf(earliestOpening(noticeDays, now))

const windowSent = ({ openDay, openTime, closeDay, closeTime }: Question) => ({
  opensAt: instantAt(openDay, openTime),
  closesAt: instantAt(closeDay, closeTime),
})

export const asInput = (question: Question & { readonly body: AskedBody }, { topic, asked }: Ground): Input<'motion.put'> => ({
  ...itemSent(question),
  ...(question.more.length > 0 ? { agenda: question.more.map(itemSent) } : {}),
  topicId: topic.card.id,
  rev: topic.rev,
  body: question.body,
  form: question.form,
  ...windowSent(question),
  ...waysInput(question, asked.bodies.find(({ id }) => id === question.body)?.proxies),
})

/** A second ballot asks what the first asked, the way the first went: only when is new. */
export const asSecond = (question: Question, first: MotionView['card'], { topic }: Ground): Input<'motion.putSecond'> => ({
  motionId: first.id,
  rev: topic.rev,
  ...windowSent(question),
})

const itemSent = ({ key, text, method, options }: Item) => ({
  id: key,
  text: text.trim(),
  ...(method === 'yes-no' ? {} : { method, options: options.map(option => option.trim()) }),
})

/** What is wrong with one question before a body, in words, and whether it is its text or its options. */
export function wrongItem(item: Item, body: AskedBody): { readonly text?: string; readonly options?: string } {
  const { text, method, options } = itemSent(item)
  const judged = askQuestion({ text, method, options }, body)
  if (judged.ok) return {}
  const ownText = askQuestion({ text }, body)
  return ownText.ok ? { options: optionsWrong(judged.refusal) } : { text: textWrong(ownText.refusal) }
}
const textWrong = (refusal: AskRefusal): string => (refusal === 'empty-text' ? '请写上要问大家什么' : refusalWords[refusal])
const optionsWrong = (refusal: AskRefusal): string => (refusal === 'empty-text' ? '有一项还没写' : refusalWords[refusal])

/** Judges the question by the rules the server judges by; empty when nothing is wrong. */
export function wrongIn(question: Question, ground: Ground): Wrong {
  const { body, more } = question
  const chosen = chosenBody(ground, question)
  const wrong: { -readonly [P in Part]?: string } = ground.first
    ? {}
    : { ...wrongWays(question, noPaperFor([question, ...more])), ...wrongItem(question, body ?? 'POLL') }
  const others = ground.first
    ? []
    : more.flatMap((item, at) => Object.values(wrongItem(item, body ?? 'POLL')).map(words => `第 ${at + 2} 题：${words}`))
  if (others.length > 0) wrong.more = others.join('；')
  if (!body || !chosen) return { ...wrong, body: '请选由谁来投票' }
  const input = asInput({ ...question, body }, ground)
  if (Number.isNaN(input.opensAt)) return { ...wrong, opens: '请选开始的日期和时间' }
  if (Number.isNaN(input.closesAt)) return { ...wrong, closes: '请选截止的日期和时间' }
  const put = putMotion(
    { opensAt: input.opensAt, closesAt: input.closesAt, rollSize: ground.first?.rollSize ?? chosen.rollSize },
    noticeDaysOf(ground, body),
    ground.topic.now,
  )
  if (put.ok) return wrong
  const part = put.refusal === 'notice-too-short' ? 'opens' : put.refusal === 'roll-empty' ? 'body' : 'closes'
  return {
    ...wrong,
    [part]: put.refusal === 'notice-too-short' && noticeDaysOf(ground, body) === 0 ? '开始时间要在现在以后' : refusalWords[put.refusal],
  }
}
