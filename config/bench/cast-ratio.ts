import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { libsqlStore } from '../../cloudfunctions/adapters/sql/libsql'
import { ballotId, receiptHash, secretBallotId } from '@/domain/ballots'
import type { BallotForm } from '@/domain/motions'
import { dayOf } from '@/domain/calendar'
import { crowdedVillage } from './crowded-village'
import { atMost, rounded, type Bench } from './figure'
import { crowd, median, timed } from './repeated'

const rounds = 10
const perRound = 128

/**
 * The same rows written twice in turns: by whole requests through `serve`, and by the bare commit. Both are on disk (`synchronous=FULL`) before
 * they are acknowledged. One after another, and 64 at once, where the commits share their syncs and the work around them weighs most.
 */
export const castRatio: Bench = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'village-bench-'))
  const store = libsqlStore(path.join(folder, 'village.db'))
  const { village, voters, ask } = await crowdedVillage(store, rounds * perRound)

  async function ratio(form: BallotForm, atOnce: number) {
    const { id: motionId } = await ask(form, `${form} ${atOnce}`), { id: bare } = await ask(form, `bare ${form} ${atOnce}`)
    const hashes = new Map(voters.map(({ id }) => [id, receiptHash(`${id} ${atOnce}`)]))
    const served = ({ id, openid }: (typeof voters)[number]) => async () => {
      const reply = await village.serve(form === 'named' ? { name: 'ballot.cast', input: { motionId, choice: 'for' } } : { name: 'ballot.castSecret', input: { motionId, choice: 'for', receiptHash: hashes.get(id) } }, openid)
      if (!reply.ok) throw new Error(reply.refusal)
    }
    const common = { orgId: 'v1', motionId: bare, choice: 'for' as const }
    const written = ({ id, unitId }: (typeof voters)[number]) => form === 'named'
      ? () => store.put('ballots', { ...common, id: ballotId(bare, unitId), unitId, voterId: id, castAt: village.now() })
      : () => store.commit(async tx => {
        await tx.insert('marks', { id: ballotId(bare, unitId), orgId: 'v1', motionId: bare, day: dayOf(village.now()) })
        await tx.insert('secretBallots', { ...common, id: secretBallotId(bare, hashes.get(id)!) })
      })
    const ms = { served: [] as number[], bare: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      const some = voters.slice(round * perRound, (round + 1) * perRound)
      const ways = { served: some.map(served), bare: some.map(written) }
      for (const way of round % 2 === 0 ? ['served', 'bare'] as const : ['bare', 'served'] as const) ms[way].push(await timed(() => crowd(atOnce, ways[way])) / perRound)
    }
    return atMost(2.5, median(ms.served.map((served, round) => served / ms.bare[round]!)), '× the bare commit', { msPerBallot: rounded(median(ms.served)), msBare: rounded(median(ms.bare)), ballots: voters.length })
  }

  try {
    const named = await ratio('named', 1), secret = await ratio('secret', 1)
    return { 'named': named, 'secret': secret, 'named-64-at-once': await ratio('named', 64), 'secret-64-at-once': await ratio('secret', 64) }
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}
