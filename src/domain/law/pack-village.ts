import { atLeastFifth, atLeastTenth, atLeastThird, atLeastTwoThirds, moreThanHalf } from '../ground/share'
import type { ArticleId } from './articles'
import type { Notice, Pack, Portion } from './rule'

const halfOfRoll: Portion = { share: moreThanHalf, of: 'all', tag: 'A' }
const twoThirdsOfRoll: Portion = { share: atLeastTwoThirds, of: 'all', tag: 'A' }
const halfOfPresent: Portion = { share: moreThanHalf, of: 'present', tag: 'A' }

interface Articles {
  readonly assemblyNotice: Notice
  readonly person: ArticleId
  readonly household: ArticleId
  readonly representatives: ArticleId
  readonly group: ArticleId
  readonly recall: ArticleId
  readonly assemblyPetition: ArticleId
  readonly representativesPetition: ArticleId
  readonly consultation: ArticleId
}

/** The two texts of the village law agree on every share; they differ in numbering and in what notice allows. */
const villagePack = (by: Articles): Pack => {
  const shortNotice: Notice = { days: 3, floor: 0, urgent: false, article: 'custom.notice.village' }
  const none: Notice = { days: 0, floor: 0, urgent: false, article: 'custom.notice.village' }
  const meeting = {
    kind: 'vote',
    pass: halfOfPresent,
    rollWord: '应到',
    presentWord: '参加',
    secretForPersons: true,
    online: 'by-law',
    recordOnly: false,
    ballot: 'named',
  } as const
  return [
    { ...meeting, id: 'VA_PERSON', quorum: halfOfRoll, proxy: { kind: 'none' }, notice: by.assemblyNotice, article: by.person },
    {
      ...meeting,
      id: 'VA_HOUSEHOLD',
      quorum: twoThirdsOfRoll,
      proxy: { kind: 'household-representative' },
      notice: by.assemblyNotice,
      article: by.household,
    },
    { ...meeting, id: 'VRA', quorum: twoThirdsOfRoll, proxy: { kind: 'none' }, notice: shortNotice, article: by.representatives },
    { ...meeting, id: 'VG_PERSON', quorum: twoThirdsOfRoll, proxy: { kind: 'none' }, notice: shortNotice, article: by.group },
    {
      ...meeting,
      id: 'VG_HOUSEHOLD',
      quorum: twoThirdsOfRoll,
      proxy: { kind: 'household-representative' },
      notice: shortNotice,
      article: by.group,
    },
    {
      id: 'RECALL',
      kind: 'vote',
      quorum: halfOfRoll,
      pass: halfOfPresent,
      rollWord: '登记参加选举',
      presentWord: '投票',
      proxy: { kind: 'written', most: 3 },
      ballot: 'secret-paper',
      secretForPersons: true,
      notice: none,
      online: 'never',
      recordOnly: true,
      article: by.recall,
    },
    { id: 'RECALL_DEMAND', kind: 'petition', pass: { share: atLeastFifth, of: 'all', tag: 'A' }, article: by.recall },
    { id: 'RECALL_DEMAND_BY_REPS', kind: 'petition', pass: { share: atLeastThird, of: 'all', tag: 'A' }, article: by.recall },
    { id: 'PETITION_VA', kind: 'petition', pass: { share: atLeastTenth, of: 'all', tag: 'A' }, article: by.assemblyPetition },
    { id: 'PETITION_VA_BY_REPS', kind: 'petition', pass: { share: atLeastThird, of: 'all', tag: 'A' }, article: by.assemblyPetition },
    { id: 'PETITION_VRA', kind: 'petition', pass: { share: atLeastFifth, of: 'all', tag: 'A' }, article: by.representativesPetition },
    { id: 'DELIB', kind: 'views', notice: shortNotice, article: by.consultation },
    { id: 'POLL', kind: 'views', notice: none, article: by.consultation },
  ]
}

/** 村民委员会组织法 as of 2018, in the 2018 numbering (procedures §1.9). */
export const village2018 = villagePack({
  assemblyNotice: { days: 10, floor: 10, urgent: false, article: 'village-2018.21.notice' },
  person: 'village-2018.22.person',
  household: 'village-2018.22.household',
  representatives: 'village-2018.26',
  group: 'village-2018.28',
  recall: 'village-2018.16',
  assemblyPetition: 'village-2018.21.petition',
  representativesPetition: 'village-2018.26.petition',
  consultation: 'consultation.whole',
})

/** 村民委员会组织法 as amended on 2025-10-28: notice may be shortened in special circumstances, and 协商 has an article of its own. */
// biome-ignore format: a row a line
export const village2026 = villagePack({
  assemblyNotice: { days: 10, floor: 10, urgent: true, article: 'village.25.notice' },
  person: 'village.26.person',
  household: 'village.26.household',
  representatives: 'village.30',
  group: 'village.32',
  recall: 'village.19',
  assemblyPetition: 'village.25.petition',
  representativesPetition: 'village.30.petition',
  consultation: 'village.33',
})
