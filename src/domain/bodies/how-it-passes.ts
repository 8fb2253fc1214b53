import { inWords, needed } from '../share'
import { citation } from './laws'
import { bodyNames, unitWord } from './names'
import type { Rule } from './rule'

/** How it passes, in numbers and with its article, as the moderator reads it before putting a question. */
export function ruleWords(rule: Rule, rollSize: number): string {
  const { name } = bodyNames[rule.id]
  const word = unitWord(rule.id)
  const source = `（${citation(rule.article)}）`
  if (rule.kind === 'views') return `${name}：人人可以说，只数意见，不作决定${source}`
  if (rule.kind === 'petition') return `${name}：${rollSize} ${word}里要有 ${needed(rollSize, rule.pass.share)} ${word}联名（${inWords(rule.pass.share)}）${source}`
  const { quorum, pass, rollWord } = rule
  const carries = pass.of === 'all' ? `${rollWord}里赞成${inWords(pass.share)}（${needed(rollSize, pass.share)} ${word}）` : `参加的里面赞成${inWords(pass.share)}`
  return `${name} ${rollSize} ${word}，须有 ${needed(rollSize, quorum.share)} ${word}参加（${inWords(quorum.share)}）；${carries}，就通过${source}`
}

export interface HowItPasses {
  readonly title: string
  readonly lines: readonly string[]
  readonly article: string
}

/** The same for the voter, with this roll's numbers. What nobody authorised online never says 通过. */
export function howItPasses(rule: Rule, rollSize: number, byLaw: string | null): HowItPasses {
  const article = citation(rule.article)
  if (rule.kind !== 'vote') return { title: '这次只作参考', lines: ['听听大家的想法，不作决定。选的人多少都会公布，供村委会和代表商量时参考。'], article }
  const { quorum, pass, rollWord } = rule
  const unit = unitWord(rule.id)
  const carries = pass.of === 'all' ? `${rollWord}里${inWords(pass.share)}赞成，没参加的也算在里面，` : `参加的里面${inWords(pass.share)}赞成，`
  const said = `名册上 ${rollSize} ${unit}，须有 ${needed(rollSize, quorum.share)} ${unit}以上参加（${inWords(quorum.share)}）；${carries}`
  if (byLaw === null) return { title: '这次只作参考', lines: [`${said}算多数意见。村里的章程还没有授权在网上表决，所以结果只作参考。`], article }
  return { title: '怎样算通过', lines: [`${said}就通过。弃权算参加，不算赞成。`, `网上投票的依据：${byLaw}。`], article }
}
