/** A share of a whole, kept in integers: two thirds has no exact float. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
  /** 以上 counts the number itself, 过 does not (民法典 1259). */
  readonly reach: 'at-least' | 'more-than'
}

export const moreThanHalf: Share = { numerator: 1, denominator: 2, reach: 'more-than' } // 过半数
export const atLeastHalf: Share = { numerator: 1, denominator: 2, reach: 'at-least' } // 半数以上
export const atLeastTwoThirds: Share = { numerator: 2, denominator: 3, reach: 'at-least' } // 三分之二以上
export const atLeastThreeQuarters: Share = { numerator: 3, denominator: 4, reach: 'at-least' } // 四分之三以上
export const atLeastFourFifths: Share = { numerator: 4, denominator: 5, reach: 'at-least' } // 五分之四以上
export const atLeastThird: Share = { numerator: 1, denominator: 3, reach: 'at-least' } // 三分之一以上
export const atLeastFifth: Share = { numerator: 1, denominator: 5, reach: 'at-least' } // 五分之一以上
export const atLeastTenth: Share = { numerator: 1, denominator: 10, reach: 'at-least' } // 十分之一以上

/** Up to here every product of a count and a share's parts is an exact integer; a greater count is refused as malformed. */
export const largestCount = Math.floor(Number.MAX_SAFE_INTEGER / 8)

/** Whether `part` of `whole` is enough. Nobody of nobody never is. */
export const meets = (part: number, whole: number, share: Share): boolean => whole > 0 && part >= needed(whole, share)

/** The smallest part that is enough. By remainder, never by a quotient: a float of a third is not a third. */
export function needed(whole: number, { numerator, denominator, reach }: Share): number {
  const need = whole * numerator
  const rest = need % denominator
  const full = (need - rest) / denominator
  return reach === 'more-than' || rest > 0 ? full + 1 : full
}

/** Whether whoever meets `share` always meets `floor` as well. */
export function isNoEasier(share: Share, floor: Share): boolean {
  const left = share.numerator * floor.denominator
  const right = floor.numerator * share.denominator
  return left > right || (left === right && (share.reach === 'more-than' || floor.reach === 'at-least'))
}

const times = (n: number, m: number) => (n === 1 ? `${m}` : `${n}×${m}=${n * m}`)

/** The inequality with its numbers, as it holds: 「3×58=174 ≥ 2×80=160」. */
export function inequality(part: number, whole: number, share: Share): string {
  const left = times(share.denominator, part)
  const right = times(share.numerator, whole)
  if (meets(part, whole, share)) return `${left} ${share.reach === 'at-least' ? '≥' : '>'} ${right}`
  return `${left} ${share.reach === 'at-least' ? '<' : '≤'} ${right}`
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const spoken = (n: number): string => digits[n] ?? `${n}`

/** The share in words: 过半数, 半数以上, 三分之二以上, 超过三分之二. */
export function inWords({ numerator, denominator, reach }: Share): string {
  if (numerator === 1 && denominator === 2) return reach === 'at-least' ? '半数以上' : '过半数'
  const fraction = `${spoken(denominator)}分之${spoken(numerator)}`
  return reach === 'at-least' ? `${fraction}以上` : `超过${fraction}`
}
