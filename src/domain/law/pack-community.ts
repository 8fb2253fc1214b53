import { atLeastFifth, atLeastTenth, atLeastThird, atLeastTwoThirds, moreThanHalf } from '../ground/share'
import { article } from './laws'
import type { Notice, Pack, Portion } from './rule'

const halfOfRoll: Portion = { share: moreThanHalf, of: 'all', tag: 'A' }
const custom = article('custom', '', '法律没有写提前几天，按社区定的通知')
const meeting = {
  kind: 'vote',
  pass: { share: moreThanHalf, of: 'present', tag: 'A' },
  rollWord: '应到',
  presentWord: '参加',
  secretForPersons: true,
  online: 'by-law',
  recordOnly: false,
  ballot: 'named',
} as const
const shortNotice: Notice = { days: 3, floor: 0, urgent: false, article: custom }
const none: Notice = { days: 0, floor: 0, urgent: false, article: custom }

const old = article('communities-2018', '第九条', '满十八岁的居民或者户的代表过半数到会才能开，到会的过半数同意才算通过')
const oldPetition = article('communities-2018', '第十条', '五分之一以上的居民或者五分之一以上的户提议，应当召集居民会议')
const oldConsultation = article('consultation-2015', '', '涉及大家的事先商量，商量不出结果的再交会议定')
/** The law of notice was silent before 2026; ten days are kept by custom. */
const oldNotice: Notice = { days: 10, floor: 0, urgent: false, article: custom }

/** 城市居民委员会组织法 before 2026: no representatives' assembly, and a fifth to demand a meeting. */
export const community2018: Pack = [
  { ...meeting, id: 'RA_PERSON', quorum: halfOfRoll, proxy: { kind: 'none' }, notice: oldNotice, article: old },
  { ...meeting, id: 'RA_HOUSEHOLD', quorum: halfOfRoll, proxy: { kind: 'household-representative' }, notice: oldNotice, article: old },
  { id: 'PETITION_RA', kind: 'petition', pass: { share: atLeastFifth, of: 'all', tag: 'A' }, article: oldPetition },
  { id: 'PETITION_RA_BY_HOUSEHOLDS', kind: 'petition', pass: { share: atLeastFifth, of: 'all', tag: 'A' }, article: oldPetition },
  { id: 'DELIB', kind: 'views', notice: shortNotice, article: oldConsultation },
  { id: 'POLL', kind: 'views', notice: none, article: oldConsultation },
]

const assemblyNotice: Notice = {
  days: 10,
  floor: 10,
  urgent: true,
  article: article('communities-2025', '第二十六条', '开居民会议要提前十天通知，遇到特殊情况可以临时通知'),
}
const assembly = article(
  'communities-2025',
  '第二十六条、第二十七条',
  '满十八岁的居民或者户的代表过半数到会才能开，到会的过半数同意才算通过',
)
const assemblyPetition = article(
  'communities-2025',
  '第二十六条',
  '十分之一以上的居民或者户的代表、三分之一以上的居民代表提议，应当召集居民会议',
)
const recallDemand = article('communities-2025', '第二十条', '十分之一以上的居民或者户的代表、三分之一以上的居民代表可以要求罢免')
const consultation = article('communities-2025', '第三十二条', '涉及大家切身利益的事要先商量，商量不能代替会议作决定')

/** 城市居民委员会组织法 as revised on 2025-10-28. More than half, not two thirds, of the households: a community is no village. */
// biome-ignore format: a row a line
export const community2026: Pack = [
  { ...meeting, id: 'RA_PERSON', quorum: halfOfRoll, proxy: { kind: 'none' }, notice: assemblyNotice, article: assembly },
  { ...meeting, id: 'RA_HOUSEHOLD', quorum: halfOfRoll, proxy: { kind: 'household-representative' }, notice: assemblyNotice, article: assembly },
  {
    ...meeting, id: 'RRA', quorum: { share: atLeastTwoThirds, of: 'all', tag: 'A' }, proxy: { kind: 'none' }, notice: shortNotice,
    article: article('communities-2025', '第二十九条', '三分之二以上的组成人员（代表和居委会成员）到会才能开，到会的过半数同意才算通过'),
  },
  { id: 'PETITION_RA', kind: 'petition', pass: { share: atLeastTenth, of: 'all', tag: 'A' }, article: assemblyPetition },
  { id: 'PETITION_RA_BY_HOUSEHOLDS', kind: 'petition', pass: { share: atLeastTenth, of: 'all', tag: 'A' }, article: assemblyPetition },
  { id: 'PETITION_RA_BY_REPS', kind: 'petition', pass: { share: atLeastThird, of: 'all', tag: 'A' }, article: assemblyPetition },
  { id: 'PETITION_RRA', kind: 'petition', pass: { share: atLeastFifth, of: 'all', tag: 'A' }, article: article('communities-2025', '第二十八条', '五分之一以上的居民代表提议，应当召集居民代表会议') },
  { id: 'RECALL_DEMAND', kind: 'petition', pass: { share: atLeastTenth, of: 'all', tag: 'A' }, article: recallDemand },
  { id: 'RECALL_DEMAND_BY_REPS', kind: 'petition', pass: { share: atLeastThird, of: 'all', tag: 'A' }, article: recallDemand },
  { id: 'DELIB', kind: 'views', notice: shortNotice, article: consultation },
  { id: 'POLL', kind: 'views', notice: none, article: consultation },
]
