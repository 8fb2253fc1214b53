import type { ArticleId } from './articles'
import type { Tag } from './laws'
import type { RuleId } from './names'

/** By what right a body decides: its own, a live 授权, or what the collective's charter gives it. */
export type Right = 'own' | 'delegation' | 'charter'

export type MatterCode =
  | 'V27-1'
  | 'V27-2'
  | 'V27-3'
  | 'V27-4'
  | 'V28-1'
  | 'V28-2'
  | 'V28-3'
  | 'V28-4'
  | 'V28-5'
  | 'V28-6'
  | 'BYLAW'
  | 'PLAN'
  | 'BUDGET'
  | 'BORROW'
  | 'PROJECT'
  | 'FACILITY'
  | 'DONATION'
  | 'FUND'
  | 'GROUP'
  | 'C26-1'
  | 'C26-2'
  | 'C26-3'
  | 'C26-4'
  | 'C26-5'
  | 'C26-6'
  | 'C26-7'
  | 'C26-8'
  | 'C26-9'
  | 'C26-10'
  | 'C26-11'
  | 'C26-12'
  | 'C26-13'
  | 'ART15'
  | 'LAND-19'
  | 'LAND-28'
  | 'LAND-52'
  | 'LAND-63'
  | 'COMPENSATION'
  | 'RENEWAL'
  | 'R30-1'
  | 'R30-2'
  | 'R30-3'
  | 'R30-4'
  | 'R30-5'

export interface Matter {
  readonly name: string
  /** A plain gloss: what would be such a matter. */
  readonly says: string
  /** Who may decide it, and by what right; a body that is not named never may. */
  readonly decidedBy: Readonly<Partial<Record<RuleId, Right>>>
  readonly article: ArticleId
  readonly tag: Tag
}

/** The villagers' assembly, or their representatives under its authorisation. */
const assembly = { VA_PERSON: 'own', VA_HOUSEHOLD: 'own', VRA: 'delegation' } as const
/** The law lets the assembly authorise nobody for these. */
const assemblyAlone = { VA_PERSON: 'own', VA_HOUSEHOLD: 'own' } as const
const members = { CMA: 'own', CMRA: 'charter' } as const
const membersAlone = { CMA: 'own' } as const
/** Land laws let members or their representatives decide, the collective law members alone: the stricter one holds (procedures §1.4). */
const landMembers = { CMA: 'own', LAND_MEMBERS: 'own' } as const
const residents = { RA_PERSON: 'own', RA_HOUSEHOLD: 'own', RRA: 'delegation' } as const

/**
 * What needs an assembly, by the lists of the law and the village's own (procedures §1.1, §1.2, §1.3, §1.4, §2.5). A village may add to
 * `V28-6`; it can take none away.
 */
// biome-ignore format: a row a line
export const matters: Record<MatterCode, Matter> = {
  'V27-1': { name: '审议村委会年度工作报告', says: '听村委会一年做了什么', decidedBy: assembly, article: 'village.27', tag: 'A' },
  'V27-2': { name: '评议村委会成员', says: '评一评村委会的人干得怎样', decidedBy: assembly, article: 'village.27', tag: 'A' },
  'V27-3': { name: '撤销或者变更村委会不当的决定', says: '村委会定错了，改过来', decidedBy: assembly, article: 'village.27', tag: 'A' },
  'V27-4': { name: '撤销或者变更村民代表会议不当的决定', says: '代表会定错了，由全体村民改过来', decidedBy: assemblyAlone, article: 'village.27.alone', tag: 'A' },
  'V28-1': { name: '村庄规划、建设等乡村建设重要事项', says: '村里怎么规划、建什么', decidedBy: assembly, article: 'village.28', tag: 'A' },
  'V28-2': { name: '享受误工补贴的人员及补贴标准', says: '谁拿误工补贴、拿多少', decidedBy: assembly, article: 'village.28', tag: 'A' },
  'V28-3': { name: '从村集体经济所得资金和物资的使用', says: '集体给村里的钱物怎么用', decidedBy: assembly, article: 'village.28', tag: 'A' },
  'V28-4': { name: '公益事业的兴办和筹资筹劳方案及建设承包方案', says: '修路、装灯这类大家的事怎么办、怎么出钱出力', decidedBy: assembly, article: 'village.28', tag: 'A' },
  'V28-5': { name: '重点帮扶人员、帮扶方案', says: '重点帮谁、怎么帮', decidedBy: assembly, article: 'village.28', tag: 'A' },
  'V28-6': { name: '应当由村民会议讨论决定的其他事项', says: '法律或者村民会议说要大家定的别的事', decidedBy: assembly, article: 'village.28', tag: 'A' },
  BYLAW: { name: '制定、修改村民自治章程和村规民约', says: '村里自己的规矩', decidedBy: assemblyAlone, article: 'village.31.by-laws', tag: 'A' },
  PLAN: { name: '年度计划', says: '今年村里打算办什么', decidedBy: assembly, article: 'village.28.rest', tag: 'D' },
  BUDGET: { name: '预算和决算', says: '今年花多少、去年花了多少', decidedBy: assembly, article: 'village.28.rest', tag: 'D' },
  BORROW: { name: '举债', says: '村里借钱；村委会不能给人担保', decidedBy: assembly, article: 'village.13-28', tag: 'D' },
  PROJECT: { name: '大额项目', says: '花钱超过村里定的数的工程和采购', decidedBy: assembly, article: 'village.28.rest', tag: 'D' },
  FACILITY: { name: '公共设施选址', says: '垃圾站、停车场、公厕放在哪里', decidedBy: assembly, article: 'village.28.rest', tag: 'D' },
  DONATION: { name: '大额捐赠的使用', says: '别人捐的大笔钱物怎么用', decidedBy: assembly, article: 'village.28.rest', tag: 'D' },
  FUND: { name: '一事一议筹资筹劳', says: '每户出钱或者出工办一件事', decidedBy: { ...assemblyAlone, FUND_VRA: 'delegation' }, article: 'fund-raising.9-10', tag: 'C' },
  GROUP: { name: '村民小组的事', says: '只关一个小组的公共事务', decidedBy: { VG_PERSON: 'own', VG_HOUSEHOLD: 'own' }, article: 'village.32.matters', tag: 'A' },
  'C26-1': { name: '制定、修改章程', says: '村集体自己的规矩', decidedBy: membersAlone, article: 'collective.26-28.alone', tag: 'A' },
  'C26-2': { name: '制定、修改内部管理制度', says: '村集体怎么管', decidedBy: members, article: 'collective.26-28', tag: 'A' },
  'C26-3': { name: '确认成员', says: '谁是村集体的成员', decidedBy: membersAlone, article: 'collective.26-28.alone', tag: 'A' },
  'C26-4': { name: '选举、罢免理事和监事', says: '选谁、换谁；用纸票', decidedBy: members, article: 'collective.26-28', tag: 'A' },
  'C26-5': { name: '审议理事会、监事会工作报告', says: '听理事会、监事会一年做了什么', decidedBy: members, article: 'collective.26-28', tag: 'A' },
  'C26-6': { name: '理事、监事报酬和主要经营管理人员的聘任、报酬', says: '给管事的人多少钱、请谁来管', decidedBy: members, article: 'collective.26-28', tag: 'A' },
  'C26-7': { name: '发展规划、经营计划、财务预决算、收益分配方案', says: '今年怎么经营、分红怎么分', decidedBy: members, article: 'collective.26-28', tag: 'A' },
  'C26-8': { name: '土地承包、宅基地使用、收益权份额量化方案', says: '地怎么包、宅基地怎么用、股份怎么定', decidedBy: membersAlone, article: 'collective.26-28.alone', tag: 'A' },
  'C26-9': { name: '集体经营性建设用地使用、出让、出租方案', says: '集体的建设用地怎么用、租给谁', decidedBy: members, article: 'collective.26-28', tag: 'A' },
  'C26-10': { name: '土地补偿费等的分配、使用办法', says: '征地补偿款怎么分', decidedBy: membersAlone, article: 'collective.26-28.alone', tag: 'A' },
  'C26-11': { name: '投资等重大事项', says: '集体的钱投到哪里', decidedBy: members, article: 'collective.26-28', tag: 'A' },
  'C26-12': { name: '合并、分立等重大事项', says: '村集体并到一起或者分开', decidedBy: membersAlone, article: 'collective.26-28.alone', tag: 'A' },
  'C26-13': { name: '法律法规和章程规定的其他事项', says: '章程写明要大家定的别的事', decidedBy: members, article: 'collective.26-28', tag: 'A' },
  ART15: { name: '让非成员享受成员权益', says: '外来长期出力的人一起享受好处', decidedBy: { CMA_ART15: 'own' }, article: 'collective.15', tag: 'A' },
  'LAND-19': { name: '土地承包方案', says: '承包地怎么分', decidedBy: landMembers, article: 'land-contracts.19', tag: 'A' },
  'LAND-28': { name: '个别调整承包地', says: '有特殊情形，调整几户的承包地', decidedBy: landMembers, article: 'land-contracts.28', tag: 'A' },
  'LAND-52': { name: '把土地发包给集体以外', says: '地包给外面的单位或者个人', decidedBy: landMembers, article: 'land-contracts.52', tag: 'A' },
  'LAND-63': { name: '集体经营性建设用地出让、出租', says: '集体的建设用地卖使用权或者出租', decidedBy: landMembers, article: 'land.63', tag: 'A' },
  COMPENSATION: { name: '征地补偿', says: '征地的补偿怎么谈、怎么分', decidedBy: membersAlone, article: 'collective.26-28.alone', tag: 'D' },
  RENEWAL: { name: '工改租赁', says: '旧厂房改造、出租', decidedBy: members, article: 'collective.26-28', tag: 'D' },
  'R30-1': { name: '制定、修改居民自治章程和居民公约', says: '社区自己的规矩', decidedBy: residents, article: 'community.30', tag: 'A' },
  'R30-2': { name: '审议居委会年度工作报告', says: '听居委会一年做了什么', decidedBy: residents, article: 'community.30', tag: 'A' },
  'R30-3': { name: '评议居委会成员', says: '评一评居委会的人干得怎样', decidedBy: residents, article: 'community.30', tag: 'A' },
  'R30-4': { name: '涉及全体居民利益的其他重要问题', says: '关系到大家的别的大事', decidedBy: residents, article: 'community.30', tag: 'A' },
  'R30-5': { name: '撤销或者变更居委会不当的决定', says: '居委会定错了，改过来', decidedBy: { RA_PERSON: 'own', RA_HOUSEHOLD: 'own', RRA: 'own' }, article: 'community.30.undo', tag: 'A' },
}

export const matterCodes = Object.keys(matters) as MatterCode[]
export const isMatterCode = (text: string): text is MatterCode => Object.hasOwn(matters, text)

/** A matter of the collective's property or membership: its share is reckoned of all members, however many came (Art. 28 ¶4). */
export const isOfCollective = (code: MatterCode): boolean => ['CMA', 'CMA_ART15'].some(id => Object.hasOwn(matters[code].decidedBy, id))
/** Whether an assembly may hand this matter to its representatives at all. */
export const isDelegable = (code: MatterCode): boolean => Object.values(matters[code].decidedBy).includes('delegation')
