import type { Topic } from '../../topic/topic'
import { missing, rowByNumbers } from './engine'
import type { Evidence } from '../evidence'
import type { Facts } from './facts'
import { guards, missingWordsOf } from '../guards/all'
import { states } from '../states'
import { stepOf, type StepName } from '../tracks/steps'

export interface Tried {
  /** What stands against the step with what has been filled in so far, in words and numbers; nothing that is merely not filled in yet. */
  readonly missing: readonly string[]
  /** How the numbers are judged, each line with its arithmetic and article. */
  readonly judged: readonly string[]
  /** The numbers lead to the step's other outcome. */
  readonly against: boolean
  /** What would be recorded, once the numbers are there. */
  readonly becomes: string | null
}

/**
 * Asks the guards of a step with what is filled in so far, and changes nothing. The row the numbers lead to is the one that would be taken.
 */
export function tried(name: StepName, topic: Topic, facts: Facts, evidence: Evidence): Tried {
  const together: Evidence = { ...topic.dossier, ...evidence }
  const found = stepOf(name).guards.flatMap(guard => guards[guard].judges?.(topic, together) ?? [])
  const row = found.length > 0 ? stepOf(rowByNumbers(name, topic, facts, evidence)) : stepOf(name)
  const against = row !== stepOf(name)
  const to = row.to === 'same' || row.to === 'held' ? null : states[row.to].name
  const unmet = missing(row, topic, facts, evidence)
    .filter(guard => !guards[guard].judges)
    .map(guard => missingWordsOf(guard, topic, facts, evidence))
  return {
    missing: unmet,
    judged: found.flatMap(({ explain }) => explain),
    against,
    becomes:
      found.length === 0 || unmet.length > 0
        ? null
        : against
          ? `会记成“${row.name}”${to && to !== row.name ? `，接下来是“${to}”` : ''}`
          : `够了，接下来是“${to ?? row.name}”`,
  }
}
