import type { Answer } from '@/domain/vote/question/answers'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import type { Motion } from '@/domain/vote/motions'
import type { Person } from '@/domain/resident/people'
import { rollHash, rollPlaceId } from '@/domain/roll/roll'
import { granted, hour, key, pixel, smallVillage } from './small-village'

export const tellers = ['recorder', 'grid'] as const
export const scrutineer = 'supervisor'
const words = {
  title: '五组排水渠要不要重修',
  what: '一下雨就漫上路面',
  where: '5 组',
  affected: '5 组三十多户',
  suggestion: '清淤，再修一段',
  category: 'drainage' as const,
  photoIds: [],
  showName: true,
}

/** A small village with a matter under discussion that a meeting can be called on. */
export async function villageWithMatter(village = smallVillage()) {
  const id = key('ditch')
  granted(await village.as('zhu')('topic.raise', { id, ...words }))
  await village.store.put('topics', { ...(await village.store.get('topics', id))!, state: 'deliberating' })
  return { village, topic: id, rev: async () => (await village.store.get('topics', id))!.rev }
}

/** The members' assembly, which no step of a topic puts to the vote: a household of four who may vote for each other, and others. */
export async function membersOf(village: ReturnType<typeof smallVillage>, households: readonly (readonly string[])[]): Promise<void> {
  const ids = households.flat()
  await village.store.insertMissing(
    'people',
    households.flatMap((members, h) =>
      members.map(
        (id): Person => ({
          id,
          orgId: 'v1',
          name: `成员${id}`,
          roles: ['resident', 'villager', 'collective_member'],
          group: 1,
          householdId: `hh${h}`,
        }),
      ),
    ),
  )
  await village.store.insertMissing(
    'accounts',
    ids.map(id => ({ id: `o-${id}`, orgId: 'v1', personId: id })),
  )
  await village.store.insertMissing(
    'rollPlaces',
    ids.map(id => ({
      id: rollPlaceId('v1', 'CMA', id),
      orgId: 'v1',
      body: 'CMA' as const,
      unitId: id,
      personId: id,
      since: 0,
      until: null,
    })),
  )
}

export const membersMotion = (
  village: ReturnType<typeof smallVillage>,
  topicId: string,
  unitIds: readonly string[],
  more: Partial<Motion> = {},
): Motion => ({
  id: key('cma'),
  orgId: 'v1',
  topicId,
  text: '同意收益分配方案',
  body: 'CMA',
  form: 'named',
  opensAt: village.now() + 2 * hour,
  closesAt: village.now() + 4 * hour,
  rollSize: unitIds.length,
  rollHash: rollHash(unitIds),
  frozenAt: village.now(),
  rules: 'village-2026',
  byLaw: '章程',
  settledAt: null,
  result: null,
  channels: ['phone', 'hall', 'paper', 'proxy'],
  openedAt: null,
  tellerIds: tellers,
  scrutineerId: scrutineer,
  ...more,
})

/** Both tellers count the box, seal it and the supervisor turns the key. */
export async function countOf(
  village: ReturnType<typeof smallVillage>,
  motionId: string,
  batches: readonly Readonly<Record<Answer, number>>[],
  counters: readonly [string, string] = tellers,
): Promise<void> {
  for (const [n, found] of batches.entries())
    for (const who of counters) granted(await village.as(who)('paper.count', { motionId, batch: n + 1, found }))
  const { id } = granted(await village.as(counters[0])('photo.add', { data: pixel }))
  granted(await village.as(counters[0])('count.seal', { motionId, sheetPhotoIds: [id] }))
  granted(await village.as(scrutineer)('count.confirm', { motionId, yes: true }))
}

export const cast = async (
  village: ReturnType<typeof smallVillage>,
  form: 'named' | 'secret',
  who: string,
  motionId: string,
  choice: Answer,
) =>
  form === 'named'
    ? village.as(who)('ballot.cast', { motionId, choice })
    : village.as(who)('ballot.castSecret', { motionId, choice, receiptHash: receiptHash(who) })
export const receiptIn = (form: 'named' | 'secret', name: string) => (form === 'secret' ? { receiptHash: receiptHash(name) } : {})
