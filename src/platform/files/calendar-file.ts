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
export const calendarFile = ({ id, title, place, startsAt, endsAt, notes }: Meeting, now: number): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//village-deliberation-hall//ZH',
    'BEGIN:VEVENT',
    `UID:${id}@village-deliberation-hall`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(notes)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT1H',
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
