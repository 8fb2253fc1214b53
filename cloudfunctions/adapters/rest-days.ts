import { getLunarDate } from 'chinese-days'
import published from 'chinese-days/dist/chinese-days.json'
import { addDays, type RestDays } from '@/domain/ground/calendar'

// Only the package's table is used: its functions read a day in the machine's own time zone. (Its lunar dates do not, and are used.)
const free: Readonly<Record<string, string>> = published.holidays
const worked: Readonly<Record<string, string>> = published.workdays

/**
 * The State Council arranges each year's holidays and working weekends late in the year before; every arranged year has a first of October.
 */
const isArranged = (year: string): boolean => `${year}-10-01` in free

const solarFeasts = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])
const lunarFeasts = new Set(['1/1', '1/2', '1/3', '5/5', '8/15'])

/** 清明 of the years 2000 to 2099. */
const qingming = (year: number): string => `04-0${Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4)}`

/** The thirteen days the law itself frees (全国年节及纪念日放假办法, 2025). */
function isStatutory(day: string): boolean {
  const inYear = day.slice(5)
  return (
    solarFeasts.has(inYear) ||
    inYear === qingming(Number(day.slice(0, 4))) ||
    lunarFeasts.has(lunar(day)) ||
    lunar(addDays(day, 1)) === '1/1'
  )
}

// Not `Intl`: its Chinese calendar puts the new year of 2027 and of 2030 on the wrong day.
function lunar(day: string): string {
  const { lunarMon, lunarDay, isLeap } = getLunarDate(day)
  return isLeap ? 'leap' : `${lunarMon}/${lunarDay}`
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

/**
 * Rest days from the published table. For a year that is not in it: weekends and the days the law frees. Which weekends will be worked
 * is not guessed, so a term may then end a day later than it will once the year is arranged.
 */
export const isRestDay: RestDays = day => {
  if (!isArranged(day.slice(0, 4))) return isWeekend(day) || isStatutory(day)
  return day in free || (isWeekend(day) && !(day in worked))
}
