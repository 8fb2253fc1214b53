/** 事项分类 (procedures §4.1): how heavy a matter is, and so which road it takes. */
export const matterClasses = ['L3', 'L2', 'L1', 'G1', 'C2', 'C1'] as const
export type MatterClass = (typeof matterClasses)[number]

/** What a major matter is about; the body that may decide it hangs on this (procedures §1.1, §1.3, §2.5). */
export interface Matter {
  readonly name: string
  readonly classes: readonly MatterClass[]
  /** Needs to be filed or approved before it is carried out: what to show. */
  readonly filing?: string
}

const village = ['L1', 'G1'] as const
export const matters = {
  'V28-1': { name: '村庄规划、建设等重要事项', classes: village, filing: '村庄规划报批文件' },
  'V28-2': { name: '误工补贴的人员和标准', classes: village },
  'V28-3': { name: '集体经济所得资金物资的使用', classes: village },
  'V28-4': { name: '公益事业、筹资筹劳、建设承包', classes: village },
  'V28-5': { name: '重点帮扶的人和方案', classes: village },
  'V28-6': { name: '法律规定或村民会议认为要定的其他事', classes: village },
  BYLAW: { name: '村民自治章程、村规民约', classes: ['L1'], filing: '报镇街备案的回执' },
  PROJECT: { name: '数额较大的工程、采购', classes: village },
  BORROWING: { name: '借款', classes: village },
  'C26-1': { name: '集体组织章程', classes: ['C1'] },
  'C26-2': { name: '集体组织内部制度', classes: ['C2'] },
  'C26-3': { name: '确认集体成员', classes: ['C1'] },
  'C26-5': { name: '理事会、监事会报告', classes: ['C2'] },
  'C26-6': { name: '理事、监事、管理人员报酬', classes: ['C2'] },
  'C26-7': { name: '经营计划、预决算、收益分配', classes: ['C2'] },
  'C26-8': { name: '土地承包、宅基地、股份量化', classes: ['C1'] },
  'C26-9': { name: '集体建设用地出让、出租', classes: ['C2'], filing: '三资平台交易编号' },
  'C26-10': { name: '土地补偿费分配使用', classes: ['C1'] },
  'C26-11': { name: '投资等重大事项', classes: ['C2'], filing: '三资平台交易编号' },
  'C26-12': { name: '合并、分立', classes: ['C1'], filing: '县级批准文件' },
  'C26-13': { name: '章程规定的其他事', classes: ['C2'] },
  ART15: { name: '非成员出资并分享收益', classes: ['C1'] },
} as const satisfies Record<string, Matter>
export type MatterCode = keyof typeof matters

const isCode = (code: unknown): code is MatterCode => typeof code === 'string' && Object.hasOwn(matters, code)
const isClass = (name: unknown): name is MatterClass => (matterClasses as readonly unknown[]).includes(name)

/** How heavy a class is: an upgrade needs no second key, a downgrade does. */
export const rankOf = (name: string): number => (isClass(name) ? matterClasses.indexOf(name) : -1)
/** Decided by an assembly, through 四议两公开. */
export const isMajorClass = (name: unknown): boolean => isClass(name) && name !== 'L3' && name !== 'L2'
export const isCollectiveClass = (name: unknown): boolean => name === 'C1' || name === 'C2'

/** Whether the kind of matter named belongs to the class: each major class needs one, the others have none. */
export function fitsClass(code: string | null, name: string): boolean {
  if (!isMajorClass(name)) return code === null
  const classes: readonly string[] = isCode(code) ? matters[code].classes : []
  return classes.includes(name)
}

/** What must be filed, approved or registered before it is carried out; null where nothing. */
export function filingOf(code: unknown): string | null {
  const matter: Matter | null = isCode(code) ? matters[code] : null
  return matter?.filing ?? null
}
