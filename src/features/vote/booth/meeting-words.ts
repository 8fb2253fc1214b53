import { channelNames, type Channel } from '@/domain/vote/channels'
import type { MotionView } from './store'

export const waysOf = ({ channels = ['phone'] }: MotionView['card']): readonly Channel[] => channels

/**
 * Of a vote in a hall: not yet opened by the host; or this voter's one vote is in by another way than this phone. Null: it is voted here as
 * anywhere.
 */
export function hallMoment({ meeting, card, now }: MotionView): 'gathering' | 'elsewhere' | null {
  if (!meeting || card.result || !card.onRoll) return null
  if (meeting.votedBy !== null && meeting.votedBy !== 'phone') return 'elsewhere'
  if ((card.openedAt ?? null) === null && now < card.closesAt) return 'gathering'
  return !waysOf(card).includes('phone') && now < card.closesAt ? 'elsewhere' : null
}

/** 「可以用手机、会场平板或纸质票投。」 */
export const placesWords = (ways: readonly Channel[]): string => `可以用${ways.map(way => channelNames[way]).join('、')}投，选一样就好。`

/** What happened to this voter's one vote, and why this phone does not take it. */
export function elsewhereWords({ meeting, card }: MotionView): { readonly title: string; readonly line: string } {
  switch (meeting?.votedBy) {
    case 'paper':
      return {
        title: '您已经领了纸质票',
        line: '一人只有一票，领了纸质票，手机上就不能再投。请把纸质票填好、投进票箱。没写过的可以交回计票人，再改用手机。',
      }
    case 'hall':
      return {
        title: '您已经在会场的平板上投了',
        line: `这一票在里面，不能再投。${card.form === 'secret' ? '回执是在平板上给您看的那一张。' : ''}`,
      }
    case 'proxy':
      return { title: '您的票已经由受委托的家人投了', line: '您写过书面委托，受委托的人已经替您投了，不能再投。' }
    default:
      return { title: '这次表决在会场投', line: `${placesWords(waysOf(card))}请到会场找计票人。` }
  }
}
