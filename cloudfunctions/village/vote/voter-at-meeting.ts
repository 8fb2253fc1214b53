import type { Output } from '@/contract'
import type { Channel } from '@/domain/vote/channels'
import { seesTheHall } from '@/domain/vote/meeting/hall-duties'
import { arrivalId } from '@/domain/vote/meeting/meetings'
import { meetingOf, type Motion } from '@/domain/vote/motions'
import type { Person } from '@/domain/resident/people'
import type { RollPlace } from '@/domain/roll/roll'
import type { Topic } from '@/domain/topic/topic'
import type { Store } from '../../ports'
import { waysOfUnits } from './meeting'

/**
 * What a voter's own phone must know of a vote in a hall: whether they came, by which way their vote is in, for whom else they vote, and
 * whether they run it.
 */
export async function voterAtMeeting(
  store: Store,
  motion: Motion,
  topic: Topic,
  viewer: Person | null,
  place: RollPlace | undefined,
  votedBy: Channel | null,
): Promise<Pick<Output<'motion.view'>, 'meeting' | 'proxies'>> {
  const arrival = place ? await store.get('arrivals', arrivalId(meetingOf(motion), place.unitId)) : undefined
  return {
    meeting: {
      arrivedAt: arrival && arrival.leftAt === null ? arrival.at : null,
      votedBy,
      runs: viewer !== null && seesTheHall(motion, topic, viewer),
    },
    ...(viewer ? { proxies: await heldBy(store, motion, viewer) } : {}),
  }
}

async function heldBy(store: Store, motion: Motion, agent: Person): Promise<NonNullable<Output<'motion.view'>['proxies']>> {
  const { rows } = await store.list('proxies', { match: { agentId: agent.id }, limit: 100 })
  const live = rows.filter(({ meetingId, revokedAt }) => meetingId === meetingOf(motion) && revokedAt === null)
  if (live.length === 0) return []
  const [people, ways] = await Promise.all([
    store.getMany(
      'people',
      live.map(({ principalId }) => principalId),
    ),
    waysOfUnits(
      store,
      motion,
      live.map(({ unitId }) => unitId),
    ),
  ])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return live.map(({ unitId, principalId }) => ({ unitId, name: names.get(principalId) ?? '', voted: ways.has(unitId) }))
}
