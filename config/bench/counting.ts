import { Borda, FirstPastThePost } from 'votes'
import { counting } from '@/domain/vote/count/tallies'
import type { Answer, Method } from '@/domain/vote/question/answers'
import { atMost, rounded, type Bench, type Figure } from './figure'
import { median } from './repeated'

const ballots = 100_000
const rounds = 5
const ids = ['a', 'b', 'c', 'd', 'e']
const options = ids.map(id => ({ id, text: `方案 ${id}` }))

/** Seeded random numbers, the same in every run, so that two runs count the same box. */
function* draws(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

function shuffled(chance: Generator<number>): string[] {
  const order = [...ids]
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance.next().value * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}

const timedOnce = (work: () => void): number => {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

/**
 * The same box of a hundred thousand ballots, counted by us and by the npm package `votes`, turn by turn in one process. Each gets them in
 * the shape it reads, one by one and unsorted, and both must come to the same votes and the same points by place.
 */
export const counted: Bench = async () => {
  const chance = draws(20_261_125)
  const orders = Array.from({ length: ballots }, () => shuffled(chance))

  function against(method: Method, answers: readonly Answer[], theirs: () => Readonly<Record<string, number>>): Figure {
    const ours = (): Readonly<Record<string, number>> => {
      const count = counting({ method, options })
      for (const answer of answers) count.add(answer)
      return Object.fromEntries((count.totals().options ?? []).map(({ id, votes }) => [id, votes]))
    }
    const [mine, other] = [ours(), theirs()]
    for (const id of ids) if (mine[id] !== other[id]) throw new Error(`${method}: ${id} has ${mine[id]} here and ${other[id]} there`)
    const times = Array.from({ length: rounds }, () => ({ ours: timedOnce(ours), theirs: timedOnce(theirs) }))
    const [oursMs, theirsMs] = [median(times.map(time => time.ours)), median(times.map(time => time.theirs))]
    return atMost(1 / 20, oursMs / theirsMs, 'of votes', { ballots, oursMs: rounded(oursMs), votesMs: rounded(theirsMs) })
  }

  const single = orders.map(([first]) => ({ ranking: [[first!]], weight: 1 }))
  const ranked = orders.map(order => ({ ranking: order.map(id => [id]), weight: 1 }))
  return {
    one: against(
      'one',
      orders.map(([first]) => first!),
      () => new FirstPastThePost({ candidates: ids, ballots: single }).scores(),
    ),
    rank: against(
      'rank',
      orders.map(order => order.join('>')),
      () => new Borda({ candidates: ids, ballots: ranked }).scores(),
    ),
  }
}
