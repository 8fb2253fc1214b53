import {
  assisted,
  helperName,
  helperWords,
  helpGiven,
  mayHelp,
  type Assist,
  type Helper,
  type HelpRefusal,
} from '@/domain/vote/ballot/assists'
import { ballotId, channelOf } from '@/domain/vote/ballot/ballots'
import { dayOf } from '@/domain/ground/calendar'
import type { Channel } from '@/domain/vote/channels'
import { grant, refuse, type Decision } from '@/domain/ground/decision'
import type { Motion } from '@/domain/vote/motions'
import { has, type Person } from '@/domain/resident/people'
import type { TextRefusal } from '@/domain/ground/text'
import type { Ports, Store } from '../../ports'
import { allRows } from '../ground/all-rows'

interface Helped {
  readonly motion: Pick<Motion, 'id' | 'orgId' | 'topicId' | 'form'>
  readonly unitId: string
  /** Who chooses; never the helper. */
  readonly voter: Pick<Person, 'id' | 'orgId'>
  readonly by: Helper
  readonly channel: Channel
}

/**
 * Keeps who helps with this unit's ballot, just before it goes into the box and once everything else was found to be right: it is the one
 * write that help costs. Where the ballot then does not come, or comes by another way, the row says nothing (`helpIn` counts units with
 * such a ballot alone).
 */
export async function noteHelp(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  { motion, unitId, voter, by, channel }: Helped,
): Promise<Decision<null, HelpRefusal | TextRefusal | 'no-such-motion'>> {
  const helper = await checked(store, motion, voter, by)
  if (!helper.ok) return helper
  const id = ballotId(motion.id, unitId)
  const [before, cast] = await Promise.all([store.get('assists', id), store.get(motion.form === 'secret' ? 'marks' : 'ballots', id)])
  // Its one vote is in, and final or by another way: a retry, or a second try that will be refused. Neither was helped by somebody new.
  if (cast && (motion.form === 'secret' || channelOf(cast) !== channel)) return grant(null)
  const row = assisted(before, { id, orgId: motion.orgId, motionId: motion.id, helper: helper.value, channel, day: dayOf(clock.now()) })
  if (row !== before) await store.put('assists', row)
  return grant(null)
}

async function checked(
  store: Store,
  motion: Helped['motion'],
  voter: Helped['voter'],
  by: Helper,
): Promise<Decision<Helper, HelpRefusal | TextRefusal | 'no-such-motion'>> {
  if (by.kind !== 'officer') {
    const name = helperName(by.name)
    return name.ok ? grant({ kind: by.kind, name: name.value }) : name
  }
  const [officer, topic] = await Promise.all([store.get('people', by.personId), store.get('topics', motion.topicId)])
  if (!topic) return refuse('no-such-motion')
  const may = mayHelp(officer, voter, topic)
  return may.ok ? grant(by) : may
}

/** Who was helped in a vote, by number; by whom, for who watches over it. Undefined where nobody was, or it is not the time to say. */
export async function helpIn(store: Store, motion: Motion, viewer: Person | null) {
  const watches = viewer !== null && has(viewer, 'supervisor')
  if (!motion.result && !watches) return undefined
  const noted = await allRows(store, 'assists', { match: { motionId: motion.id } })
  if (noted.length === 0) return undefined
  const there = await withBallots(store, motion, noted)
  if (there.length === 0) return undefined
  if (!watches) return { units: there.length, by: null }
  const given = helpGiven(there)
  const ids = [...new Set(given.flatMap(({ helper }) => (helper.kind === 'officer' ? [helper.personId] : [])))]
  const officers = new Map((await store.getMany('people', ids)).map(person => [person.id, person]))
  return {
    units: there.length,
    by: given.map(({ helper, units }) => ({
      name: helperWords(helper, helper.kind === 'officer' ? officers.get(helper.personId) : undefined),
      kind: helper.kind,
      units,
    })),
  }
}

async function withBallots(store: Store, { form }: Motion, noted: readonly Assist[]): Promise<Assist[]> {
  const ways = new Map<string, Channel>()
  for (let at = 0; at < noted.length; at += 500)
    for (const ballot of await store.getMany(
      form === 'secret' ? 'marks' : 'ballots',
      noted.slice(at, at + 500).map(row => row.id),
    ))
      ways.set(ballot.id, channelOf(ballot))
  return noted.filter(({ id, channel }) => ways.get(id) === channel)
}
