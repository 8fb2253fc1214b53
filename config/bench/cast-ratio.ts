import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { libsqlStore } from '../../cloudfunctions/adapters/sql/libsql'
import { ballotId, receiptHash, secretBallotId } from '@/domain/vote/ballot/ballots'
import type { BallotForm } from '@/domain/vote/motions'
import { dayOf } from '@/domain/ground/calendar'
import { crowdedVillage } from './crowded-village'
import { atMost, rounded, type Bench } from './figure'
import { crowd, median, timed } from './repeated'

/** A turn of one way, then of the other: a busy moment of the machine falls on both. */
const oneByOne = { atOnce: 1, perTurn: 1, turns: 1500 }
const together = { atOnce: 64, perTurn: 128, turns: 40 }

/**
 * The same rows written twice in turns: by whole requests through `serve`, and by the bare commit. Each is on disk (`synchronous=FULL`)
 * before it is acknowledged and the next begins. Told beside it: 64 at once, where the bare commits share one sync and the work around them
 * weighs most.
 */
export const castRatio: Bench = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'village-bench-'))
  const store = libsqlStore(path.join(folder, 'village.db'))
  const { village, voters, ask } = await crowdedVillage(store, together.turns * together.perTurn)

  async function ratio(form: BallotForm, { atOnce, perTurn, turns }: typeof oneByOne) {
    const { id: motionId } = await ask(form, `${form} ${atOnce}`),
      { id: bare } = await ask(form, `bare ${form} ${atOnce}`)
    const hashes = new Map(voters.map(({ id }) => [id, receiptHash(`${id} ${atOnce}`)]))
    const served =
      ({ id, openid }: (typeof voters)[number]) =>
      async () => {
        const reply = await village.serve(
          form === 'named'
            ? { name: 'ballot.cast', input: { motionId, choice: 'for' } }
            : { name: 'ballot.castSecret', input: { motionId, choice: 'for', receiptHash: hashes.get(id) } },
          openid,
        )
        if (!reply.ok) throw new Error(reply.refusal)
      }
    const common = { orgId: 'v1', motionId: bare, choice: 'for' as const }
    const written = ({ id, unitId }: (typeof voters)[number]) =>
      form === 'named'
        ? () => store.put('ballots', { ...common, id: ballotId(bare, unitId), unitId, voterId: id, castAt: village.now() })
        : () =>
            store.commit(async tx => {
              await tx.insert('marks', { id: ballotId(bare, unitId), orgId: 'v1', motionId: bare, day: dayOf(village.now()) })
              await tx.insert('secretBallots', { ...common, id: secretBallotId(bare, hashes.get(id)!) })
            })
    const ms = { served: [] as number[], bare: [] as number[] }
    for (let turn = 0; turn < turns; turn += 1) {
      const some = voters.slice(turn * perTurn, (turn + 1) * perTurn)
      const ways = { served: some.map(served), bare: some.map(written) }
      for (const way of turn % 2 === 0 ? (['served', 'bare'] as const) : (['bare', 'served'] as const))
        ms[way].push((await timed(() => crowd(atOnce, ways[way]))) / perTurn)
    }
    const [msPerBallot, msBare] = [median(ms.served), median(ms.bare)]
    return { ratio: msPerBallot / msBare, detail: { msPerBallot: rounded(msPerBallot), msBare: rounded(msBare), ballots: turns * perTurn } }
  }

  try {
    const figure = async (form: BallotForm) => {
      const one = await ratio(form, oneByOne),
        many = await ratio(form, together)
      return atMost(2.5, one.ratio, '× the bare commit', { ...one.detail, sixtyFourAtOnce: { ratio: rounded(many.ratio), ...many.detail } })
    }
    return { named: await figure('named'), secret: await figure('secret') }
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}
