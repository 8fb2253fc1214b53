import { atLeastFourFifths, atLeastThird, inequality, inWords, largestCount, meets, type Share } from '../ground/share'
import { citation, type ArticleId } from './articles'

/** Representatives' assemblies whose make-up the law fixes. */
export type Composed = 'VRA' | 'RRA' | 'CMRA'

export interface Composition {
  readonly name: string
  /** The least share of the body that must be elected representatives; null where the law names none. */
  readonly representatives: Share | null
  /** The least share of the body that must be women representatives; null where the law names none. */
  readonly women: Share | null
  /** Where the law asks for 「适当数量」 of women and names no share, one is the least. */
  readonly fewestWomen: number
  /** A body with this many representatives or fewer is none. */
  readonly moreThan: number
  /** The committee that sits in the body beside the representatives, and the most seats it can have; more are a mistake in writing. */
  readonly committee: { readonly name: string; readonly most: number; readonly article: ArticleId } | null
  readonly article: ArticleId
}

export const compositions: Record<Composed, Composition> = {
  VRA: {
    name: '村民代表会议',
    representatives: atLeastFourFifths,
    women: atLeastThird,
    fewestWomen: 0,
    moreThan: 0,
    committee: { name: '村委会成员', most: 7, article: 'village.8' },
    article: 'village.29',
  },
  RRA: {
    name: '居民代表会议',
    representatives: atLeastFourFifths,
    women: null,
    fewestWomen: 0,
    moreThan: 0,
    committee: { name: '居委会成员', most: 9, article: 'community.8' },
    article: 'community.28',
  },
  CMRA: {
    name: '成员代表大会',
    representatives: null,
    women: null,
    fewestWomen: 1,
    moreThan: 20,
    committee: null,
    article: 'collective.28.made-up',
  },
}

export const isComposed = (text: string): text is Composed => Object.hasOwn(compositions, text)

/** People, each once: who is both committee member and representative counts as one, a representative (Art. 29). */
export interface MakeUp {
  readonly members: number
  readonly representatives?: number | undefined
  readonly womenRepresentatives?: number | undefined
}

export type CompositionJudgement =
  | { readonly valid: true }
  | { readonly valid: false; readonly why: string }
  | { readonly missing: 'representatives' | 'womenRepresentatives' }

/** Numbers that cannot be of one body, in words; null where they can. */
export function malformedMakeUp({ members, representatives, womenRepresentatives }: MakeUp): string | null {
  for (const [name, value] of [
    ['members', members],
    ['representatives', representatives],
    ['womenRepresentatives', womenRepresentatives],
  ] as const) {
    if (value === undefined) continue
    if (!Number.isInteger(value)) return `${name} 要是整数`
    if (value < 0) return `${name} 不能是负数`
    if (value > largestCount) return `${name} 太大，不能准确计算`
  }
  if (representatives !== undefined && representatives > members) return `代表 ${representatives} 人比全体 ${members} 人还多`
  if (womenRepresentatives !== undefined && womenRepresentatives > (representatives ?? members))
    return `妇女代表 ${womenRepresentatives} 人比代表 ${representatives ?? members} 人还多`
  return null
}

/** Whether a body made up so is lawful. A figure that was not given and might decide it is a refusal that asks for it, never a guess. */
export function checkComposition(id: Composed, { members, representatives, womenRepresentatives: women }: MakeUp): CompositionJudgement {
  const { name, representatives: share, women: womenShare, fewestWomen, moreThan, committee, article: basis } = compositions[id]
  const source = `（${citation(basis)}）`
  const wrong: string[] = []
  if (members === 0) wrong.push(`${name}一个人也没有${source}`)
  if (members > 0 && representatives !== undefined) {
    if (share && !meets(representatives, members, share))
      wrong.push(
        `代表 ${representatives} 人，组成人员 ${members} 人：${inequality(representatives, members, share)}，没有达到${inWords(share)}${source}`,
      )
    if (representatives <= moreThan) wrong.push(`代表 ${representatives} 人 ≤ ${moreThan} 人，应当多于 ${moreThan} 人${source}`)
    const others = members - representatives
    if (committee && others > committee.most)
      wrong.push(`${committee.name} ${others} 人 > ${committee.most} 人，最多 ${committee.most} 人（${citation(committee.article)}）`)
  }
  if (members > 0 && women !== undefined) {
    if (womenShare && !meets(women, members, womenShare))
      wrong.push(
        `妇女代表 ${women} 人，组成人员 ${members} 人：${inequality(women, members, womenShare)}，没有达到${inWords(womenShare)}${source}`,
      )
    if (women < fewestWomen) wrong.push(`妇女代表 ${women} 人，应当有适当数量的妇女代表${source}`)
  }
  if (wrong.length > 0) return { valid: false, why: wrong.join('；') }
  if (representatives === undefined) return { missing: 'representatives' }
  if (womenShare && women === undefined) return { missing: 'womenRepresentatives' }
  return { valid: true }
}
