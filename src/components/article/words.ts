export interface Basis {
  readonly cites: string
  /** YYYY-MM-DD; null where it is not known. */
  readonly since: string | null
  readonly wants: string
}

const sinceWords = (since: string | null): string => {
  const [year, month, day] = since?.split('-').map(Number) ?? []
  return year === undefined ? '' : `（${year}年${month}月${day}日起施行）`
}

/** 「三分之二以上到会才能开（2026年1月1日起施行）」; where several stand together, each says which it is. */
export const basisLines = (basis: readonly Basis[] = []): string[] =>
  basis.map(({ cites, since, wants }) => `${basis.length > 1 ? `${cites}：` : ''}${wants}${sinceWords(since)}`)
