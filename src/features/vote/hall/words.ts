import { channelNames } from '@/domain/vote/channels'
import type { HallVoteView, Unit } from './store'

/** Where a unit stands, in a few words: come or not, and by which way its one vote is in. */
export function unitState({ arrivedAt, leftAt, votedBy, proxy }: Unit): string {
  if (votedBy === 'paper') return '领了纸质票，别的方式已经关上'
  if (votedBy === 'proxy') return `${proxy ?? '别人'}已经代投`
  if (votedBy) return `已用${channelNames[votedBy]}投`
  if (leftAt !== null) return '离场了，还没投'
  if (arrivedAt !== null) return '到了，还没投'
  return proxy === null ? '还没到' : `写了委托，由${proxy}代投`
}

export const groupWords = ({ group }: Pick<Unit, 'group'>): string => (group > 0 ? `${group} 组` : '不属于村民小组')

export type Phase = 'gathering' | 'open' | 'counting' | 'over'
/** Where the vote in the hall stands, by the server's clock. */
export const hallPhase = ({ openedAt, card }: HallVoteView, now: number): Phase =>
  card.result ? 'over' : now >= card.closesAt ? 'counting' : openedAt === null ? 'gathering' : 'open'

/** How many are still wanting for the quorum. */
export const stillWanting = ({ present, card }: HallVoteView): number => Math.max(0, card.quorumNeeds - present)

/** 「手机 12 · 会场平板 30」, the ways nobody used left out. */
export const channelLine = ({ byChannel }: HallVoteView): string => {
  const used = (['phone', 'hall', 'paper', 'proxy'] as const)
    .filter(way => byChannel[way] > 0)
    .map(way => `${channelNames[way]} ${byChannel[way]}`)
  return used.length > 0 ? used.join(' · ') : '还没有人投'
}

/** How the papers stand: 发出 = 收回 + 作废 + 没交回. */
export const paperLine = ({ paper: { issued, spoiled, found } }: HallVoteView): string =>
  `发出 ${issued} = 收回 ${found} + 作废 ${spoiled} + 没交回 ${issued - found - spoiled}`
/** More papers than were given out: the vote cannot stand. */
export const tooManyPapers = ({ paper: { issued, spoiled, found } }: HallVoteView): boolean => found + spoiled > issued
/** As many papers were counted alike by both as were given out and not spoiled. */
export const allCounted = ({ paper: { issued, spoiled, found } }: HallVoteView): boolean => found + spoiled >= issued

/** The question and what may be chosen, read to who is helped. */
export const paperAloud = ({ text, options = [] }: Pick<HallVoteView['card'], 'text' | 'options'>): string =>
  `${text}。请您自己选：${options.length === 0 ? '赞成、反对，或者弃权' : `${options.map(option => option.text).join('；')}，或者弃权`}。`
/** The choice said back, before it counts. */
export const saidBackAloud = (answer: string): string => `您选的是：${answer}。对的，请您自己点“投出”；不对，请点“再想想”。`
