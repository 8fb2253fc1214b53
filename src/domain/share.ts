/** A share of a whole, kept in integers: two thirds has no exact float. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
  /** 以上 counts the number itself, 过 does not (民法典 1259). */
  readonly reach: 'at-least' | 'more-than'
}

export const moreThanHalf: Share = { numerator: 1, denominator: 2, reach: 'more-than' } // 过半数
export const atLeastTwoThirds: Share = { numerator: 2, denominator: 3, reach: 'at-least' } // 三分之二以上

/** Whether `part` of `whole` is enough. Nobody of nobody never is. */
export function meets(part: number, whole: number, share: Share): boolean {
  if (whole === 0) return false
  const have = part * share.denominator
  const need = whole * share.numerator
  return share.reach === 'at-least' ? have >= need : have > need
}

/** The smallest part that is enough. */
export function needed(whole: number, share: Share): number {
  const need = whole * share.numerator
  return share.reach === 'at-least' ? Math.ceil(need / share.denominator) : Math.floor(need / share.denominator) + 1
}

const times = (n: number, m: number) => (n === 1 ? `${m}` : `${n}×${m}=${n * m}`)

/** The inequality with its numbers, as it holds: 「3×58=174 ≥ 2×80=160」. */
export function inequality(part: number, whole: number, share: Share): string {
  const left = times(share.denominator, part)
  const right = times(share.numerator, whole)
  if (meets(part, whole, share)) return `${left} ${share.reach === 'at-least' ? '≥' : '>'} ${right}`
  return `${left} ${share.reach === 'at-least' ? '<' : '≤'} ${right}`
}

const spoken: Record<string, string> = { '1/2': '过半数', '2/3': '三分之二以上' }

/** The share in words: 过半数, 三分之二以上. */
export const inWords = (share: Share): string => spoken[`${share.numerator}/${share.denominator}`] ?? `${share.denominator}分之${share.numerator}`
