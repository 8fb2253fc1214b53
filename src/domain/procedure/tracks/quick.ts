import type { Step } from '../step'

/** A small matter is given to somebody, done and looked at; no vote, no board (procedures §5.3, Quick). */
// biome-ignore format: a row a line
export const quick = {
  enter_quick: {
    id: 'Q10', name: '登记为小微事项', why: null, from: ['classified'], to: 'quick_registered', by: ['moderator', 'committee'], guards: ['class-small'], asks: ['powerCode'],
    tells: [{ code: 'N10', to: ['proposer'] }], look: 'main', confidence: 'D',
  },
  assign: {
    id: 'Q20', name: '派人去办', why: '小事不用开会，派给人去办就行', from: ['quick_registered'], to: 'quick_assigned', by: ['moderator', 'committee'], guards: [], asks: ['worker'],
    tells: [{ code: 'N16', to: ['proposer', 'implementer'] }], look: 'main', confidence: 'D',
  },
  do_it: {
    id: 'Q30', name: '办好了，拍照报回', why: '办好了拍张照片，大家看得见', from: ['quick_assigned'], to: 'quick_done', by: ['grid_worker', 'committee', 'group_leader'], guards: [], asks: ['doneNote', 'photosAfter'],
    tells: [{ code: 'N33', to: ['proposer'] }], look: 'main', confidence: 'D',
  },
  overdue_up: {
    id: 'Q20', name: '拖过两个期限，交回审定', why: null, from: ['quick_assigned'], to: 'topic_review', by: ['system'], guards: ['long-overdue'], asks: [],
    tells: [{ code: 'N09', to: ['reviewers', 'proposer'] }], auto: true, look: 'plain', confidence: 'D',
  },
  cannot_do: {
    id: 'Q20', name: '办不了，交回审定', why: null, from: ['quick_registered', 'quick_assigned'], to: 'topic_review', by: ['grid_worker', 'committee', 'group_leader'], guards: [], asks: ['refusalReason'],
    tells: [{ code: 'N09', to: ['reviewers', 'proposer'] }], look: 'plain', confidence: 'D',
  },
  agree_done: {
    id: 'Q90', name: '满意，办结', why: null, ends: { what: '请提出人看看办好了没有', others: ['not_done'] }, from: ['quick_done'], to: 'quick_closed', by: ['proposer'], guards: [], asks: [], tells: [{ code: 'N19', to: ['proposer', 'implementer'] }],
    look: 'main', confidence: 'D',
  },
  not_done: {
    id: 'Q30', name: '还没办好', why: null, from: ['quick_done'], to: 'quick_assigned', by: ['proposer'], guards: [], asks: ['reason'], tells: [{ code: 'N33', to: ['implementer', 'moderators'] }],
    look: 'plain', confidence: 'D',
  },
  close_quick: {
    id: 'Q90', name: '满七天，办结', why: null, from: ['quick_done'], to: 'quick_closed', by: ['system'], guards: ['term-over'], asks: [], tells: [{ code: 'N19', to: ['proposer'] }], auto: true,
    look: 'main', confidence: 'D',
  },
} as const satisfies Record<string, Step>
