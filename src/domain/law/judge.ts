import { inequality, inWords, largestCount, meets } from '../ground/share'
import { citation } from './articles'
import { unitWord } from './names'
import type { VoteRule } from './rule'

/** Whole units: N on the frozen roll, P taking part, Y for. Blank, invalid and unreturned ballots are in P and not in Y. */
export interface Count {
  readonly N: number
  readonly P: number
  readonly Y: number
}

export type LawOutcome = 'PASSED' | 'NOT_PASSED' | 'QUORUM_FAILED'

export interface Judgement {
  readonly outcome: LawOutcome
  /** Each judgement with its numbers and article, the quorum first. */
  readonly explain: readonly string[]
}

/** What is wrong with a count, in words; null where it can be judged. */
export function malformed({ N, P, Y }: Count): string | null {
  for (const [name, value] of [
    ['N', N],
    ['P', P],
    ['Y', Y],
  ] as const) {
    if (!Number.isInteger(value)) return `${name} 要是整数`
    if (value < 0) return `${name} 不能是负数`
    if (value > largestCount) return `${name} 太大，不能准确计算`
  }
  if (P > N) return `参加的 ${P} 比名册上的 ${N} 还多`
  if (Y > P) return `赞成的 ${Y} 比参加的 ${P} 还多`
  return null
}

/** Judges a well-formed count by one rule, in integers. Nobody on the roll never passes; a tie never does; the chair has no second vote. */
export function judge(rule: VoteRule, { N, P, Y }: Count): Judgement {
  const { quorum, rollWord, presentWord } = rule
  const word = unitWord(rule.id)
  const source = `（${citation(rule.article)}）`
  if (N === 0)
    return { outcome: 'QUORUM_FAILED', explain: [`${rollWord} 0 ${word}：名册上没有${word}，没有达到${inWords(quorum.share)}${source}`] }
  const took = `${rollWord} ${N} ${word}，${presentWord} ${P} ${word}：${inequality(P, N, quorum.share)}`
  if (!meets(P, N, quorum.share)) return { outcome: 'QUORUM_FAILED', explain: [`${took}，没有达到${inWords(quorum.share)}${source}`] }
  const quorumLine = `${took}，达到${inWords(quorum.share)}${source}`
  const { carried, line } = carries(rule, '赞成', { N, P, Y })
  return { outcome: carried ? 'PASSED' : 'NOT_PASSED', explain: [quorumLine, `${line}${source}`] }
}

/** Whether what so many were for has the rule's own share, with its inequality: 「赞成 52 人：2×52=104 > 100，过半数」. */
export function carries(
  { id, pass, rollWord }: VoteRule,
  said: string,
  { N, P, Y }: Count,
): { readonly carried: boolean; readonly line: string } {
  const base = pass.of === 'all' ? N : P
  const word = unitWord(id)
  const carried = meets(Y, base, pass.share)
  const measured = pass.of === 'all' ? `，按${rollWord} ${N} ${word}算` : ''
  const words = carried ? `${pass.share.reach === 'more-than' ? '' : '达到'}${inWords(pass.share)}` : `没有达到${inWords(pass.share)}`
  return { carried, line: `${said} ${Y} ${word}${measured}：${inequality(Y, base, pass.share)}，${words}` }
}
