import { meetings, type MeetingName } from '../meetings'
import { sixSteps } from '../roads'
import { states, type State } from '../states'

/** Who signs the sheet of a stage, line by line; a line for the town's people where they sit in on it (procedures §2.2, §3.3). */
const signers: { readonly [S in State]?: readonly string[] } = {
  outcome_drafting: ['主持人', '记录员', '参会代表', '参会代表', '监督委员'],
  outcome_posting: ['村委会', '监督委员'],
  result_posting: ['村委会', '监督委员'],
  party_proposal: ['主持人', '记录人', '参会人员'],
  two_committees: ['主持人', '记录人', '参会人员', '列席的监督委员'],
  legality_review: ['法律顾问'],
  party_members: ['主持人', '记录人', '参会党员', '镇街参加人员'],
  counting: ['主持人', '监票人', '计票人', '记录人', '镇街参加人员'],
  resolution_posting: ['村委会', '监督委员'],
  major_result_posting: ['村委会', '监督委员'],
}
export const signersOf = (state: State): readonly string[] => signers[state] ?? []

/** Stages that are one of 四议's meetings, where its numbers are told. */
const meetingAt: { readonly [S in State]?: MeetingName } = {
  party_proposal: 'party_committee',
  two_committees: 'two_committees',
  party_members: 'party_members',
  counting: 'assembly',
}

/** What a stage is called in the file, where the state's own name says what is going on and would be wrong of something finished. */
const behind: { readonly [S in State]?: string } = {
  submitted: '提出',
  screening: '受理',
  returned: '退回补充',
  topic_review: '审定分类',
  classified: '安排',
  quick_registered: '登记',
  quick_assigned: '去办',
  quick_done: '办好',
  scheduled: '通知开会',
  deliberating: '协商',
  outcome_drafting: '协商结论',
  implementing: '落实',
  noticing: '会议通知',
  assembly_open: '签到',
  voting: '投票',
  quorum_failed: '人数不够',
  unresolved: '没有谈拢',
  major_implementing: '执行',
}

/** 「议三党员大会」「公开一决议公开」「合法性审核」: how the file names a stage. */
export function stageName(state: State): string {
  const meeting = meetingAt[state]
  if (meeting) return meetings[meeting].name.replace('：', '')
  return behind[state] ?? `${sixSteps[state] ?? ''}${states[state].name}`
}
