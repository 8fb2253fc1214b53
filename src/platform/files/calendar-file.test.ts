import { expect, test } from 'vitest'
import { calendarFile } from './calendar-file'

const meeting = {
  id: 's1',
  title: '排水渠改造议事会',
  place: '村委会二楼议事厅；也可手机参加',
  notes: '第一项，东头先修；\n第二项, 钱从哪里来',
  startsAt: Date.parse('2026-11-23T19:30:00+08:00'),
  endsAt: Date.parse('2026-11-23T21:00:00+08:00'),
}
const file = calendarFile(meeting, Date.parse('2026-11-20T08:00:00+08:00'))

test("a session stands in the calendar at the hall's time, whatever the phone's zone", () => {
  expect(file).toContain('DTSTART:20261123T113000Z')
  expect(file).toContain('DTEND:20261123T130000Z')
})

test('a line break or a comma in the notes does not break the file', () => {
  const unfolded = file.replace(/\r\n /g, '')
  expect(unfolded).toContain('DESCRIPTION:第一项，东头先修；\\n第二项\\, 钱从哪里来')
})

test('no line is longer than the 75 octets a calendar must read', () => {
  const long = calendarFile({ ...meeting, title: '村口到小学的路灯要不要今年装、装多少盏、钱从哪里来、谁来管电费和维修' }, 0)
  for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(long.replace(/\r\n /g, '')).toContain('SUMMARY:村口到小学的路灯要不要今年装、装多少盏、钱从哪里来、谁来管电费和维修')
})
