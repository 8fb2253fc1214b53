import { describe, expect, test } from 'vitest'
import { checkIn, hallCode, scheduleSession, type Session } from './sessions'

const at = (text: string) => Date.parse(`${text}+08:00`)
const session: Session = {
  id: 's',
  orgId: 'v',
  topicId: 't',
  title: '议事会',
  startsAt: at('2026-04-10T19:30:00'),
  endsAt: at('2026-04-10T21:30:00'),
  mode: 'both',
  place: '二楼',
  meetingLink: '',
  meetingNumber: '123',
  agenda: [],
  invitedGroups: [3],
  invitesMigrants: false,
  hostId: 'a',
  recorderId: 'b',
  seed: 'seed',
  calledOff: false,
}
const facts = { affectsMigrants: false, commentsUntil: at('2026-04-10T21:30:00'), now: at('2026-04-01T10:00:00') }

describe('scheduling', () => {
  test.each([
    [{ startsAt: at('2026-04-04T23:30:00'), endsAt: at('2026-04-05T00:30:00') }, {}, 'notice-too-short'],
    [{ endsAt: session.startsAt }, {}, 'session-too-long'],
    [{ place: ' ' }, {}, 'place-missing'],
    [{ meetingNumber: '' }, {}, 'meeting-link-missing'],
    [{ recorderId: 'a' }, {}, 'host-is-recorder'],
    [{}, { affectsMigrants: true }, 'migrants-not-invited'],
    [{}, { commentsUntil: at('2026-04-03T10:00:00') }, 'comment-window-malformed'],
    [{}, { commentsUntil: at('2026-05-02T10:00:00') }, 'comment-window-malformed'],
  ])('%o %o is refused', (change, world, refusal) => {
    expect(scheduleSession({ ...session, ...change }, { ...facts, ...world })).toEqual({ ok: false, refusal })
  })
  test('three full days ahead, at a place people can reach, it stands', () => {
    expect(scheduleSession({ ...session, startsAt: at('2026-04-05T00:00:00'), endsAt: at('2026-04-05T02:00:00') }, facts).ok).toBe(true)
  })
})

describe('checking in', () => {
  const now = session.startsAt
  test('with the digits on the screen, or those of the five minutes before', () => {
    expect(checkIn(session, hallCode('seed', now), 0, now).ok).toBe(true)
    expect(checkIn(session, hallCode('seed', now - 5 * 60_000), 0, now).ok).toBe(true)
    expect(checkIn(session, hallCode('seed', now - 10 * 60_000), 0, now)).toEqual({ ok: false, refusal: 'wrong-code' })
    expect(checkIn(session, hallCode('other', now), 0, now)).toEqual({ ok: false, refusal: 'wrong-code' })
  })
  test('from an hour before to an hour after, and not after eight wrong tries', () => {
    const right = (when: number) => checkIn(session, hallCode('seed', when), 0, when)
    expect(right(session.startsAt - 3_600_001)).toEqual({ ok: false, refusal: 'doors-not-open' })
    expect(right(session.endsAt + 3_600_001)).toEqual({ ok: false, refusal: 'session-over' })
    expect(checkIn(session, hallCode('seed', now), 8, now)).toEqual({ ok: false, refusal: 'too-many-tries' })
    expect(checkIn({ ...session, calledOff: true }, hallCode('seed', now), 0, now)).toEqual({ ok: false, refusal: 'session-called-off' })
  })
})
