import type { BodyId } from '../law/names'
import type { Audience, NoticeCode } from '../procedure/step'

/** What the village must hear. Written with the step that caused it; brought to people afterwards. */
export interface Notice {
  /** `topicId:rev:code`: the same step cannot tell the same thing twice. */
  readonly id: string
  readonly orgId: string
  readonly code: NoticeCode
  readonly topicId: string
  readonly sessionId: string | null
  readonly motionId: string | null
  readonly title: string
  readonly body: string
  /** What those read who did not raise it, where the body is written to its authors. */
  readonly gist?: string
  readonly at: number
  /** Who is to hear it; resolved to people when it is delivered. */
  readonly audience: Reach
  /** On the public board as well, until this instant; null where it is only a message. */
  readonly postedUntil: number | null
  readonly board: 'outcome' | 'result' | 'session' | 'vote' | 'none'
  /** `waiting`: not everybody has their row yet. `pushed`: everybody has been sent to as well, on every way it goes. */
  readonly delivery: 'waiting' | 'delivered' | 'pushed'
}

/** People by name, those a topic concerns, or who stands on a body's roll. */
export type Reach =
  | { readonly kind: 'people'; readonly ids: readonly string[] }
  | { readonly kind: 'topic'; readonly audiences: readonly Audience[] }
  | { readonly kind: 'roll'; readonly body: BodyId }

/** One notice for one person: what the phone lists. */
export interface Message {
  readonly id: string
  readonly orgId: string
  readonly personId: string
  readonly noticeId: string
  readonly topicId: string
  readonly title: string
  readonly body: string
  readonly at: number
  readonly readAt: number | null
}

export const messageId = (noticeId: string, personId: string): string => `${noticeId}:${personId}`

/** An objection to a posting, by a person whose name only its handlers see. */
export interface Objection {
  readonly id: string
  readonly orgId: string
  readonly topicId: string
  readonly personId: string
  readonly reason: string
  readonly at: number
  readonly answer: string | null
  readonly answeredAt: number | null
  readonly upheld: boolean | null
}

// biome-ignore format: a row a line
const said: Record<NoticeCode, (title: string, more: string) => { readonly title: string; readonly body: string }> = {
  N01: t => ({ title: '收到您提的事', body: `《${t}》已交到议事厅，3 个工作日内答复您。` }),
  N02: t => ({ title: '有新的议题等受理', body: `《${t}》` }),
  N03: (t, more) => ({ title: '您提的事要补充一下', body: `《${t}》：${more}` }),
  N04: (t, more) => ({ title: '您提的事没有受理', body: `《${t}》：${more}不同意的话，30 天内可以向村务监督委员会申诉，再不满意可以找镇街。` }),
  N05: (t, more) => ({ title: '您提的事和相近的合在一起了', body: `《${t}》：${more}您还是提出人，附议都算数。` }),
  N06: t => ({ title: '议题撤回了', body: `《${t}》不再往下走。` }),
  N07: (t, more) => ({ title: '您提的事已转办', body: `《${t}》：${more}` }),
  N08: t => ({ title: '您提的事受理了', body: `《${t}》已经公开，正在征集附议。` }),
  N09: t => ({ title: '议题进入审定', body: `《${t}》附议够了，7 个工作日内定怎么办。` }),
  N10: (t, more) => ({ title: '议题已分类', body: `《${t}》：${more}` }),
  N11: (t, more) => ({ title: '请您参加议事会', body: `《${t}》：${more}` }),
  N12: t => ({ title: '议事会开始了', body: `《${t}》正在议，请到会场或线上参加。` }),
  N13: (t, more) => ({ title: '结论公示', body: `《${t}》：${more}` }),
  N14: (t, more) => ({ title: '这件事还没谈拢', body: `《${t}》：${more}` }),
  N15: (t, more) => ({ title: '收到异议或申诉', body: `《${t}》：${more}` }),
  N16: t => ({ title: '开始落实', body: `《${t}》公示期满，没有未答复的异议，开始办。` }),
  N17: (t, more) => ({ title: '结果公示', body: `《${t}》办好了。${more}` }),
  N18: t => ({ title: '请您评价', body: `《${t}》办得怎样，请打个分。` }),
  N19: t => ({ title: '办结', body: `《${t}》已经办结归档。` }),
  N20: t => ({ title: '进入重大事项程序', body: `《${t}》要走四议两公开，每一步都会公开。` }),
  N21: (t, more) => ({ title: '重大事项走了一步', body: `《${t}》：${more}` }),
  N22: t => ({ title: '请您审核', body: `《${t}》的方案等合法性审核，5 个工作日内答复。` }),
  N23: t => ({ title: '合法性审核有结论了', body: `《${t}》通过合法性审核，接下来开党员大会。` }),
  N24: (t, more) => ({ title: '党员大会审议结果', body: `《${t}》：${more}` }),
  N25: t => ({ title: '镇街报告有结果了', body: `《${t}》已向镇街报告，接下来发会议通知。` }),
  N26: (t, more) => ({ title: '请您投票', body: `《${t}》：${more}` }),
  N27: t => ({ title: '开始表决', body: `《${t}》正在表决，结束以前不公布票数。` }),
  N28: (t, more) => ({ title: '议事会改期', body: `《${t}》的议事会改期，定下新时间再请您。${more}` }),
  N29: (t, more) => ({ title: '表决结果', body: `《${t}》：${more}` }),
  N30: (t, more) => ({ title: '表决没有通过', body: `《${t}》：${more}` }),
  N31: (t, more) => ({ title: '异议有答复了', body: `《${t}》：${more}` }),
  N32: (t, more) => ({ title: '暂停、恢复或撤销', body: `《${t}》：${more}` }),
  N33: (t, more) => ({ title: '有新进展', body: `《${t}》：${more}` }),
  N34: (t, more) => ({ title: '这件事重新审定', body: `《${t}》：${more}` }),
}

/** The words of a notice. They carry the date, time and place themselves, and nothing about third persons. */
export const noticeWords = (code: NoticeCode, topicTitle: string, more = ''): { readonly title: string; readonly body: string } =>
  said[code](topicTitle, more)
