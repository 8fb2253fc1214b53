import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { libsqlStore } from '../../cloudfunctions/adapters/sql/libsql'
import { settleVotes } from '../../cloudfunctions/village/vote/settle-votes'
import { ballotId, receiptHash, secretBallotId } from '@/domain/vote/ballot/ballots'
import type { BallotForm } from '@/domain/vote/motions'
import { choices, crowdedVillage } from './crowded-village'
import { atMost, rounded, type Bench, type Figure } from './figure'
import { median, timed } from './repeated'

const ballots = 100_000
const times = 3

/** `tick` counts and judges one motion of 100,000 ballots on the embedded store, from the look for what is due to the posted result. */
export const settling: Bench = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'village-bench-'))
  const store = libsqlStore(path.join(folder, 'village.db'))
  const { village, ask, afterTheClose } = await crowdedVillage(store, 1)

  async function settle(form: BallotForm): Promise<[string, Figure]> {
    const motion = {
      ...(await ask(form)),
      rollSize: ballots,
      ...(form === 'secret' ? { keys: { host: 'host', supervisor: 'supervisor' } } : {}),
    }
    const { id: motionId, orgId } = motion
    for (let from = 0; from < ballots; from += 10_000) {
      const numbers = Array.from({ length: 10_000 }, (_, n) => from + n)
      if (form === 'named')
        await store.bulkLoad(
          'ballots',
          numbers.map(n => ({
            id: ballotId(motionId, `h-${n}`),
            orgId,
            motionId,
            unitId: `h-${n}`,
            voterId: `v-${n}`,
            choice: choices[n % 3]!,
            castAt: village.now(),
          })),
        )
      else
        await store.bulkLoad(
          'secretBallots',
          numbers.map(n => ({ id: secretBallotId(motionId, receiptHash(String(n))), orgId, motionId, choice: choices[n % 3]! })),
        )
    }
    const seconds: number[] = [],
      processor: number[] = []
    for (let time = 0; time < times; time += 1) {
      await store.put('motions', motion)
      const before = process.cpuUsage()
      seconds.push((await timed(() => settleVotes(afterTheClose, () => true))) / 1000)
      const { user, system } = process.cpuUsage(before)
      processor.push((user + system) / 1e6)
      const present = (await store.get('motions', motionId))?.result?.present
      if (present !== ballots) throw new Error(`${present} ballots were counted`)
    }
    return [form, atMost(2, median(seconds), 's', { each: seconds.map(rounded), ofTheProcessor: processor.map(rounded) })]
  }

  try {
    return Object.fromEntries([await settle('named'), await settle('secret')])
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}
