import { citation } from '../law/articles'
import type { Rule } from '../law/rule'
import { isVote } from '../law/rule-sets'
import type { Channel } from './channels'

/**
 * What makes a vote's count decide: its own law where nobody votes from afar or the law itself knows it, elsewhere the by-law that lets
 * phones vote. Null: it only advises (procedures §0.2-10).
 */
export function authorityOf(rule: Rule, channels: readonly Channel[], byLaw: string | null): string | null {
  if (!isVote(rule)) return null
  if (!channels.includes('phone') || rule.online === 'lawful') return citation(rule.article)
  return rule.online === 'by-law' ? byLaw : null
}
