import type { ArticleId } from './articles'
import type { Tag } from './laws'

/**
 * How a term is counted. `working`: working days after the first day. `calendar`: days after it, a rest day at the end stays the end.
 * `posting`: days after it, a rest day at the end moves on. `months` likewise. `ahead`: full days between a notice and a meeting.
 */
export type Counting = 'working' | 'calendar' | 'posting' | 'months' | 'ahead'

export interface TermRow {
  readonly what: string
  readonly counting: Counting
  readonly days: number
  /** Nobody may choose fewer; 0 where no law says so. */
  readonly floor: number
  /** Nobody may choose more; null where there is no end. */
  readonly ceiling: number | null
  /** Other lengths of the same term for named cases: contracts, long investments, a mere receipt. */
  readonly also?: readonly { readonly what: string; readonly days: number }[]
  /** Days overdue at which the warning rises: yellow, orange, red, then to the town. */
  readonly climbsAt?: readonly number[]
  readonly tag: Tag
  readonly source: ArticleId
}

const ours = { floor: 0, ceiling: null, tag: 'D', source: 'custom.own' } as const

/** Every term of the procedure, T01 to T21 (§5.2). */
// biome-ignore format: a row a line
export const terms = {
  T01: { ...ours, what: '受理答复', counting: 'working', days: 3 },
  T02: { ...ours, what: '退回后补充', counting: 'calendar', days: 10 },
  T03: { ...ours, what: '审定分类', counting: 'working', days: 7 },
  T04: { ...ours, what: '材料提前给参加协商的人', counting: 'ahead', days: 3 },
  T05: { ...ours, what: '线上留言', counting: 'calendar', days: 7, floor: 3, ceiling: 30 },
  T06: { ...ours, what: '纪要签字公布', counting: 'calendar', days: 3 },
  T07: { what: '结论、决议和结果公示', counting: 'posting', days: 15, floor: 15, ceiling: null, tag: 'A', source: 'village.35' },
  T08: { ...ours, what: '提出异议', counting: 'calendar', days: 7 },
  T09: { ...ours, what: '答复异议', counting: 'working', days: 5, ceiling: 15, also: [{ what: '收到后先回一声', days: 1 }] },
  T10: { what: '村民会议、居民会议、成员大会通知', counting: 'ahead', days: 10, floor: 10, ceiling: null, tag: 'A', source: 'village.25.notice' },
  T11: { ...ours, what: '代表会议、小组会议通知', counting: 'ahead', days: 3, also: [{ what: '最好', days: 5 }] },
  T12: { what: '成员大会的报告、账目和分配方案', counting: 'ahead', days: 10, floor: 10, ceiling: null, tag: 'A', source: 'collective.46' },
  T13: { ...ours, what: '合法性审核', counting: 'working', days: 5, also: [{ what: '合同', days: 10 }] },
  T14: { ...ours, what: '镇街答复报告', counting: 'working', days: 10 },
  T15: { ...ours, what: '联名够了以后发出会议通知', counting: 'calendar', days: 15 },
  T16: { ...ours, what: '落实进展', counting: 'months', days: 1, climbsAt: [0, 7, 15, 30] },
  T17: { ...ours, what: '验收后公布结果', counting: 'calendar', days: 10 },
  T18: { ...ours, what: '大家评价', counting: 'calendar', days: 15 },
  T19: { ...ours, what: '事后评价', counting: 'months', days: 6, also: [{ what: '三年以上的投资和租赁', days: 12 }] },
  T20: { ...ours, what: '申请重启', counting: 'months', days: 12 },
  T21: { ...ours, what: '没通过的原样再提', counting: 'calendar', days: 90 },
} as const satisfies Record<string, TermRow>
export type TermId = keyof typeof terms
