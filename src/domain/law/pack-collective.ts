import { atLeastThreeQuarters, atLeastTwoThirds, moreThanHalf } from '../ground/share'
import type { Notice, Pack, Portion } from './rule'

const twoThirdsOfAll: Portion = { share: atLeastTwoThirds, of: 'all', tag: 'A' }
/** No urgent exception: time, place and agenda ten days before, always. */
const assemblyNotice: Notice = {
  days: 10,
  floor: 10,
  urgent: false,
  article: 'collective.27.notice',
}
const shortNotice: Notice = { days: 3, floor: 0, urgent: false, article: 'custom.notice.collective' }
const none: Notice = { days: 0, floor: 0, urgent: false, article: 'custom.notice.collective' }
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
    article: 'collective.27',
  },
  {
    ...members, id: 'CMA_ART15', pass: { share: atLeastThreeQuarters, of: 'all', tag: 'A' }, proxy: { kind: 'same-household', most: null }, notice: assemblyNotice, online: 'lawful',
    article: 'collective.15-27',
  },
  {
    ...members, id: 'CMRA', rollWord: '全体代表', quorum: { share: atLeastTwoThirds, of: 'all', tag: 'D' }, pass: twoThirdsOfAll, proxy: { kind: 'none' }, notice: shortNotice, online: 'by-law',
    article: 'collective.28',
  },
  {
    ...members, id: 'CB', rollWord: '全体理事', pass: { share: moreThanHalf, of: 'all', tag: 'A' }, proxy: { kind: 'none' }, ballot: 'open', notice: none, online: 'by-law',
    article: 'collective.31',
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
    article: 'land-contracts.19-28-52',
  },
]
