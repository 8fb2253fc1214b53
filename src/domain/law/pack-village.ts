import { atLeastFifth, atLeastTenth, atLeastThird, atLeastTwoThirds, moreThanHalf } from '../ground/share'
import { article, type Article } from './laws'
import type { Notice, Pack, Portion } from './rule'

const halfOfRoll: Portion = { share: moreThanHalf, of: 'all', tag: 'A' }
const twoThirdsOfRoll: Portion = { share: atLeastTwoThirds, of: 'all', tag: 'A' }
const halfOfPresent: Portion = { share: moreThanHalf, of: 'present', tag: 'A' }
const custom = article('custom', '', '法律没有写提前几天，按村里定的通知')

interface Articles {
  readonly assemblyNotice: Notice
  readonly person: Article
  readonly household: Article
  readonly representatives: Article
  readonly group: Article
  readonly recall: Article
  readonly assemblyPetition: Article
  readonly representativesPetition: Article
  readonly consultation: Article
}

/** The two texts of the village law agree on every share; they differ in numbering and in what notice allows. */
const villagePack = (by: Articles): Pack => {
  const shortNotice: Notice = { days: 3, floor: 0, urgent: false, article: custom }
  const none: Notice = { days: 0, floor: 0, urgent: false, article: custom }
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

const sayPerson = '满十八岁的村民要过半数到会，到会的过半数同意才算通过'
const sayHousehold = '三分之二以上的户要有代表到会，到会的过半数同意才算通过'
const sayRepresentatives = '三分之二以上的组成人员（代表和村委会成员）到会才能开，到会的过半数同意才算通过'
const sayGroup = '本组三分之二以上的村民或者户的代表到会，到会的过半数同意才算通过'
const sayRecall = '登记参加选举的村民过半数投票，投票的过半数同意，罢免才算数'
const sayPetition = '十分之一以上的村民或者三分之一以上的村民代表提议，应当召集村民会议'
const sayRepresentativesPetition = '五分之一以上的村民代表提议，应当召集村民代表会议'

/** 村民委员会组织法 as of 2018, in the 2018 numbering (procedures §1.9). */
export const village2018 = villagePack({
  assemblyNotice: { days: 10, floor: 10, urgent: false, article: article('villages-2018', '第二十一条', '开村民会议要提前十天通知') },
  person: article('villages-2018', '第二十二条', sayPerson),
  household: article('villages-2018', '第二十一条、第二十二条', sayHousehold),
  representatives: article('villages-2018', '第二十六条', sayRepresentatives),
  group: article('villages-2018', '第二十八条', sayGroup),
  recall: article('villages-2018', '第十六条', sayRecall),
  assemblyPetition: article('villages-2018', '第二十一条', sayPetition),
  representativesPetition: article('villages-2018', '第二十六条', sayRepresentativesPetition),
  consultation: article('consultation-2015', '', '涉及大家的事先商量，商量不出结果的再交会议定'),
})

/** 村民委员会组织法 as amended on 2025-10-28: notice may be shortened in special circumstances, and 协商 has an article of its own. */
// biome-ignore format: a row a line
export const village2026 = villagePack({
  assemblyNotice: { days: 10, floor: 10, urgent: true, article: article('villages-2025', '第二十五条', '开村民会议要提前十天通知，遇到特殊情况可以临时通知') },
  person: article('villages-2025', '第二十六条', sayPerson),
  household: article('villages-2025', '第二十五条、第二十六条', sayHousehold),
  representatives: article('villages-2025', '第三十条', sayRepresentatives),
  group: article('villages-2025', '第三十二条', sayGroup),
  recall: article('villages-2025', '第十九条', sayRecall),
  assemblyPetition: article('villages-2025', '第二十五条', sayPetition),
  representativesPetition: article('villages-2025', '第三十条', sayRepresentativesPetition),
  consultation: article('villages-2025', '第三十三条', '涉及大家切身利益的事要先商量，商量不能代替会议作决定'),
})
