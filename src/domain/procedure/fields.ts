import { matters } from '../law/matters'
import { bodyNames, type RuleId } from '../law/names'
import type { Role } from '../resident/people'
import type { Content, Sight } from '../topic/visibility'
import type { State } from './states'

/**
 * Who reads a field: whoever reads the step it was told to, or whoever gets at least so much of a content of the matrix
 * (`topic/visibility`).
 */
export type Readers = 'step' | readonly [Content, Sight]

/** What a field of any kind says of itself: its words, who reads it, and where else it stands. */
interface Whole {
  readonly label: string
  readonly hint?: string
  /** No default: whoever adds a field decides who reads it. */
  readonly readBy: Readers
  /** Where the topic's file has other readers than its page. */
  readonly inFile?: Readers
  /** Told of somebody else than the topic's author, who reads it no more than others do. */
  readonly ofAnother?: true
  /** Money: where the collective's, its file shows it to those alone who may know of it. */
  readonly money?: true
  /** On the public board, without persons: a passer-by reads it, and nothing else of the file. */
  readonly board?: true
  /** A form starts with what was told before: `never` with that, and where nothing was told yet, with what that other field was told. */
  readonly prefill?: 'never' | 'planText'
  /**
   * States that begin without it, whatever was told before; `postings`: each that stands on the board. What was told stays in the journal.
   */
  readonly freshIn?: readonly State[] | 'postings'
  /** Its words go into notices; no other field's do. */
  readonly told?: true
}

interface Kinds {
  readonly text: {
    readonly most: number
    readonly lines?: number
    /** Told as a clock tells it. */
    readonly clock?: true
  }
  readonly choice: { readonly options: Readonly<Record<string, string>>; readonly several?: true }
  readonly number: { readonly least: number; readonly most: number; readonly unit: string }
  readonly day: unknown
  readonly photos: { readonly least: number; readonly most: number }
  readonly person: { readonly roles: readonly Role[]; readonly free?: true }
  readonly topic: unknown
  readonly yes: unknown
  /** Every item is answered; its value is a list of 「item=answer」. */
  readonly checklist: { readonly items: Readonly<Record<string, string>> }
}
export type Kind = keyof Kinds

/** What a step wants to be told or shown. A form is drawn from it, and the same row checks what comes back. */
export type Field<K extends Kind = Kind> = { readonly [P in K]: { readonly kind: P } & Whole & Kinds[P] }[K]

/** How an item of a checklist may be answered. */
export const checkAnswers = { ok: '没问题', problem: '有问题', na: '不涉及' } as const

const groups = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i + 1}`, `${i + 1}组`]))
const mostPeople = 1_000_000
/** The bodies a form offers. Which of them may decide this very matter is judged by `competence`, when the step is taken. */
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
const heads = { kind: 'number', least: 0, most: mostPeople, unit: '人' } as const
const yuan = { kind: 'number', least: 0, most: 1_000_000_000, unit: '元' } as const
const signed = { kind: 'photos', hint: '拍清楚签字页', least: 1, most: 9 } as const
const record = { kind: 'text', most: 5000, lines: 6 } as const

/** It belongs to the step's own text. */
const step = 'step'
const draft = ['draft', 'redacted'] as const
/** Why something was turned aside is for all who live here; the words written about it are the author's and the offices'. */
const reason = ['turnedAside', 'redacted'] as const
const answered = ['turnedAside', 'full'] as const
const views = ['materials', 'redacted'] as const
const minuted = ['materials', 'full'] as const
const party = ['partySteps', 'full'] as const
const review = ['legality', 'full'] as const
/** Photographs of signatures are for who may see who signed (procedures §6.2). */
const signatures = ['checkIn', 'full'] as const
/** A new notice and a vote taken again begin without the count. */
const counted = ['noticing', 'voting'] as const

// biome-ignore format: a row a line
export const fields = {
  // What ordinary matters ask for, from screening to the closing of the file.
  returnReason: { kind: 'choice', label: '缺什么', options: { place: '地点不清楚', facts: '事情没说清', affected: '没说影响到谁', photos: '需要照片', other: '其他' }, readBy: step, inFile: draft },
  toFix: { kind: 'text', label: '请提出人补什么', hint: '一句话说清，提出人马上看得到', most: 200, lines: 2, readBy: step, inFile: draft, told: true },
  rejectReason: {
    kind: 'choice', label: '不受理的原因', options: {
      illegal_content: '内容违法', personal_attack: '针对个人的攻击', not_local: '不是本村的事', banned_item: '不归村里办的事项', already_decided: '90 天内刚定过',
      in_court_or_arbitration: '法院或仲裁正在处理', duplicate: '和别的议题重复', no_facts: '没有具体事实',
    }, readBy: reason, told: true,
  },
  explanation: { kind: 'text', label: '向提出人说明', hint: '用村民听得懂的话', most: 500, lines: 3, readBy: answered, prefill: 'never', told: true },
  remedy: { kind: 'text', label: '还能怎么办', hint: '比如找哪个部门、怎样申诉', most: 300, lines: 2, readBy: answered, told: true },
  parent: { kind: 'topic', label: '合到哪一件', hint: '两边的提出人和附议都保留，同一个人只算一次', readBy: step, prefill: 'never' },
  mergeObjection: { kind: 'text', label: '为什么要分开办', most: 500, lines: 3, readBy: answered, freshIn: ['merged'], told: true },
  mergeAnswer: { kind: 'text', label: '监督委员答复', hint: '向提出人说明理由', most: 500, lines: 3, readBy: answered, freshIn: ['merged'], told: true },
  transferTo: {
    kind: 'choice', label: '转给谁', options: {
      mediation: '人民调解委员会', government: '镇街政务服务', election: '镇街民政（选举罢免，纸质投票）', hotline: '12345 热线', police: '派出所', legal_aid: '法律援助', assets: '三资平台',
      assembly: '线下重大事项程序（四议两公开）', elsewhere: '其他村或单位',
    }, readBy: reason, told: true,
  },
  handOver: { kind: 'text', label: '转办说明', hint: '写上受理单位和编号，方便提出人去问', most: 300, lines: 2, readBy: answered, told: true },
  urgent: { kind: 'yes', label: '涉及安全，很急', hint: '不用等附议，马上审定', readBy: step },
  matterClass: {
    kind: 'choice', label: '这件事属于', options: {
      L3: '小微事项（派人去办）', L2: '一般公共事务（走协商）', L1: '村级重大事务（四议两公开）', G1: '小组重大事务（四议两公开）',
      C2: '集体经济一般重大事项', C1: '集体经济重大事项（只能成员大会定）',
    }, readBy: step, told: true,
  },
  matterCode: { kind: 'choice', label: '是哪一类重大事项', hint: '小事和一般事务不用选', options: Object.fromEntries(Object.entries(matters).map(([code, { name }]) => [code, name])), readBy: step },
  classReason: { kind: 'text', label: '为什么这样分', most: 300, lines: 2, readBy: step, told: true },
  affectedGroups: { kind: 'choice', label: '影响哪些村民小组', options: groups, several: true, readBy: step },
  affectsMigrants: { kind: 'yes', label: '也影响异地务工人员', hint: '特别委员会收到邀请', readBy: step },
  lead: { kind: 'person', label: '谁牵头', roles: ['committee', 'moderator'], readBy: step },
  viewsSummary: { kind: 'text', label: '大家的主要看法', hint: '各种看法都写上，不写名字', most: 2000, lines: 5, readBy: views },
  level: { kind: 'choice', label: '谈成什么样', options: { consensus: '一致同意', broad_agreement: '多数同意（三分之二以上）' }, readBy: step, board: true },
  disagreement: { kind: 'choice', label: '谈成什么样', options: { divided: '分歧较大', unresolved: '没有结果' }, readBy: views },
  decisionText: { kind: 'text', label: '定了什么', hint: '这句话会贴在公示栏上', most: 300, lines: 2, readBy: step, board: true, told: true },
  minutes: { kind: 'text', label: '会议纪要', hint: '谁主持、谁记录、说了什么、不同意见和理由', most: 5000, lines: 8, readBy: minuted },
  signers: { kind: 'text', label: '谁签了字', hint: '主持人、记录员、两名参会代表、一名监督委员', most: 200, readBy: minuted },
  implementer: { kind: 'person', label: '谁来办', roles: ['committee', 'moderator', 'group_leader', 'collective_board'], readBy: step },
  finishBy: { kind: 'day', label: '什么时候办好', readBy: step, board: true },
  budget: { kind: 'number', label: '要花多少钱', hint: '不花钱就填 0', least: 0, most: 100_000_000, unit: '元', readBy: step, board: true },
  bothPositions: { kind: 'text', label: '几种意见和各自的理由', most: 3000, lines: 5, readBy: views, told: true },
  nextPlan: { kind: 'text', label: '向不同意的人怎样说明', most: 500, lines: 3, readBy: step, told: true },
  boardPhotoFirst: { kind: 'photos', label: '公示栏照片（张贴当天）', hint: '拍清楚公示栏和日期', least: 1, most: 3, readBy: step, board: true, prefill: 'never', freshIn: 'postings' },
  boardPhotoLast: { kind: 'photos', label: '公示栏照片（最后一天）', least: 1, most: 3, readBy: step, board: true, prefill: 'never', freshIn: 'postings' },
  postingCertified: { kind: 'yes', label: '我到公示栏看过，贴满了期限', hint: '监督委员签这一条，公示才算数', readBy: step, board: true, prefill: 'never', freshIn: 'postings' },
  progressNote: { kind: 'text', label: '进展', hint: '做到哪了，花了多少', most: 500, lines: 3, readBy: step, prefill: 'never', told: true },
  percent: { kind: 'number', label: '完成多少', least: 0, most: 100, unit: '%', readBy: step, told: true },
  photos: { kind: 'photos', label: '照片', least: 0, most: 9, readBy: step, prefill: 'never' },
  photosAfter: { kind: 'photos', label: '办好后的照片', least: 1, most: 9, readBy: step, board: true, prefill: 'never' },
  accepted: { kind: 'yes', label: '验收组看过，合格', hint: '参会代表、监督委员都在场', readBy: step, board: true, prefill: 'never' },
  cost: { kind: 'number', label: '实际花了多少钱', least: 0, most: 100_000_000, unit: '元', readBy: step, board: true, told: true },
  reason: { kind: 'text', label: '原因', most: 500, lines: 3, readBy: step, prefill: 'never', told: true },

  // A small matter: who does it, under which entry of the village's list of small powers.
  powerCode: { kind: 'text', label: '小微权力清单编号', hint: '清单里没有就写“无”', most: 40, readBy: step },
  worker: { kind: 'person', label: '派给谁', roles: ['grid_worker', 'committee', 'group_leader'], readBy: step },
  doneNote: { kind: 'text', label: '怎么办的', hint: '一两句话说清', most: 300, lines: 2, readBy: step, told: true },
  refusalReason: { kind: 'text', label: '为什么办不了', most: 300, lines: 2, readBy: step },

  // 议一 to 议三, the review of the text and the report to the town (procedures §2.1–2.4).
  origin: { kind: 'choice', label: '动议由来', options: { party: '党组织提出', villagers: '村民提出', cadres: '村干部提出', superior: '上级要求', deliberation: '议事会商量出来的' }, readBy: step },
  need: { kind: 'text', label: '为什么要办', hint: '现在的情况、不办会怎样', most: 1000, lines: 3, readBy: step },
  planText: { kind: 'text', label: '方案正文', hint: '要表决的就是这段文字，改过要重新审核', most: 5000, lines: 8, readBy: step },
  fundingSource: { kind: 'text', label: '钱从哪里来', hint: '不花钱就写“不花钱”', most: 200, readBy: step, money: true },
  budgetTotal: { ...yuan, label: '预算一共多少', hint: '不花钱就填 0', readBy: step, money: true },
  risks: { kind: 'text', label: '有什么风险、怎么防', most: 500, lines: 2, readBy: step },
  pcmMembers: { ...heads, label: '党组织委员应到', hint: '支委会（党委会）全体委员人数', readBy: step },
  pcmPresent: { ...heads, label: '实到', readBy: step, freshIn: ['party_proposal'] },
  pcmYes: { ...heads, label: '同意', readBy: step, freshIn: ['party_proposal'] },
  pcmMinutes: { ...record, label: '提议会议记录', hint: '时间、谁参加、怎么说的、定了什么', readBy: party, freshIn: ['party_proposal'] },
  pcmSigned: { ...signed, label: '签字的会议记录照片', readBy: party, freshIn: ['party_proposal'] },
  tcmMembers: { ...heads, label: '两委成员应到', hint: '党组织委员和村委会成员合起来，一人只算一次', readBy: step },
  tcmPresent: { ...heads, label: '实到', readBy: step, freshIn: ['two_committees'] },
  tcmYes: { ...heads, label: '同意', readBy: step, freshIn: ['two_committees'] },
  tcmMinutes: { ...record, label: '商议会议记录', hint: '不同意见也要写上', readBy: party, freshIn: ['two_committees'] },
  tcmSigned: { ...signed, label: '签字的会议记录照片', readBy: party, freshIn: ['two_committees'] },
  conflictsAsked: { kind: 'yes', label: '问过每个人有没有利害关系', hint: '有的人已经申报回避', readBy: step, prefill: 'never', freshIn: ['two_committees'] },
  dissent: { kind: 'text', label: '不同意见', hint: '没有就不填', most: 1000, lines: 2, readBy: party, freshIn: ['two_committees'] },
  checklist: {
    kind: 'checklist', label: '审核清单', hint: '每一条都要答',
    items: {
      body: '由这个会议来定，权限对不对', party: '党组织先研究过没有', law: '合不合法律法规和公序良俗', rights: '有没有侵犯村民人身、民主、财产权利', women: '有没有侵害妇女权益（外嫁女等）',
      land: '土地用途合不合规', term: '合同期限有没有超过法定年限', tender: '要不要招标、采购', privacy: '公开的文字里有没有个人信息', delegation: '村民代表会议定的，有没有授权', majority: '要不要特别多数', approval: '要不要报批、备案',
    }, readBy: review, freshIn: ['legality_review'],
  },
  opinionReasons: { kind: 'text', label: '审核意见和理由', most: 3000, lines: 5, readBy: review, freshIn: ['legality_review'] },
  opinionArticles: { kind: 'text', label: '依据的法条', hint: '比如：村民委员会组织法第二十八条', most: 500, lines: 2, readBy: review, freshIn: ['legality_review'] },
  riskLevel: { kind: 'choice', label: '法律风险', options: { low: '低', middle: '中', high: '高' }, readBy: review, freshIn: ['legality_review'] },
  pmmShouldAttend: { ...heads, label: '党员应到', hint: '有表决权的党员，由党组织填', readBy: step, told: true },
  pmmExcluded: { kind: 'text', label: '没有计入应到的，写明原因', hint: '没有就不填', most: 300, lines: 2, readBy: party },
  pmmPresent: { ...heads, label: '实到', readBy: step, freshIn: ['party_members'], told: true },
  pmmYes: { ...heads, label: '同意', readBy: step, freshIn: ['party_members'], told: true },
  pmmNo: { ...heads, label: '不同意', readBy: step, freshIn: ['party_members'] },
  pmmAbstain: { ...heads, label: '弃权', readBy: step, freshIn: ['party_members'] },
  pmmMinutes: { ...record, label: '党员大会会议记录', readBy: party, freshIn: ['party_members'] },
  pmmSigned: { ...signed, label: '签字的会议记录照片', readBy: party, freshIn: ['party_members'] },
  townLetter: { kind: 'photos', label: '报告的照片', least: 1, most: 9, readBy: step, inFile: party },
  townReply: { kind: 'text', label: '镇街回复', hint: '报告不是审批：没有意见就写“已收到”', most: 1000, lines: 3, readBy: step, freshIn: ['town_report'] },
  townReplyNo: { kind: 'text', label: '回复文号', hint: '没有文号就写日期', most: 60, readBy: step, freshIn: ['town_report'] },
  townSuggestion: { kind: 'text', label: '建议改哪里、依据哪一条', most: 1000, lines: 3, readBy: step },

  // 议四: notice, check-in, vote and count (procedures §5.4 TR-51 to TR-59).
  body: {
    kind: 'choice', label: '由哪个会议定', hint: '按人还是按户，通知里写定，不能混着来', options: Object.fromEntries(deciders.map(id => [id, bodyNames[id].name])), readBy: step, told: true,
  },
  meetingDay: { kind: 'day', label: '哪天开会', readBy: step, freshIn: ['noticing'], told: true },
  meetingTime: { kind: 'text', label: '几点', most: 20, clock: true, readBy: step, told: true },
  meetingPlace: { kind: 'text', label: '在哪里开', most: 60, readBy: step, told: true },
  agenda: { kind: 'text', label: '议程', hint: '一件一件表决，不合在一起', most: 1000, lines: 3, readBy: step },
  rollSize: { kind: 'number', label: '应到多少', hint: '花名册上的人数（按户就填户数），通知发出就不能再减', least: 1, most: mostPeople, unit: '', readBy: step },
  scrutineer: { kind: 'person', label: '监票人', hint: '监督委员，不能是提出人', roles: ['supervisor'], free: true, readBy: step },
  teller: { kind: 'person', label: '计票人', hint: '不能是提出人，也不能和这件事有利害关系', roles: ['representative', 'recorder', 'committee', 'group_leader'], free: true, readBy: step },
  noticePhoto: { kind: 'photos', label: '会议通知贴在公示栏的照片', least: 1, most: 3, readBy: step, freshIn: ['noticing'] },
  noticeAlso: { kind: 'choice', label: '还用了什么办法通知', options: { broadcast: '村里广播', door: '上门送通知', phone: '打电话、发短信' }, several: true, readBy: step },
  documentsReady: { kind: 'yes', label: '材料已经备好，谁都可以看', hint: '年度经营报告、财务报告、分配方案要提前十天', readBy: step, freshIn: ['noticing'] },
  paperReady: { kind: 'yes', label: '备了纸质选票，不用手机也能投', readBy: step, freshIn: ['noticing'] },
  urgentReason: { kind: 'text', label: '为什么来不及提前十天通知', most: 300, lines: 2, readBy: step, freshIn: ['noticing'] },
  presentHall: { ...heads, label: '现场签到', readBy: step, freshIn: ['noticing'] },
  presentOnline: { ...heads, label: '在线参加', hint: '章程写明线上算数的，或者成员大会，才填；其他会议填 0', readBy: step, freshIn: ['noticing'] },
  presentProxy: { ...heads, label: '书面委托', hint: '只有成员大会可以，限同一户家人，没有就填 0', readBy: step, freshIn: ['noticing'] },
  checkInSheet: { ...signed, label: '签到表照片', readBy: signatures, freshIn: ['noticing'] },
  textRead: { kind: 'yes', label: '正文读给大家听过，问的都答了', readBy: step, prefill: 'never', freshIn: ['noticing'] },
  lateArrivals: { ...heads, label: '开始后又到的', hint: '没有就填 0', readBy: step, freshIn: counted },
  votesYes: { ...heads, label: '赞成', readBy: step, board: true, freshIn: counted, told: true },
  votesNo: { ...heads, label: '反对', readBy: step, board: true, freshIn: counted, told: true },
  votesAbstain: { ...heads, label: '弃权', readBy: step, board: true, freshIn: counted, told: true },
  votesInvalid: { ...heads, label: '废票', readBy: step, board: true, freshIn: counted },
  votesUnreturned: { ...heads, label: '没交回的', hint: '领了票没投，或者中途离开', readBy: step, board: true, freshIn: counted },
  tallySheet: { ...signed, label: '签字的计票单照片', readBy: signatures, freshIn: counted },
  assemblyMinutes: { ...record, label: '会议记录', hint: '谁主持、谁计票、谁监票、怎么定的', readBy: minuted, freshIn: counted },
  resolutionText: { kind: 'text', label: '决议正文', hint: '会贴在公示栏上', most: 5000, lines: 6, readBy: step, board: true, prefill: 'planText', freshIn: counted, told: true },
  recountAskedBy: { kind: 'choice', label: '谁当场提出的', options: { scrutineer: '监票人', voters: '三名以上到会的人' }, readBy: step },
  incident: { kind: 'text', label: '计票出了什么问题', most: 500, lines: 3, readBy: step },

  // From the resolution on the board to the look back half a year later, and what may come between.
  filingReceipt: { kind: 'photos', label: '备案或批准文件', least: 1, most: 9, readBy: step, freshIn: ['noticing'] },
  filingNo: { kind: 'text', label: '备案号或批文号', hint: '资产交易写三资平台编号', most: 80, readBy: step, freshIn: ['noticing'] },
  changeReason: { kind: 'text', label: '要改什么、为什么', most: 1000, lines: 3, readBy: step, prefill: 'never', told: true },
  witness: { kind: 'person', label: '参加验收的村民代表', roles: ['representative', 'collective_representative'], readBy: step },
  finalAccount: { ...yuan, label: '决算一共多少', readBy: step, money: true, told: true },
  accounts: { kind: 'photos', label: '发票清单、验收单', least: 1, most: 9, readBy: step, inFile: minuted, money: true },
  goalsMet: { kind: 'text', label: '当初要达到的，达到没有', most: 1000, lines: 3, readBy: step, freshIn: ['post_evaluation'] },
  benefits: { kind: 'text', label: '好处分得公不公平，有没有纠纷', most: 1000, lines: 3, readBy: step, freshIn: ['post_evaluation'] },
  lessons: { kind: 'text', label: '有什么教训', most: 1000, lines: 2, readBy: step, freshIn: ['post_evaluation'] },
  evaluators: { kind: 'text', label: '谁来评的', hint: '监督委员和至少三名没有参与实施的代表', most: 200, readBy: step, freshIn: ['post_evaluation'] },
  recommendation: { kind: 'choice', label: '建议', options: { keep: '照这样办', adjust: '要调整', stop: '停下来', responsible: '追究责任' }, readBy: step, freshIn: ['post_evaluation'] },
  orderNo: { kind: 'text', label: '文号', hint: '镇街决定、法院判决书的编号', most: 80, readBy: step, prefill: 'never' },
  orderDoc: { kind: 'photos', label: '文件照片', least: 1, most: 9, readBy: step, prefill: 'never' },
  newFacts: { kind: 'text', label: '有什么新情况，或者哪里办错了', most: 1000, lines: 3, readBy: step, prefill: 'never', told: true },
  relation: { kind: 'choice', label: '什么关系', options: { relative: '当事人是我的近亲属', beneficiary: '我会从中得利', agent: '我替当事人办过事', other: '其他' }, readBy: step, inFile: draft, ofAnother: true, prefill: 'never' },
  relationNote: { kind: 'text', label: '补充说明', hint: '不用写别人的名字', most: 200, readBy: step, inFile: draft, ofAnother: true, prefill: 'never' },
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof fields
export const fieldOf = (name: FieldName): Field => fields[name]
/** Fields whose words a notice may bring. */
export type ToldName = { [Name in FieldName]: (typeof fields)[Name] extends { readonly told: true } ? Name : never }[FieldName]
