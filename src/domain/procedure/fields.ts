import type { Role } from '../resident/people'
import { matters } from '../law/matters'
import { bodyNames, type RuleId } from '../law/names'

/** What a step wants to be told or shown. A form is drawn from it, and the same row checks what comes back. */
export type Field =
  | {
      readonly kind: 'text'
      readonly label: string
      readonly hint?: string
      readonly most: number
      readonly lines?: number
      readonly startsAs?: string
      /** Told as a clock tells it. */
      readonly clock?: true
    }
  | {
      readonly kind: 'choice'
      readonly label: string
      readonly hint?: string
      readonly options: Readonly<Record<string, string>>
      readonly several?: true
    }
  | {
      readonly kind: 'number'
      readonly label: string
      readonly hint?: string
      readonly least: number
      readonly most: number
      readonly unit: string
      readonly startsAs?: string
    }
  | { readonly kind: 'day'; readonly label: string; readonly hint?: string }
  | { readonly kind: 'photos'; readonly label: string; readonly hint?: string; readonly least: number; readonly most: number }
  | { readonly kind: 'person'; readonly label: string; readonly hint?: string; readonly roles: readonly Role[]; readonly free?: true }
  | { readonly kind: 'topic'; readonly label: string; readonly hint?: string }
  | { readonly kind: 'yes'; readonly label: string; readonly hint?: string }
  /** Every item is answered; its value is a list of 「item=answer」. */
  | { readonly kind: 'checklist'; readonly label: string; readonly hint?: string; readonly items: Readonly<Record<string, string>> }

/** How an item of a checklist may be answered. */
export const checkAnswers = { ok: '没问题', problem: '有问题', na: '不涉及' } as const

const groups = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i + 1}`, `${i + 1}组`]))
const mostPeople = 1_000_000
const heads = (label: string, hint?: string) =>
  ({ kind: 'number', label, least: 0, most: mostPeople, unit: '人', ...(hint ? { hint } : {}) }) as const
/** Who may be asked to decide; which of them may decide this matter is competence's question. */
const deciders: readonly RuleId[] = [
  'VA_PERSON',
  'VA_HOUSEHOLD',
  'VRA',
  'FUND_VRA',
  'VG_PERSON',
  'VG_HOUSEHOLD',
  'RA_PERSON',
  'RA_HOUSEHOLD',
  'RRA',
  'CMA',
  'CMA_ART15',
  'CMRA',
  'LAND_MEMBERS',
]
const yuan = (label: string, hint?: string) =>
  ({ kind: 'number', label, least: 0, most: 1_000_000_000, unit: '元', ...(hint ? { hint } : {}) }) as const
const signed = (label: string) => ({ kind: 'photos', label, hint: '拍清楚签字页', least: 1, most: 9 }) as const
const record = (label: string, hint?: string) => ({ kind: 'text', label, most: 5000, lines: 6, ...(hint ? { hint } : {}) }) as const

/** What ordinary matters ask for, from screening to the closing of the file. */
// biome-ignore format: a row a line
const ordinary = {
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
  mergeObjection: { kind: 'text', label: '为什么要分开办', most: 500, lines: 3 },
  mergeAnswer: { kind: 'text', label: '监督委员答复', hint: '向提出人说明理由', most: 500, lines: 3 },
  transferTo: {
    kind: 'choice', label: '转给谁', options: {
      mediation: '人民调解委员会', government: '镇街政务服务', election: '镇街民政（选举罢免，纸质投票）', hotline: '12345 热线', police: '派出所', legal_aid: '法律援助', assets: '三资平台',
      assembly: '线下重大事项程序（四议两公开）', elsewhere: '其他村或单位',
    },
  },
  handOver: { kind: 'text', label: '转办说明', hint: '写上受理单位和编号，方便提出人去问', most: 300, lines: 2 },
  urgent: { kind: 'yes', label: '涉及安全，很急', hint: '不用等附议，马上审定' },
  matterClass: {
    kind: 'choice', label: '这件事属于', options: {
      L3: '小微事项（派人去办）', L2: '一般公共事务（走协商）', L1: '村级重大事务（四议两公开）', G1: '小组重大事务（四议两公开）',
      C2: '集体经济一般重大事项', C1: '集体经济重大事项（只能成员大会定）',
    },
  },
  matterCode: { kind: 'choice', label: '是哪一类重大事项', hint: '小事和一般事务不用选', options: Object.fromEntries(Object.entries(matters).map(([code, { name }]) => [code, name])) },
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
  implementer: { kind: 'person', label: '谁来办', roles: ['committee', 'moderator', 'group_leader', 'collective_board'] },
  finishBy: { kind: 'day', label: '什么时候办好' },
  budget: { kind: 'number', label: '要花多少钱', hint: '不花钱就填 0', least: 0, most: 100_000_000, unit: '元' },
  bothPositions: { kind: 'text', label: '几种意见和各自的理由', most: 3000, lines: 5 },
  nextPlan: { kind: 'text', label: '向不同意的人怎样说明', most: 500, lines: 3 },
  boardPhotoFirst: { kind: 'photos', label: '公示栏照片（张贴当天）', hint: '拍清楚公示栏和日期', least: 1, most: 3 },
  boardPhotoLast: { kind: 'photos', label: '公示栏照片（最后一天）', least: 1, most: 3 },
  postingCertified: { kind: 'yes', label: '我到公示栏看过，贴满了期限', hint: '监督委员签这一条，公示才算数' },
  progressNote: { kind: 'text', label: '进展', hint: '做到哪了，花了多少', most: 500, lines: 3 },
  percent: { kind: 'number', label: '完成多少', least: 0, most: 100, unit: '%' },
  photos: { kind: 'photos', label: '照片', least: 0, most: 9 },
  photosAfter: { kind: 'photos', label: '办好后的照片', least: 1, most: 9 },
  accepted: { kind: 'yes', label: '验收组看过，合格', hint: '参会代表、监督委员都在场' },
  cost: { kind: 'number', label: '实际花了多少钱', least: 0, most: 100_000_000, unit: '元' },
  reason: { kind: 'text', label: '原因', most: 500, lines: 3 },
} as const satisfies Record<string, Field>

/** A small matter: who does it, under which entry of the village's list of small powers. */
const quick = {
  powerCode: { kind: 'text', label: '小微权力清单编号', hint: '清单里没有就写“无”', most: 40 },
  worker: { kind: 'person', label: '派给谁', roles: ['grid_worker', 'committee', 'group_leader'] },
  doneNote: { kind: 'text', label: '怎么办的', hint: '一两句话说清', most: 300, lines: 2 },
  refusalReason: { kind: 'text', label: '为什么办不了', most: 300, lines: 2 },
} as const satisfies Record<string, Field>

/** 议一 to 议三, the review of the text and the report to the town (procedures §2.1–2.4). */
// biome-ignore format: a row a line
const preparing = {
  origin: { kind: 'choice', label: '动议由来', options: { party: '党组织提出', villagers: '村民提出', cadres: '村干部提出', superior: '上级要求', deliberation: '议事会商量出来的' } },
  need: { kind: 'text', label: '为什么要办', hint: '现在的情况、不办会怎样', most: 1000, lines: 3 },
  planText: { kind: 'text', label: '方案正文', hint: '要表决的就是这段文字，改过要重新审核', most: 5000, lines: 8 },
  fundingSource: { kind: 'text', label: '钱从哪里来', hint: '不花钱就写“不花钱”', most: 200 },
  budgetTotal: yuan('预算一共多少', '不花钱就填 0'),
  risks: { kind: 'text', label: '有什么风险、怎么防', most: 500, lines: 2 },
  pcmMembers: heads('党组织委员应到', '支委会（党委会）全体委员人数'),
  pcmPresent: heads('实到'),
  pcmYes: heads('同意'),
  pcmMinutes: record('提议会议记录', '时间、谁参加、怎么说的、定了什么'),
  pcmSigned: signed('签字的会议记录照片'),
  tcmMembers: heads('两委成员应到', '党组织委员和村委会成员合起来，一人只算一次'),
  tcmPresent: heads('实到'),
  tcmYes: heads('同意'),
  tcmMinutes: record('商议会议记录', '不同意见也要写上'),
  tcmSigned: signed('签字的会议记录照片'),
  conflictsAsked: { kind: 'yes', label: '问过每个人有没有利害关系', hint: '有的人已经申报回避' },
  dissent: { kind: 'text', label: '不同意见', hint: '没有就不填', most: 1000, lines: 2 },
  checklist: {
    kind: 'checklist', label: '审核清单', hint: '每一条都要答',
    items: {
      body: '由这个会议来定，权限对不对', party: '党组织先研究过没有', law: '合不合法律法规和公序良俗', rights: '有没有侵犯村民人身、民主、财产权利', women: '有没有侵害妇女权益（外嫁女等）',
      land: '土地用途合不合规', term: '合同期限有没有超过法定年限', tender: '要不要招标、采购', privacy: '公开的文字里有没有个人信息', delegation: '村民代表会议定的，有没有授权', majority: '要不要特别多数', approval: '要不要报批、备案',
    },
  },
  opinionReasons: { kind: 'text', label: '审核意见和理由', most: 3000, lines: 5 },
  opinionArticles: { kind: 'text', label: '依据的法条', hint: '比如：村民委员会组织法第二十八条', most: 500, lines: 2 },
  riskLevel: { kind: 'choice', label: '法律风险', options: { low: '低', middle: '中', high: '高' } },
  pmmShouldAttend: heads('党员应到', '有表决权的党员，由党组织填'),
  pmmExcluded: { kind: 'text', label: '没有计入应到的，写明原因', hint: '没有就不填', most: 300, lines: 2 },
  pmmPresent: heads('实到'),
  pmmYes: heads('同意'),
  pmmNo: heads('不同意'),
  pmmAbstain: heads('弃权'),
  pmmMinutes: record('党员大会会议记录'),
  pmmSigned: signed('签字的会议记录照片'),
  townLetter: { kind: 'photos', label: '报告的照片', least: 1, most: 9 },
  townReply: { kind: 'text', label: '镇街回复', hint: '报告不是审批：没有意见就写“已收到”', most: 1000, lines: 3 },
  townReplyNo: { kind: 'text', label: '回复文号', hint: '没有文号就写日期', most: 60 },
  townSuggestion: { kind: 'text', label: '建议改哪里、依据哪一条', most: 1000, lines: 3 },
} as const satisfies Record<string, Field>

/** 议四: notice, check-in, vote and count (procedures §5.4 TR-51 to TR-59). */
// biome-ignore format: a row a line
const deciding = {
  body: {
    kind: 'choice', label: '由哪个会议定', hint: '按人还是按户，通知里写定，不能混着来', options: Object.fromEntries(deciders.map(id => [id, bodyNames[id].name])),
  },
  meetingDay: { kind: 'day', label: '哪天开会' },
  meetingTime: { kind: 'text', label: '几点', most: 20, clock: true },
  meetingPlace: { kind: 'text', label: '在哪里开', most: 60 },
  agenda: { kind: 'text', label: '议程', hint: '一件一件表决，不合在一起', most: 1000, lines: 3 },
  rollSize: { kind: 'number', label: '应到多少', hint: '花名册上的人数（按户就填户数），通知发出就不能再减', least: 1, most: mostPeople, unit: '' },
  scrutineer: { kind: 'person', label: '监票人', hint: '监督委员，不能是提出人', roles: ['supervisor'], free: true },
  teller: { kind: 'person', label: '计票人', hint: '不能是提出人，也不能和这件事有利害关系', roles: ['representative', 'recorder', 'committee', 'group_leader'], free: true },
  noticePhoto: { kind: 'photos', label: '会议通知贴在公示栏的照片', least: 1, most: 3 },
  noticeAlso: { kind: 'choice', label: '还用了什么办法通知', options: { broadcast: '村里广播', door: '上门送通知', phone: '打电话、发短信' }, several: true },
  documentsReady: { kind: 'yes', label: '材料已经备好，谁都可以看', hint: '年度经营报告、财务报告、分配方案要提前十天' },
  paperReady: { kind: 'yes', label: '备了纸质选票，不用手机也能投' },
  urgentReason: { kind: 'text', label: '为什么来不及提前十天通知', most: 300, lines: 2 },
  presentHall: heads('现场签到'),
  presentOnline: heads('在线参加', '章程写明线上算数的，或者成员大会，才填；其他会议填 0'),
  presentProxy: heads('书面委托', '只有成员大会可以，限同一户家人，没有就填 0'),
  checkInSheet: signed('签到表照片'),
  textRead: { kind: 'yes', label: '正文读给大家听过，问的都答了' },
  lateArrivals: heads('开始后又到的', '没有就填 0'),
  votesYes: heads('赞成'),
  votesNo: heads('反对'),
  votesAbstain: heads('弃权'),
  votesInvalid: heads('废票'),
  votesUnreturned: heads('没交回的', '领了票没投，或者中途离开'),
  tallySheet: signed('签字的计票单照片'),
  assemblyMinutes: record('会议记录', '谁主持、谁计票、谁监票、怎么定的'),
  resolutionText: { kind: 'text', label: '决议正文', hint: '会贴在公示栏上', most: 5000, lines: 6, startsAs: 'planText' },
  recountAskedBy: { kind: 'choice', label: '谁当场提出的', options: { scrutineer: '监票人', voters: '三名以上到会的人' } },
  incident: { kind: 'text', label: '计票出了什么问题', most: 500, lines: 3 },
} as const satisfies Record<string, Field>

/** From the resolution on the board to the look back half a year later, and what may come between. */
// biome-ignore format: a row a line
const carryingOut = {
  filingReceipt: { kind: 'photos', label: '备案或批准文件', least: 1, most: 9 },
  filingNo: { kind: 'text', label: '备案号或批文号', hint: '资产交易写三资平台编号', most: 80 },
  changeReason: { kind: 'text', label: '要改什么、为什么', most: 1000, lines: 3 },
  witness: { kind: 'person', label: '参加验收的村民代表', roles: ['representative', 'collective_representative'] },
  finalAccount: yuan('决算一共多少'),
  accounts: { kind: 'photos', label: '发票清单、验收单', least: 1, most: 9 },
  goalsMet: { kind: 'text', label: '当初要达到的，达到没有', most: 1000, lines: 3 },
  benefits: { kind: 'text', label: '好处分得公不公平，有没有纠纷', most: 1000, lines: 3 },
  lessons: { kind: 'text', label: '有什么教训', most: 1000, lines: 2 },
  evaluators: { kind: 'text', label: '谁来评的', hint: '监督委员和至少三名没有参与实施的代表', most: 200 },
  recommendation: { kind: 'choice', label: '建议', options: { keep: '照这样办', adjust: '要调整', stop: '停下来', responsible: '追究责任' } },
  orderNo: { kind: 'text', label: '文号', hint: '镇街决定、法院判决书的编号', most: 80 },
  orderDoc: { kind: 'photos', label: '文件照片', least: 1, most: 9 },
  newFacts: { kind: 'text', label: '有什么新情况，或者哪里办错了', most: 1000, lines: 3 },
  relation: { kind: 'choice', label: '什么关系', options: { relative: '当事人是我的近亲属', beneficiary: '我会从中得利', agent: '我替当事人办过事', other: '其他' } },
  relationNote: { kind: 'text', label: '补充说明', hint: '不用写别人的名字', most: 200 },
} as const satisfies Record<string, Field>

export const fields = { ...ordinary, ...quick, ...preparing, ...deciding, ...carryingOut } satisfies Record<string, Field>
export type FieldName = keyof typeof fields
export const fieldOf = (name: FieldName): Field => fields[name]
