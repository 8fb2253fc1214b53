import { sha256Hex } from '../../ground/journal'
import { isCollectiveClass } from '../../law/classes'
import { traits } from '../tracks/traits'
import type { GuardRow } from './guard-row'
import type { Guard } from './words'

/** The text that is voted on is the text that was reviewed, and the town has heard of it where it must (procedures §2.3, §2.4). */
export const textGuards = {
  'text-reviewed': {
    holds: topic => (topic.textHash ?? '') !== '' && topic.reviewedHash === topic.textHash,
    missing: topic => ((topic.reviewedHash ?? '') === '' ? '正文还没有通过合法性审核' : '正文审核后改过，要重新审核才能表决'),
    code: 'E_TEXT_CHANGED',
  },
  'checklist-clean': {
    holds: (_, __, { checklist }) => !Array.isArray(checklist) || checklist.every((answer: string) => !answer.endsWith('=problem')),
    missing: () => '清单里有“有问题”的，不能签合法；请选“改后合法”或“不合法”',
  },
  'plan-changed': { holds: (topic, _, { planText }) => typeof planText !== 'string' || sha256Hex(planText) !== topic.textHash },
  'town-reported': {
    holds: (topic, facts) => {
      const asked = isCollectiveClass(topic.dossier.matterClass) || facts.village.townReportForVillage
      return !asked || traits['first-of-two-votes'](topic, facts) || (topic.townReportedAt ?? null) !== null
    },
    code: 'E_TOWN_REPORT_MISSING',
  },
} as const satisfies { readonly [Name in Guard]?: GuardRow }
