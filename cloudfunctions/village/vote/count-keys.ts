import type { Output } from '@/contract'
import { keyFor, needsKeys } from '@/domain/vote/count/count-keys'
import { grant, refuse } from '@/domain/ground/decision'
import { mayConfirmCount } from '@/domain/vote/meeting/hall-duties'
import { isMeeting, type Motion } from '@/domain/vote/motions'
import type { Person } from '@/domain/resident/people'
import type { Topic } from '@/domain/topic/topic'
import type { Store } from '../../ports'
import { allRows } from '../ground/all-rows'
import { putOnRecord } from '../ground/put-on-record'
import type { Context, Handler } from '../ground/handler'
import { actName } from './hall-view'

const keyNames = { host: '主持一方', supervisor: '监督一方' } as const

/** Turns this person's key; with the second the vote is counted at once. */
export const turnKey: Handler<'vote.turnKey'> = async ({ motionId }, { store, own, actor, clock, alarm }) => {
  const now = clock.now()
  const decision = await store.commit(async tx => {
    const motion = await own('motions', motionId, tx)
    if (!motion) return refuse('no-such-motion')
    const topic = await tx.get('topics', motion.topicId)
    if (!topic) return refuse('no-such-motion')
    const key = keyFor(motion, topic, actor, now)
    if (!key.ok) return key
    const keys = { ...motion.keys, [key.value]: actor.id }
    if (motion.keys?.[key.value] === undefined) {
      await tx.put('motions', { ...motion, keys })
      await putOnRecord(
        tx,
        topic,
        { at: now, step: 'turn_key', transition: 'TR-55', said: `开票的钥匙，${keyNames[key.value]}转了：${motion.text}`, byId: actor.id },
        {},
      )
    }
    return grant({ turned: Object.keys(keys).length })
  })
  if (decision.ok && decision.value.turned === 2) await alarm.wake(now)
  return decision
}

/** How the keys of a vote stand that is over and not yet counted; nothing where it needs none. */
export async function keysSeen(
  store: Store,
  motion: Motion,
  topic: Topic,
  actor: Person | null,
  now: number,
): Promise<Pick<Output<'motion.view'>, 'keys'>> {
  if (!needsKeys(motion) || motion.settledAt !== null || now < motion.closesAt) return {}
  const { host, supervisor } = motion.keys ?? {}
  const names = new Map(
    (
      await store.getMany(
        'people',
        [host, supervisor].flatMap(id => id ?? []),
      )
    ).map(person => [person.id, actName(person)]),
  )
  const mine = actor && keyFor(motion, topic, actor, now)
  return {
    keys: {
      host: names.get(host ?? '') ?? null,
      supervisor: names.get(supervisor ?? '') ?? null,
      mayTurn: mine?.ok === true && motion.keys?.[mine.value] === undefined,
    },
  }
}

/** Votes that are over and wait for this person: a key on a secret one, the confirmation of a hall's sealed count. */
export async function countsWaitingFor({ store, own, org, actor, clock }: Context): Promise<Pick<Output<'desk.view'>, 'countsWaiting'>> {
  const now = clock.now()
  const over = await allRows(store, 'motions', { match: { orgId: org.id, settledAt: null }, order: { by: 'closesAt' }, until: now })
  const waiting = await Promise.all(
    over.map(async motion => {
      const topic = await own('topics', motion.topicId)
      if (!topic) return []
      const hall = isMeeting(motion)
      if (!hall) {
        const key = keyFor(motion, topic, actor, now)
        return key.ok && motion.keys?.[key.value] === undefined ? [{ motionId: motion.id, text: motion.text, hall }] : []
      }
      const seal = mayConfirmCount(motion, topic, actor) ? await own('countSeals', motion.id) : undefined
      return seal && seal.confirmedAt === null ? [{ motionId: motion.id, text: motion.text, hall }] : []
    }),
  )
  const counts = waiting.flat()
  return counts.length > 0 ? { countsWaiting: counts } : {}
}
