import type { Person } from '@/domain/people'
import { attendanceId, type Session } from '@/domain/sessions'
import type { Store } from '../ports'

export async function sessionCards(store: Store, sessions: readonly Session[], viewer: Person | null) {
  const ids = sessions.map(session => session.id)
  const mine = viewer ? ids.map(id => attendanceId(id, viewer.id)) : []
  const [coming, signUps, present] = await Promise.all([
    ids.length > 0 ? store.countBy('signUps', 'sessionId', ids) : new Map<string, number>(),
    store.getMany('signUps', mine),
    store.getMany('attendances', mine),
  ])
  const how = new Map(signUps.map(signUp => [signUp.sessionId, signUp.how]))
  const there = new Set(present.map(attendance => attendance.sessionId))
  return sessions.map(session => ({
    id: session.id,
    topicId: session.topicId,
    title: session.title,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    mode: session.mode,
    place: session.place,
    signedUp: how.get(session.id) ?? null,
    present: there.has(session.id),
    coming: coming.get(session.id) ?? 0,
  }))
}
