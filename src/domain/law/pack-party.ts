import { atLeastHalf, moreThanHalf } from '../ground/share'
import { article } from './laws'
import type { Pack } from './rule'

const custom = article('custom', '', '党内会议按党章党规通知，这里只登记结果')
const meeting = {
  kind: 'vote',
  proxy: { kind: 'none' },
  ballot: 'totals',
  secretForPersons: false,
  notice: { days: 0, floor: 0, urgent: false, article: custom },
  online: 'never',
  recordOnly: true,
  presentWord: '到会',
} as const

/** Party meetings: who should attend is entered by the party organisation, and only totals are kept. */
export const party: Pack = [
  {
    ...meeting,
    id: 'PMM',
    quorum: { share: atLeastHalf, of: 'all', tag: 'B' },
    pass: { share: moreThanHalf, of: 'all', tag: 'B' },
    rollWord: '应到会有表决权的党员',
    article: article('party-branches-2018', '第十一条', '半数以上有表决权的党员到会才能表决，赞成的要超过应到会党员的半数'),
  },
  {
    ...meeting,
    id: 'PCM',
    quorum: { share: moreThanHalf, of: 'all', tag: 'C' },
    pass: { share: moreThanHalf, of: 'all', tag: 'D' },
    rollWord: '全体委员',
    article: article('custom', '', '委员过半数到会，全体委员过半数同意'),
  },
]
