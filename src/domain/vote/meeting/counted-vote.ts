/** What a box counts, by the names under which the meeting's evidence tells it. */
export const castNumbers = ['lateArrivals', 'votesYes', 'votesNo', 'votesAbstain', 'votesInvalid', 'votesUnreturned'] as const

/** What the ballot box of a meeting held, as it was settled: nobody types these numbers. */
export type CountedVote = Readonly<Record<(typeof castNumbers)[number], number>> & { readonly motionId: string }
