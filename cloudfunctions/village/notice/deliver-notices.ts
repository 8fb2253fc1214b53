import { isRuleId } from '@/domain/law/names'
import { messageId, type Message, type Notice } from '@/domain/notice/notices'
import type { Audience } from '@/domain/procedure/step'
import { has, type Person, type Role } from '@/domain/resident/people'
import { wasOnRoll } from '@/domain/roll/roll'
import { dossierText, dossierTexts, isAuthor, type Topic } from '@/domain/topic/topic'
import type { Ports, Store } from '../../ports'
import { allRows } from '../ground/all-rows'

const atOnce = 1000

/**
 * Gives everybody a notice is for their own row of it: what their phone lists, and what the push will send. Cut off, it goes on where rows
 * are missing.
 */
export async function deliverNotices({ store }: Ports, goOn: () => boolean): Promise<number> {
  let written = 0
  const officersOf = askedOnce(store)
  for (const notice of await allRows(store, 'notices', { match: { delivery: 'waiting' }, order: { by: 'at' } })) {
    const people = [...(await reached(store, officersOf, notice))]
    const topic = notice.gist === undefined ? undefined : await store.get('topics', notice.topicId)
    for (let i = 0; i < people.length && goOn(); i += atOnce) {
      // A message read in this very moment must not come back unread: what is there is left as it is.
      written += await store.insertMissing(
        'messages',
        people.slice(i, i + atOnce).map(id => messageOf(notice, id, topic)),
      )
    }
    if (!goOn()) break
    await store.commit(async tx => {
      const current = await tx.get('notices', notice.id)
      if (current) await tx.put('notices', { ...current, delivery: 'delivered' })
    })
  }
  return written
}

const messageOf = (notice: Notice, personId: string, topic: Topic | undefined): Message => ({
  id: messageId(notice.id, personId),
  orgId: notice.orgId,
  personId,
  noticeId: notice.id,
  topicId: notice.topicId,
  title: notice.title,
  body: notice.gist !== undefined && topic && !isAuthor(topic, personId) ? notice.gist : notice.body,
  at: notice.at,
  readAt: null,
})

async function reached(store: Store, officersOf: OfficersOf, notice: Notice): Promise<Set<string>> {
  const { audience } = notice
  if (audience.kind === 'people') return new Set(audience.ids)
  if (audience.kind === 'roll') {
    const places = await allRows(store, 'rollPlaces', { match: { orgId: notice.orgId, body: audience.body } })
    return new Set(places.filter(place => wasOnRoll(place, notice.at)).map(place => place.personId))
  }
  const topic = await store.get('topics', notice.topicId)
  const people = new Set<string>()
  if (topic) for (const one of audience.audiences) for (const id of await members[one](store, topic, notice.at, officersOf)) people.add(id)
  return people
}

type OfficersOf = (orgId: string) => Promise<readonly Person[]>

/** A village has over a hundred officers, and one notice is for several offices: they are read once in a sweep. */
function askedOnce(store: Store): OfficersOf {
  const known = new Map<string, Promise<readonly Person[]>>()
  const read = async (orgId: string) => store.getMany('people', (await store.get('orgs', orgId))?.officerIds ?? [])
  return orgId => {
    const people = known.get(orgId) ?? read(orgId)
    known.set(orgId, people)
    return people
  }
}

const officers =
  (...roles: readonly Role[]) =>
  async (_: Store, topic: Topic, __: number, officersOf: OfficersOf) =>
    (await officersOf(topic.orgId)).filter(person => has(person, ...roles)).map(person => person.id)
const proposers = async (_: Store, topic: Topic) => [topic.authorId, ...topic.coAuthorIds]
const supporters = async (store: Store, topic: Topic) =>
  (await allRows(store, 'supports', { match: { topicId: topic.id }, order: { by: 'at' } })).map(support => support.personId)

const members: Record<Audience, (store: Store, topic: Topic, at: number, officersOf: OfficersOf) => Promise<readonly string[]>> = {
  proposer: proposers,
  supporters,
  async concerned(store, topic) {
    const sessions = await allRows(store, 'sessions', { match: { topicId: topic.id }, order: { by: 'startsAt' } })
    const atThem = { match: { sessionId: sessions.map(session => session.id) }, order: { by: 'at' as const } }
    const ofIt = { match: { topicId: topic.id }, order: { by: 'at' as const } }
    const [supporting, speaking, coming, present, collected] = await Promise.all([
      supporters(store, topic),
      allRows(store, 'comments', ofIt),
      sessions.length > 0 ? allRows(store, 'signUps', atThem) : [],
      sessions.length > 0 ? allRows(store, 'attendances', atThem) : [],
      allRows(store, 'opinions', { match: { topicId: [topic.id, ...topic.mergedIds] }, order: { by: 'at' } }),
    ])
    return [
      topic.authorId,
      ...topic.coAuthorIds,
      ...supporting,
      ...speaking.map(comment => comment.authorId),
      ...[...coming, ...present].map(one => one.personId),
      ...collected.map(opinion => opinion.collectorId),
    ]
  },
  async affected_groups(store, topic) {
    const groups = dossierTexts(topic.dossier, 'affectedGroups').map(Number)
    return groups.length === 0
      ? []
      : (await allRows(store, 'people', { match: { orgId: topic.orgId, group: groups } })).map(person => person.id)
  },
  moderators: officers('moderator'),
  party: officers('party_secretary', 'party_committee'),
  committee: officers('committee'),
  legal_advisers: officers('legal_adviser'),
  town: officers('town_officer'),
  collective_board: officers('collective_board'),
  async voters(store, topic, at) {
    const body = dossierText(topic.dossier, 'body')
    if (body === null || !isRuleId(body)) return []
    const places = await allRows(store, 'rollPlaces', { match: { orgId: topic.orgId, body } })
    return places.filter(place => wasOnRoll(place, at)).map(place => place.personId)
  },
  reviewers: officers('party_secretary', 'committee'),
  supervisors: officers('supervisor'),
  special_members: officers('special_member'),
  async implementer(_, topic) {
    const id = dossierText(topic.dossier, 'implementer')
    return id ? [id] : []
  },
}
