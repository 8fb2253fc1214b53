import { memoryStore } from '../../cloudfunctions/adapters/memory/store'
import { handlers } from '../../cloudfunctions/api/operations'
import { createServe } from '../../cloudfunctions/api/serve'
import { ownOf } from '../../cloudfunctions/village/ground/own'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import type { BallotForm } from '@/domain/vote/motions'
import { countingStore, type Asked } from './counting-store'
import { crowdedVillage, type Voter } from './crowded-village'
import { atMost, exactly, type Bench } from './figure'

export interface BallotCost {
  /** What the handler asks of the store, once the door knows who is there. */
  readonly handler: Asked
  /** The same ballot from the door on: who is asking is looked up too. */
  readonly request: Asked
  /** The first request of a new process: village and motion are read once and kept. */
  readonly firstOfProcess: Asked
  /** Rows that more than one voter wrote. */
  readonly sharedRows: readonly string[]
}

/** Counts what casting asks of the store: through the real handlers, each time for a voter who has not voted yet. */
export async function countBallot(form: BallotForm): Promise<BallotCost> {
  const memory = memoryStore(),
    counting = countingStore(memory)
  const { village, voters, ask } = await crowdedVillage(memory, 6, counting.store)
  const { id: motionId } = await ask(form)
  const [org] = village.seed.orgs
  const own = ownOf(village.ports.store, org!.id)
  const serve = createServe(village.ports, org!.id)
  const input = (voter: Voter) => ({ motionId, choice: 'for' as const, ...(form === 'secret' && { receiptHash: receiptHash(voter.id) }) })

  const byTheDoor = (voter: Voter) =>
    serve({ name: form === 'named' ? 'ballot.cast' : 'ballot.castSecret', input: input(voter) }, voter.openid)
  async function pastTheDoor(voter: Voter) {
    const actor = (await memory.get('people', voter.id))!,
      context = { ...village.ports, own, org: org!, actor, openid: voter.openid }
    return form === 'named'
      ? handlers['ballot.cast'](input(voter), context)
      : handlers['ballot.castSecret']({ ...input(voter), receiptHash: receiptHash(voter.id) }, context)
  }
  const counted = (cast: (voter: Voter) => Promise<{ readonly ok: boolean }>, n: number) =>
    counting.during(async () => {
      if (!(await cast(voters[n]!)).ok) throw new Error('the ballot was refused')
    })

  const firstOfProcess = await counted(byTheDoor, 0)
  const request = await counted(byTheDoor, 1)
  await counted(pastTheDoor, 3) // uncounted: the first ballot of a process also reads the motion, which is then kept
  const handler = await counted(pastTheDoor, 2)
  const written = [firstOfProcess, request, handler].flatMap(({ writes }) => [...new Set(writes)])
  return { handler, request, firstOfProcess, sharedRows: written.filter((row, at) => written.indexOf(row) !== at) }
}

/** What crosses to the store for one ballot, counted and not timed. */
export const ballotCost: Bench = async () => {
  const [named, secret] = [await countBallot('named'), await countBallot('secret')]
  const told = ({ request, firstOfProcess }: BallotCost) => ({
    wholeRequest: tables(request),
    firstRequestOfAProcess: tables(firstOfProcess),
  })
  return {
    'named.reads': atMost(1, named.handler.reads.length, 'after the door', told(named)),
    'named.writes': exactly(1, named.handler.writes.length),
    'secret.reads': atMost(2, secret.handler.reads.length, 'after the door', told(secret)),
    'secret.writes': exactly(2, secret.handler.writes.length),
    'secret.commits': exactly(1, secret.handler.commits),
    'rows-shared-by-voters': exactly(0, named.sharedRows.length + secret.sharedRows.length),
  }
}

const tables = ({ reads, writes, commits }: Asked) => ({ reads: reads.map(tableOf), writes: writes.map(tableOf), commits })
const tableOf = (row: string) => row.split(' ')[0]
