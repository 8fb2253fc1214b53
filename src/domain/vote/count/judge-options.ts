import { mostPoints, type Method, type MotionOption } from '../question/answers'
import { judgeOptions } from '../../law/counting'
import { carries, judge } from '../../law/judge'
import { citation } from '../../law/articles'
import { unitWord } from '../../law/names'
import { isVote } from '../../law/rule-sets'
import type { Rule, VoteRule } from '../../law/rule'
import type { Motion, Outcome } from '../motions'
import type { OptionVotes, Totals } from './tallies'

interface Judged {
  readonly outcome: Outcome
  readonly explain: readonly string[]
}

export const advisesOnly = '章程没有授权在线表决，这次结果只作参考'

/**
 * Judges a question with options. Where one is chosen it passes by the rule's own share, else the two foremost, and whoever ties with the
 * second, go to a second ballot, once (procedures §5.6.3, T50). Approving, ranking and scoring only gather views: they are counted, and no
 * word of theirs says that anything passed.
 */
export function judgeSeveral(
  motion: Pick<Motion, 'byLaw' | 'rollSize' | 'method' | 'options' | 'secondOf'>,
  rule: Rule,
  totals: Pick<Totals, 'abstain' | 'invalid' | 'options'>,
  present: number,
): Judged {
  const { method = 'one', options: texts = [], rollSize: N } = motion
  const options = totals.options ?? []
  if (isVote(rule) && method === 'one') {
    const judged = judgeOne(rule, { N, P: present }, options, texts, motion.secondOf === undefined ? 'first' : 'second')
    if (judged.outcome === 'quorum_failed' || motion.byLaw !== null) return judged
    return { outcome: 'counted', explain: [...judged.explain.slice(0, 1 + options.length), advisesOnly] }
  }
  const word = unitWord(rule.id)
  const voices = present - totals.abstain - totals.invalid
  return {
    outcome: 'counted',
    explain: [`${present} ${word}表达了意见，只作参考（${citation(rule.article)}）`, ...gathered(method, options, texts, voices, word)],
  }
}

function judgeOne(
  rule: VoteRule,
  { N, P }: { readonly N: number; readonly P: number },
  options: readonly OptionVotes[],
  texts: readonly MotionOption[],
  ballot: 'first' | 'second',
): Judged {
  const {
    outcome,
    explain: [quorumLine = ''],
  } = judge(rule, { N, P, Y: 0 })
  if (outcome === 'QUORUM_FAILED') return { outcome: 'quorum_failed', explain: [quorumLine] }
  const lines = options.map(({ id, votes }) => carries(rule, `选${quoted(texts, id)}的`, { N, P, Y: votes }).line)
  const source = `（${citation(rule.article)}）`
  const chosen = judgeOptions(rule, N, P, options, ballot)
  switch (chosen.outcome) {
    case 'PASSED':
      return { outcome: 'passed', explain: [quorumLine, ...lines, `${quoted(texts, chosen.option)}通过${source}`] }
    case 'again':
      return {
        outcome: 'second_ballot',
        explain: [quorumLine, ...lines, `没有一项够数，票数在前的${chosen.options.map(id => quoted(texts, id)).join('')}再投一轮${source}`],
      }
    case 'QUORUM_FAILED':
    case 'NOT_PASSED':
      return {
        outcome: 'not_passed',
        explain: [quorumLine, ...lines, `${ballot === 'second' ? '第二轮还是没有一项够数' : '没有一项够数'}，没有通过${source}`],
      }
  }
}

const quoted = (texts: readonly MotionOption[], id: string): string => `“${texts.find(option => option.id === id)?.text ?? id}”`

/** How the points of a poll come about and who is in front, so that anybody can do the sum again. */
function gathered(method: Method, options: readonly OptionVotes[], texts: readonly MotionOption[], voices: number, word: string): string[] {
  const most = Math.max(0, ...options.map(({ votes }) => votes))
  const front = options
    .filter(({ votes }) => votes === most)
    .map(({ id }) => quoted(texts, id))
    .join('')
  const unit = method === 'rank' || method === 'score' ? '分' : '票'
  const inFront =
    most === 0 ? [] : [`${front}${options.filter(({ votes }) => votes === most).length > 1 ? '并列' : ''}在最前，${most} ${unit}`]
  switch (method) {
    case 'approve':
      return [`每${word}可以选几项，选上的各算一票，所以票数加起来会比人数多`, ...inFront]
    case 'rank':
      return [
        `一共 ${options.length} 项：` +
          `${options.map((_, place) => `排第 ${place + 1} 得 ${options.length - place} 分`).join('，')}，没排的得 0 分；` +
          `把每张票的分加起来就是总分`,
        ...inFront,
      ]
    case 'score':
      return [
        `每张票给每项 0 到 ${mostPoints} 分，没打的按 0 分算；总分除以打分的 ${voices} ${word}就是平均分`,
        ...(voices === 0
          ? []
          : options.map(({ id, votes }) => `${quoted(texts, id)}：${votes} ÷ ${voices} = ${hundredths(votes, voices)}`)),
        ...inFront,
      ]
    default:
      return inFront
  }
}

/** A quotient to two places, as a school pupil writes it. */
const hundredths = (part: number, whole: number): string => (Math.round((part * 100) / whole) / 100).toFixed(2).replace(/\.?0+$/, '')
