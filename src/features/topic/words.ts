import { refusalWords } from '@/contract/refusal-words'
import { dayOf, spokenDay } from '@/domain/ground/calendar'
import { states } from '@/domain/procedure/states'
import type { StepThat } from '@/domain/procedure/tracks/steps'
import { categories } from '@/domain/topic/topic'
import { dueWords, whenWords } from '@/platform/phone/time'
import type { Card, Show, TopicList } from './list/list-store'
import type { Doing, TopicView } from './topic-store'

export const shows: readonly { readonly key: Show; readonly label: string }[] = [
  { key: 'running', label: '正在办' },
  { key: 'ended', label: '办结' },
  { key: 'mine', label: '我提的' },
  { key: 'supported', label: '我附议的' },
]

export const onDay = (at: number): string => spokenDay(dayOf(at))
/** 24:00 of a day is said as that day. */
export const lastDay = (until: number): string => onDay(until - 1)

/** 「张*提出 · 18 人附议」. */
export const byline = ({ author, supports }: Pick<Card, 'author' | 'supports'>): string =>
  `${author}提出${supports > 0 ? ` · ${supports} 人附议` : ''}`
export const listLine = (card: Card): string => `${byline(card)} · ${categories[card.category]}`

export const emptyWords: Record<Show, { readonly title: string; readonly line: string }> = {
  running: { title: '现在没有正在办的事', line: '村里有什么要商量，您可以提出来' },
  ended: { title: '还没有办结的事', line: '办完的事会留在这里，随时能查' },
  mine: { title: '您还没有提过事', line: '路灯、水渠、停车……三分钟就能提一件' },
  supported: { title: '您还没有附议过', line: '在“正在办”里看到同意的事，点一下“附议”' },
}

/** What is waited for of everybody. */
const everybodys = (state: Card['state']): string =>
  state === 'accepted' ? '等大家附议' : states[state].rated === 'gathering' ? '等大家评价' : '等大家参加'

/** Steps whose day is the meeting's own hour. */
const hasHour: Record<StepThat<{ dueOn: 'meeting' }>, true> = { open_assembly: true }

/** 「由 陈主任 办，11月27日前（还有 2 天）」; a meeting's own hour is said as one says it. */
export function whoAndWhen({ next: { who, by, overdue, step }, now, card }: Pick<TopicView, 'next' | 'now' | 'card'>): string {
  const hands = who === '' ? '' : who === '大家' ? everybodys(card.state) : `由${who}来办`
  return [
    hands,
    by === null
      ? ''
      : timeWords(
          by,
          now,
          overdue,
          (step !== null && step in hasHour) || card.state === 'scheduled',
          who === '' && states[card.state].posts !== undefined,
        ),
  ]
    .filter(Boolean)
    .join('，')
}

function timeWords(by: number, now: number, overdue: boolean, meets: boolean, hangs: boolean): string {
  if (meets) return by <= now ? '时间到了' : `${whenWords(by, now)}开会`
  if (overdue) return dueWords(by, now)
  if (by <= now) return ''
  const left = dueWords(by, now)
  return left === '今天到期'
    ? '今天内'
    : hangs
      ? `贴到${lastDay(by)}（${left}）`
      : `${lastDay(by)}前${left.startsWith('还有') ? `（${left}）` : ''}`
}

/** What a stop of the road says below its name. */
export const stopLine = ({ at, says, phase }: TopicView['road'][number]): string | undefined =>
  // A second round of talks passes stops that lie behind it once already: ahead of us nothing has a day yet.
  phase === 'to-come'
    ? undefined
    : [at === null ? '' : onDay(at), phase === 'now' || phase === 'turned' ? says : ''].filter(Boolean).join(' · ') || undefined

export const supportLine = ({ card, supportsNeeded }: Pick<TopicView, 'card' | 'supportsNeeded'>): string => {
  if (card.state !== 'accepted') return card.supports > 0 ? `${card.supports} 人附议` : ''
  const missing = supportsNeeded - card.supports
  return missing > 0 ? `已有 ${card.supports} 人附议，还差 ${missing} 人就进入审定` : `已有 ${card.supports} 人附议，人数够了`
}

export const stateName = (state: Card['state']): string => states[state].name
export const money = (yuan: number): string =>
  yuan === 0 ? '不花钱' : yuan >= 10_000 ? `${Math.round(yuan / 100) / 100} 万元` : `${yuan} 元`

export const supportSaysWords = (says: TopicList['supportSays']): string | null =>
  says === null ? null : says === 'no-answer' ? '没连上，请再点一次' : refusalWords[says]

/** A short word after a deed that has no place of its own to say it. */
export function doingWords(doing: Doing): string | null {
  if (doing.at === 'done') return doing.deed === 'object' ? '收到您的异议，村务监督委员会会答复您' : null
  if (doing.at === 'nothing' || doing.at === 'sending' || doing.deed !== 'support') return null
  return doing.at === 'unsure' ? '没连上，请再点一次' : refusalWords[doing.refusal]
}

/** What is read aloud of a topic: what it is, how far it has come, and what was written, as it was written. */
export const aloudWords = ({ card, next, words, decision }: Pick<TopicView, 'card' | 'next' | 'words' | 'decision'>): string =>
  [
    card.title,
    `现在是${stateName(card.state)}`,
    `下一步：${next.what}`,
    ...(decision ? [`定下来的是：${decision.text}`] : []),
    words.what,
    words.where,
    words.affected,
    words.suggestion,
  ]
    .filter(Boolean)
    .join('。')
