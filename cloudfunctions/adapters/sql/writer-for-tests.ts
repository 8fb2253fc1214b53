import { ballotId } from '@/domain/vote/ballot/ballots'
import { libsqlStore } from './libsql'

/** A process of its own, to be killed in mid-write or set against its like: `FILE cast` until it is ended, or `FILE count TIMES`. */
const [, , file = '', task, times] = process.argv
const store = libsqlStore(file)

/** Casts four at a time, each as two rows in one commit, and says so once the store has said so. */
async function cast(booth: number): Promise<never> {
  for (let n = 0; ; n += 1) {
    const unitId = `${booth}-${n}`
    await store.commit(async tx => {
      await tx.insert('ballots', {
        id: ballotId('m1', unitId),
        orgId: 'o1',
        motionId: 'm1',
        unitId,
        voterId: unitId,
        choice: 'for',
        castAt: n,
      })
      await tx.insert('marks', { id: ballotId('m1', unitId), orgId: 'o1', motionId: 'm1', day: '2026-03-01' })
    })
    process.stdout.write(`${unitId}\n`)
  }
}

async function count(steps: number): Promise<void> {
  const step = () =>
    store.commit(async tx => {
      const row = await tx.get('codeTries', 'shared')
      await tx.put('codeTries', { id: 'shared', orgId: 'o1', wrong: (row?.wrong ?? 0) + 1, since: 0 })
    })
  for (let done = 0; done < steps; done += 10) await Promise.all(Array.from({ length: 10 }, step))
  await store.close()
}

if (task === 'count') void count(Number(times))
else for (const booth of [1, 2, 3, 4]) void cast(booth)
