import type { Day } from '../ground/calendar'

/**
 * A text a rule rests on, in the version that was read. `versionDate` is the day it was adopted or last amended; null where nobody fixed
 * one.
 */
export interface Law {
  readonly name: string
  readonly versionDate: Day | null
  readonly inForce: Day | null
}

export const laws = {
  'villages-2018': { name: '村民委员会组织法', versionDate: '2018-12-29', inForce: '2018-12-29' },
  'villages-2025': { name: '村民委员会组织法', versionDate: '2025-10-28', inForce: '2026-01-01' },
  'communities-2018': { name: '城市居民委员会组织法', versionDate: '2018-12-29', inForce: '2018-12-29' },
  'communities-2025': { name: '城市居民委员会组织法', versionDate: '2025-10-28', inForce: '2026-01-01' },
  'collectives-2024': { name: '农村集体经济组织法', versionDate: '2024-06-28', inForce: '2025-05-01' },
  'land-contracts-2018': { name: '农村土地承包法', versionDate: '2018-12-29', inForce: '2019-01-01' },
  'land-2019': { name: '土地管理法', versionDate: '2019-08-26', inForce: '2020-01-01' },
  'civil-code': { name: '民法典', versionDate: '2020-05-28', inForce: '2021-01-01' },
  'party-branches-2018': { name: '中国共产党支部工作条例（试行）', versionDate: '2018-10-28', inForce: '2018-10-28' },
  'party-villages-2018': { name: '农村基层组织工作条例', versionDate: '2018-12-28', inForce: '2018-12-28' },
  'consultation-2015': { name: '关于加强城乡社区协商的意见', versionDate: '2015-07-22', inForce: '2015-07-22' },
  'fund-raising-2007': { name: '村民一事一议筹资筹劳管理办法', versionDate: '2007-01-16', inForce: '2007-01-16' },
  'coordination-2013': { name: '中山市社区建设协调委员会工作意见', versionDate: null, inForce: null },
  'guangdong-2022': { name: '广东省乡村振兴促进条例', versionDate: null, inForce: '2022-06-01' },
  'zhongshan-2021': { name: '中山市 2021 年意见', versionDate: null, inForce: null },
  'zhongshan-argued': { name: '重大决策事先法律论证（中山市）', versionDate: null, inForce: null },
  'zhongshan-looked-back': { name: '重大决策事后评价（中山市）', versionDate: null, inForce: null },
  /** Where the law is silent: what this program proposes and a village may change. */
  custom: { name: '法律没有规定，按村里的议事规则', versionDate: null, inForce: null },
} as const satisfies Record<string, Law>
export type LawId = keyof typeof laws

/**
 * How far a figure is to be trusted: A the law's own text, B a page about it, C practice, D proposed here. Only A and B bind as a floor.
 */
export type Tag = 'A' | 'B' | 'C' | 'D'
