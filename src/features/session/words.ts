import { dayOf, spokenTime } from '@/domain/ground/calendar'
import type { Meeting } from '@/platform/files/calendar-file'
import { clockWords, dayWords } from '@/platform/phone/time'
import type { SessionCard } from './list-store'
import type { How, SessionView } from './store'

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
/** Noon in UTC of a village day is the same day. */
const weekdayOf = (day: string): string => weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? ''

/** 「11月26日 周四 19:30 到 21:00」: a day on the wall calendar, because people plan by weekdays. */
export const whenLong = ({ startsAt, endsAt }: Pick<SessionCard, 'startsAt' | 'endsAt'>, now: number): string =>
  `${dayWords(startsAt, now)} ${weekdayOf(dayOf(startsAt))} ${clockWords(startsAt)} 到 ` +
  `${dayOf(endsAt) === dayOf(startsAt) ? clockWords(endsAt) : spokenTime(endsAt)}`

/** Where one can be: the place, the phone, or both. */
export const whereWords = ({ mode, place }: Pick<SessionCard, 'mode' | 'place'>): string =>
  mode === 'hall' ? place : mode === 'online' ? '线上参加' : `${place}，也可以线上参加`

export const wayNames: Record<How, string> = { hall: '到会场', online: '线上' }

/** The tag of a session in a list, and the colour that says the same. */
export function stateTag(card: SessionCard, now: number): { readonly tag: string; readonly tone: 'green' | 'amber' | 'blue' | 'grey' } {
  if (now > card.endsAt) return card.present ? { tag: '您参加了', tone: 'grey' } : { tag: '已结束', tone: 'grey' }
  if (card.present) return { tag: '已签到', tone: 'green' }
  if (now >= card.startsAt) return { tag: '正在开', tone: 'amber' }
  return card.signedUp ? { tag: `已报名（${wayNames[card.signedUp]}）`, tone: 'green' } : { tag: '可以报名', tone: 'blue' }
}

export const comingLine = (card: SessionCard, now: number): string =>
  now > card.endsAt ? `${card.coming} 人报过名` : card.coming > 0 ? `已有 ${card.coming} 人报名` : '还没有人报名'

/** What is put in the phone's own calendar. */
export const meetingOf = ({ card, meetingNumber, meetingLink }: SessionView): Meeting => ({
  id: card.id,
  title: `议事会：${card.title}`,
  place: card.mode === 'online' ? '线上' : card.place,
  startsAt: card.startsAt,
  endsAt: card.endsAt,
  notes: [meetingNumber && `会议号 ${meetingNumber}`, meetingLink].filter(Boolean).join('，'),
})

/** 「3:07」 until the code changes. */
export function clockLeft(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** How many must still come before the session can begin; empty where no number is asked. */
export const presentLine = (present: number, needed: number): string =>
  needed === 0 ? '' : present >= needed ? '人数够了，可以开始' : `再到 ${needed - present} 人就可以开始`
