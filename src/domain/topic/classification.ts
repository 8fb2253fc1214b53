import { matters, type MatterCode } from '../law/matters'
import { wants } from '../law/wants'
import { classOf, decidedByWords, type MatterClass } from '../law/classes'
import type { TopicWords } from './topic'

/** What does not go through the village's own procedure, with a way on (procedures §4.1). */
export type Exclusion = 'X_ELE' | 'X_MED' | 'X_GOV' | 'X_BAN'

export interface Suggestion {
  readonly matterClass: MatterClass | Exclusion
  /** The kind of major matter; null for small and ordinary ones and for what is routed away. */
  readonly code: MatterCode | null
  /** Why, in words a reviewer can check: which words were found, which rule of the table they met. */
  readonly reasons: readonly string[]
  /** Where it should go instead; null where the village deals with it. */
  readonly wayOn: { readonly transferTo: string; readonly says: string } | null
}

interface Away {
  readonly words: readonly string[]
  readonly as: Exclusion
  readonly says: string
  readonly transferTo: string
  readonly wayOn: string
}

/** First match wins, in the order of §4.2. The words are what villagers say; a reviewer sees which of them was found. */
// biome-ignore format: a row a line
const away: readonly Away[] = [
  { words: ['换届', '选举', '罢免', '补选', '投票选', '候选人'], as: 'X_ELE', says: '选举、罢免、补选用纸质选票，不在这里办', transferTo: 'election', wayOn: '转镇街民政，按选举办法办；结果可以在这里公布' },
  { words: ['打架', '欠我', '欠钱', '邻居家', '和他家', '跟他家', '两家争', '离婚', '分家', '彩礼', '工资没发', '拖欠工资', '交通事故'], as: 'X_MED', says: '是两方之间的纠纷', transferTo: 'mediation', wayOn: '转人民调解委员会；调解不公开' },
  { words: ['偷', '抢', '赌博', '吸毒', '诈骗', '报警'], as: 'X_GOV', says: '属于治安和执法', transferTo: 'police', wayOn: '转派出所' },
  { words: ['社保', '医保', '低保办理', '户口', '身份证', '结婚证', '营业执照', '驾照', '违章建筑', '环保局', '执法'], as: 'X_GOV', says: '属于政务服务或者执法', transferTo: 'government', wayOn: '转镇街政务服务' },
  { words: ['摊派', '招商任务', '代收税'], as: 'X_BAN', says: '是不得要求村里承担的事项', transferTo: 'government', wayOn: '不予受理，并向镇街报告' },
]

/** Of the collective and of the village: the kinds of major matter, by the words they are spoken of in. The heavier stand first. */
const major: readonly { readonly code: MatterCode; readonly words: readonly string[] }[] = [
  { code: 'C26-10', words: ['土地补偿费', '征地补偿', '征地款', '补偿款'] },
  { code: 'C26-3', words: ['成员资格', '确认成员', '外嫁女', '成员名册'] },
  { code: 'C26-8', words: ['土地承包', '承包地', '宅基地', '股权量化', '股份量化'] },
  { code: 'C26-12', words: ['合并经济社', '分立'] },
  { code: 'C26-1', words: ['集体章程', '经联社章程', '经济社章程'] },
  { code: 'C26-9', words: ['建设用地出租', '建设用地出让', '集体建设用地'] },
  { code: 'RENEWAL', words: ['旧厂房', '工改', '厂房出租', '工业园'] },
  { code: 'C26-7', words: ['分红', '收益分配', '经联社预算', '经营计划'] },
  { code: 'C26-11', words: ['集体投资', '对外投资', '入股'] },
  { code: 'C26-6', words: ['理事报酬', '监事报酬', '聘请经理'] },
  { code: 'BYLAW', words: ['村规民约', '自治章程'] },
  { code: 'V28-1', words: ['村庄规划', '新村建设', '整村'] },
  { code: 'V28-2', words: ['误工补贴'] },
  { code: 'V28-5', words: ['帮扶对象', '帮扶名单', '重点帮扶'] },
  { code: 'FUND', words: ['筹资', '筹劳', '每户出钱', '每户出工', '一事一议'] },
  { code: 'V28-3', words: ['集体资金', '集体经济所得', '村集体出钱'] },
  { code: 'BORROW', words: ['贷款', '借款', '担保'] },
  { code: 'FACILITY', words: ['选址', '垃圾站建在', '公厕建在', '停车场建在'] },
  { code: 'DONATION', words: ['捐款怎么用', '捐赠'] },
]

const shared = [
  '大家',
  '全村',
  '村民',
  '村里',
  '公共',
  '路口',
  '村道',
  '广场',
  '组里',
  '几户',
  '各户',
  '街坊',
  '老人们',
  '孩子们',
  '租客',
  '工友',
]

/** Sums spoken of, in yuan: 「8.6 万元」「50000元」. */
export function sumsIn(text: string): number[] {
  return [...text.matchAll(/(\d+(?:\.\d+)?)\s*(万|千)?\s*元/g)].map(([, number = '0', scale]) =>
    Math.round(Number(number) * (scale === '万' ? 10_000 : scale === '千' ? 1_000 : 1)),
  )
}

const found = (text: string, words: readonly string[]): string | undefined => words.find(word => text.includes(word))
/** 「只有 5 组」: named groups of the village; several groups make it the village's. */
const groupsIn = (text: string): number => new Set([...text.matchAll(/(\d{1,2})\s*组/g)].map(([, n]) => n)).size

const ofMatter = (code: MatterCode, why: string, oneGroup: boolean): Suggestion => {
  const own = classOf(code)
  const confined = own === 'L1' && oneGroup && code !== 'BYLAW'
  const kind: MatterCode = confined ? 'GROUP' : code
  return {
    matterClass: classOf(kind),
    code: kind,
    wayOn: null,
    reasons: [why, ...(confined ? ['只关系一个小组，由小组会议定'] : []), `要由${decidedByWords(kind)}定：${wants[matters[kind].article]}`],
  }
}

/**
 * What a topic seems to be, by the decision table of procedures §4.2: a suggestion with its reasons, never the decision, which the party
 * organisation and the committee take and a supervisor confirms. `largeAmount` in yuan is the village's own.
 */
export function suggestClass(
  words: Pick<TopicWords, 'title' | 'what' | 'where' | 'affected' | 'suggestion'>,
  largeAmount: number,
): Suggestion {
  const text = `${words.title} ${words.what} ${words.suggestion} ${words.affected}`
  for (const row of away) {
    const word = found(text, row.words)
    if (word !== undefined)
      return {
        matterClass: row.as,
        code: null,
        reasons: [`提到“${word}”：${row.says}`],
        wayOn: { transferTo: row.transferTo, says: row.wayOn },
      }
  }
  const oneGroup = groupsIn(`${words.affected} ${words.where}`) === 1
  for (const { code, words: spoken } of major) {
    const word = found(text, spoken)
    if (word !== undefined) return ofMatter(code, `提到“${word}”：像是“${matters[code].name}”`, oneGroup)
  }
  const most = Math.max(0, ...sumsIn(text))
  if (most >= largeAmount) return ofMatter('PROJECT', `说到 ${most} 元，达到本村的大额标准 ${largeAmount} 元`, oneGroup)
  const word = found(text, shared)
  if (word !== undefined || groupsIn(text) > 0)
    return {
      matterClass: 'L2',
      code: null,
      reasons: [word === undefined ? '关系到整个小组' : `提到“${word}”：关系到两户以上或者公共地方`, '走协商，谈出结论再办'],
      wayOn: null,
    }
  return { matterClass: 'L3', code: null, reasons: ['像是一家一户、一个点上的小事', '登记后派人去办就行'], wayOn: null }
}
