import type { Role } from '../resident/people'
import type { TermId } from '../law/terms'

/** Where a topic can be. The codes are the book's (procedures §5.3: C common, Q quick, A deliberation, B major matter). */
export type State =
  | 'submitted'
  | 'screening'
  | 'returned'
  | 'rejected'
  | 'merged'
  | 'withdrawn'
  | 'transferred'
  | 'accepted'
  | 'topic_review'
  | 'classified'
  | 'quick_registered'
  | 'quick_assigned'
  | 'quick_done'
  | 'quick_closed'
  | 'scheduled'
  | 'deliberating'
  | 'outcome_drafting'
  | 'outcome_posting'
  | 'implementing'
  | 'result_posting'
  | 'evaluating'
  | 'closed'
  | 'unresolved'
  | 'party_proposal'
  | 'two_committees'
  | 'legality_review'
  | 'party_members'
  | 'town_report'
  | 'noticing'
  | 'assembly_open'
  | 'voting'
  | 'counting'
  | 'quorum_failed'
  | 'not_passed'
  | 'resolution_posting'
  | 'suspended'
  | 'major_implementing'
  | 'major_result_posting'
  | 'major_evaluating'
  | 'post_evaluation'
  | 'major_closed'
  | 'annulled'

/** How long a topic may rest in a state. A posting's days have a legal floor. */
export type Term =
  | { readonly workingDays: number }
  | { readonly days: number }
  | { readonly months: number }
  | { readonly postingDays: number; readonly floor: number }

export interface StateRow {
  readonly code: string
  readonly name: string
  /** One plain line for whoever waits: what is going on. */
  readonly says: string
  /** Whose turn it is; empty where only time is waited for. */
  readonly holders: readonly Role[] | 'proposer' | 'convener'
  readonly term?: Term
  readonly termId?: TermId
  /** The village's setting that may say other days. */
  readonly chosenAs?: string
  /** True where everyone in the village may read the topic's words; else only its author and who runs the procedure. */
  readonly open: boolean
  readonly ended?: true
  /** Stands on the board: what was decided, or what came of it. Objections may be raised meanwhile. */
  readonly posts?: 'outcome' | 'result'
  /** Ratings are gathered now, or may be read. */
  readonly rated?: 'gathering' | 'shown'
}

const posting = { postingDays: 15, floor: 15 } as const

// biome-ignore format: a row a line
export const states: Record<State, StateRow> = {
  submitted: { code: 'C02', name: '已提交', says: '刚收到', holders: ['moderator'], open: false },
  screening: { code: 'C03', name: '等待受理', says: '议事厅正在看这件事', holders: ['moderator', 'committee'], term: { workingDays: 3 }, termId: 'T01', chosenAs: 'acceptanceDays', open: false },
  returned: { code: 'C04', name: '退回补充', says: '请提出人补充后再交', holders: 'proposer', term: { days: 10 }, termId: 'T02', chosenAs: 'resubmissionDays', open: false },
  rejected: { code: 'C05', name: '不予受理', says: '没有受理，可以向村务监督委员会申诉', holders: [], open: true, ended: true },
  merged: { code: 'C06', name: '已合并', says: '和相近的议题合在一起办', holders: [], open: true, ended: true },
  withdrawn: { code: 'C07', name: '已撤回', says: '提出人撤回，或过期没有补充', holders: [], open: true, ended: true },
  transferred: { code: 'C08', name: '已转办', says: '转给能办这件事的部门', holders: [], open: true, ended: true },
  accepted: { code: 'C09', name: '征集附议', says: '够了人数就进入审议', holders: [], term: { days: 30 }, open: true },
  topic_review: { code: 'C10', name: '审定分类', says: '村党组织和村委会商量怎么办', holders: ['party_secretary', 'committee'], term: { workingDays: 7 }, termId: 'T03', chosenAs: 'reviewDays', open: true },
  classified: { code: 'C11', name: '等待安排', says: '按分好的类安排下一步', holders: ['moderator', 'committee'], term: { workingDays: 7 }, open: true },
  quick_registered: { code: 'Q10', name: '小事已登记', says: '正在派给合适的人', holders: ['committee', 'moderator'], term: { workingDays: 3 }, termId: 'T01', open: true },
  quick_assigned: { code: 'Q20', name: '有人在办', says: '经办人办好后拍照报回', holders: ['committee', 'grid_worker'], term: { workingDays: 10 }, open: true },
  quick_done: { code: 'Q30', name: '办好了', says: '请提出人看看满意不满意', holders: 'proposer', term: { days: 7 }, open: true },
  quick_closed: { code: 'Q90', name: '办结', says: '这件小事办完了', holders: [], open: true, ended: true },
  scheduled: { code: 'A20', name: '议事会已定', says: '请大家先看材料，报名参加', holders: ['moderator'], open: true },
  deliberating: { code: 'A30', name: '正在协商', says: '大家正在说看法', holders: ['moderator'], open: true },
  outcome_drafting: { code: 'A40', name: '形成结论', says: '主持人正在整理结论和纪要', holders: ['moderator', 'committee'], term: { workingDays: 3 }, termId: 'T06', chosenAs: 'minutesDays', open: true },
  outcome_posting: { code: 'A50', name: '结论公示', says: '公示期内可以提出异议', holders: ['moderator', 'committee'], term: posting, termId: 'T07', chosenAs: 'postingDays', open: true, posts: 'outcome' },
  implementing: { code: 'A60', name: '正在落实', says: '按结论办，进展随时公开', holders: ['committee'], term: { days: 30 }, termId: 'T16', open: true },
  result_posting: { code: 'A70', name: '结果公示', says: '办完了，请大家看看办得怎样', holders: ['moderator', 'committee'], term: posting, termId: 'T07', chosenAs: 'postingDays', open: true, posts: 'result' },
  evaluating: { code: 'A80', name: '大家评价', says: '请参加过的人打分', holders: [], term: { days: 15 }, termId: 'T18', chosenAs: 'ratingDays', open: true, rated: 'gathering' },
  closed: { code: 'A90', name: '办结', says: '这件事办完了', holders: [], open: true, ended: true, rated: 'shown' },
  unresolved: { code: 'A95', name: '没有谈拢', says: '主持人和村委会要说明下一步', holders: ['moderator', 'committee'], term: { days: 15 }, open: true },
  party_proposal: { code: 'B10', name: '党组织提议', says: '村党组织委员会先研究', holders: ['party_secretary', 'party_committee'], term: { days: 15 }, open: true },
  two_committees: { code: 'B20', name: '村“两委”商议', says: '党组织和村委会一起定方案', holders: ['committee'], term: { days: 15 }, open: true },
  legality_review: { code: 'B25', name: '合法性审核', says: '法律顾问看合不合法', holders: ['legal_adviser'], term: { workingDays: 5 }, termId: 'T13', chosenAs: 'legalityDays', open: true },
  party_members: { code: 'B30', name: '党员大会审议', says: '全村党员开会审议', holders: ['party_secretary', 'party_committee'], term: { days: 15 }, open: true },
  town_report: { code: 'B35', name: '报告镇街', says: '向镇街党委政府报告，等回复', holders: ['town_officer'], term: { workingDays: 10 }, termId: 'T14', chosenAs: 'townReplyDays', open: true },
  noticing: { code: 'B38', name: '发会议通知', says: '提前通知大家开会表决', holders: 'convener', term: { days: 30 }, open: true },
  assembly_open: { code: 'B40', name: '会议开始', says: '正在签到，够人数才能表决', holders: ['moderator'], open: true },
  voting: { code: 'B42', name: '正在表决', says: '结束以前不公布任何票数', holders: ['moderator'], open: true },
  counting: { code: 'B44', name: '正在计票', says: '计票人计票，监督委员核对', holders: ['recorder', 'committee'], open: true },
  quorum_failed: { code: 'B46', name: '到会人数不够', says: '这次不能表决，要重新通知', holders: 'convener', term: { days: 30 }, open: true },
  not_passed: { code: 'B48', name: '没有通过', says: '村委会和党组织说明怎么办', holders: ['committee', 'party_secretary'], open: true },
  resolution_posting: { code: 'B50', name: '决议公开', says: '贴满十五天，可以提出异议', holders: ['committee'], term: posting, termId: 'T07', chosenAs: 'postingDays', open: true, posts: 'outcome' },
  suspended: { code: 'B57', name: '暂停执行', says: '先停下来，等处理结果', holders: ['committee', 'town_officer'], open: true },
  major_implementing: { code: 'B60', name: '执行决议', says: '按决议办，进展随时公开', holders: ['committee'], term: { days: 30 }, termId: 'T16', open: true },
  major_result_posting: { code: 'B70', name: '实施结果公开', says: '办完了，结果贴满十五天', holders: ['committee'], term: posting, termId: 'T07', chosenAs: 'postingDays', open: true, posts: 'result' },
  major_evaluating: { code: 'B80', name: '大家评价', says: '请参加过的人打分', holders: [], term: { days: 15 }, termId: 'T18', chosenAs: 'ratingDays', open: true, rated: 'gathering' },
  post_evaluation: { code: 'B85', name: '事后评价', says: '监督委员会半年后回头看', holders: ['supervisor'], term: { months: 6 }, termId: 'T19', open: true, rated: 'shown' },
  major_closed: { code: 'B90', name: '办结归档', says: '这件大事办完了，档案齐全', holders: [], open: true, ended: true, rated: 'shown' },
  annulled: { code: 'B95', name: '决定被撤销', says: '按上级或法院的决定撤销', holders: [], open: true, ended: true },
}

export const isOpenToAll = (state: State): boolean => states[state].open
export const isEnded = (state: State): boolean => states[state].ended === true
export const allStates = Object.keys(states) as State[]
/** States in which a topic still goes on and everybody may read it. */
export const runningStates = allStates.filter(state => isOpenToAll(state) && !isEnded(state))
/** States in which something stands on the board and may be objected to. */
export const postingStates = allStates.filter(state => states[state].posts !== undefined)
/** States in which those concerned are asked for stars. */
export const gatheringStates = allStates.filter(state => states[state].rated === 'gathering')
/** From a major matter's first step to its last. */
export const isMajor = (state: State): boolean => states[state].code.startsWith('B')
