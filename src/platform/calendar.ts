import Taro from '@tarojs/taro'

export interface Meeting {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly startsAt: number
  readonly endsAt: number
  readonly notes: string
}

const utc = (instant: number): string => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '')
const escaped = (words: string): string => words.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\r?\n/g, '\\n')
/** RFC 5545 folds at 75 octets; 24 Chinese characters are 72. */
const folded = (line: string): string => line.match(/.{1,24}/gu)?.join('\r\n ') ?? line

/** The file any phone's calendar opens; reminds an hour before. */
export const calendarFile = ({ id, title, place, startsAt, endsAt, notes }: Meeting, now: number): string => [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//village-deliberation-hall//ZH', 'BEGIN:VEVENT', `UID:${id}@village-deliberation-hall`, `DTSTAMP:${utc(now)}`,
  `DTSTART:${utc(startsAt)}`, `DTEND:${utc(endsAt)}`, `SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`, `DESCRIPTION:${escaped(notes)}`,
  'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT1H', `DESCRIPTION:${escaped(title)}`, 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR', '',
].map(folded).join('\r\n')

/** Puts a session into the phone's own calendar. False where the person or the phone said no. */
export async function addToCalendar(meeting: Meeting): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') {
    const url = URL.createObjectURL(new Blob([calendarFile(meeting, Date.now())], { type: 'text/calendar' }))
    const link = document.createElement('a')
    link.href = url
    link.download = `${meeting.title}.ics`
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
    return true
  } else {
    try {
      await Taro.addPhoneCalendar({
        title: meeting.title, location: meeting.place, description: meeting.notes, alarm: true, alarmOffset: 3600,
        startTime: Math.floor(meeting.startsAt / 1000), endTime: String(Math.floor(meeting.endsAt / 1000)),
      })
      return true
    } catch {
      return false
    }
  }
}
