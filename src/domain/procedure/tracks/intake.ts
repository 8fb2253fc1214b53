import type { Step } from '../step'

/** From raising a topic to its class: the part all topics share (procedures §5.4, Common). */
// biome-ignore format: a row a line
export const intake = {
  submit: { id: 'TR-01', name: '提交', why: null, from: ['submitted'], to: 'same', by: ['proposer'], guards: [], asks: [], tells: [{ code: 'N01', to: ['proposer'] }], via: 'topic.raise', look: 'main' },
  receive: { id: 'TR-02', name: '登记', why: null, from: ['submitted'], to: 'screening', by: ['system'], guards: [], asks: [], tells: [{ code: 'N02', to: ['moderators'] }], via: 'topic.raise', look: 'main' },
  return: {
    id: 'TR-03', name: '退回补充', why: null, from: ['screening'], to: 'returned', by: ['moderator', 'committee'], guards: [], asks: ['returnReason', 'toFix'],
    tells: [{ code: 'N03', to: ['proposer'] }], look: 'plain',
  },
  resubmit: {
    id: 'TR-04', name: '补充后再交', why: null, from: ['returned'], to: 'screening', by: ['proposer'], guards: ['resubmission-changed'], asks: [],
    tells: [{ code: 'N02', to: ['moderators'] }], via: 'topic.raise', look: 'main',
  },
  reject: {
    id: 'TR-05', name: '不予受理', why: null, from: ['screening', 'topic_review'], to: 'rejected', by: ['moderator', 'committee'], countersign: ['supervisor'],
    guards: ['not-yet-pending'], asks: ['rejectReason', 'explanation', 'remedy'], tells: [{ code: 'N04', to: ['proposer', 'supporters'] }], look: 'danger',
  },
  merge: {
    id: 'TR-06', name: '合并', why: null, brings: ['names-parent', 'joins-parent', 'passes-pictures'], from: ['screening', 'accepted'], to: 'merged', by: ['moderator', 'committee'], guards: ['parent-open'], asks: ['parent', 'explanation'],
    tells: [{ code: 'N05', to: ['proposer', 'supporters'] }], look: 'plain',
  },
  object_to_merge: {
    id: 'TR-06', name: '不同意合并', why: null, from: ['merged'], to: 'same', by: ['proposer'], guards: ['within-merge-objection'], once: true, restarts: true, stays: { workingDays: 5 }, asks: ['mergeObjection'],
    tells: [{ code: 'N15', to: ['supervisors'] }], look: 'plain',
  },
  keep_merged: {
    id: 'TR-06', name: '异议不成立，照样合并', why: null, brings: ['stays-merged'], waits: '提出人不同意合并，请决定', from: ['merged'], to: 'same', by: ['supervisor'], only: ['merge-objected'], impartial: true, apart: true, guards: [], once: true, asks: ['mergeAnswer'],
    tells: [{ code: 'N31', to: ['proposer'] }], look: 'plain',
  },
  part_again: {
    id: 'TR-06', name: '异议成立，分开办', why: null, brings: ['forgets-parent', 'leaves-parent'], from: ['merged'], to: 'held', by: ['supervisor'], only: ['merge-objected'], impartial: true, apart: true, guards: [], asks: ['mergeAnswer'],
    tells: [{ code: 'N31', to: ['proposer', 'moderators'] }, { code: 'N33', to: ['supporters'] }], look: 'plain',
  },
  withdraw: {
    id: 'TR-07', name: '撤回', why: null, from: ['screening', 'returned', 'accepted', 'topic_review', 'classified', 'scheduled', 'quick_registered', 'party_proposal'], to: 'withdrawn', by: ['proposer'],
    guards: ['sole-proposer', 'petition-not-reached'], asks: ['reason'], tells: [{ code: 'N06', to: ['supporters'] }], look: 'danger',
  },
  step_back: {
    id: 'TR-07', name: '退出，由共同提出人接着办', why: null, brings: ['leaves-author'], from: ['screening', 'returned', 'accepted', 'topic_review', 'classified', 'scheduled', 'quick_registered', 'party_proposal'], to: 'same', by: ['proposer'],
    only: ['has-co-proposers'], guards: [], asks: ['reason'], tells: [{ code: 'N33', to: ['proposer', 'moderators'] }], look: 'danger', confidence: 'D',
  },
  expire: {
    id: 'TR-07', name: '过期', why: null, from: ['returned', 'accepted'], to: 'withdrawn', by: ['system'], guards: ['term-over'], asks: [],
    tells: [{ code: 'N06', to: ['proposer', 'supporters'] }], auto: true, look: 'plain',
  },
  transfer: {
    id: 'TR-08', name: '转办', why: null, from: ['screening', 'accepted', 'topic_review', 'classified', 'scheduled', 'quick_registered', 'quick_assigned', 'unresolved'], to: 'transferred', by: ['moderator', 'committee', 'town_officer', 'grid_worker'], guards: [],
    asks: ['transferTo', 'handOver'], tells: [{ code: 'N07', to: ['proposer', 'supporters'] }], look: 'plain',
  },
  accept: {
    id: 'TR-09', name: '受理', why: null, brings: ['passes-pictures'], from: ['screening'], to: 'accepted', by: ['moderator', 'committee'], guards: [], asks: [], mayAsk: ['urgent'],
    tells: [{ code: 'N08', to: ['proposer'] }], look: 'main',
  },
  review: {
    id: 'TR-10', name: '进入审定', why: null, from: ['accepted'], to: 'topic_review', by: ['system'], guards: ['support-reached'], asks: [],
    tells: [{ code: 'N09', to: ['reviewers', 'proposer'] }], auto: true, look: 'main',
  },
  classify: {
    id: 'TR-11', name: '审定分类', why: '先定这件事多大，才知道由谁定、走哪条路', from: ['topic_review'], to: 'classified', by: ['party_secretary', 'committee'], countersign: ['supervisor'], guards: ['not-yet-pending', 'code-fits-class'],
    asks: ['matterClass', 'classReason', 'affectedGroups', 'lead'], mayAsk: ['matterCode', 'affectsMigrants'], tells: [{ code: 'N10', to: ['proposer', 'supporters', 'moderators'] }],
    look: 'main', article: ['village.33.talk'],
  },
  appeal: {
    id: 'TR-90', name: '申诉', why: null, from: ['rejected'], to: 'same', by: ['proposer'], guards: ['within-appeal'], asks: ['reason'],
    tells: [{ code: 'N15', to: ['supervisors'] }], look: 'plain',
  },
  reconsider: {
    id: 'TR-90', name: '退回重新受理', why: null, from: ['rejected'], to: 'screening', by: ['supervisor'], guards: [], asks: ['explanation'],
    tells: [{ code: 'N31', to: ['proposer'] }, { code: 'N02', to: ['moderators'] }], look: 'plain',
  },
} as const satisfies Record<string, Step>
