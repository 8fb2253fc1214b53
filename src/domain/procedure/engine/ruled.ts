import { ruleSetOn, type RuleSetId } from '../../law/rule-sets'
import { dayOf } from '../../ground/calendar'
import type { Topic } from '../../topic/topic'

/** What a topic is judged by: the law of its opening day, and what the village had chosen by then. */
export type Ruled = Pick<Topic, 'rules' | 'raisedAt' | 'chosen'>

/** The rule set a topic keeps from its opening day; a topic stored without one is read by the set that held on that day. */
export const rulesOf = (topic: Ruled): RuleSetId => topic.rules ?? ruleSetOn('village', dayOf(topic.raisedAt))
