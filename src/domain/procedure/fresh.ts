import type { FieldName } from './fields'
import { states, type State } from './states'

const board = ['boardPhotoFirst', 'boardPhotoLast', 'postingCertified'] as const
const vote = [
  'presentHall',
  'presentOnline',
  'presentProxy',
  'checkInSheet',
  'textRead',
  'lateArrivals',
  'votesYes',
  'votesNo',
  'votesAbstain',
  'votesInvalid',
  'votesUnreturned',
  'tallySheet',
  'assemblyMinutes',
  'resolutionText',
] as const
const recounted = vote.slice(vote.indexOf('lateArrivals'))

/** What is told anew each time a state is entered; what an earlier meeting or posting was told stays in the journal. */
const told: { readonly [S in State]?: readonly FieldName[] } = {
  merged: ['mergeObjection', 'mergeAnswer'],
  party_proposal: ['pcmPresent', 'pcmYes', 'pcmMinutes', 'pcmSigned'],
  two_committees: ['tcmPresent', 'tcmYes', 'tcmMinutes', 'tcmSigned', 'dissent', 'conflictsAsked'],
  legality_review: ['checklist', 'opinionReasons', 'opinionArticles', 'riskLevel'],
  party_members: ['pmmPresent', 'pmmYes', 'pmmNo', 'pmmAbstain', 'pmmMinutes', 'pmmSigned'],
  town_report: ['townReply', 'townReplyNo'],
  noticing: ['noticePhoto', 'meetingDay', 'urgentReason', 'paperReady', 'documentsReady', ...vote, 'filingReceipt', 'filingNo'],
  voting: recounted,
  post_evaluation: ['goalsMet', 'benefits', 'lessons', 'evaluators', 'recommendation'],
}

/** Fields a state begins without. A new posting needs photographs and a certificate of its own board. */
export const freshIn = (state: State): readonly FieldName[] => [...(told[state] ?? []), ...(states[state].posts ? board : [])]
