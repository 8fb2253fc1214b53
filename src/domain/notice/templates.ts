import { dayOf, spokenTime } from '../ground/calendar'
import type { Motion } from '../vote/motions'
import type { Notice } from './notices'
import type { NoticeCode } from '../procedure/step'
import type { Session } from '../session/sessions'
import type { Topic } from '../topic/topic'

/** Kinds of field WeChat knows; each has limits, and one field beyond them loses the whole message (47003). */
export type FieldType = 'thing' | 'phrase' | 'time' | 'date' | 'character_string' | 'name' | 'number' | 'amount'

/**
 * What a message may be made of: the public matter, its days and its place. No person fits in here, so none can be named: a message
 * lies open on a locked phone, and may carry nobody's data but its reader's (procedures §5.5.2).
 */
export interface Facts {
  readonly notice: Pick<Notice, 'code' | 'at' | 'postedUntil'>
  readonly topic: Pick<Topic, 'title'>
  readonly session: Pick<Session, 'startsAt' | 'place' | 'mode'> | null
  readonly motion: Pick<Motion, 'closesAt'> | null
}

export interface TemplateField {
  readonly name: string
  readonly label: string
  readonly type: FieldType
  readonly of: (facts: Facts) => string
}

export interface Template {
  /** As it is to be looked for in WeChat's public library. */
  readonly title: string
  readonly fields: readonly TemplateField[]
  /** Which notices it carries, and how much each matters: the last accept is kept for the most important. */
  readonly codes: { readonly [Code in NoticeCode]?: number }
}

const state: Record<NoticeCode, string> = {
  N01: '已收到',
  N02: '等受理',
  N03: '要补充',
  N04: '没有受理',
  N05: '已合并',
  N06: '已撤回',
  N07: '已转办',
  N08: '已受理',
  N09: '审定中',
  N10: '已分类',
  N11: '请您参加',
  N12: '开始了',
  N13: '结论公示',
  N14: '没谈拢',
  N15: '有异议',
  N16: '开始落实',
  N17: '结果公示',
  N18: '请您评价',
  N19: '已办结',
  N20: '大事开始',
  N21: '走了一步',
  N22: '请您审核',
  N23: '已审核',
  N24: '审议结果',
  N25: '已报告',
  N26: '请您投票',
  N27: '开始表决',
  N28: '改期',
  N29: '表决结果',
  N30: '没有通过',
  N31: '已答复',
  N32: '停办或恢复',
  N33: '有进展',
  N34: '重新审定',
}

const matter: TemplateField = { name: 'matter', label: '事项', type: 'thing', of: ({ topic }) => topic.title }
const standing: TemplateField = { name: 'standing', label: '状态', type: 'phrase', of: ({ notice }) => state[notice.code] }
const toldAt: TemplateField = { name: 'at', label: '时间', type: 'time', of: ({ notice }) => timeField(notice.at) }

/** The messages that can reach a phone by WeChat. Their ids are the village's own settings: every mini-program draws others. */
// biome-ignore format: a row a line
export const templates = {
  vote: {
    title: '投票提醒', codes: { N26: 3 },
    fields: [matter, { name: 'closes', label: '截止时间', type: 'time', of: ({ motion, notice }) => timeField(lastMinute(motion?.closesAt ?? notice.postedUntil ?? notice.at)) }, standing],
  },
  session: {
    title: '会议通知', codes: { N11: 3, N28: 3, N12: 1 },
    fields: [
      matter,
      { name: 'starts', label: '会议时间', type: 'time', of: ({ session, notice }) => timeField(session?.startsAt ?? notice.at) },
      { name: 'place', label: '会议地点', type: 'thing', of: ({ session }) => (session ? (session.mode === 'online' ? '线上会议' : session.place) : '另行通知') },
      standing,
    ],
  },
  posting: {
    title: '公示通知', codes: { N13: 3, N29: 2, N30: 2, N17: 2 },
    fields: [matter, { name: 'until', label: '公示截止', type: 'date', of: ({ notice }) => dateField((notice.postedUntil ?? notice.at + 1) - 1) }, standing],
  },
  progress: {
    title: '事项进度提醒',
    codes: { N03: 3, N04: 3, N31: 3, N32: 3, N05: 2, N07: 2, N14: 2, N16: 2, N18: 2, N20: 2, N34: 2, N01: 1, N06: 1, N08: 1, N09: 1, N10: 1, N19: 1, N21: 1, N23: 1, N24: 1, N25: 1, N27: 1, N33: 1 },
    fields: [matter, standing, toldAt],
  },
  duty: { title: '待办提醒', codes: { N15: 3, N22: 3, N02: 2 }, fields: [matter, standing, toldAt] },
} as const satisfies Record<string, Template>

export type TemplateKey = keyof typeof templates
export const templateKeys = Object.keys(templates) as readonly TemplateKey[]
const catalogue: Record<TemplateKey, Template> = templates

/** The template a notice goes out on. */
export const templateFor = (code: NoticeCode): TemplateKey | null =>
  templateKeys.find(key => catalogue[key].codes[code] !== undefined) ?? null

/** How much a notice matters among those of its template. */
export const importanceOf = (code: NoticeCode): number => {
  const key = templateFor(code)
  return key === null ? 0 : (catalogue[key].codes[code] ?? 0)
}

/** Whether a notice may use one of so many accepts: the last one waits for what matters most. */
export function maySpend(code: NoticeCode, left: number): boolean {
  const key = templateFor(code)
  if (key === null) return false
  const most = Math.max(...Object.values(catalogue[key].codes))
  return left > (importanceOf(code) < most ? 1 : 0)
}

/** A notice as WeChat will take it: every field within its limits, whatever was written on the topic. */
export function fill(key: TemplateKey, facts: Facts): Record<string, string> {
  return Object.fromEntries(catalogue[key].fields.map(field => [field.name, fitted(field.type, field.of(facts))]))
}

const mostThing = 20
/** Counted in UTF-16 units: the strictest way anybody may count, so it holds for every other. */
function fitted(type: FieldType, text: string): string {
  if (type !== 'thing') return text
  const clean = visible(text)
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(clean)) return '村里的事'
  if (clean.length <= mostThing) return clean
  let short = ''
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(clean)) {
    if (short.length + segment.length > mostThing - 1) break
    short += segment
  }
  return short === '' ? '村里的事' : `${short.trimEnd()}…`
}

/** One line of what can be seen; a joiner stays only where it joins two pictures into one. */
const visible = (text: string): string =>
  text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/\u200d(?!\p{Extended_Pictographic})/gu, '')
    .replace(/^\u200d+/u, '')
    .trim()

const dateField = (instant: number): string => {
  const [year, month, day] = dayOf(instant).split('-').map(Number)
  return `${year}年${month}月${day}日`
}
const timeField = (instant: number): string => `${dateField(instant)} ${spokenTime(instant).slice(-5)}`
/** What ends with a day ends at 23:59 for a reader: 00:00 is read as the evening before. */
const lastMinute = (instant: number): number => instant - 60_000

const rules: Record<FieldType, (value: string) => boolean> = {
  thing: value => value.length <= mostThing,
  phrase: value => /^\p{Script=Han}{1,5}$/u.test(value),
  time: value => /^(\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日 )?([01]\d|2[0-3]):[0-5]\d$/.test(value),
  date: value => /^\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$/.test(value),
  character_string: value => /^[\u0020-\u007e]{1,32}$/.test(value),
  name: value => /^\p{Script=Han}{1,10}$/u.test(value) || /^[A-Za-z ]{1,20}$/.test(value),
  number: value => /^\d{1,32}$/.test(value),
  amount: value => /^[¥$]?\d{1,10}(\.\d{1,2})?(元)?$/.test(value),
}

/** Whether WeChat would take this value in such a field. */
export const fits = (type: FieldType, value: string): boolean =>
  value.trim() !== '' && !/[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u.test(value) && rules[type](value)
