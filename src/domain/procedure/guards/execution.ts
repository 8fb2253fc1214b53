import { filingOf } from '../../law/classes'
import { isOwed } from '../../topic/joint-petition'
import type { GuardRow } from './guard-row'

const day = 86_400_000
const reopeningDays = 365
const evaluationOpensDays = 30

/** What carrying a resolution out, and looking back at it, ask. */
// biome-ignore format: a row a line
export const executionGuards = {
  'filings-done': {
    holds: topic => filingOf(topic.dossier.matterCode) === null || topic.dossier.filingNo !== undefined,
    missing: topic => `还缺${filingOf(topic.dossier.matterCode) ?? '备案'}`,
    code: 'E_EVIDENCE_MISSING',
  },
  'evaluation-due': {
    holds: (topic, facts) => topic.dueAt !== null && facts.now >= topic.dueAt - evaluationOpensDays * day,
    missing: () => '验收满五个月后才能写事后评价',
  },
  'evaluation-filed': { holds: topic => topic.dossier.recommendation !== undefined, missing: () => '监督委员还没有写事后评价', code: 'E_EVIDENCE_MISSING' },
  'file-complete': { holds: (_, facts) => facts.fileComplete, missing: () => '档案还不齐，请看一事一档', code: 'E_EVIDENCE_MISSING' },
  'petition-reached': { holds: topic => isOwed(topic), missing: () => '联名还没有够', code: 'E_EVIDENCE_MISSING' },
  'petition-not-reached': { holds: topic => !isOwed(topic), missing: () => '联名已经够了，要按联名的要求办，不能撤回' },
  'within-reopening': { holds: (topic, facts) => facts.now < topic.enteredAt + reopeningDays * day, missing: () => '结束超过一年，不能重新审定；可以请求法院处理' },
  'emergency-left': { holds: topic => (topic.emergencies ?? 0) === 0, missing: () => '紧急暂停只能用一次，要再停请镇街决定' },
  'long-overdue': {
    // As long again as its term: two notices have gone unheeded (procedures §5.3, Quick).
    holds: (topic, facts) => topic.dueAt !== null && facts.now >= 2 * topic.dueAt - topic.enteredAt, missing: () => '还没有拖过两个期限',
  },
} as const satisfies Record<string, GuardRow>
