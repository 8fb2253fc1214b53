import type { Method } from '../vote/question/answers'
import { inWords, needed } from '../ground/share'
import { citation } from './articles'
import { bodyNames, unitWord } from './names'
import type { Rule } from './rule'

/** How it passes, in numbers and with its article, as the moderator reads it before putting a question. */
export function ruleWords(rule: Rule, rollSize: number): string {
  const { name } = bodyNames[rule.id]
  const word = unitWord(rule.id)
  const source = `（${citation(rule.article)}）`
  if (rule.kind === 'views') return `${name}：人人可以说，只数意见，不作决定${source}`
  if (rule.kind === 'petition')
    return `${name}：${rollSize} ${word}里要有 ${needed(rollSize, rule.pass.share)} ${word}联名（${inWords(rule.pass.share)}）${source}`
  const { quorum, pass, rollWord } = rule
  const carries =
    pass.of === 'all'
      ? `${rollWord}里赞成${inWords(pass.share)}（${needed(rollSize, pass.share)} ${word}）`
      : `参加的里面赞成${inWords(pass.share)}`
  return `${name} ${rollSize} ${word}，须有 ${needed(rollSize, quorum.share)} ${word}参加（${inWords(quorum.share)}）；${carries}，就通过${source}`
}

/** How views of each kind are added up. */
const gathers: { readonly [M in Method]?: string } = {
  approve: '可以选几项，选上的各算一票。',
  rank: '排第一得分最多，往后一位少一分，没排的不得分，分加起来比。',
  score: '每项的分加起来，再除以打分的人数。',
}

export interface HowItPasses {
  readonly title: string
  readonly lines: readonly string[]
  readonly article: string
}

/**
 * The same for the voter, with this roll's numbers. Where no by-law lets an online vote bind, the words never say 通过: the vote only
 * advises, and a voter who read 通过 would believe it decided.
 */
export function howItPasses(
  rule: Rule,
  rollSize: number,
  byLaw: string | null,
  { method = 'yes-no', secondOf }: { readonly method?: Method | undefined; readonly secondOf?: string | undefined } = {},
): HowItPasses {
  const article = citation(rule.article)
  if (rule.kind !== 'vote')
    return {
      title: '这次只作参考',
      lines: ['听听大家的想法，不作决定。选的人多少都会公布，供村委会和代表商量时参考。', ...(gathers[method] ? [gathers[method]] : [])],
      article,
    }
  const { quorum, pass, rollWord } = rule
  const unit = unitWord(rule.id)
  const chose = method === 'one' ? '选同一项' : '赞成'
  const carries =
    pass.of === 'all' ? `${rollWord}里${inWords(pass.share)}${chose}，没参加的也算在里面，` : `参加的里面${inWords(pass.share)}${chose}，`
  const said = `名册上 ${rollSize} ${unit}，须有 ${needed(rollSize, quorum.share)} ${unit}以上参加（${inWords(quorum.share)}）；${carries}`
  if (byLaw === null)
    return { title: '这次只作参考', lines: [`${said}算多数意见。村里的章程还没有授权在网上表决，所以结果只作参考。`], article }
  return {
    title: '怎样算通过',
    lines: [
      `${said}${method === 'one' ? '这一项就通过' : '就通过'}。弃权算参加，不算${method === 'one' ? '选哪一项' : '赞成'}。`,
      ...(method !== 'one'
        ? []
        : [secondOf === undefined ? '没有一项够数，票数在前的再投一轮。' : '这是第二轮。还是没有一项够数，就是没有通过。']),
      `算数的依据：${byLaw}。`,
    ],
    article,
  }
}
