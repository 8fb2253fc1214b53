import type { FormField } from './entries'

/** Fields drawn together: the numbers of one meeting, or one field alone. `title` where a new part of a long form begins. */
export interface Part {
  readonly title: string | null
  readonly numbers: boolean
  readonly items: readonly FormField[]
}

/** The parts of long forms, by the field each begins with. */
const begins: Readonly<Record<string, string>> = {
  origin: '动议',
  planText: '方案',
  pcmMembers: '到了几个人',
  pcmMinutes: '会议记录',
  tcmMembers: '到了几个人',
  tcmMinutes: '会议记录',
  checklist: '一条一条看',
  opinionReasons: '审核意见',
  pmmShouldAttend: '到了几个人',
  pmmMinutes: '会议记录',
  body: '谁来定',
  meetingDay: '什么时候、在哪里',
  rollSize: '花名册',
  scrutineer: '谁来数票',
  noticePhoto: '通知',
  documentsReady: '材料',
  lateArrivals: '数票',
  tallySheet: '计票单和记录',
  resolutionText: '定了什么',
  implementer: '往下怎么办',
  accepted: '验收',
  finalAccount: '花了多少',
  goalsMet: '回头看',
}
const long = 7
const counts = ({ field }: FormField): boolean => field.kind === 'number' && field.unit === '人'

/** A form in parts: heads that are counted together stand together. */
export function partsOf(items: readonly FormField[]): readonly Part[] {
  const parts: { title: string | null; numbers: boolean; items: FormField[] }[] = []
  for (const item of items) {
    const last = parts.at(-1)
    if (last?.numbers && counts(item)) {
      last.items.push(item)
      continue
    }
    parts.push({ title: items.length > long ? (begins[item.name] ?? null) : null, numbers: counts(item), items: [item] })
  }
  return parts.map(part => ({ ...part, numbers: part.numbers && part.items.length > 1 }))
}
