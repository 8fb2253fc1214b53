import { atLeastTwoThirds, moreThanHalf } from '../ground/share'
import type { ArticleId } from './articles'
import type { Notice, Pack, Portion, VoteRule } from './rule'

const half: Portion = { share: moreThanHalf, of: 'all', tag: 'D' }
const none: Notice = { days: 0, floor: 0, urgent: false, article: 'custom.notice' }
const shortNotice: Notice = { days: 3, floor: 0, urgent: false, article: 'custom.notice' }
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

/** What no law counts out and this program proposes; a village may change every figure. */
export const custom2022: Pack = [
  {
    ...meeting,
    id: 'TCM',
    quorum: { share: atLeastTwoThirds, of: 'all', tag: 'D' },
    pass: { share: moreThanHalf, of: 'present', tag: 'D' },
    notice: none,
    article: 'custom.two-committees',
  },
  {
    ...meeting,
    id: 'CCC',
    quorum: half,
    pass: { share: moreThanHalf, of: 'present', tag: 'D' },
    notice: shortNotice,
    article: 'coordination.whole',
  },
]

/** A village committee meets by 少数服从多数; the shares are this program's reading of it. */
const committee = (basis: ArticleId): VoteRule => ({
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
  article: 'fund-raising.9-10.vote',
}

export const villageCustom2018: Pack = [committee('village-2018.29'), fundRaising]
export const villageCustom2026: Pack = [committee('village.34'), fundRaising]
