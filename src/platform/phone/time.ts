import { dayOf, spokenDay, spokenTime, startOf } from '@/domain/ground/calendar'

const day = 86_400_000

const yearOf = (instant: number): string => dayOf(instant).slice(0, 4)
/** Whole days from the day of `now` to the day of `instant`, as a calendar on the wall counts them. */
const daysBetween = (now: number, instant: number): number => Math.round((startOf(dayOf(instant)) - startOf(dayOf(now))) / day)
const near: Record<string, string> = { '-2': '前天', '-1': '昨天', '0': '今天', '1': '明天', '2': '后天' }

/** 「11月25日」; with its year where that is not this one. Always the village's day, whatever the phone's zone. */
export const dayWords = (instant: number, now: number): string =>
  yearOf(instant) === yearOf(now) ? spokenDay(dayOf(instant)) : `${yearOf(instant)}年${spokenDay(dayOf(instant))}`

/** 「18:00」. */
export const clockWords = (instant: number): string => spokenTime(instant).slice(-5)

/** 「今晚 19:30」「明天 09:00」「11月25日 18:00」. */
export function whenWords(instant: number, now: number): string {
  const clock = clockWords(instant)
  const apart = daysBetween(now, instant)
  if (apart === 0 && clock >= '18:00') return `今晚 ${clock}`
  return `${near[String(apart)] ?? dayWords(instant, now)} ${clock}`
}

/** When something ends: 24:00 of a day is said as that day, for 00:00 is read as the evening before. */
export const untilWords = (instant: number, now: number): string =>
  instant === startOf(dayOf(instant)) ? whenWords(instant - 1, now).replace(/\d\d:\d\d$/, '24:00') : whenWords(instant, now)

/** 「刚刚」「20 分钟前」「3 天前」「11月2日」: how long ago something was done. */
export function agoWords(instant: number, now: number): string {
  const minutes = Math.floor((now - instant) / 60_000)
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes} 分钟前`
  const apart = -daysBetween(now, instant)
  if (apart === 0) return `${Math.floor(minutes / 60)} 小时前`
  if (apart === 1) return '昨天'
  return apart <= 7 ? `${apart} 天前` : dayWords(instant, now)
}

/** 「还有 3 天」「今天到期」「超期 2 天」: how a day by which someone must act stands. */
export function dueWords(dueAt: number, now: number): string {
  // A term that ends with its day ends at 24:00, which a clock shows as the next day.
  const apart = daysBetween(now, dueAt - 1)
  if (dueAt <= now) return apart === 0 ? '已到期' : `超期 ${-apart} 天`
  return apart === 0 ? '今天到期' : apart === 1 ? '明天到期' : `还有 ${apart} 天`
}
