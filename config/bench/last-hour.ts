import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { libsqlStore } from '../../cloudfunctions/adapters/sql/libsql'
import { granted } from '../../cloudfunctions/api/journeys/small-village'
import { settleVotes } from '../../cloudfunctions/village/vote/settle-votes'
import { receiptHash, tally } from '@/domain/vote/ballot/ballots'
import type { Answer } from '@/domain/vote/question/answers'
import type { BallotForm } from '@/domain/vote/motions'
import type { Choice } from '@/domain/vote/question/answers'
import { choices, crowdedVillage, type Voter } from './crowded-village'
import { exactly, rounded, type Bench, type Figure } from './figure'
import { crowd, p95, timed } from './repeated'

const households = 10_000
const atOnce = 64
const every = 20

/**
 * Everybody votes in the last hour: every twentieth taps twice at once, and every twentieth changes a named ballot. Afterwards there must
 * be one ballot a household; the record as anybody may read it must count to what was settled, and to what everybody meant.
 */
export const lastHour: Bench = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'village-bench-'))
  const store = libsqlStore(path.join(folder, 'village.db'))
  const { village, voters, ask, afterTheClose } = await crowdedVillage(store, households)

  async function hour(form: BallotForm): Promise<[string, Figure][]> {
    const { id: motionId } = await ask(form)
    const latencies: number[] = []
    const cast = async ({ id, openid }: Voter, choice: Choice) => {
      const body =
        form === 'named'
          ? { name: 'ballot.cast', input: { motionId, choice } }
          : { name: 'ballot.castSecret', input: { motionId, choice, receiptHash: receiptHash(id) } }
      latencies.push(
        await timed(async () => {
          const reply = await village.serve(body, openid)
          if (!reply.ok) throw new Error(reply.refusal)
        }),
      )
    }
    const meant: { choice: Choice }[] = []
    const works = voters.flatMap((voter, n) => {
      const first = choices[(n % 7) % 3]!,
        changes = form === 'named' && n % every === 7,
        choice = changes ? choices[(n + 1) % 3]! : first
      meant.push({ choice })
      const work = async () => {
        await cast(voter, first)
        if (changes) await cast(voter, choice)
      }
      return n % every === 0 ? [work, work] : [work]
    })
    const seconds = (await timed(() => crowd(atOnce, works))) / 1000

    const closed = form === 'secret' ? await store.get('motions', motionId) : undefined
    if (closed) await store.put('motions', { ...closed, keys: { host: 'host', supervisor: 'supervisor' } })
    await settleVotes(afterTheClose, () => true)
    const result = (await store.get('motions', motionId))?.result
    if (!result) throw new Error('the vote was not settled')
    const record: { choice: Answer }[] = []
    let after: string | undefined
    do {
      const page = granted(await village.as('elder')('ballot.list', { motionId, ...(after === undefined ? {} : { after }) }))
      record.push(...page.ballots)
      after = page.next ?? undefined
    } while (after !== undefined)
    const counts = [result, tally(record), tally(meant)].map(count => choices.map(choice => count[choice]))
    const wrong = counts[0]!.filter((count, n) => counts.some(other => other[n] !== count)).length
    return [
      [
        `${form}.ballots`,
        exactly(households, await store.count(form === 'named' ? 'ballots' : 'marks', { motionId }), 'ballots', {
          requests: latencies.length,
          atOnce,
          seconds: rounded(seconds),
          requestsPerSecond: rounded(latencies.length / seconds),
          p95Ms: rounded(p95(latencies)),
        }),
      ],
      [`${form}.counts-that-differ`, exactly(0, wrong, 'of 3 choices', { settled: counts[0], recount: counts[1], meant: counts[2] })],
    ]
  }

  try {
    return Object.fromEntries([...(await hour('named')), ...(await hour('secret'))])
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}
