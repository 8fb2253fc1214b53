import type { Topic } from '../../topic/topic'
import type { Evidence } from '../evidence'
import type { Facts } from '../engine/facts'

/** Something that must be true before a step, and how it is said when it is not. */
export interface GuardRow {
  readonly holds: (topic: Topic, facts: Facts, evidence: Evidence) => boolean
  /** What is still missing, in words for the 下一步 card. */
  readonly missing: (topic: Topic, facts: Facts, evidence: Evidence) => string
  /** The code the procedure's source has for this refusal (§5.4). */
  readonly code?: string
  /** Where the step has a row for the other outcome, these numbers lead there. */
  readonly judges?: true
}
