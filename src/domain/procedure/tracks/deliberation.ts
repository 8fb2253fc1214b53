import type { Step } from '../step'

const postings = ['outcome_posting', 'result_posting', 'resolution_posting', 'major_result_posting'] as const

const consultation = ['village.33.outcome'] as const
const disclosure = ['village.35'] as const

/** Track A: an ordinary matter is talked through, decided, done and judged (procedures §5.4, Track A). */
// biome-ignore format: a row a line
export const deliberation = {
  schedule: {
    id: 'TR-20', name: '安排议事会', why: null, from: ['classified'], to: 'scheduled', by: ['moderator', 'committee'], guards: ['class-not-small'], asks: [], mayAsk: ['affectedGroups', 'affectsMigrants'],
    tells: [{ code: 'N11', to: ['concerned', 'affected_groups', 'special_members', 'supervisors'] }], via: 'session.schedule', look: 'main',
  },
  convene: {
    id: 'TR-21', name: '开始议事', why: null, brings: ['counts-session'], from: ['scheduled'], to: 'deliberating', by: ['moderator'], guards: ['session-started', 'host-and-recorder-present', 'five-present', 'half-present'], asks: [],
    tells: [{ code: 'N12', to: ['concerned'] }], look: 'main',
  },
  reschedule: {
    id: 'TR-21b', name: '改期重开', why: null, brings: ['postpones', 'drops-session'], from: ['scheduled'], to: 'classified', by: ['moderator'], guards: ['reschedules-left'], asks: ['reason'],
    tells: [{ code: 'N28', to: ['concerned', 'affected_groups', 'special_members', 'supervisors'] }], look: 'plain',
  },
  next_round: {
    id: 'TR-22a', name: '进入下一轮', why: null, brings: ['counts-round'], from: ['deliberating'], to: 'same', by: ['moderator'], guards: ['rounds-left'], asks: [], tells: [], look: 'plain',
  },
  close_discussion: {
    id: 'TR-22', name: '结束讨论', why: null, from: ['deliberating'], to: 'outcome_drafting', by: ['moderator'], guards: ['comment-window-over', 'no-open-vote'], asks: ['viewsSummary'],
    tells: [], look: 'main',
  },
  post_outcome: {
    id: 'TR-23', name: '公布结论', why: null, from: ['outcome_drafting'], to: 'outcome_posting', by: ['moderator', 'committee'], countersign: ['supervisor'],
    guards: ['not-yet-pending', 'class-ordinary', 'under-large-amount', 'no-open-vote', 'finish-day-ahead'], asks: ['level', 'decisionText', 'minutes', 'signers', 'implementer', 'finishBy', 'budget'],
    tells: [{ code: 'N13', to: ['concerned', 'affected_groups'] }], look: 'main', article: consultation,
  },
  unresolved: {
    id: 'TR-24', name: '没有谈拢', why: null, from: ['outcome_drafting'], to: 'unresolved', by: ['moderator'], guards: ['no-open-vote'], asks: ['disagreement', 'bothPositions'],
    tells: [{ code: 'N14', to: ['concerned'] }], look: 'plain',
  },
  second_round: {
    id: 'TR-26', name: '再议一次', why: null, brings: ['drops-session', 'first-round'], from: ['unresolved'], to: 'classified', by: ['moderator', 'committee'], guards: ['rounds-left'], asks: ['nextPlan'],
    tells: [{ code: 'N14', to: ['concerned'] }], look: 'main',
  },
  close_unresolved: {
    id: 'TR-26', name: '说明后结束', why: null, from: ['unresolved'], to: 'closed', by: ['committee'], guards: [], asks: ['nextPlan'], tells: [{ code: 'N14', to: ['concerned'] }], look: 'plain',
  },
  board_first: {
    id: 'TR-29a', name: '上传张贴照片', why: '贴在墙上人人看得见，少一天都不能往下办', dueOn: 'first-day', from: postings, to: 'same', by: ['moderator', 'committee', 'supervisor'], guards: [], once: true,
    asks: ['boardPhotoFirst'], tells: [], look: 'main', article: disclosure,
  },
  board_last: {
    id: 'TR-29b', name: '上传期满照片', why: '拍下来，证明贴满了', from: postings, to: 'same', by: ['moderator', 'committee', 'supervisor'], guards: ['last-posting-day'], once: true,
    asks: ['boardPhotoLast'], tells: [], look: 'main', article: disclosure,
  },
  certify_posting: {
    id: 'TR-29c', name: '确认公示贴满', why: '监督委员亲眼看过，公示才算数', from: postings, to: 'same', by: ['supervisor'], impartial: true, guards: ['board-photos'], once: true, asks: ['postingCertified'], tells: [],
    look: 'main', article: disclosure, confidence: 'A',
  },
  start_work: {
    id: 'TR-29', name: '开始落实', why: null, brings: ['due-as-promised'], from: ['outcome_posting'], to: 'implementing', by: ['system'], guards: ['posting-over', 'no-open-objection', 'board-photos', 'posting-certified'], asks: [],
    tells: [{ code: 'N16', to: ['implementer', 'proposer'] }], auto: true, look: 'main', article: disclosure,
  },
  redo: {
    id: 'TR-62', name: '异议成立，重新整理', why: null, mends: ['text', 'procedure', 'plan'], from: ['outcome_posting'], to: 'outcome_drafting', by: ['supervisor'], impartial: true, guards: [], asks: ['explanation'],
    tells: [{ code: 'N31', to: ['concerned'] }], look: 'plain',
  },
  rework: {
    id: 'TR-62', name: '异议成立，继续整改', why: null, brings: ['due-as-promised'], mends: ['text', 'procedure', 'plan', 'unlawful'], from: ['result_posting'], to: 'implementing', by: ['supervisor'], impartial: true, guards: [], asks: ['explanation'],
    tells: [{ code: 'N31', to: ['concerned', 'implementer'] }], look: 'plain',
  },
  progress: {
    id: 'TR-66', name: '报进展', why: null, shows: 'progress', from: ['implementing'], to: 'same', by: ['committee', 'moderator', 'group_leader'], guards: [], asks: ['progressNote', 'percent'], mayAsk: ['photos'],
    tells: [{ code: 'N33', to: ['concerned'] }], look: 'plain',
  },
  finish: {
    id: 'TR-30', name: '验收，公布结果', why: null, from: ['implementing'], to: 'result_posting', by: ['committee', 'group_leader'], countersign: ['supervisor'], guards: ['not-yet-pending'],
    asks: ['accepted', 'photosAfter', 'cost'], tells: [{ code: 'N17', to: ['concerned', 'affected_groups'] }], look: 'main',
  },
  ask_ratings: {
    id: 'TR-31', name: '请大家评价', why: null, from: ['result_posting'], to: 'evaluating', by: ['system'], guards: ['posting-over', 'no-open-objection', 'board-photos', 'posting-certified'], asks: [],
    tells: [{ code: 'N18', to: ['concerned'] }], auto: true, look: 'main', article: disclosure,
  },
  close: {
    id: 'TR-32', name: '办结', why: null, from: ['evaluating'], to: 'closed', by: ['system'], guards: ['term-over', 'file-complete'], asks: [], tells: [{ code: 'N19', to: ['concerned'] }], auto: true, look: 'main',
  },
} as const satisfies Record<string, Step>
