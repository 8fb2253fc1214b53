import type { Person } from '@/domain/resident/people'
import { attendanceId, type Session } from '@/domain/session/sessions'
import type { Topic } from '@/domain/topic/topic'
import type { Store } from '../../ports'
import { sessionTitleFor } from '../topic/topic-card'

/** `known`: their topics, where they were looked up already. */
export async function sessionCards(store: Store, sessions: readonly Session[], viewer: Person | null, known?: readonly Topic[]) {
  const ids = sessions.map(session => session.id)
  const mine = viewer ? ids.map(id => attendanceId(id, viewer.id)) : []
  const [coming, signUps, present, topics] = await Promise.all([
    ids.length > 0 ? store.countBy('signUps', 'sessionId', ids) : new Map<string, number>(),
    store.getMany('signUps', mine),
    store.getMany('attendances', mine),
    known ?? store.getMany('topics', [...new Set(sessions.map(session => session.topicId))]),
  ])
  const topicOf = new Map(topics.map(topic => [topic.id, topic]))
  const titleOf = ({ topicId, title }: Session): string => {
    const topic = topicOf.get(topicId)
    return topic ? sessionTitleFor(topic, viewer, title) : title
  }
  const how = new Map(signUps.map(signUp => [signUp.sessionId, signUp.how]))
  const there = new Set(present.map(attendance => attendance.sessionId))
  return sessions.map(session => ({
    id: session.id,
    topicId: session.topicId,
    title: titleOf(session),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    mode: session.mode,
    place: session.place,
    signedUp: how.get(session.id) ?? null,
    present: there.has(session.id),
    coming: coming.get(session.id) ?? 0,
  }))
}
