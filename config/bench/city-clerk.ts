import { postgresStore } from '../../cloudfunctions/adapters/sql/postgres'
import { smallVillage } from '../../cloudfunctions/api/journeys/small-village'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { choices } from './crowded-village'

/** What one server process is told. Voters `from` to `until` come to it, so many a second, whether it keeps up or not. */
export interface Shift {
  readonly url: string
  readonly from: number
  readonly until: number
  readonly perSecond: number
  readonly beginsAt: number
  readonly motions: readonly { readonly id: string; readonly form: 'named' | 'secret' }[]
}
/** Latencies in milliseconds from the moment a voter came; whose ballot was acknowledged. */
export interface Kept {
  readonly latencies: readonly number[]
  readonly acknowledged: number
  readonly refused: Readonly<Record<string, number>>
  /** Seconds of the processor that this process took, from the first voter to the last answer. */
  readonly seconds: number
}

/** One voter in so many taps twice at once, which must make one ballot. */
const tapsTwice = 20

/** One server process of several before one database: whole requests through `serve`, at their appointed times. */
async function work({ url, from, until, perSecond, beginsAt, motions }: Shift): Promise<Kept> {
  const store = await postgresStore(url)
  const { serve } = smallVillage({ store })
  const latencies: number[] = [],
    refused: Record<string, number> = {}
  let acknowledged = 0
  const cast = async (n: number): Promise<boolean> => {
    const motion = motions[n % motions.length]
    if (!motion) return false
    const { id: motionId, form } = motion,
      choice = choices[n % 3] ?? 'abstain'
    const body =
      form === 'named'
        ? { name: 'ballot.cast', input: { motionId, choice } }
        : { name: 'ballot.castSecret', input: { motionId, choice, receiptHash: receiptHash(`city ${n}`) } }
    const reply = await serve(body, `o-crowd${n}`).catch((fault: unknown) => ({ ok: false as const, refusal: String(fault) }))
    if (!reply.ok) refused[reply.refusal] = (refused[reply.refusal] ?? 0) + 1
    return reply.ok
  }
  const comes = async (n: number, at: number): Promise<void> => {
    const taps = n % tapsTwice === 0 ? [cast(n), cast(n)] : [cast(n)]
    const taken = await Promise.all(taps)
    latencies.push(Date.now() - at)
    if (taken.some(Boolean)) acknowledged += 1
  }
  const all: Promise<void>[] = [],
    before = process.cpuUsage()
  for (let n = from; n < until; n += 1) {
    const at = beginsAt + ((n - from) / perSecond) * 1000
    const early = at - Date.now()
    if (early > 1)
      await new Promise(resolve => {
        setTimeout(resolve, early)
      })
    else if ((n - from) % 32 === 0)
      await new Promise(resolve => {
        setImmediate(resolve)
      })
    all.push(comes(n, at))
  }
  await Promise.all(all)
  const { user, system } = process.cpuUsage(before)
  await store.close()
  return { latencies, acknowledged, refused, seconds: (user + system) / 1e6 }
}

process.on('message', (shift: Shift) => void work(shift).then(kept => process.send?.(kept, () => process.exit(0))))
