import { citation } from '../../law/articles'
import { unitWord } from '../../law/names'
import { grant, refuse, type Decision } from '../../ground/decision'
import { ruleOfMotion } from '../question/motion-rule'
import { channelsOf, type Motion, type Result } from '../motions'
import { byChannelWords, paperWords, reconcile, type Urn } from '../count/reconcile'
import { judgeMotion, settling, type SettleRefusal } from '../count/settle'
import type { Totals } from '../count/tallies'

export type MeetingRefusal = SettleRefusal | 'not-confirmed' | 'sum-wrong'

/**
 * Closes a meeting's count. One that its host never opened has not come about. Otherwise the tellers' seal must be confirmed and the sum
 * must hold: `totals` are of the published list, paper ballots among them. With more paper ballots found than given out nothing is judged
 * and the vote is void.
 */
export function settleMeeting(motion: Motion, urn: Urn, totals: Totals, confirmed: boolean, now: number): Decision<Motion, MeetingRefusal> {
  if (motion.settledAt !== null) return refuse('already-settled')
  if (now < motion.closesAt + settling) return refuse('still-open')
  const opened = (motion.openedAt ?? null) !== null
  if (opened && !confirmed) return refuse('not-confirmed')
  const { present, unreturned, byChannel, paper, fault } = reconcile(urn)
  if (fault === 'sum-wrong' || totals.ballots !== urn.cast + urn.box) return refuse('sum-wrong')
  const { ballots: _, ...counted } = totals
  const counts = { ...counted, present, unreturned, byChannel, ...(channelsOf(motion).includes('paper') ? { paper } : {}) }
  return grant({ ...motion, settledAt: now, result: { ...counts, ...judgeMeeting(motion, counts) } })
}

type Judged = Parameters<typeof judgeMotion>[0] & Pick<Motion, 'openedAt'>
type Counts = Omit<Result, 'outcome' | 'explain' | 'root'>

/**
 * What a meeting's counts come to, with every number that a person redoes: who took part which way, the paper, the sum, then the rule's own
 * judgement.
 */
export function judgeMeeting(
  motion: Judged,
  { present, unreturned = 0, invalid = 0, byChannel = {}, paper, options, ...choices }: Counts,
): Pick<Result, 'outcome' | 'explain'> {
  const unit = unitWord(motion.body)
  if ((motion.openedAt ?? null) === null) {
    const explain = [
      `应到 ${motion.rollSize} ${unit}，到了 ${present} ${unit}，到截止的时候还没有宣布开始，没有表决成（${citation(ruleOfMotion(motion).article)}）`,
    ]
    return { outcome: 'quorum_failed', explain }
  }
  const told = [byChannelWords({ present, byChannel }, unit), ...(paper ? [paperWords(paper)] : [])]
  if (paper && paper.found > paper.issued - paper.spoiled)
    return { outcome: 'void', explain: [...told, '票箱里的票比发出去的多，这次表决作废，要重新投一次'] }
  const several = options !== undefined && options.length > 0
  const said = several
    ? [`选了的 ${present - choices.abstain - invalid - unreturned}`, `弃权 ${choices.abstain}`]
    : [`赞成 ${choices.for}`, `反对 ${choices.against}`, `弃权 ${choices.abstain}`]
  // Neither an invalid ballot nor one that never came back says anything.
  const { outcome, explain } = judgeMotion(motion, { ...choices, invalid: invalid + unreturned, ...(several ? { options } : {}) }, present)
  return {
    outcome,
    explain: [...told, `${[...said, `无效 ${invalid}`, `未交回 ${unreturned}`].join(' + ')} = 参加 ${present}`, ...explain],
  }
}
