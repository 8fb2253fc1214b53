import type { Step } from '../step'

const partyFirst = ['village.28-3'] as const
const fourDeliberations = ['party.rural.19'] as const
const partyMeeting = ['party.11'] as const
const townFirst = ['city.town-first'] as const
const plan = ['planText', 'budgetTotal', 'fundingSource'] as const

/**
 * A major matter up to the meeting that decides it: 议一 to 议三, the review of the text, the report to the town (procedures §5.4 TR-40 to
 * TR-50).
 */
// biome-ignore format: a row a line
export const preparation = {
  enter_major: {
    id: 'TR-40', name: '进入重大事项程序', why: '这样的大事，要一步一步让大家商量、让大家定', leads: true, from: ['classified'], to: 'party_proposal', by: ['committee', 'moderator'], guards: ['class-major'], asks: [],
    tells: [{ code: 'N20', to: ['proposer', 'supporters', 'party', 'committee', 'supervisors', 'town'] }], look: 'main', article: fourDeliberations, confidence: 'C+',
  },
  propose: {
    id: 'TR-41', name: '议一：记录党组织提议', why: '大事先由村党组织研究，看要不要提、怎么提', from: ['party_proposal'], to: 'two_committees', by: ['party_secretary', 'party_committee'], only: ['not-petitioned'],
    guards: ['numbers-consistent', 'committee-agreed'], asks: ['origin', 'need', ...plan, 'risks', 'pcmMembers', 'pcmPresent', 'pcmYes', 'pcmMinutes', 'pcmSigned'],
    otherwise: 'decline', tells: [{ code: 'N21', to: ['proposer', 'committee', 'supervisors'] }], look: 'main', article: partyFirst, confidence: 'A',
  },
  decline: {
    id: 'TR-42', name: '党组织没有同意提议', why: null, from: ['party_proposal'], to: 'classified', by: ['party_secretary', 'party_committee'],
    guards: ['numbers-consistent'], asks: ['origin', 'need', ...plan, 'risks', 'pcmMembers', 'pcmPresent', 'pcmYes', 'pcmMinutes', 'pcmSigned'], byNumbers: true,
    tells: [{ code: 'N21', to: ['proposer', 'supporters', 'supervisors'] }], look: 'plain', article: partyFirst, confidence: 'A',
  },
  agree_plan: {
    id: 'TR-43', name: '议二：记录两委商议', why: '党组织和村委会一起把方案写实，先问清谁有利害关系', from: ['two_committees'], to: 'legality_review', by: ['committee'], guards: ['numbers-consistent', 'two-committees-agreed'],
    asks: [...plan, 'tcmMembers', 'tcmPresent', 'tcmYes', 'tcmMinutes', 'tcmSigned', 'conflictsAsked'], mayAsk: ['dissent'], otherwise: 'send_back_plan',
    tells: [{ code: 'N22', to: ['legal_advisers'] }], look: 'main', article: ['village.34'], confidence: 'D',
  },
  send_back_plan: {
    id: 'TR-44', name: '两委没有谈成', why: null, from: ['two_committees'], to: 'party_proposal', by: ['committee'], guards: ['numbers-consistent'],
    asks: [...plan, 'tcmMembers', 'tcmPresent', 'tcmYes', 'tcmMinutes', 'tcmSigned', 'conflictsAsked'], mayAsk: ['dissent'], byNumbers: true,
    tells: [{ code: 'N21', to: ['party', 'proposer'] }], look: 'plain', confidence: 'D',
  },
  review_lawful: {
    id: 'TR-45', name: '审核：合法', why: '先看合不合法，免得定了又作废；正文改过要重新看', ends: { what: '审核方案合不合法', others: ['review_with_changes', 'review_unlawful', 'review_passed_on', 'judicial_review_lawful', 'judicial_review_unlawful'] }, brings: ['marks-reviewed'], concludes: '合法', from: ['legality_review'], to: 'party_members', by: ['legal_adviser'], impartial: true, guards: ['checklist-clean'],
    asks: ['checklist', 'opinionReasons', 'opinionArticles', 'riskLevel'], tells: [{ code: 'N23', to: ['party', 'committee', 'town'] }], look: 'main',
    article: ['city.argued', 'village.31.lawful'], confidence: 'S',
  },
  review_with_changes: {
    id: 'TR-45', name: '审核：改后合法', why: null, brings: ['marks-reviewed'], concludes: '按意见改过，合法', from: ['legality_review'], to: 'party_members', by: ['legal_adviser'], impartial: true, countersign: ['committee'], guards: ['not-yet-pending', 'checklist-clean', 'plan-changed'],
    asks: ['planText', 'checklist', 'opinionReasons', 'opinionArticles', 'riskLevel'], tells: [{ code: 'N23', to: ['party', 'committee', 'town'] }], look: 'plain', confidence: 'S',
  },
  review_unlawful: {
    id: 'TR-46', name: '审核：不合法', why: null, concludes: '不合法，退回重新商议', from: ['legality_review'], to: 'two_committees', by: ['legal_adviser'], impartial: true, guards: [],
    asks: ['checklist', 'opinionReasons', 'opinionArticles'], tells: [{ code: 'N21', to: ['committee', 'party', 'supervisors'] }], look: 'plain',
    article: ['village.31.lawful'], confidence: 'A',
  },
  review_passed_on: {
    id: 'TR-45', name: '我不便审或者超出专业，请司法所看', why: null, concludes: '要请司法所再看', from: ['legality_review'], to: 'same', by: ['legal_adviser'], guards: [], asks: ['opinionReasons'],
    tells: [{ code: 'N22', to: ['town', 'committee', 'legal_advisers'] }], look: 'plain', confidence: 'D',
  },
  judicial_review_lawful: {
    id: 'TR-45', name: '司法所审核：合法', why: null, brings: ['marks-reviewed'], concludes: '司法所看过，合法', from: ['legality_review'], to: 'party_members', by: ['town_officer'], impartial: true, only: ['passed-on'], guards: ['checklist-clean'],
    asks: ['checklist', 'opinionReasons', 'opinionArticles', 'riskLevel'], tells: [{ code: 'N23', to: ['party', 'committee'] }], look: 'plain',
    article: ['custom.judicial-office'], confidence: 'D',
  },
  judicial_review_unlawful: {
    id: 'TR-46', name: '司法所审核：不合法', why: null, concludes: '司法所看过，不合法，退回重新商议', from: ['legality_review'], to: 'two_committees', by: ['town_officer'], impartial: true, only: ['passed-on'], guards: [],
    asks: ['checklist', 'opinionReasons', 'opinionArticles'], tells: [{ code: 'N21', to: ['committee', 'party', 'supervisors'] }], look: 'plain', confidence: 'D',
  },
  party_members_to_town: {
    id: 'TR-47', name: '议三：记录党员大会', why: '党员先议一遍，问题摆在前面', from: ['party_members'], to: 'town_report', by: ['party_secretary', 'party_committee'], only: ['town-report-first'],
    guards: ['text-reviewed', 'numbers-consistent', 'party-members-agreed'], asks: ['pmmShouldAttend', 'pmmPresent', 'pmmYes', 'pmmNo', 'pmmAbstain', 'pmmMinutes', 'pmmSigned'], mayAsk: ['pmmExcluded'],
    otherwise: 'party_members_refuse', tells: [{ code: 'N24', to: ['proposer', 'committee', 'supervisors', 'town'] }], look: 'main', article: partyMeeting, confidence: 'B',
  },
  party_members_agree: {
    id: 'TR-47', name: '议三：记录党员大会', why: '党员先议一遍，问题摆在前面', from: ['party_members'], to: 'noticing', by: ['party_secretary', 'party_committee'], only: ['no-town-report'],
    guards: ['text-reviewed', 'numbers-consistent', 'party-members-agreed'], asks: ['pmmShouldAttend', 'pmmPresent', 'pmmYes', 'pmmNo', 'pmmAbstain', 'pmmMinutes', 'pmmSigned'], mayAsk: ['pmmExcluded'],
    otherwise: 'party_members_refuse', tells: [{ code: 'N24', to: ['proposer', 'committee', 'supervisors'] }], look: 'main', article: partyMeeting, confidence: 'B',
  },
  party_members_refuse: {
    id: 'TR-48', name: '党员大会没有通过', why: null, from: ['party_members'], to: 'two_committees', by: ['party_secretary', 'party_committee'], guards: ['numbers-consistent'],
    asks: ['pmmShouldAttend', 'pmmPresent', 'pmmYes', 'pmmNo', 'pmmAbstain', 'pmmMinutes', 'pmmSigned'], mayAsk: ['pmmExcluded'], byNumbers: true,
    tells: [{ code: 'N21', to: ['committee', 'proposer', 'supervisors'] }], look: 'plain', article: partyMeeting, confidence: 'B',
  },
  town_answers: {
    id: 'TR-49', name: '镇街：收到报告', why: '这是报告，不是等批准；镇街可以提建议', ends: { what: '镇街看报告', others: ['town_suggests'] }, brings: ['marks-reported'], replies: { says: '', field: 'townReply' }, from: ['town_report'], to: 'noticing', by: ['town_officer'], guards: [], asks: ['townReply', 'townReplyNo'], mayAsk: ['townLetter'],
    tells: [{ code: 'N25', to: ['party', 'committee', 'collective_board', 'supervisors'] }], look: 'main', article: townFirst, confidence: 'S',
  },
  town_silent: {
    id: 'TR-49', name: '镇街逾期没有回复，继续往下', why: null, brings: ['marks-reported'], replies: { says: '镇街逾期没有回复，往下走' }, from: ['town_report'], to: 'noticing', by: ['party_secretary', 'collective_board'], guards: ['term-over'], asks: ['townLetter'],
    tells: [{ code: 'N25', to: ['party', 'committee', 'collective_board', 'supervisors', 'town'] }], look: 'plain', article: townFirst, confidence: 'D',
  },
  town_suggests: {
    id: 'TR-50', name: '镇街：建议修改', why: null, replies: { says: '建议修改：', field: 'townSuggestion' }, from: ['town_report'], to: 'two_committees', by: ['town_officer'], guards: [], asks: ['townSuggestion', 'townReplyNo'], mayAsk: ['townLetter'],
    tells: [{ code: 'N21', to: ['party', 'committee', 'collective_board', 'supervisors'] }], look: 'plain',
    article: ['village.6'], confidence: 'A',
  },
  amend_text: {
    id: 'TR-47a', name: '修改正文', why: null, from: ['party_members', 'town_report', 'noticing'], to: 'same', by: ['committee', 'party_secretary'], guards: ['plan-changed'], asks: ['planText', 'changeReason'],
    tells: [{ code: 'N33', to: ['legal_advisers', 'supervisors'] }], look: 'plain', confidence: 'D',
  },
  review_again: {
    id: 'TR-47b', name: '正文改过，重新审核', why: null, from: ['party_members', 'town_report', 'noticing', 'assembly_open'], to: 'legality_review', by: ['committee', 'party_secretary'], guards: [], asks: ['reason'],
    tells: [{ code: 'N22', to: ['legal_advisers'] }], look: 'plain', confidence: 'D',
  },
} as const satisfies Record<string, Step>
