import { atLeastThreeQuarters, atLeastTwoThirds, moreThanHalf } from '../ground/share'
import { article } from './laws'
import type { Notice, Pack, Portion } from './rule'

const twoThirdsOfAll: Portion = { share: atLeastTwoThirds, of: 'all', tag: 'A' }
const custom = article('custom', '', '法律没有写提前几天，按章程通知')
/** No urgent exception: time, place and agenda ten days before, always. */
const assemblyNotice: Notice = {
  days: 10,
  floor: 10,
  urgent: false,
  article: article('collectives-2024', '第二十七条', '时间、地点和要议的事，提前十日告诉全体成员'),
}
const shortNotice: Notice = { days: 3, floor: 0, urgent: false, article: custom }
const none: Notice = { days: 0, floor: 0, urgent: false, article: custom }
const members = {
  kind: 'vote',
  quorum: twoThirdsOfAll,
  rollWord: '全体成员',
  presentWord: '参加',
  secretForPersons: true,
  recordOnly: false,
  ballot: 'named',
} as const

/** 农村集体经济组织法, in force since 2025-05-01. What passes is measured by all members, however many came (procedures §0.2-2). */
// biome-ignore format: a row a line
export const collective2025: Pack = [
  {
    ...members, id: 'CMA', pass: twoThirdsOfAll, proxy: { kind: 'same-household', most: null }, notice: assemblyNotice, online: 'lawful',
    article: article('collectives-2024', '第二十七条', '三分之二以上的成员到会，全体成员三分之二以上同意才算通过；没来的也算在全体里'),
  },
  {
    ...members, id: 'CMA_ART15', pass: { share: atLeastThreeQuarters, of: 'all', tag: 'A' }, proxy: { kind: 'same-household', most: null }, notice: assemblyNotice, online: 'lawful',
    article: article('collectives-2024', '第十五条、第二十七条', '让非成员享受成员的好处，要全体成员四分之三以上同意'),
  },
  {
    ...members, id: 'CMRA', rollWord: '全体代表', quorum: { share: atLeastTwoThirds, of: 'all', tag: 'D' }, pass: twoThirdsOfAll, proxy: { kind: 'none' }, notice: shortNotice, online: 'by-law',
    article: article('collectives-2024', '第二十八条', '全体代表三分之二以上同意才算通过'),
  },
  {
    ...members, id: 'CB', rollWord: '全体理事', pass: { share: moreThanHalf, of: 'all', tag: 'A' }, proxy: { kind: 'none' }, ballot: 'open', notice: none, online: 'by-law',
    article: article('collectives-2024', '第三十一条', '三分之二以上的理事到会，全体理事过半数同意才算通过'),
  },
]

/** Land laws that ask for two thirds of members or of representatives. The stricter reading: all members (procedures §1.4). */
export const land: Pack = [
  {
    ...members,
    id: 'LAND_MEMBERS',
    quorum: { share: atLeastTwoThirds, of: 'all', tag: 'D' },
    pass: twoThirdsOfAll,
    proxy: { kind: 'same-household', most: null },
    notice: assemblyNotice,
    online: 'lawful',
    article: article('land-contracts-2018', '第十九条、第二十八条、第五十二条', '承包、调整承包地、包给外面，都要三分之二以上成员同意'),
  },
]
