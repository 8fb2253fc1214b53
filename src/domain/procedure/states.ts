import type { Role } from '../people'

/** Where a topic can be. The codes are those of the procedure's source (C common, A deliberation). */
export type State =
  | 'submitted' | 'screening' | 'returned' | 'rejected' | 'merged' | 'withdrawn' | 'transferred' | 'accepted' | 'topic_review' | 'classified'
  | 'scheduled' | 'deliberating' | 'outcome_drafting' | 'outcome_posting' | 'implementing' | 'result_posting' | 'evaluating' | 'closed' | 'unresolved'

/** How long a topic may rest in a state. A posting's days have a legal floor. */
export type Term =
  | { readonly workingDays: number }
  | { readonly days: number }
  | { readonly postingDays: number; readonly floor: number }

export interface StateRow {
  readonly code: string
  readonly name: string
  /** One plain line for whoever waits: what is going on. */
  readonly says: string
  /** Who has it now; empty where nobody need act. */
  readonly holders: readonly Role[] | 'proposer'
  readonly term?: Term
  readonly termId?: string
  /** Everyone in the village sees the words; before that only the author and who runs the procedure. */
  readonly open: boolean
  readonly ended?: true
}

export const states: Record<State, StateRow> = {
  submitted: { code: 'C02', name: '已提交', says: '刚收到', holders: ['moderator'], open: false },
  screening: { code: 'C03', name: '等待受理', says: '议事厅正在看这件事', holders: ['moderator', 'committee'], term: { workingDays: 3 }, termId: 'T01', open: false },
  returned: { code: 'C04', name: '退回补充', says: '请提出人补充后再交', holders: 'proposer', term: { days: 10 }, termId: 'T02', open: false },
  rejected: { code: 'C05', name: '不予受理', says: '没有受理，可以向村务监督委员会申诉', holders: [], open: true, ended: true },
  merged: { code: 'C06', name: '已合并', says: '和相近的议题合在一起办', holders: [], open: true, ended: true },
  withdrawn: { code: 'C07', name: '已撤回', says: '提出人撤回，或过期没有补充', holders: [], open: true, ended: true },
  transferred: { code: 'C08', name: '已转办', says: '转给能办这件事的部门', holders: [], open: true, ended: true },
  accepted: { code: 'C09', name: '征集附议', says: '够了人数就进入审议', holders: [], term: { days: 30 }, open: true },
  topic_review: { code: 'C10', name: '审定分类', says: '村党组织和村委会商量怎么办', holders: ['party_secretary', 'committee'], term: { workingDays: 7 }, termId: 'T03', open: true },
  classified: { code: 'C11', name: '等待安排议事', says: '主持人正在安排议事会', holders: ['moderator', 'committee'], term: { workingDays: 7 }, open: true },
  scheduled: { code: 'A20', name: '议事会已定', says: '请大家先看材料，报名参加', holders: ['moderator'], open: true },
  deliberating: { code: 'A30', name: '正在协商', says: '大家正在说看法', holders: ['moderator'], open: true },
  outcome_drafting: { code: 'A40', name: '形成结论', says: '主持人正在整理结论和纪要', holders: ['moderator', 'committee'], term: { workingDays: 3 }, termId: 'T06', open: true },
  outcome_posting: { code: 'A50', name: '结论公示', says: '公示期内可以提出异议', holders: ['moderator', 'committee'], term: { postingDays: 15, floor: 15 }, termId: 'T07', open: true },
  implementing: { code: 'A60', name: '正在落实', says: '按结论办，进展随时公开', holders: ['committee'], term: { days: 30 }, termId: 'T16', open: true },
  result_posting: { code: 'A70', name: '结果公示', says: '办完了，请大家看看办得怎样', holders: ['moderator', 'committee'], term: { postingDays: 15, floor: 15 }, termId: 'T07', open: true },
  evaluating: { code: 'A80', name: '大家评价', says: '请参加过的人打分', holders: [], term: { days: 15 }, termId: 'T18', open: true },
  closed: { code: 'A90', name: '办结', says: '这件事办完了', holders: [], open: true, ended: true },
  unresolved: { code: 'A95', name: '没有谈拢', says: '主持人和村委会要说明下一步', holders: ['moderator', 'committee'], term: { days: 15 }, open: true },
}

/** The way an ordinary matter goes when nothing turns it aside; the road on its page. */
export const ordinaryRoad: readonly State[] = [
  'screening', 'accepted', 'topic_review', 'classified', 'scheduled', 'deliberating', 'outcome_drafting', 'outcome_posting', 'implementing', 'result_posting', 'evaluating', 'closed',
]

export const isOpenToAll = (state: State): boolean => states[state].open
export const isEnded = (state: State): boolean => states[state].ended === true
export const allStates = Object.keys(states) as State[]
/** States in which a topic still goes on and everybody may read it. */
export const runningStates = allStates.filter(state => isOpenToAll(state) && !isEnded(state))
