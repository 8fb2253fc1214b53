import type { Step } from '../step'

const towns = ['village.31.corrected'] as const

/**
 * What may come between on any road: interests declared, execution stopped, a matter opened again, a decision undone (procedures §5.4 TR-63
 * to TR-91).
 */
// biome-ignore format: a row a line
export const turnings = {
  declare_interest: {
    id: 'S3', name: '我有利害关系，申报回避', why: null, brings: ['recuses'],
    from: [
      'topic_review', 'classified', 'scheduled', 'deliberating', 'outcome_drafting', 'outcome_posting', 'implementing', 'result_posting', 'unresolved', 'party_proposal', 'two_committees', 'legality_review',
      'party_members', 'town_report', 'noticing', 'assembly_open', 'voting', 'counting', 'quorum_failed', 'not_passed', 'resolution_posting', 'major_implementing', 'major_result_posting', 'post_evaluation',
    ],
    to: 'same', by: ['committee', 'party_committee', 'supervisor', 'legal_adviser', 'moderator', 'recorder', 'representative', 'collective_board', 'group_leader', 'party_secretary'],
    guards: [], asks: ['relation'], mayAsk: ['relationNote'], tells: [{ code: 'N33', to: ['supervisors'] }], look: 'plain',
    article: ['custom.interest'], confidence: 'D',
  },
  upgrade: {
    id: 'TR-11u', name: '升级分类', why: null, brings: ['drops-session'], from: ['classified', 'quick_registered', 'quick_assigned', 'scheduled', 'outcome_drafting', 'unresolved'], to: 'classified', by: ['party_secretary', 'committee'],
    guards: ['class-higher', 'code-fits-class'], asks: ['matterClass', 'classReason'], mayAsk: ['matterCode'], tells: [{ code: 'N10', to: ['proposer', 'supporters', 'moderators'] }], look: 'plain',
    article: ['village.33-3'], confidence: 'A',
  },
  downgrade: {
    id: 'TR-11d', name: '降低分类', why: null, from: ['classified'], to: 'same', by: ['party_secretary', 'committee'], countersign: ['supervisor'], guards: ['not-yet-pending', 'class-lower', 'code-fits-class'],
    asks: ['matterClass', 'classReason'], mayAsk: ['matterCode'], tells: [{ code: 'N10', to: ['proposer', 'supporters', 'moderators'] }], look: 'plain', confidence: 'D',
  },
  escalate: {
    id: 'TR-25', name: '提交会议表决（四议两公开）', why: null, from: ['unresolved', 'outcome_drafting'], to: 'party_proposal', by: ['party_secretary', 'committee'], guards: ['class-major', 'no-open-vote'],
    asks: [], tells: [{ code: 'N20', to: ['proposer', 'supporters', 'party', 'committee', 'supervisors', 'town'] }], look: 'main',
    article: ['village.33-3'], confidence: 'A',
  },
  suspend: {
    id: 'TR-63', name: '暂停执行', why: null, from: ['outcome_posting', 'implementing', 'resolution_posting', 'major_implementing', 'major_result_posting'], to: 'suspended', by: ['town_officer'], guards: [], asks: ['orderNo', 'orderDoc', 'explanation'],
    tells: [{ code: 'N32', to: ['concerned', 'committee', 'supervisors'] }], look: 'danger', article: towns, confidence: 'A',
  },
  suspend_unlawful: {
    id: 'TR-62', name: '异议成立：不合法，先停下，报镇街', why: null, mends: ['unlawful'], from: ['outcome_posting', 'resolution_posting'], to: 'suspended', by: ['supervisor'], impartial: true, guards: [], asks: ['explanation'],
    tells: [{ code: 'N32', to: ['concerned', 'committee', 'town'] }], look: 'danger', article: towns, confidence: 'A',
  },
  suspend_emergency: {
    id: 'TR-63', name: '紧急暂停（最多七天）', why: null, brings: ['counts-emergency'], from: ['outcome_posting', 'implementing', 'resolution_posting', 'major_implementing'], to: 'suspended', by: ['party_secretary'], countersign: ['supervisor'], stays: { days: 7 }, guards: ['not-yet-pending', 'emergency-left'], asks: ['explanation'],
    tells: [{ code: 'N32', to: ['concerned', 'committee', 'supervisors', 'town'] }], look: 'danger', confidence: 'D',
  },
  resume: {
    id: 'TR-64', name: '恢复', why: '查清楚了就恢复，有问题就退回重新商议', ends: { what: '查清楚，恢复或者退回', others: ['revise_suspended'] }, brings: ['due-as-promised'], from: ['suspended'], to: 'held', by: ['town_officer'], guards: [], asks: ['explanation'], tells: [{ code: 'N32', to: ['concerned', 'committee'] }], look: 'main', confidence: 'D',
  },
  resume_early: {
    id: 'TR-64', name: '提前恢复', why: null, brings: ['due-as-promised'], from: ['suspended'], to: 'held', by: ['supervisor'], only: ['own-suspension'], impartial: true, guards: [], asks: ['explanation'],
    tells: [{ code: 'N32', to: ['concerned', 'committee'] }], look: 'plain', confidence: 'D',
  },
  resume_by_time: {
    id: 'TR-64', name: '紧急暂停满七天，恢复', why: null, brings: ['due-as-promised'], from: ['suspended'], to: 'held', by: ['system'], guards: ['term-over'], asks: [], tells: [{ code: 'N32', to: ['concerned', 'committee', 'supervisors'] }], auto: true, look: 'main', confidence: 'D',
  },
  revise_suspended: {
    id: 'TR-64', name: '退回重新商议', why: null, from: ['suspended'], to: 'two_committees', by: ['town_officer'], only: ['decided-by-assembly'], guards: [], asks: ['explanation'], tells: [{ code: 'N32', to: ['concerned', 'committee', 'party'] }], look: 'plain', confidence: 'D',
  },
  redraft_suspended: {
    id: 'TR-64', name: '退回重新整理结论', why: null, from: ['suspended'], to: 'outcome_drafting', by: ['town_officer'], only: ['decided-by-talk'], guards: [], asks: ['explanation'], tells: [{ code: 'N32', to: ['concerned', 'committee'] }], look: 'plain', confidence: 'D',
  },
  annul: {
    id: 'TR-91', name: '撤销决定', why: null,
    from: [
      'outcome_posting', 'implementing', 'result_posting', 'evaluating', 'suspended', 'party_proposal', 'two_committees', 'legality_review', 'party_members', 'town_report', 'noticing', 'assembly_open', 'counting', 'quorum_failed', 'not_passed',
      'resolution_posting', 'major_implementing', 'major_result_posting', 'major_evaluating', 'post_evaluation',
    ],
    to: 'annulled', by: ['town_officer'], guards: [], asks: ['orderNo', 'orderDoc', 'explanation'], tells: [{ code: 'N32', to: ['proposer', 'supporters', 'concerned', 'committee', 'supervisors'] }], look: 'danger',
    article: [...towns, 'village.41'], confidence: 'A',
  },
  reopen: {
    id: 'TR-90', name: '重新审定', why: null, brings: ['drops-session', 'starts-over'], from: ['closed', 'major_closed', 'unresolved', 'not_passed', 'rejected'], to: 'topic_review', by: ['supervisor', 'town_officer'], guards: ['within-reopening'], asks: ['newFacts'],
    tells: [{ code: 'N34', to: ['proposer', 'supporters', 'concerned', 'reviewers'] }], look: 'plain', confidence: 'D',
  },
} as const satisfies Record<string, Step>
