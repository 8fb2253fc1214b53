import type { Rule } from '../../law/rule'
import { isRuleSetId, ruleOf } from '../../law/rule-sets'
import { ruleAsChosen } from '../../law/settings'
import type { Motion } from '../motions'

/** The rule a motion is counted by: the law it was put under, with the village's harder shares of the day its topic was raised. */
export const ruleOfMotion = ({ rules, body, chosen }: Pick<Motion, 'rules' | 'body' | 'chosen'>): Rule =>
  (isRuleSetId(rules) ? ruleAsChosen(rules, body, chosen ?? {}) : undefined) ?? ruleOf(rules, body)
