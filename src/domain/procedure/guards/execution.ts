import { filingOf } from '../../law/classes'
import { isOwed } from '../../topic/joint-petition'
import type { GuardRow } from './guard-row'
import type { Guard } from './words'

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
  'evaluation-due': { holds: (topic, facts) => topic.dueAt !== null && facts.now >= topic.dueAt - evaluationOpensDays * day },
  'evaluation-filed': { holds: topic => topic.dossier.recommendation !== undefined, code: 'E_EVIDENCE_MISSING' },
  'file-complete': { holds: (_, facts) => facts.fileComplete, missing: () => '档案还不齐，请看一事一档', code: 'E_EVIDENCE_MISSING' },
  'petition-reached': { holds: topic => isOwed(topic), code: 'E_EVIDENCE_MISSING' },
  'petition-not-reached': { holds: topic => !isOwed(topic) },
  'within-reopening': { holds: (topic, facts) => facts.now < topic.enteredAt + reopeningDays * day, missing: () => '结束超过一年，不能重新审定；可以请求法院处理' },
  'emergency-left': { holds: topic => (topic.emergencies ?? 0) === 0 },
  'long-overdue': {
    // Overdue by as much as the whole term was long: by then two reminders have gone unheeded (procedures §5.3, Quick).
    holds: (topic, facts) => topic.dueAt !== null && facts.now >= 2 * topic.dueAt - topic.enteredAt,
  },
} as const satisfies { readonly [Name in Guard]?: GuardRow }
