import type { Step } from '../step'

const disclosure = ['village.35'] as const
const supervised = ['province.supervised'] as const

/** From the posted resolution to the look back half a year later (procedures §5.4 TR-65 to TR-69). */
// biome-ignore format: a row a line
export const execution = {
  file: {
    id: 'TR-65', name: '上传备案、批准或交易编号', why: '备案、批准的文件到了才能执行', fills: 'filings-done', from: ['resolution_posting'], to: 'same', by: ['committee', 'collective_board'], guards: [], once: true, asks: ['filingReceipt', 'filingNo'], tells: [], look: 'plain',
    article: ['village.31.filed'], confidence: 'A',
  },
  correct_resolution: {
    id: 'TR-62', name: '文字有误，更正后重新公示', why: null, from: ['resolution_posting'], to: 'same', by: ['committee'], countersign: ['supervisor'], restarts: true, guards: ['not-yet-pending'], asks: ['resolutionText', 'changeReason'],
    tells: [{ code: 'N13', to: ['concerned', 'affected_groups'] }], look: 'plain', article: ['village.35.anew'], confidence: 'A',
  },
  order_correction: {
    id: 'TR-62', name: '异议成立：文字有误，更正后重新公示', why: null, mends: ['text'], from: ['resolution_posting'], to: 'same', by: ['supervisor'], impartial: true, restarts: true, guards: [], asks: ['explanation'],
    tells: [{ code: 'N31', to: ['concerned', 'committee'] }], look: 'plain', article: ['village.35.anew'], confidence: 'A',
  },
  carry_out: {
    id: 'TR-65', name: '开始执行', why: null, brings: ['due-as-promised'], from: ['resolution_posting'], to: 'major_implementing', by: ['system'], guards: ['posting-over', 'no-open-objection', 'board-photos', 'posting-certified', 'filings-done'], asks: [],
    tells: [{ code: 'N16', to: ['implementer', 'proposer'] }], auto: true, look: 'main', article: disclosure, confidence: 'A',
  },
  redo_vote: {
    id: 'TR-62', name: '异议成立：程序有错，重新表决', why: null, brings: ['another-meeting'], mends: ['procedure'], from: ['resolution_posting'], to: 'noticing', by: ['supervisor'], impartial: true, guards: [], asks: ['explanation'],
    tells: [{ code: 'N31', to: ['concerned'] }], look: 'plain', confidence: 'D',
  },
  redo_plan: {
    id: 'TR-62', name: '异议成立：方案有错，重新商议', why: null, mends: ['plan'], from: ['resolution_posting'], to: 'two_committees', by: ['supervisor'], impartial: true, guards: [], asks: ['explanation'],
    tells: [{ code: 'N31', to: ['concerned'] }], look: 'plain', confidence: 'D',
  },
  report_progress: {
    id: 'TR-66', name: '报进展', why: null, shows: 'progress', from: ['major_implementing'], to: 'same', by: ['committee', 'group_leader', 'collective_board'], guards: [], asks: ['progressNote', 'percent'], mayAsk: ['photos'],
    tells: [{ code: 'N33', to: ['concerned', 'supervisors'] }], look: 'plain', confidence: 'D',
  },
  change_order: {
    id: 'TR-66', name: '要大改，重新商议', why: null, from: ['major_implementing'], to: 'two_committees', by: ['committee', 'collective_board'], guards: ['plan-changed'], asks: ['planText', 'changeReason'],
    tells: [{ code: 'N21', to: ['concerned', 'supervisors', 'party'] }], look: 'plain', article: ['custom.change'], confidence: 'D',
  },
  finish_major: {
    id: 'TR-67', name: '验收，公开实施结果', why: '监督委员和村民代表一起验收，好不好大家看', from: ['major_implementing'], to: 'major_result_posting', by: ['committee', 'group_leader', 'collective_board'], countersign: ['supervisor'], guards: ['not-yet-pending'],
    asks: ['accepted', 'witness', 'finalAccount', 'accounts', 'photosAfter'], tells: [{ code: 'N17', to: ['concerned', 'affected_groups'] }], look: 'main', article: supervised, confidence: 'A',
  },
  rework_major: {
    id: 'TR-62', name: '异议成立，继续整改', why: null, brings: ['due-as-promised'], mends: ['text', 'procedure', 'plan', 'unlawful'], from: ['major_result_posting'], to: 'major_implementing', by: ['supervisor'], impartial: true, guards: [], asks: ['explanation'],
    tells: [{ code: 'N31', to: ['concerned', 'implementer'] }], look: 'plain', confidence: 'D',
  },
  ask_ratings_major: {
    id: 'TR-68', name: '请大家评价', why: null, from: ['major_result_posting'], to: 'major_evaluating', by: ['system'], guards: ['posting-over', 'no-open-objection', 'board-photos', 'posting-certified'], asks: [],
    tells: [{ code: 'N18', to: ['concerned'] }], auto: true, look: 'main', article: disclosure, confidence: 'A',
  },
  look_back: {
    id: 'TR-69', name: '等半年后回头看', why: null, from: ['major_evaluating'], to: 'post_evaluation', by: ['system'], guards: ['term-over'], asks: [], tells: [{ code: 'N33', to: ['supervisors'] }], auto: true, look: 'main', confidence: 'D',
  },
  file_evaluation: {
    id: 'TR-69', name: '写事后评价', why: '过半年回头看：当初说的做到没有', from: ['post_evaluation'], to: 'same', by: ['supervisor'], impartial: true, guards: ['evaluation-due'], once: true, restarts: true, stays: { postingDays: 15, floor: 15 }, asks: ['goalsMet', 'benefits', 'lessons', 'evaluators', 'recommendation'],
    tells: [{ code: 'N33', to: ['concerned', 'committee', 'town'] }], look: 'main', article: ['city.looked-back'], confidence: 'S',
  },
  close_major: {
    id: 'TR-69', name: '办结归档', why: null, from: ['post_evaluation'], to: 'major_closed', by: ['system'], guards: ['evaluation-filed', 'term-over', 'file-complete'], asks: [], tells: [{ code: 'N19', to: ['concerned'] }], auto: true,
    look: 'main', article: ['village.39'], confidence: 'A',
  },
} as const satisfies Record<string, Step>
