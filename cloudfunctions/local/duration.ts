const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** One step forward is a year at most: further on no calendar of rest days reaches. */
const farthest = 366 * day

/**
 * Milliseconds of an ISO 8601 duration in weeks, days, hours, minutes and seconds; null for what is none, goes nowhere or too far. Months
 * and years differ in length and are not taken.
 */
export function durationOf(text: string): number | null {
  const parts = /^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/.exec(text)
  if (!parts) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map(part => Number(part ?? 0))
  const length = (weeks * 7 + days) * day + hours * hour + minutes * minute + seconds * 1000
  return length > 0 && length <= farthest ? length : null
}
