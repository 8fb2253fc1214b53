import { answerFits } from '@/domain/vote/question/answers'
import { ballotId, channelOf, mayCast, nameOnBallot, votedBy } from '@/domain/vote/ballot/ballots'
import { dayOf } from '@/domain/ground/calendar'
import { grant, refuse } from '@/domain/ground/decision'
import { isTeller } from '@/domain/vote/meeting/hall-duties'
import type { PaperCount } from '@/domain/vote/meeting/meetings'
import type { Motion } from '@/domain/vote/motions'
import { checkText } from '@/domain/ground/text'
import { Overtaken, type Store } from '../../ports'
import { batchesOf, sameFound, unitOf, votedTable } from './meeting'
import type { Handler } from '../ground/handler'
import { atMeeting } from './hall-door'
import { actName, batchSeen } from './hall-view'

const issuedOf = async (store: Store, motion: Motion): Promise<number> => {
  const [out, spoiled] = await Promise.all([
    store.count(votedTable(motion), { motionId: motion.id, channel: 'paper' }),
    store.count('spoiledPapers', { motionId: motion.id }),
  ])
  return out + spoiled
}

const mostTries = 5

/** The unit's one row, with nothing in it yet: it shuts every other way, and what the paper says is counted with the box. */
export const issue: Handler<'paper.issue'> = async ({ key: paperId, motionId, unitId }, context) => {
  const at = await atMeeting(context, motionId, isTeller)
  if (!at.ok) return at
  const { store, own, org, clock, actor } = context,
    { motion } = at.value,
    now = clock.now()
  const unit = await unitOf(store, motion, unitId),
    decision = mayCast(motion, unit?.place, motion.form, now, 'paper')
  if (!unit) return refuse('not-on-roll')
  if (!decision.ok) return decision.refusal === 'wrong-ballot-form' ? refuse('not-on-roll') : refuse(decision.refusal)
  const out = { id: ballotId(motionId, unitId), orgId: org.id, motionId, channel: 'paper', tellerId: actor.id, paperId } as const
  for (let tries = 0; tries < mostTries; tries += 1) {
    const put =
      motion.form === 'secret'
        ? await store.insertMissing('marks', [{ ...out, day: dayOf(now) }])
        : await store.insertMissing('ballots', [
            { ...out, unitId, voterId: unit.person.id, name: nameOnBallot(motion.body, unit.person), choice: null, castAt: now },
          ])
    if (put === 1) return grant({ issued: await issuedOf(store, motion) })
    const there = await own(votedTable(motion), out.id)
    if (there)
      return channelOf(there) === 'paper' && there.paperId === paperId
        ? grant({ issued: await issuedOf(store, motion) })
        : refuse(votedBy[channelOf(there)])
  }
  throw new Overtaken('a paper ballot was given out and taken back again and again')
}

/** The row goes, and with it what shut the other ways; never the row of another paper, or of another way the unit took since. */
export const takeBack: Handler<'paper.takeBack'> = async ({ motionId, unitId, paperId }, context) => {
  const at = await atMeeting(context, motionId, isTeller)
  if (!at.ok) return at
  const { store, clock } = context,
    { motion } = at.value
  if (clock.now() >= motion.closesAt) return refuse('vote-closed')
  if (!(await unitOf(store, motion, unitId))) return refuse('not-on-roll')
  const isBack = await store.commit(async tx => {
    const there = await tx.get(votedTable(motion), ballotId(motionId, unitId))
    if (!there) return true
    if (there.paperId !== paperId) return false
    await tx.remove(votedTable(motion), there.id)
    return true
  })
  return isBack ? grant({ issued: await issuedOf(store, motion) }) : refuse('changed-meanwhile')
}

export const spoil: Handler<'paper.spoil'> = async ({ key, motionId, reason }, context) => {
  const at = await atMeeting(context, motionId, isTeller)
  if (!at.ok) return at
  const { store, org, clock, actor } = context,
    { motion } = at.value,
    now = clock.now()
  const said = checkText(reason, 200)
  if (!said.ok) return said
  if (now >= motion.closesAt) return refuse('vote-closed')
  if ((motion.openedAt ?? null) === null) return refuse('vote-not-yet-open')
  if ((await store.list(votedTable(motion), { match: { motionId, channel: 'paper' }, limit: 1 })).rows.length === 0)
    return refuse('no-paper-out')
  const decision = await store.commit(async tx => {
    const there = await tx.get('spoiledPapers', key)
    if (there) return there.motionId === motionId ? grant({}) : refuse('changed-meanwhile')
    await tx.insert('spoiledPapers', { id: key, orgId: org.id, motionId, byId: actor.id, at: now, reason: said.value })
    return grant({})
  })
  return decision.ok ? grant({ spoiled: await store.count('spoiledPapers', { motionId }) }) : decision
}

const countId = (motionId: string, batch: number, entry: 1 | 2): string => `${motionId}:${String(batch).padStart(3, '0')}:${entry}`

/** One teller's own count of one batch. The first two tellers who enter it are its two; neither hears of the other's before. */
export const countBatch: Handler<'paper.count'> = async ({ motionId, batch, found, again = false }, context) => {
  const at = await atMeeting(context, motionId, isTeller)
  if (!at.ok) return at
  const { store, org, clock, actor } = context,
    { motion } = at.value,
    now = clock.now()
  if (now < motion.closesAt) return refuse('vote-still-open')
  if (!Object.keys(found).every(answer => answer === 'invalid' || answerFits(motion, answer))) return refuse('not-an-answer')
  const decision = await store.commit(async tx => {
    if (await tx.get('countSeals', motionId)) return refuse('count-sealed')
    const entries = [
      await tx.get('paperCounts', countId(motionId, batch, 1)),
      await tx.get('paperCounts', countId(motionId, batch, 2)),
    ].flatMap(entry => entry ?? [])
    const mine = entries.find(({ byId }) => byId === actor.id)
    if (mine && !again) return sameFound(mine.found, found) ? grant(entries) : refuse('count-entered')
    if (!mine && entries.length === 2) return refuse('batch-taken')
    const entry = mine?.entry ?? (entries.length === 0 ? 1 : 2)
    const count: PaperCount = {
      id: countId(motionId, batch, entry),
      orgId: org.id,
      motionId,
      batch,
      entry,
      byId: actor.id,
      found,
      at: now,
      mended: mine ? mine.mended + (entries.length === 2 ? 1 : 0) : 0,
    }
    await tx.put('paperCounts', count)
    return grant([...entries.filter(({ byId }) => byId !== actor.id), count])
  })
  if (!decision.ok) return decision
  const [seen] = batchesOf(decision.value),
    people = new Map(
      (
        await store.getMany(
          'people',
          decision.value.map(({ byId }) => byId),
        )
      ).map(person => [person.id, actName(person)]),
    )
  return seen ? grant({ batch: batchSeen(seen, actor.id, true, id => people.get(id) ?? '') }) : refuse('no-such-motion')
}
