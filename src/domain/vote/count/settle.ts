import { judge, type LawOutcome } from '../../law/judge'
import { citation } from '../../law/articles'
import { unitWord } from '../../law/names'
import { isVote } from '../../law/rule-sets'
import { grant, refuse, type Decision } from '../../ground/decision'
import { advisesOnly, judgeSeveral } from './judge-options'
import { ruleOfMotion } from '../question/motion-rule'
import type { Motion, Outcome, Result, Tally } from '../motions'
import type { Totals } from './tallies'

const outcomes: Record<LawOutcome, Outcome> = { PASSED: 'passed', NOT_PASSED: 'not_passed', QUORUM_FAILED: 'quorum_failed' }

/**
 * Counts and judges by the rules the motion was put under; abstaining is taking part and is not being for (procedures §5.6.3). `present`:
 * P, where more took part than answered.
 */
export function judgeMotion(
  motion: Pick<Motion, 'body' | 'byLaw' | 'rollSize' | 'rules' | 'chosen' | 'method' | 'options' | 'secondOf'>,
  totals: Tally & Partial<Totals>,
  present = totals.ballots ?? totals.for + totals.against + totals.abstain,
): Result {
  const rule = ruleOfMotion(motion)
  const { for: yes, against, abstain, invalid = 0, options } = totals
  const tally = { for: yes, against, abstain, ...(invalid === 0 ? {} : { invalid }) }
  if (motion.method !== undefined && motion.method !== 'yes-no')
    return {
      ...tally,
      options: options ?? [],
      present,
      ...judgeSeveral(motion, rule, { abstain, invalid, options: options ?? [] }, present),
    }
  if (!isVote(rule))
    return {
      ...tally,
      present,
      outcome: 'counted',
      explain: [`${present} ${unitWord(rule.id)}表达了意见，只作参考（${citation(rule.article)}）`],
    }
  const { outcome, explain } = judge(rule, { N: motion.rollSize, P: present, Y: tally.for })
  if (outcome === 'QUORUM_FAILED' || motion.byLaw !== null) return { ...tally, present, outcome: outcomes[outcome], explain }
  return { ...tally, present, outcome: 'counted', explain: [...explain, advisesOnly] }
}

export type SettleRefusal = 'still-open' | 'already-settled'
/** A ballot sent in the last second may still be on its way. */
export const settling = 60_000

/** Closes the count once its time, and a minute's grace for ballots on their way, is over. */
export function settle(motion: Motion, totals: Tally & Partial<Totals>, now: number): Decision<Motion, SettleRefusal> {
  if (motion.settledAt !== null) return refuse('already-settled')
  if (now < motion.closesAt + settling) return refuse('still-open')
  return grant({ ...motion, settledAt: now, result: judgeMotion(motion, totals) })
}
