import { grant, refuse, type Decision } from '../decision'
import type { Role } from '../people'
import { checkText, type TextRefusal } from '../text'

/** What a step wants to be told or shown. A form is drawn from it, and the same row checks what comes back. */
export type Field =
  | { readonly kind: 'text'; readonly label: string; readonly hint?: string; readonly most: number; readonly lines?: number }
  | { readonly kind: 'choice'; readonly label: string; readonly hint?: string; readonly options: Readonly<Record<string, string>>; readonly several?: true }
  | { readonly kind: 'number'; readonly label: string; readonly hint?: string; readonly least: number; readonly most: number; readonly unit: string }
  | { readonly kind: 'day'; readonly label: string; readonly hint?: string }
  | { readonly kind: 'photos'; readonly label: string; readonly hint?: string; readonly least: number; readonly most: number }
  | { readonly kind: 'person'; readonly label: string; readonly hint?: string; readonly roles: readonly Role[] }
  | { readonly kind: 'topic'; readonly label: string; readonly hint?: string }
  | { readonly kind: 'yes'; readonly label: string; readonly hint?: string }

const groups = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i + 1}`, `${i + 1}组`]))

export const fields = {
  returnReason: { kind: 'choice', label: '缺什么', options: { place: '地点不清楚', facts: '事情没说清', affected: '没说影响到谁', photos: '需要照片', other: '其他' } },
  toFix: { kind: 'text', label: '请提出人补什么', hint: '一句话说清，提出人马上看得到', most: 200, lines: 2 },
  rejectReason: {
    kind: 'choice', label: '不受理的原因', options: {
      illegal_content: '内容违法', personal_attack: '针对个人的攻击', not_local: '不是本村的事', banned_item: '不归村里办的事项', already_decided: '90 天内刚定过',
      in_court_or_arbitration: '法院或仲裁正在处理', duplicate: '和别的议题重复', no_facts: '没有具体事实',
    },
  },
  explanation: { kind: 'text', label: '向提出人说明', hint: '用村民听得懂的话', most: 500, lines: 3 },
  remedy: { kind: 'text', label: '还能怎么办', hint: '比如找哪个部门、怎样申诉', most: 300, lines: 2 },
  parent: { kind: 'topic', label: '合到哪一件', hint: '两边的提出人和附议都保留，同一个人只算一次' },
  transferTo: {
    kind: 'choice', label: '转给谁', options: {
      mediation: '人民调解委员会', government: '镇街政务服务', hotline: '12345 热线', police: '派出所', legal_aid: '法律援助', assets: '三资平台', assembly: '线下重大事项程序（四议两公开）', elsewhere: '其他村或单位',
    },
  },
  handOver: { kind: 'text', label: '转办说明', hint: '写上受理单位和编号，方便提出人去问', most: 300, lines: 2 },
  urgent: { kind: 'yes', label: '涉及安全，很急', hint: '不用等附议，马上审定' },
  matterClass: { kind: 'choice', label: '这件事属于', options: { L2: '一般公共事务（走协商）' }, hint: '重大事项请用“转办”，先走线下四议两公开' },
  classReason: { kind: 'text', label: '为什么这样分', most: 300, lines: 2 },
  affectedGroups: { kind: 'choice', label: '影响哪些村民小组', options: groups, several: true },
  affectsMigrants: { kind: 'yes', label: '也影响异地务工人员', hint: '特别委员会收到邀请' },
  lead: { kind: 'person', label: '谁牵头', roles: ['committee', 'moderator'] },
  viewsSummary: { kind: 'text', label: '大家的主要看法', hint: '各种看法都写上，不写名字', most: 2000, lines: 5 },
  level: { kind: 'choice', label: '谈成什么样', options: { consensus: '一致同意', broad_agreement: '多数同意（三分之二以上）' } },
  disagreement: { kind: 'choice', label: '谈成什么样', options: { divided: '分歧较大', unresolved: '没有结果' } },
  decisionText: { kind: 'text', label: '定了什么', hint: '这句话会贴在公示栏上', most: 300, lines: 2 },
  minutes: { kind: 'text', label: '会议纪要', hint: '谁主持、谁记录、说了什么、不同意见和理由', most: 5000, lines: 8 },
  signers: { kind: 'text', label: '谁签了字', hint: '主持人、记录员、两名参会代表、一名监督委员', most: 200 },
  implementer: { kind: 'person', label: '谁来办', roles: ['committee', 'moderator', 'group_leader'] },
  finishBy: { kind: 'day', label: '什么时候办好' },
  budget: { kind: 'number', label: '要花多少钱', hint: '不花钱就填 0', least: 0, most: 100_000_000, unit: '元' },
  bothPositions: { kind: 'text', label: '几种意见和各自的理由', most: 3000, lines: 5 },
  nextPlan: { kind: 'text', label: '向不同意的人怎样说明', most: 500, lines: 3 },
  boardPhotoFirst: { kind: 'photos', label: '公示栏照片（张贴当天）', hint: '拍清楚公示栏和日期', least: 1, most: 3 },
  boardPhotoLast: { kind: 'photos', label: '公示栏照片（最后一天）', least: 1, most: 3 },
  progressNote: { kind: 'text', label: '进展', hint: '做到哪了，花了多少', most: 500, lines: 3 },
  percent: { kind: 'number', label: '完成多少', least: 0, most: 100, unit: '%' },
  photos: { kind: 'photos', label: '照片', least: 0, most: 9 },
  photosAfter: { kind: 'photos', label: '办好后的照片', least: 1, most: 9 },
  accepted: { kind: 'yes', label: '验收组看过，合格', hint: '参会代表、监督委员都在场' },
  cost: { kind: 'number', label: '实际花了多少钱', least: 0, most: 100_000_000, unit: '元' },
  reason: { kind: 'text', label: '原因', most: 500, lines: 3 },
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof fields
export type EvidenceValue = string | number | boolean | readonly string[]
export type Evidence = { readonly [Name in FieldName]?: EvidenceValue }
export type EvidenceRefusal = TextRefusal | 'evidence-missing' | 'evidence-unknown' | 'evidence-malformed'

const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(item => typeof item === 'string')

function checkField(field: Field, value: EvidenceValue): Decision<EvidenceValue, EvidenceRefusal> {
  const malformed = refuse('evidence-malformed')
  switch (field.kind) {
    case 'text': return typeof value === 'string' ? checkText(value, field.most) : malformed
    case 'choice': {
      if (!field.several) return typeof value === 'string' && value in field.options ? grant(value) : malformed
      return isTexts(value) && value.every(item => item in field.options) ? grant([...new Set(value)]) : malformed
    }
    case 'number': return typeof value === 'number' && Number.isInteger(value) && value >= field.least && value <= field.most ? grant(value) : malformed
    case 'day': return typeof value === 'string' && dayPattern.test(value) ? grant(value) : malformed
    case 'photos': return isTexts(value) && value.length >= field.least && value.length <= field.most ? grant(value) : malformed
    case 'person': case 'topic': return typeof value === 'string' && value !== '' && value.length <= 64 ? grant(value) : malformed
    case 'yes': return typeof value === 'boolean' ? grant(value) : malformed
  }
}

/** What was given for a step, checked against what the step asks: nothing missing, nothing it does not ask for. */
export function checkEvidence(
  asks: readonly FieldName[], mayAsk: readonly FieldName[], given: Readonly<Record<string, EvidenceValue>>,
): Decision<Evidence, EvidenceRefusal> {
  const wanted = [...asks, ...mayAsk]
  if (Object.keys(given).some(name => !wanted.includes(name as FieldName))) return refuse('evidence-unknown')
  const checked: Partial<Record<FieldName, EvidenceValue>> = {}
  for (const name of wanted) {
    const value = given[name]
    // A consent that must be given is not given by a no.
    const refused = fields[name].kind === 'yes' && value === false && asks.includes(name)
    const blank = value === undefined || value === '' || refused || (Array.isArray(value) && value.length === 0)
    if (blank && asks.includes(name)) return refuse('evidence-missing')
    if (blank) continue
    const decision = checkField(fields[name], value as EvidenceValue)
    if (!decision.ok) return decision
    checked[name] = decision.value
  }
  return grant(checked)
}
