import { isChoice } from './answers'
import { quorumHolds } from './bodies/counting'
import { citation } from './bodies/laws'
import { unitWord } from './bodies/names'
import { isVote } from './bodies/rule-sets'
import { grant, refuse, type Decision } from './decision'
import { ruleOfMotion } from './motion-rule'
import type { Motion, Result, Tally } from './motions'
import { byChannelWords, foundInAll, paperWords, reconcile, type Found, type Urn } from './reconcile'
import { judgeMotion, settling, type SettleRefusal } from './settle'

const none: Tally = { for: 0, against: 0, abstain: 0 }
const tallyOf = (found: Found): Tally => ({ for: found['for'] ?? 0, against: found['against'] ?? 0, abstain: found['abstain'] ?? 0 })

export type MeetingRefusal = SettleRefusal | 'not-confirmed' | 'sum-wrong'

/**
 * Closes a meeting's count. One that its host never opened has not come about. Otherwise the tellers' seal must be confirmed and the sum must
 * hold; with more paper ballots found than given out nothing is judged and the vote is void.
 * @param atOpening units there when the host opened it
 */
export function settleMeeting(motion: Motion, urn: Urn, atOpening: number, confirmed: boolean, now: number): Decision<Motion, MeetingRefusal> {
  if (motion.settledAt !== null) return refuse('already-settled')
  if (now < motion.closesAt + settling) return refuse('still-open')
  const settled = (result: Result) => grant({ ...motion, settledAt: now, result })
  if ((motion.openedAt ?? null) === null) return settled(unopened(motion, urn.present))
  if (!confirmed) return refuse('not-confirmed')
  const sum = reconcile(urn)
  if (sum.fault === 'sum-wrong') return refuse('sum-wrong')
  const { invalid, unreturned, byChannel, paper, present, found } = sum, unit = unitWord(motion.body)
  const onPaper = paper.issued > 0 || paper.found > 0
  const told = [byChannelWords(sum, unit), ...(onPaper ? [paperWords(paper)] : [])]
  if (sum.fault === 'void') {
    const explain = [...told, '票箱里的票比发出去的还多，这次表决作废，要重新投一次']
    return settled({ ...none, present, invalid: 0, unreturned: 0, byChannel, paper, outcome: 'void', explain })
  }
  const judged = judgeMotion(motion, tallyOf(found), present)
  const rule = ruleOfMotion(motion)
  const opening = isVote(rule) && !quorumHolds(rule, motion.rollSize, atOpening, present) ? { outcome: 'quorum_failed' as const } : {}
  return settled({ ...judged, ...opening, invalid, unreturned, byChannel, paper, explain: [...told, sumWords(found, invalid, unreturned, present), ...judged.explain] })
}

function unopened({ body, rollSize, ...motion }: Motion, present: number): Result {
  const rule = ruleOfMotion({ body, ...motion }), unit = unitWord(body)
  const by = isVote(rule) || rule.kind === 'views' ? `（${citation(rule.article)}）` : ''
  return { ...none, present, invalid: 0, unreturned: present, outcome: 'quorum_failed', explain: [`应到 ${rollSize} ${unit}，到了 ${present} ${unit}，到截止的时候还没有宣布开始，没有表决成${by}`] }
}

/** 「赞成 20 + 反对 8 + 弃权 3 + 无效 2 + 未交回 4 = 参加 37」; of several options their votes together. */
function sumWords(found: Found, invalid: number, unreturned: number, present: number): string {
  const choices = tallyOf(found), options = foundInAll(found) - choices.for - choices.against - choices.abstain - invalid
  const said = Object.keys(found).some(answer => answer !== 'invalid' && !isChoice(answer)) ? [`选了的 ${options}`, `弃权 ${choices.abstain}`] : [`赞成 ${choices.for}`, `反对 ${choices.against}`, `弃权 ${choices.abstain}`]
  return `${[...said, `无效 ${invalid}`, `未交回 ${unreturned}`].join(' + ')} = 参加 ${present}`
}
