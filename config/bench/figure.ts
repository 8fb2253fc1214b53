/** A number we claim, beside what it may be. */
export interface Figure {
  readonly value: number
  readonly unit?: string
  readonly budget: number
  /** Without it the budget is the most the value may be. */
  readonly exactly?: true
  readonly holds: boolean
  /** What the number is made of. */
  readonly detail?: Readonly<Record<string, unknown>>
}
export type Figures = Readonly<Record<string, Figure>>

/** What a bench may want built before it measures: each builds only what is missing or older than its sources. */
export interface Place {
  readonly root: string
  pages(type: 'h5' | 'weapp'): Promise<void>
  server(): Promise<void>
  functions(): Promise<void>
}
export type Bench = (place: Place) => Promise<Figures>

export const atMost = (budget: number, value: number, unit?: string, detail?: Figure['detail']): Figure => ({
  value: rounded(value),
  ...(unit === undefined ? {} : { unit }),
  budget,
  holds: value <= budget,
  ...(detail === undefined ? {} : { detail }),
})
export const exactly = (budget: number, value: number, unit?: string, detail?: Figure['detail']): Figure => ({
  ...atMost(budget, value, unit, detail),
  exactly: true,
  holds: value === budget,
})

export const rounded = (value: number): number => Number(value.toPrecision(value >= 1000 ? 6 : 3))
