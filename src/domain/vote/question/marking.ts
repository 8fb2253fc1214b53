import type { Answer, Method, MotionOption } from './answers'

/** The question as far as a ballot paper needs it. Absent method: for, against or abstain. */
export interface Paper {
  readonly method?: Method | undefined
  readonly options?: readonly MotionOption[] | undefined
}

/** Options an answer names, as it names them: the approved by id, the ranked best first, the scored by id. Abstaining names none. */
export function named(answer: Answer | null): readonly string[] {
  if (answer === null || answer === 'abstain') return []
  return answer.split(/[+>,]/).map(part => part.split('=')[0] ?? '')
}

/** The points an answer gives an option; null where it gives none. */
export function pointsFor(answer: Answer | null, id: string): number | null {
  const part = answer?.split(',').find(each => each.startsWith(`${id}=`))
  return part === undefined ? null : Number(part.slice(id.length + 1))
}

/**
 * The answer after one tap on an option's row; null where nothing is chosen any more. One: it, instead of another. Approve: on or off.
 * Rank: next in the order, or taken back, and who stood behind moves up. Abstaining stands alone and gives way to any option.
 */
export function marked({ method }: Paper, answer: Answer | null, id: string): Answer | null {
  if (id === 'abstain') return answer === 'abstain' && method !== 'one' && method !== undefined && method !== 'yes-no' ? null : 'abstain'
  const before = named(answer)
  switch (method) {
    case 'approve':
      return before.includes(id) ? without(before, id).join('+') || null : [...before, id].sort().join('+')
    case 'rank':
      return before.includes(id) ? without(before, id).join('>') || null : [...before, id].join('>')
    default:
      return id
  }
}

/** The answer after an option got its points, from 0 to the most; the same points again take them back. */
export function scored(answer: Answer | null, id: string, points: number): Answer | null {
  const before = answer === null || answer === 'abstain' ? [] : answer.split(',')
  const others = before.filter(part => !part.startsWith(`${id}=`))
  return (pointsFor(answer, id) === points ? others : [...others, `${id}=${points}`].sort()).join(',') || null
}

const without = (ids: readonly string[], id: string) => ids.filter(each => each !== id)
