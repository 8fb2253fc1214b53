/** A calendar day in the village, `YYYY-MM-DD`. China has kept one time zone and no summer time since 1992. */
export type Day = string
/** Official holidays and weekends with the working Saturdays taken out; given by whoever calls, the table changes every year. */
export type RestDays = (day: Day) => boolean

/** Whether this is a day there is: 2026-02-30 is none. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text
}

const hour = 3_600_000
const day = 24 * hour
const zone = 8 * hour

/** The village's day at this instant. */
export const dayOf = (instant: number): Day => new Date(instant + zone).toISOString().slice(0, 10)

/** 00:00 of this day in the village. */
export const startOf = (on: Day): number => Date.parse(`${on}T00:00:00Z`) - zone

/** 「19:30」 of this day in the village, as an instant; NaN where one of them is not yet chosen. */
export const instantAt = (on: Day, clock: string): number => Date.parse(`${on}T${clock}:00Z`) - zone

/** 24:00 of this day: the first instant that no longer belongs to it. */
export const endOf = (on: Day): number => startOf(on) + day

export const addDays = (on: Day, days: number): Day => dayOf(startOf(on) + days * day)

/**
 * The last day of a posting of so many days. The day it goes up is not counted (民法典 201); a last day that is a rest day
 * moves to the next working day (民法典 203, by analogy). It ends at 24:00 of the day returned.
 */
export function postingEnds(on: Day, days: number, isRestDay: RestDays): Day {
  let last = addDays(on, days)
  while (isRestDay(last)) last = addDays(last, 1)
  return last
}

/**
 * The last day of a period of so many months: the same date, or the month's last day where it has no such date (民法典 202); a rest day moves
 * it on.
 */
export function monthsAfter(on: Day, months: number, isRestDay: RestDays): Day {
  const [year = 0, month = 1, date = 1] = on.split('-').map(Number)
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  let last = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10)
  while (isRestDay(last)) last = addDays(last, 1)
  return last
}

/** The last of so many working days after `on`, which is itself not counted. */
export function workingDaysAfter(on: Day, days: number, isRestDay: RestDays): Day {
  let last = on
  for (let left = days; left > 0; ) {
    last = addDays(last, 1)
    if (!isRestDay(last)) left -= 1
  }
  return last
}

/** The first day a meeting may be held on when notice needs so many full days between (提前十日通知: the strict reading). */
export const earliestMeeting = (noticed: Day, fullDays: number): Day => addDays(noticed, fullDays + (fullDays > 0 ? 1 : 0))

/** 「11月25日」, as it is said in a notice. */
export const spokenDay = (on: Day): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`

/** 「11月25日 18:00」. */
export function spokenTime(instant: number): string {
  const local = new Date(instant + zone).toISOString()
  return `${spokenDay(local.slice(0, 10))} ${local.slice(11, 16)}`
}
