import { isChoice, type Answer, type Method } from '../question/answers'
import type { Paper } from '../question/marking'
import type { Tally } from '../motions'

/** Votes of one option; of a poll its points: approvals, points by place, points given. */
export interface OptionVotes {
  readonly id: string
  readonly votes: number
}

/** What the ballots of one question come to. `ballots`: all of them, invalid ones too. */
export interface Totals extends Tally {
  readonly ballots: number
  readonly invalid: number
  /** In the order of the paper; absent where the question has no options. */
  readonly options?: readonly OptionVotes[]
}

export interface Counting {
  /** One ballot, or so many that say the same. A paper that is out and says nothing yet (null) is none. */
  add(answer: Answer | null, times?: number): void
  totals(): Totals
}

/**
 * Counts the ballots of one question in any order. One: a vote for its option. Approve: one for each approved. Rank: with k options on the
 * paper the first gets k points, the second k − 1, and so on; what is not ranked gets none (a count by places, after Borda, that two people
 * redo with a pencil). Score: the points as given. Ballots that say the same are read once, so that a hundred thousand take milliseconds.
 */
export function counting({ method = 'yes-no', options = [] }: Paper): Counting {
  const same = new Map<Answer, number>()
  // One mark is one letter, and most ballots are that: a place in a row of numbers is found faster than a word in a book.
  const letters = new Float64Array(128)
  return {
    add(answer, times = 1) {
      if (answer === null) return
      const letter = answer.length === 1 ? answer.charCodeAt(0) : letters.length
      if (letter < letters.length) letters[letter]! += times
      else same.set(answer, (same.get(answer) ?? 0) + times)
    },
    totals() {
      const choice = { for: 0, against: 0, abstain: 0 }
      const votes = new Map(options.map(({ id }) => [id, 0]))
      let ballots = 0,
        invalid = 0
      const marks = [...letters].flatMap((times, letter) => (times === 0 ? [] : [[String.fromCharCode(letter), times] as const]))
      for (const [answer, times] of [...same, ...marks]) {
        ballots += times
        if (isChoice(answer)) choice[answer] += times
        else if (answer === 'invalid') invalid += times
        else
          for (const [id, points] of pointsOf(answer, method, options.length)) {
            const before = votes.get(id)
            if (before !== undefined) votes.set(id, before + points * times)
          }
      }
      return {
        ...choice,
        ballots,
        invalid,
        ...(method === 'yes-no' ? {} : { options: [...votes].map(([id, each]) => ({ id, votes: each })) }),
      }
    },
  }
}

/** What one ballot gives to whom. */
function pointsOf(answer: Answer, method: Method, length: number): (readonly [string, number])[] {
  switch (method) {
    case 'score':
      return answer.split(',').map(part => {
        const [id = '', points = '0'] = part.split('=')
        return [id, Number(points)]
      })
    case 'rank':
      return answer.split('>').map((id, place) => [id, length - place])
    default:
      return answer.split('+').map(id => [id, 1])
  }
}

/** Each ballot once. */
export function totalsOf(question: Paper, ballots: Iterable<{ readonly choice: Answer | null }>): Totals {
  const count = counting(question)
  for (const { choice } of ballots) count.add(choice)
  return count.totals()
}

/** The options in the order they came out, the foremost first; equals in the order of the paper. */
export const foremostFirst = (options: readonly OptionVotes[]): readonly OptionVotes[] => [...options].sort((a, b) => b.votes - a.votes)

/**
 * The options that go to a second ballot, the two foremost and whoever ties with the second, in the order of the paper (procedures §5.6.3).
 */
export function goOn<Option extends { readonly id: string }>(
  votes: readonly OptionVotes[] | undefined,
  paper: readonly Option[],
): readonly Option[] {
  const ranked = foremostFirst(votes ?? [])
  const on = new Set(ranked.filter(option => option.votes >= (ranked[1]?.votes ?? 0)).map(({ id }) => id))
  return paper.filter(({ id }) => on.has(id))
}
