import Taro from '@tarojs/taro'
import { calendarFile, type Meeting } from '../files/calendar-file'

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
        title: meeting.title,
        location: meeting.place,
        description: meeting.notes,
        alarm: true,
        alarmOffset: 3600,
        startTime: Math.floor(meeting.startsAt / 1000),
        endTime: String(Math.floor(meeting.endsAt / 1000)),
      })
      return true
    } catch {
      return false
    }
  }
}
