import type { Delegation } from '@/domain/law/delegation'
import { numberChosen } from '@/domain/law/settings'
import { isMajorClass } from '@/domain/law/classes'
import { meetingOf } from '@/domain/vote/motions'
import { villageFacts, type Facts } from '@/domain/procedure/engine/facts'
import { isComplete, passportOf } from '@/domain/procedure/file/passport'
import { rulesOf } from '@/domain/procedure/engine/ruled'
import { isEnded, isMajor, isOpenToAll } from '@/domain/procedure/states'
import type { Org } from '@/domain/village/org'
import { attendanceId } from '@/domain/session/sessions'
import { needsNoSupport } from '@/domain/topic/supports'
import type { Topic } from '@/domain/topic/topic'
import type { Clock, Store } from '../../ports'
import { allRows, eachRow } from '../ground/all-rows'
import { ownOf } from '../ground/own'

/** Looks up what the engine wants to know of the world around a topic. */
export async function factsFor(
  store: Store,
  clock: Clock,
  org: Org,
  topic: Topic,
  more: { readonly parentId?: string; readonly changed?: boolean } = {},
): Promise<Facts> {
  const parent = more.parentId ? await ownOf(store, topic.orgId)('topics', more.parentId) : undefined
  const facts: Facts = {
    now: clock.now(),
    supports: await store.count('supports', { topicId: topic.id }),
    authorNeedsNoSupport: topic.state === 'accepted' && needsNoSupport(await store.get('people', topic.authorId)),
    supportsNeeded: topic.chosen ? numberChosen(rulesOf(topic), 'supportsNeeded', topic.chosen) : org.supportsNeeded,
    session: topic.state === 'scheduled' ? await sessionFacts(store, topic) : null,
    // Before one is named nothing stands in the way: the form asks for it.
    parentOpen:
      more.parentId === undefined ||
      (parent !== undefined && parent.id !== topic.id && isOpenToAll(parent.state) && !isEnded(parent.state)),
    changed: more.changed ?? false,
    village: villageFacts(org, topic, await delegationsFor(store, org, topic)),
    fileComplete: false,
    arrived: topic.state === 'assembly_open' ? await checkedIn(store, topic) : null,
  }
  // Only the closing of the file asks for it, and reading a whole journal costs calls.
  if (topic.state !== 'post_evaluation' && !(topic.state === 'evaluating' && topic.dueAt !== null && facts.now >= topic.dueAt)) return facts
  const journal = await allRows(store, 'journal', { match: { topicId: topic.id }, order: { by: 'n' } })
  return { ...facts, fileComplete: isComplete(passportOf(topic, journal, facts)) }
}

/** Who is there, by how they came, where the meeting has a ballot box. */
async function checkedIn(store: Store, { boxId }: Topic): Promise<NonNullable<Facts['arrived']> | null> {
  const box = boxId ? await store.get('motions', boxId) : undefined
  if (!box) return null
  const arrived = { presentHall: 0, presentOnline: 0, presentProxy: 0 }
  for await (const { channel, leftAt } of eachRow(store, 'arrivals', { match: { meetingId: meetingOf(box) } }))
    if (leftAt === null) arrived[channel === 'hall' ? 'presentHall' : channel === 'phone' ? 'presentOnline' : 'presentProxy'] += 1
  return arrived
}

async function sessionFacts(store: Store, topic: Topic): Promise<Facts['session']> {
  const session = topic.sessionId ? await store.get('sessions', topic.sessionId) : undefined
  if (!session) return null
  const [host, recorder, present] = await Promise.all([
    store.get('attendances', attendanceId(session.id, session.hostId)),
    store.get('attendances', attendanceId(session.id, session.recorderId)),
    store.count('attendances', { sessionId: session.id }),
  ])
  return {
    startsAt: session.startsAt,
    present,
    stakeholders: session.stakeholders ?? 0,
    hostPresent: host !== undefined,
    recorderPresent: recorder !== undefined,
  }
}

/** Authorisations are looked up for major matters alone: an ordinary one needs none, and in WeChat's cloud each look counts. */
async function delegationsFor(store: Store, org: Org, topic: Topic): Promise<readonly Delegation[]> {
  const asked = isMajor(topic.state) || (topic.state === 'classified' && isMajorClass(topic.dossier.matterClass))
  return asked ? await allRows(store, 'delegations', { match: { orgId: org.id, state: 'live' }, order: { by: 'at' } }) : []
}
