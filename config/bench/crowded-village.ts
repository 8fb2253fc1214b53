import type { LoadableStore } from '../../cloudfunctions/adapters/bulk-load'
import { granted, hour, key, smallVillage } from '../../cloudfunctions/api/journeys/small-village'
import type { Store } from '../../cloudfunctions/ports'
import type { BallotForm, Motion } from '@/domain/vote/motions'
import { choiceNames, type Choice } from '@/domain/vote/question/answers'
import { rollPlaceId } from '@/domain/roll/roll'

export const topicId = key('ditch')
export const choices = Object.keys(choiceNames) as Choice[]

export interface Voter {
  readonly id: string
  readonly openid: string
  readonly unitId: string
}

/** The small village with so many more households, each with one who votes for it. Synthetic. `asked`: the store as the server sees it. */
export async function crowdedVillage(store: LoadableStore, households: number, asked: Store = store) {
  const village = smallVillage({ store: asked })
  const { seed } = village,
    orgId = 'v1'
  const voters = Array.from({ length: households }, (_, n): Voter => ({ id: `crowd${n}`, openid: `o-crowd${n}`, unitId: `h-crowd${n}` }))
  await store.bulkLoad('orgs', seed.orgs)
  await store.bulkLoad('people', [
    ...seed.people,
    ...voters.map(({ id, unitId }, n) => ({
      id,
      orgId,
      name: `村民${n}`,
      roles: ['resident', 'villager', 'household_representative'] as const,
      group: (n % 12) + 1,
      householdId: unitId,
    })),
  ])
  await store.bulkLoad('accounts', [...seed.accounts, ...voters.map(({ id, openid }) => ({ id: openid, orgId, personId: id }))])
  await store.bulkLoad('rollPlaces', [
    ...seed.rollPlaces,
    ...voters.map(({ id, unitId }) => ({
      id: rollPlaceId(orgId, 'VA_HOUSEHOLD', id),
      orgId,
      body: 'VA_HOUSEHOLD' as const,
      unitId,
      personId: id,
      since: 0,
      until: null,
    })),
  ])
  granted(
    await village.as('zhu')('topic.raise', {
      id: topicId,
      title: '五组排水渠要不要重修',
      what: '一下雨就漫上路面',
      where: '5 组',
      affected: '5 组三十多户',
      suggestion: '清淤，再修一段',
      category: 'drainage',
      photoIds: [],
      showName: true,
    }),
  )

  /** Puts a question to every household, open now. */
  async function ask(form: BallotForm, name: string = form): Promise<Motion> {
    const now = village.now()
    const motion: Motion = {
      id: key(name),
      orgId,
      topicId,
      text: '同意重修五组排水渠',
      body: 'VA_HOUSEHOLD',
      form,
      opensAt: now,
      closesAt: now + hour,
      rollSize: households,
      rollHash: '',
      frozenAt: now,
      rules: 'village-2026',
      byLaw: '小村自治章程第二十三条',
      settledAt: null,
      result: null,
    }
    await store.put('motions', motion)
    return motion
  }
  return { village, voters, ask, afterTheClose: { ...village.ports, clock: { now: () => village.now() + 2 * hour } } }
}
