import { atLeastFifth, atLeastTenth, atLeastThird, atLeastTwoThirds, moreThanHalf } from '../ground/share'
import type { Notice, Pack, Portion } from './rule'

const halfOfRoll: Portion = { share: moreThanHalf, of: 'all', tag: 'A' }
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
const shortNotice: Notice = { days: 3, floor: 0, urgent: false, article: 'custom.notice.community' }
const none: Notice = { days: 0, floor: 0, urgent: false, article: 'custom.notice.community' }

/** The law of notice was silent before 2026; ten days are kept by custom. */
const oldNotice: Notice = { days: 10, floor: 0, urgent: false, article: 'custom.notice.community' }

/** 城市居民委员会组织法 before 2026: no representatives' assembly, and a fifth to demand a meeting. */
export const community2018: Pack = [
  { ...meeting, id: 'RA_PERSON', quorum: halfOfRoll, proxy: { kind: 'none' }, notice: oldNotice, article: 'community-2018.9' },
  {
    ...meeting,
    id: 'RA_HOUSEHOLD',
    quorum: halfOfRoll,
    proxy: { kind: 'household-representative' },
    notice: oldNotice,
    article: 'community-2018.9',
  },
  { id: 'PETITION_RA', kind: 'petition', pass: { share: atLeastFifth, of: 'all', tag: 'A' }, article: 'community-2018.10' },
  { id: 'PETITION_RA_BY_HOUSEHOLDS', kind: 'petition', pass: { share: atLeastFifth, of: 'all', tag: 'A' }, article: 'community-2018.10' },
  { id: 'DELIB', kind: 'views', notice: shortNotice, article: 'consultation.whole' },
  { id: 'POLL', kind: 'views', notice: none, article: 'consultation.whole' },
]

const assemblyNotice: Notice = {
  days: 10,
  floor: 10,
  urgent: true,
  article: 'community.26.notice',
}

/** 城市居民委员会组织法 as revised on 2025-10-28. More than half, not two thirds, of the households: a community is no village. */
// biome-ignore format: a row a line
export const community2026: Pack = [
  { ...meeting, id: 'RA_PERSON', quorum: halfOfRoll, proxy: { kind: 'none' }, notice: assemblyNotice, article: 'community.26-27' },
  { ...meeting, id: 'RA_HOUSEHOLD', quorum: halfOfRoll, proxy: { kind: 'household-representative' }, notice: assemblyNotice, article: 'community.26-27' },
  {
    ...meeting, id: 'RRA', quorum: { share: atLeastTwoThirds, of: 'all', tag: 'A' }, proxy: { kind: 'none' }, notice: shortNotice,
    article: 'community.29',
  },
  { id: 'PETITION_RA', kind: 'petition', pass: { share: atLeastTenth, of: 'all', tag: 'A' }, article: 'community.26.petition' },
  { id: 'PETITION_RA_BY_HOUSEHOLDS', kind: 'petition', pass: { share: atLeastTenth, of: 'all', tag: 'A' }, article: 'community.26.petition' },
  { id: 'PETITION_RA_BY_REPS', kind: 'petition', pass: { share: atLeastThird, of: 'all', tag: 'A' }, article: 'community.26.petition' },
  { id: 'PETITION_RRA', kind: 'petition', pass: { share: atLeastFifth, of: 'all', tag: 'A' }, article: 'community.28.petition' },
  { id: 'RECALL_DEMAND', kind: 'petition', pass: { share: atLeastTenth, of: 'all', tag: 'A' }, article: 'community.20' },
  { id: 'RECALL_DEMAND_BY_REPS', kind: 'petition', pass: { share: atLeastThird, of: 'all', tag: 'A' }, article: 'community.20' },
  { id: 'DELIB', kind: 'views', notice: shortNotice, article: 'community.32' },
  { id: 'POLL', kind: 'views', notice: none, article: 'community.32' },
]
