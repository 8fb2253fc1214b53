/** What somebody may find wrong in what the village holds of them. */
export const correctable = { name: '姓名', group: '村民小组', household: '同户登记', phone: '手机号', other: '别的' } as const
export type Correctable = keyof typeof correctable
export const allCorrectable = Object.keys(correctable) as Correctable[]

export const correctionLength = 200
/** So many of one person's may wait at once: whoever has more to say calls, or comes by. */
export const correctionsWaiting = 5

/** Asked to be put right (个人信息保护法第四十六条), and what came of it. The number or the name itself is changed at the desk, with the card seen. */
export interface Correction {
  readonly id: string
  readonly orgId: string
  readonly personId: string
  readonly field: Correctable
  readonly words: string
  readonly at: number
  readonly answeredAt: number | null
  readonly outcome: 'done' | 'declined' | null
  readonly answer: string
  readonly answeredById: string | null
}

export const outcomeWords = { done: '改好了', declined: '没有改' } as const

/** One line of it, as its own person reads it. */
export const correctionSays = ({ field, words, outcome, answer }: Correction): string =>
  `${correctable[field]}：${words}（${outcome === null ? '还没答复' : `${outcomeWords[outcome]}：${answer}`}）`

/** The answer, as a message brings it. */
export const answerSays = (field: Correctable, outcome: NonNullable<Correction['outcome']>, answer: string): string =>
  `${correctable[field]}，${outcomeWords[outcome]}：${answer}`
