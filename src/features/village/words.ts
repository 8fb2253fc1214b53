import type { Output, Refusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'

export type View = Output<'settings.view'>
export type Rule = View['rules'][number]
export type Waiting = View['waiting'][number]
export type Group = Rule['group']

export const lost = '网络不好，请再试一次'

/** 「法律底线 15 天（村民委员会组织法第三十五条）」. */
export const floorLine = ({ floor, article }: Rule): string => (floor === null ? article : `法律底线：${floor}（${article}）`)

/** Why the server refused it, with the figure and the article where the rule has one. */
export function whyNot(refusal: Refusal<'settings.propose'>, rule: Rule): string {
  if (refusal === 'below-the-law') return rule.belowWords
  return refusal === 'out-of-bounds' ? rule.boundsWords : refusalWords[refusal]
}

type Share = Extract<NonNullable<Rule['value']>, { numerator: number }>
const share = (numerator: number, denominator: number, reach: Share['reach'] = 'at-least'): Share => ({ numerator, denominator, reach })
/** Shares as villages choose them. */
export const shares: Readonly<Record<string, { readonly label: string; readonly share: Share }>> = {
  half: { label: '半数以上', share: share(1, 2) },
  more: { label: '过半数', share: share(1, 2, 'more-than') },
  twoThirds: { label: '三分之二以上', share: share(2, 3) },
  threeQuarters: { label: '四分之三以上', share: share(3, 4) },
  fourFifths: { label: '五分之四以上', share: share(4, 5) },
  all: { label: '全部', share: share(1, 1) },
}
