import { dayOf, spokenDay, startOf } from '@/domain/ground/calendar'
import { noticeWords } from '@/domain/notice/notices'
import { outcomeWords } from '@/domain/vote/motions'
import { dayWords } from '@/platform/phone/time'
import type { Board, NoticeCard } from './list-store'
import type { NoticeView } from './store'

export const boardNames: Record<Board, string> = { all: '全部', outcome: '结论', result: '结果', session: '议事', vote: '表决' }
const kinds: Record<NoticeCard['board'], { readonly name: string; readonly tone: 'green' | 'amber' | 'blue' | 'grey' }> = {
  outcome: { name: '结论公示', tone: 'green' },
  result: { name: '结果公示', tone: 'green' },
  session: { name: '议事会', tone: 'blue' },
  vote: { name: '表决', tone: 'amber' },
  none: { name: '通知', tone: 'grey' },
}
export const kindOf = ({
  board,
}: Pick<NoticeCard, 'board'>): { readonly name: string; readonly tone: 'green' | 'amber' | 'blue' | 'grey' } => kinds[board]

/** A posting ends at 24:00: its last day is the day before that instant. */
export const lastDay = (until: number): string => spokenDay(dayOf(until - 1))

export function postingLine({ postedUntil }: Pick<NoticeCard, 'postedUntil'>, now: number): string {
  if (postedUntil === null) return ''
  return now < postedUntil ? `公示到 ${lastDay(postedUntil)}` : `公示期满（${lastDay(postedUntil)}）`
}

/** The same where there is little room. */
export const postingShort = ({ postedUntil }: Pick<NoticeCard, 'postedUntil'>, now: number): string | null =>
  postedUntil === null ? null : now < postedUntil ? `公示到 ${lastDay(postedUntil)}` : '公示期满'

/** 「8.6 万元」「1200 元」. */
export const money = (yuan: number): string => (yuan >= 10_000 ? `${Math.round(yuan / 100) / 100} 万元` : `${yuan} 元`)

/** The one word of the page's head: how its motion ended, else how far people agreed. */
export function headWord({ notice, decision, motions }: NoticeView): { readonly says: string; readonly tone: 'green' | 'amber' } | null {
  const result = motions.filter(motion => motion.result !== null).slice(-1)[0]?.result
  if (result && (notice.board === 'vote' || notice.board === 'outcome'))
    return { says: outcomeWords[result.outcome], tone: result.outcome === 'passed' ? 'green' : 'amber' }
  return decision?.level && notice.board !== 'session' && notice.board !== 'vote' ? { says: decision.level, tone: 'green' } : null
}

/** The village's own sentence: what was asked on a vote's notice, what was decided on an outcome's. Null where there is none yet. */
export function headline({ notice, decision, motions }: NoticeView): string | null {
  if (notice.board === 'vote') return motions.find(motion => motion.id === notice.motionId)?.text ?? null
  return notice.board === 'session' ? null : decision?.text || null
}

/** 「2026-12-20」 as it is said; what is no day is left as it is. */
export const finishWords = (finishBy: string, now: number): string =>
  /^\d{4}-\d\d-\d\d$/.test(finishBy) ? `${dayWords(startOf(finishBy), now)}前` : finishBy

export function objectionLine({ objection }: NoticeView): string {
  if (!objection) return ''
  const waiting = objection.waiting > 0 ? `，有 ${objection.waiting} 件异议等答复` : ''
  return objection.open ? `${lastDay(objection.until)}以前可以提出异议${waiting}` : `提异议的时间已过${waiting}`
}

/** A notice begins with its topic in 《》: the topic is the card's title, the rest its line. What is long goes on inside. */
export function cardWords({ title, body }: Pick<NoticeCard, 'title' | 'body'>): { readonly title: string; readonly line: string } {
  const parts = /^《(.+?)》[：，]?(.*)$/s.exec(body.trim())
  const line = [...(parts?.[2] ?? body)]
  return { title: parts?.[1] ?? title, line: line.length <= 90 ? line.join('') : `${line.slice(0, 88).join('')}……` }
}

/** A call to vote leads straight to the vote while it is open; afterwards it is a notice like others. */
export const asksForVote = ({ title, motionId, postedUntil }: NoticeCard, now: number): boolean =>
  motionId !== null && title === noticeWords('N26', '').title && postedUntil !== null && now < postedUntil

/** Where the carrying-out can be watched. */
export function followWords(state: NoticeView['state']): string {
  if (state === 'closed') return '这件事已经办结，照片和花费在议题里'
  if (state === 'implementing' || state === 'result_posting' || state === 'evaluating') return '在议题里看照片和花费'
  return '公示期满就开始办，进展会更新在议题里'
}

/** What is read aloud of a notice: how it ended, what was decided, who does it by when, and until when it hangs. */
export function aloudWords(view: NoticeView): string {
  const { notice, decision, now, topicTitle } = view
  const parts = [
    kindOf(notice).name,
    `议题：${topicTitle}`,
    headWord(view)?.says,
    headline(view) ?? notice.body,
    decision?.implementer && `谁来办：${decision.implementer}`,
    decision?.finishBy && `什么时候：${finishWords(decision.finishBy, now)}`,
    postingLine(notice, now),
    objectionLine(view),
  ]
  return parts.filter(Boolean).join('。')
}
