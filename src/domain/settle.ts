import { judge, type Verdict } from './bodies/judge'
import { citation } from './bodies/laws'
import { unitWord } from './bodies/names'
import { isVote } from './bodies/rule-sets'
import { grant, refuse, type Decision } from './decision'
import { ruleOfMotion } from './motion-rule'
import type { Motion, Outcome, Result, Tally } from './motions'

const outcomes: Record<Verdict, Outcome> = { PASSED: 'passed', NOT_PASSED: 'not_passed', QUORUM_FAILED: 'quorum_failed' }

/** Counts and judges by the rules the motion was put under; abstaining is taking part and is not being for (procedures §5.6.3). `present`: P, where more took part than answered. */
export function judgeMotion(motion: Pick<Motion, 'body' | 'byLaw' | 'rollSize' | 'rules' | 'chosen'>, tally: Tally, present = tally.for + tally.against + tally.abstain): Result {
  const rule = ruleOfMotion(motion)
  if (!isVote(rule)) return { ...tally, present, outcome: 'counted', explain: [`${present} ${unitWord(rule.id)}表达了意见，只作参考（${citation(rule.article)}）`] }
  const { outcome, explain } = judge(rule, { N: motion.rollSize, P: present, Y: tally.for })
  if (outcome === 'QUORUM_FAILED' || motion.byLaw !== null) return { ...tally, present, outcome: outcomes[outcome], explain }
  return { ...tally, present, outcome: 'counted', explain: [...explain, '章程没有授权在线表决，这次结果只作参考'] }
}

export type SettleRefusal = 'still-open' | 'already-settled'
/** A ballot sent in the last second may still be on its way. */
export const settling = 60_000

/** Closes the count once its time, and a minute's grace for ballots on their way, is over. */
export function settle(motion: Motion, tally: Tally, now: number): Decision<Motion, SettleRefusal> {
  if (motion.settledAt !== null) return refuse('already-settled')
  if (now < motion.closesAt + settling) return refuse('still-open')
  return grant({ ...motion, settledAt: now, result: judgeMotion(motion, tally) })
}
