import type { Judgement } from '../../law/judge'
import type { Topic } from '../../topic/topic'
import type { Evidence } from '../evidence'
import type { Facts } from '../engine/facts'

/** Something that must be true before a step. Its general words stand in `words.ts`. */
export interface GuardRow {
  readonly holds: (topic: Topic, facts: Facts, evidence: Evidence) => boolean
  /** What is still missing, where this topic's own numbers say more than the general words. */
  readonly missing?: (topic: Topic, facts: Facts, evidence: Evidence) => string
  /** The code the procedure's source has for this refusal (§5.4). */
  readonly code?: string
  /** How the numbers are judged that it hangs on: where the step has a row for the other outcome, they lead there. */
  readonly judges?: (topic: Topic, evidence: Evidence) => Judgement | undefined
}
