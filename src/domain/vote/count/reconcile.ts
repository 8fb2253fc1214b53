import type { Answer } from '../question/answers'
import { faultIn, type CountFault } from '../../law/counting'
import { channelNames, channels, type Channel } from '../channels'
import type { Result } from '../motions'

/** How often each answer was found in a box. */
export type Found = Readonly<Record<Answer, number>>
export const foundInAll = (found: Found): number => Object.values(found).reduce((sum, n) => sum + n, 0)

/** Several batches as one box. */
export function boxOf(batches: readonly Found[]): Found {
  const box: Record<Answer, number> = {}
  for (const batch of batches) for (const [answer, n] of Object.entries(batch)) box[answer] = (box[answer] ?? 0) + n
  return box
}

/** All ballots of a meeting by number, none by what it says. */
export interface Urn {
  /** P: distinct units that were there or voted. */
  readonly present: number
  /** Units by the way their one vote was taken; on paper: by which one was given out. */
  readonly taken: Readonly<Record<Channel, number>>
  /** Ballots with an answer that were cast other than on paper. */
  readonly cast: number
  /** Paper ballots the tellers found. */
  readonly box: number
  readonly spoiled: number
}

export interface Reconciled extends Required<Pick<Result, 'unreturned' | 'byChannel' | 'paper'>> {
  readonly present: number
  readonly fault: CountFault | null
}

/**
 * The sum before a count is final: for + against + abstaining (or the options) + invalid + unreturned = P, and given out = found + spoiled
 * + missing. A paper ballot that is missing and a unit that was there without voting are unreturned; a ballot too many voids the vote
 * (procedures §5.6.3).
 */
export function reconcile({ present, taken, cast, box, spoiled }: Urn): Reconciled {
  const ways = taken.phone + taken.hall + taken.proxy,
    unreturned = present - ways - box
  const fault =
    faultIn({ returned: cast + box, unreturned }, present, ways + taken.paper, ways + box) ??
    (present < ways + taken.paper ? 'sum-wrong' : null)
  return {
    present,
    fault,
    unreturned: Math.max(0, unreturned),
    byChannel: Object.fromEntries(channels.filter(channel => taken[channel] > 0).map(channel => [channel, taken[channel]])),
    paper: { issued: taken.paper + spoiled, spoiled, found: box },
  }
}

/** Who took part which way; the last are those who were there and took no ballot. */
export function byChannelWords({ present, byChannel }: Pick<Reconciled, 'present' | 'byChannel'>, unit: string): string {
  const ways = channels.flatMap(channel => {
    const n = byChannel[channel] ?? 0
    return n > 0 ? [`${channelNames[channel]} ${n}`] : []
  })
  const without = present - channels.reduce((sum, channel) => sum + (byChannel[channel] ?? 0), 0)
  return `参加 ${present} ${unit}：${[...ways, ...(without > 0 ? [`到了没有投的 ${without}`] : [])].join('，') || '没有人投票'}`
}

/** The paper ballots, from handing out to the box; what does not add up is said. */
export function paperWords({ issued, spoiled, found }: Reconciled['paper']): string {
  const missing = issued - spoiled - found
  const end = missing < 0 ? `，多出 ${-missing} 张` : missing > 0 ? `，没有交回 ${missing} 张` : ''
  return `纸质票发出 ${issued} 张，作废换发 ${spoiled} 张，票箱里 ${found} 张${end}`
}
