import type { Step } from '../step'

const notice = ['village.25.notice', 'collective.27.notice'] as const
const counting = ['village.26-30-32', 'collective.27-28'] as const
const meeting = [
  'body',
  'meetingDay',
  'meetingTime',
  'meetingPlace',
  'agenda',
  'rollSize',
  'scrutineer',
  'teller',
  'noticePhoto',
  'noticeAlso',
  'documentsReady',
  'paperReady',
] as const
const ballots = [
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

/** 议四: the notice, the meeting, the vote and the count (procedures §5.4 TR-51 to TR-59). */
// biome-ignore format: a row a line
export const assembly = {
  give_notice: {
    id: 'TR-51', name: '发会议通知', why: '提前告诉大家哪天、在哪、定什么事，来得了才算数', brings: ['marks-noticed', 'serves-petition'], from: ['noticing'], to: 'same', by: ['convener'], only: ['not-noticed'],
    guards: ['body-competent', 'delegation-live', 'body-composed', 'text-reviewed', 'town-reported', 'notice-long-enough', 'roll-frozen', 'counters-free'], asks: meeting,
    tells: [{ code: 'N26', to: ['voters', 'concerned', 'supervisors', 'town'] }], look: 'main', article: notice, confidence: 'A',
  },
  correct_notice: {
    id: 'TR-51', name: '更正会议通知，重新发', why: null, brings: ['marks-noticed'], from: ['noticing'], to: 'same', by: ['convener'], only: ['noticed'],
    guards: ['no-open-vote', 'body-competent', 'delegation-live', 'body-composed', 'text-reviewed', 'town-reported', 'notice-long-enough', 'roll-frozen', 'counters-free'], asks: meeting,
    tells: [{ code: 'N26', to: ['voters', 'concerned', 'supervisors', 'town'] }], look: 'plain', article: notice, confidence: 'A',
  },
  give_urgent_notice: {
    id: 'TR-51', name: '情况特殊，临时通知', why: null, brings: ['marks-noticed', 'serves-petition'], from: ['noticing'], to: 'same', by: ['party_secretary'], countersign: ['supervisor'],
    guards: ['not-yet-pending', 'body-competent', 'delegation-live', 'body-composed', 'text-reviewed', 'town-reported', 'urgent-allowed', 'roll-frozen', 'counters-free'], asks: ['urgentReason', ...meeting],
    tells: [{ code: 'N26', to: ['voters', 'concerned', 'supervisors', 'town'] }], look: 'plain', article: ['village.25.urgent'], confidence: 'A',
  },
  open_assembly: {
    id: 'TR-51', name: '到时间，开会', why: '日子没到不能提前开，来的人先签到', dueOn: 'meeting', from: ['noticing'], to: 'assembly_open', by: ['moderator', 'convener'],
    guards: ['notice-given', 'meeting-time-reached', 'roll-frozen', 'body-competent', 'delegation-live', 'text-reviewed', 'town-reported'], asks: [], tells: [{ code: 'N12', to: ['concerned'] }], look: 'main', article: notice, confidence: 'A',
  },
  open_vote: {
    id: 'TR-52', name: '签到，开始表决', why: '够人数才能表决，少一个也不行', brings: ['opens-box'], from: ['assembly_open'], to: 'voting', by: ['moderator', 'convener'],
    guards: ['text-reviewed', 'numbers-consistent', 'attendance-lawful', 'as-checked-in', 'quorum-met'], asks: ['presentHall', 'presentOnline', 'presentProxy', 'checkInSheet', 'textRead'], otherwise: 'quorum_fails',
    tells: [{ code: 'N27', to: ['concerned'] }], look: 'main', article: counting, confidence: 'A',
  },
  quorum_fails: {
    id: 'TR-53', name: '到会人数不够', why: null, from: ['assembly_open'], to: 'quorum_failed', by: ['moderator', 'convener'], guards: ['numbers-consistent'],
    asks: ['presentHall', 'presentOnline', 'presentProxy', 'checkInSheet', 'textRead'], byNumbers: true, tells: [{ code: 'N28', to: ['voters', 'concerned', 'supervisors'] }], look: 'plain',
    article: counting, confidence: 'A',
  },
  notice_again: {
    id: 'TR-54', name: '重新通知', why: '人没来够就不能定，要再通知一次', ends: { what: '再通知一次，还是撤下', others: ['take_to_assembly'] }, brings: ['counts-notice'], from: ['quorum_failed'], to: 'noticing', by: ['convener'], guards: ['notices-left'], asks: ['reason'],
    tells: [{ code: 'N21', to: ['committee', 'supervisors'] }], look: 'main', confidence: 'D',
  },
  give_up_meeting: {
    id: 'TR-54', name: '不再开会，撤下', why: null, from: ['quorum_failed'], to: 'withdrawn', by: ['convener'], guards: [], asks: ['reason'],
    tells: [{ code: 'N06', to: ['proposer', 'supporters', 'supervisors', 'town'] }], look: 'danger', confidence: 'D',
  },
  close_vote: {
    id: 'TR-55', name: '结束表决', why: '票收齐了再数，中间不公布', from: ['voting'], to: 'counting', by: ['moderator', 'convener'], guards: ['no-open-vote'], asks: [], tells: [], look: 'main', confidence: 'D',
  },
  announce_to_town: {
    id: 'TR-56', name: '公布计票', why: '当场数清，监督委员核对过才算数', brings: ['another-meeting'], from: ['counting'], to: 'town_report', by: ['recorder', 'moderator', 'convener'], countersign: ['supervisor'], keyOf: 'scrutineer', impartial: true, only: ['first-of-two-votes'],
    guards: ['not-yet-pending', 'as-counted', 'ballots-add-up', 'numbers-consistent', 'vote-passed'], asks: ballots, otherwise: 'announce_not_passed',
    tells: [{ code: 'N29', to: ['voters', 'concerned', 'town'] }], look: 'main', article: counting, confidence: 'A',
  },
  announce: {
    id: 'TR-56', name: '公布计票', why: '当场数清，监督委员核对过才算数', from: ['counting'], to: 'resolution_posting', by: ['recorder', 'moderator', 'convener'], countersign: ['supervisor'], keyOf: 'scrutineer', impartial: true, only: ['deciding-vote'],
    guards: ['not-yet-pending', 'finish-day-ahead', 'as-counted', 'ballots-add-up', 'numbers-consistent', 'vote-passed'], asks: [...ballots, 'implementer', 'finishBy'], otherwise: 'announce_not_passed',
    tells: [{ code: 'N29', to: ['voters', 'concerned', 'affected_groups', 'town'] }], look: 'main', article: counting, confidence: 'A',
  },
  announce_not_passed: {
    id: 'TR-57', name: '没有通过', why: null, from: ['counting'], to: 'not_passed', by: ['recorder', 'moderator', 'convener'], countersign: ['supervisor'], keyOf: 'scrutineer', impartial: true,
    guards: ['not-yet-pending', 'as-counted', 'ballots-add-up', 'numbers-consistent'], asks: ballots, mayAsk: ['implementer', 'finishBy'], byNumbers: true,
    tells: [{ code: 'N30', to: ['voters', 'concerned', 'town'] }], look: 'plain', article: counting, confidence: 'A',
  },
  recount: {
    id: 'TR-58', name: '当场有异议，重新投票计票', why: null, brings: ['counts-recount'], from: ['counting'], to: 'voting', by: ['supervisor'], impartial: true, guards: ['recount-left'], asks: ['incident'], mayAsk: ['recountAskedBy'], tells: [{ code: 'N27', to: ['concerned'] }], look: 'plain', confidence: 'D',
  },
  revise: {
    id: 'TR-59', name: '改方案，再商议', why: '没有通过的方案，改了才能再来', ends: { what: '说明怎么办：改了再议，还是结束', others: ['close_not_passed', 'take_to_assembly'] }, from: ['not_passed'], to: 'two_committees', by: ['committee', 'party_secretary'], guards: ['plan-changed'], asks: ['planText', 'nextPlan'],
    tells: [{ code: 'N30', to: ['concerned'] }], look: 'main', confidence: 'D',
  },
  close_not_passed: {
    id: 'TR-59', name: '说明后结束', why: null, from: ['not_passed'], to: 'major_closed', by: ['committee', 'party_secretary'], guards: [], asks: ['nextPlan'], tells: [{ code: 'N30', to: ['concerned'] }], look: 'plain', confidence: 'D',
  },
  take_to_assembly: {
    id: 'TR-59', name: '代表分歧大，交村民会议定', why: null, brings: ['another-meeting', 'goes-to-assembly'], from: ['not_passed', 'quorum_failed'], to: 'noticing', by: ['committee', 'party_secretary'], only: ['may-go-to-assembly'], guards: [], asks: ['reason'],
    tells: [{ code: 'N21', to: ['committee', 'supervisors'] }], look: 'plain', confidence: 'D',
  },
} as const satisfies Record<string, Step>
