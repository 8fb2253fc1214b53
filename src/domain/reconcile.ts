import type { Answer } from './answers'
import { faultIn, type CountFault } from './bodies/counting'
import { channelNames, channels, type Channel } from './channels'
import type { Result } from './motions'

/** How often each answer was found. */
export type Found = Readonly<Record<Answer, number>>
export const foundInAll = (found: Found): number => Object.values(found).reduce((sum, n) => sum + n, 0)

export function addFound(...parts: readonly Found[]): Found {
  const sum: Record<Answer, number> = {}
  for (const part of parts) for (const [answer, n] of Object.entries(part)) sum[answer] = (sum[answer] ?? 0) + n
  return sum
}

export interface Urn {
  /** P: distinct units that were there or voted. */
  readonly present: number
  /** Units by the way their one vote was taken; on paper: by which one was given out. */
  readonly taken: Readonly<Record<Channel, number>>
  /** What every ballot says that was cast other than on paper. */
  readonly cast: Found
  /** What the tellers found in the box. */
  readonly box: Found
  readonly spoiled: number
}

export interface Reconciled extends Required<Pick<Result, 'invalid' | 'unreturned' | 'byChannel' | 'paper'>> {
  readonly present: number
  readonly found: Found
  readonly fault: CountFault | null
}

/**
 * The sum before a count is final: for + against + abstaining (or the options) + invalid + unreturned = P, and given out = found + spoiled + missing.
 * A paper ballot that is missing and a unit that was there without voting are unreturned; a ballot too many voids the vote (procedures §5.6.3).
 */
export function reconcile({ present, taken, cast, box, spoiled }: Urn): Reconciled {
  const found = addFound(cast, box), { invalid = 0, abstain = 0, against = 0, ...rest } = found
  const ways = taken.phone + taken.hall + taken.proxy, inBox = foundInAll(box)
  const unreturned = present - ways - inBox
  const ballots = { yes: foundInAll(rest), no: against, abstain, invalid, unreturned }
  const fault = faultIn(ballots, present, ways + taken.paper, ways + inBox) ?? (present < ways + taken.paper ? 'sum-wrong' : null)
  return {
    present, found, invalid, fault,
    unreturned: Math.max(0, unreturned),
    byChannel: Object.fromEntries(channels.filter(channel => taken[channel] > 0).map(channel => [channel, taken[channel]])),
    paper: { issued: taken.paper + spoiled, spoiled, found: inBox },
  }
}

/** Who took part which way; the last are those who were there and took no ballot. */
export function byChannelWords({ present, byChannel }: Pick<Reconciled, 'present' | 'byChannel'>, unit: string): string {
  const ways = channels.flatMap(channel => { const n = byChannel[channel] ?? 0; return n > 0 ? [`${channelNames[channel]} ${n}`] : [] })
  const without = present - channels.reduce((sum, channel) => sum + (byChannel[channel] ?? 0), 0)
  return `参加 ${present} ${unit}：${[...ways, ...(without > 0 ? [`到了没有投的 ${without}`] : [])].join('，') || '没有人投票'}`
}

/** The paper ballots, from handing out to the box; what does not add up is said. */
export function paperWords({ issued, spoiled, found }: Reconciled['paper']): string {
  const missing = issued - spoiled - found
  const end = missing < 0 ? `，多出 ${-missing} 张` : missing > 0 ? `，没有交回 ${missing} 张` : ''
  return `纸质票发出 ${issued} 张，作废换发 ${spoiled} 张，票箱里 ${found} 张${end}`
}
