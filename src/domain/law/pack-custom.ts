import { atLeastTwoThirds, moreThanHalf } from '../ground/share'
import { article, type Article } from './laws'
import type { Notice, Pack, Portion, VoteRule } from './rule'

const custom = article('custom', '', '法律没有写，按村里的议事规则')
const half: Portion = { share: moreThanHalf, of: 'all', tag: 'D' }
const none: Notice = { days: 0, floor: 0, urgent: false, article: custom }
const shortNotice: Notice = { days: 3, floor: 0, urgent: false, article: custom }
const meeting = {
  kind: 'vote',
  rollWord: '应到',
  presentWord: '参加',
  proxy: { kind: 'none' },
  ballot: 'open',
  secretForPersons: false,
  online: 'by-law',
  recordOnly: false,
} as const

/** What no law counts out and this hall proposes; a village may change every figure. */
export const custom2022: Pack = [
  {
    ...meeting,
    id: 'TCM',
    quorum: { share: atLeastTwoThirds, of: 'all', tag: 'D' },
    pass: { share: moreThanHalf, of: 'present', tag: 'D' },
    notice: none,
    article: article('custom', '', '两委成员合在一起算（兼职的只算一次），三分之二以上到会，到会的过半数同意'),
  },
  {
    ...meeting,
    id: 'CCC',
    quorum: half,
    pass: { share: moreThanHalf, of: 'present', tag: 'D' },
    notice: shortNotice,
    article: article('coordination-2013', '', '委员过半数到会，到会的过半数同意就成为建议，村里应当答复'),
  },
]

/** A village committee meets by 少数服从多数; the shares are this hall's reading of it. */
const committee = (basis: Article): VoteRule => ({
  ...meeting,
  id: 'VC_MTG',
  quorum: half,
  pass: half,
  rollWord: '全体村委会成员',
  notice: none,
  article: basis,
})

/** 一事一议: what is counted are households, through the representatives who hold their signatures. */
const fundRaising: VoteRule = {
  ...meeting,
  id: 'FUND_VRA',
  quorum: { share: atLeastTwoThirds, of: 'all', tag: 'C' },
  pass: { share: moreThanHalf, of: 'present', tag: 'C' },
  rollWord: '全村',
  presentWord: '到会代表所代表的有',
  proxy: { kind: 'signed-households' },
  notice: shortNotice,
  article: article('fund-raising-2007', '第九条、第十条', '到会代表要代表三分之二以上的户，这些户过半数同意才算通过'),
}

const majority = '少数服从多数'
export const villageCustom2018: Pack = [committee(article('villages-2018', '第二十九条', majority)), fundRaising]
export const villageCustom2026: Pack = [committee(article('villages-2025', '第三十四条', majority)), fundRaising]
