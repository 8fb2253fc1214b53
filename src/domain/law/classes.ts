import { isMatterCode, isOfCollective, matters, type MatterCode } from './matters'
import { bodyNames, type RuleId } from './names'

/** 事项分类 (procedures §4.1), from light to heavy; a class says which road a matter takes. */
export const matterClasses = ['L3', 'L2', 'G1', 'L1', 'C2', 'C1'] as const
export type MatterClass = (typeof matterClasses)[number]

const isClass = (name: unknown): name is MatterClass => (matterClasses as readonly unknown[]).includes(name)

/** How heavy a class is: going up needs no second key, going down does. -1 for what is none. */
export const rankOf = (name: string): number => (isClass(name) ? matterClasses.indexOf(name) : -1)
/** Decided by an assembly, through 四议两公开. */
export const isMajorClass = (name: unknown): boolean => isClass(name) && name !== 'L3' && name !== 'L2'
export const isCollectiveClass = (name: unknown): boolean => name === 'C1' || name === 'C2'

/** The class a kind of matter belongs to: members alone (C1), members or their representatives (C2), a group (G1), the village (L1). */
export function classOf(code: MatterCode): MatterClass {
  const bodies = Object.keys(matters[code].decidedBy) as RuleId[]
  if (isOfCollective(code)) return bodies.includes('CMRA') ? 'C2' : 'C1'
  return bodies.every(body => body === 'VG_PERSON' || body === 'VG_HOUSEHOLD') ? 'G1' : 'L1'
}

/** Whether the kind of matter named belongs to the class: each major class needs one, the others have none. */
export function fitsClass(code: string | null, name: string): boolean {
  if (!isMajorClass(name)) return code === null
  if (code === null || !isMatterCode(code)) return false
  return classOf(code) === name
}

/** 「由村民会议、村民代表会议定」. */
export const decidedByWords = (code: MatterCode): string =>
  Object.keys(matters[code].decidedBy)
    .map(body => bodyNames[body as RuleId].name)
    .join('、')

const filings: { readonly [Code in MatterCode]?: string } = {
  'V28-1': '村庄规划报批文件',
  BYLAW: '报镇街备案的回执',
  'R30-1': '报街道备案的回执',
  'C26-1': '报镇街备案的回执',
  'C26-3': '成员名册备案的回执',
  'C26-9': '三资平台交易编号',
  'C26-11': '三资平台交易编号',
  'C26-12': '县级批准文件',
  'LAND-28': '镇街和县里的批准文件',
  'LAND-52': '镇街的批准文件',
  'LAND-63': '三资平台交易编号',
  RENEWAL: '三资平台交易编号',
}
/** What must be filed, approved or registered before it is carried out (procedures TR-65); null where nothing. */
export const filingOf = (code: unknown): string | null => (typeof code === 'string' && isMatterCode(code) ? (filings[code] ?? null) : null)
