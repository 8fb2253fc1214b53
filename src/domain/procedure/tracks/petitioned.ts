import type { Step } from '../step'

const convening = ['village.25-30.petition', 'community.26-28.petition'] as const

/** What signatures oblige to: a matter that was let lie is taken up again, a meeting is called (procedures §4.2, TR-25, TR-42, TR-90). */
// biome-ignore format: a row a line
export const petitioned = {
  convene_by_petition: {
    id: 'TR-42', name: '联名够了，进入会议程序', why: null, brings: ['drops-session', 'classes-by-kind'], from: ['classified', 'unresolved'], to: 'party_proposal', by: ['committee', 'party_secretary', 'supervisor'], only: ['petitioned'],
    guards: ['petition-reached', 'no-open-vote', 'code-fits-class'], asks: ['matterCode'], tells: [{ code: 'N20', to: ['proposer', 'supporters', 'party', 'committee', 'supervisors', 'town'] }], look: 'main', article: convening, confidence: 'A',
  },
  propose_under_petition: {
    id: 'TR-41', name: '议一：记录党组织研究（联名提议）', why: null, from: ['party_proposal'], to: 'two_committees', by: ['party_secretary', 'party_committee'], only: ['petitioned'], guards: ['numbers-consistent'],
    asks: ['origin', 'need', 'planText', 'budgetTotal', 'fundingSource', 'risks', 'pcmMembers', 'pcmPresent', 'pcmYes', 'pcmMinutes', 'pcmSigned'], tells: [{ code: 'N21', to: ['proposer', 'committee', 'supervisors'] }], look: 'main',
    article: [...convening, 'village.28-3'], confidence: 'A',
  },
  reopen_by_petition: {
    id: 'TR-90', name: '联名够了，重新审定', why: null, brings: ['serves-petition', 'drops-session', 'starts-over'], from: ['closed', 'major_closed', 'unresolved', 'not_passed', 'rejected'], to: 'topic_review', by: ['system', 'supervisor'], only: ['reopening-petitioned'], guards: ['petition-reached', 'within-reopening'], asks: [],
    tells: [{ code: 'N34', to: ['proposer', 'supporters', 'concerned', 'reviewers'] }], look: 'plain', confidence: 'D',
  },
} as const satisfies Record<string, Step>
