/** What those who sign want: the assembly called, its representatives called, or an ended matter opened again. */
export const allAsked = ['assembly', 'representatives', 'reopening'] as const
export type Asked = (typeof allAsked)[number]

/** How many are counted of each kind; N is told when the petition begins and stays. */
export interface Heads {
  readonly person: number
  readonly representative: number
  readonly household: number
}
export type SigningUnit = keyof Heads
export const signingUnits = ['person', 'representative', 'household'] as const satisfies readonly SigningUnit[]

/** 联名 on a topic. Who signed stands in `signatures`, seen by the supervision committee alone; how many is for all. */
export interface JointPetition {
  readonly id: string
  readonly asks: Asked
  readonly reason: string
  readonly startedById: string
  readonly startedAt: number
  readonly of: Heads
  /** Counts the signatures taken back: a count made before one of them is made again. */
  readonly withdrawn: number
  readonly reachedAt: number | null
  /** The arithmetic that obliges, as it was when it did. */
  readonly explain: string
  /** By then the notice of the meeting must be out (T15); null before it is reached, and where none is asked for. */
  readonly conveneBy: number | null
  /** When what was asked was done. */
  readonly servedAt: number | null
}

/** One person's name under one petition; the key forbids a second. */
export interface Signature extends Readonly<Record<SigningUnit, boolean>> {
  readonly id: string
  readonly orgId: string
  readonly petitionId: string
  readonly topicId: string
  readonly personId: string
  readonly at: number
}
export const signatureId = (petitionId: string, personId: string): string => `${petitionId}:${personId}`
