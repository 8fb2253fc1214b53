import { atLeastHalf, moreThanHalf } from '../ground/share'
import type { Pack } from './rule'

const meeting = {
  kind: 'vote',
  proxy: { kind: 'none' },
  ballot: 'totals',
  secretForPersons: false,
  notice: { days: 0, floor: 0, urgent: false, article: 'custom.notice.party' },
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
    article: 'party.11',
  },
  {
    ...meeting,
    id: 'PCM',
    quorum: { share: moreThanHalf, of: 'all', tag: 'C' },
    pass: { share: moreThanHalf, of: 'all', tag: 'D' },
    rollWord: '全体委员',
    article: 'custom.party-committee',
  },
]
