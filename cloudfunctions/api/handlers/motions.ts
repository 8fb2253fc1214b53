import { ballotId, mayCast, secretBallotId } from '@/domain/ballots'
import { bodies, rulePack, unitWord, type BodyId } from '@/domain/bodies'
import { dayOf, spokenTime } from '@/domain/calendar'
import { grant, refuse } from '@/domain/decision'
import { sealed } from '@/domain/journal'
import { earliestOpening, formNames, isBinding, putMotion, type Motion } from '@/domain/motions'
import { has, isStaff, masked } from '@/domain/people'
import { rollHash } from '@/domain/roll'
import { inWords, needed } from '@/domain/share'
import { checkText } from '@/domain/text'
import { KeyTaken, type Store } from '../../ports'
import { maySee } from '../../village/carry-out'
import { everything } from '../../village/everything'
import { motionCard, placeOf } from '../../village/motion-card'
import { noticeOf } from '../../village/tell'
import type { Handler } from '../handler'
import { motionFacts } from './motion-facts'

/** The units on a body's roll now. In a poll everyone verified may say something; nobody's number decides. */
async function rollNow(store: Store, orgId: string, body: BodyId): Promise<{ readonly size: number; readonly hash: string }> {
  const units: string[] = []
  if (body === 'POLL') for await (const person of everything(store, 'people', { match: { orgId } })) { if (has(person, 'resident')) units.push(person.id) }
  else for await (const place of everything(store, 'rollPlaces', { match: { orgId, body } })) if (place.until === null) units.push(place.unitId)
  return { size: new Set(units).size, hash: rollHash(units) }
}

/** How it passes, in numbers and with its article. */
function ruleWords(body: BodyId, rollSize: number): string {
  const { name, quorum, majority, article } = bodies[body]
  const word = unitWord(body)
  if (!quorum || !majority) return `${name}：人人可以说，只数意见，不作决定（${article}）`
  return `${name} ${rollSize} ${word}，须有 ${needed(rollSize, quorum)} ${word}参加（${inWords(quorum)}）；参加的里面赞成${inWords(majority)}，就通过（${article}）`
}

export const motionBodies: Handler<'motion.bodies'> = async (_, { store, org, actor, clock }) => {
  if (!has(actor, 'moderator', 'committee')) return refuse('not-your-role')
  const now = clock.now()
  const ids = Object.keys(bodies) as BodyId[]
  return grant({
    byLaw: org.onlineVoteByLaw,
    bodies: await Promise.all(ids.map(async id => {
      const { size } = await rollNow(store, org.id, id)
      return { id, name: bodies[id].name, says: bodies[id].says, rollSize: size, opensFrom: earliestOpening(id, now), rule: ruleWords(id, size), binding: isBinding({ body: id, byLaw: org.onlineVoteByLaw }) }
    })),
  })
}

export const put: Handler<'motion.put'> = async ({ topicId, rev, text, ...given }, { store, org, actor, clock }) => {
  if (!has(actor, 'moderator')) return refuse('not-your-role')
  const said = checkText(text, 200)
  if (!said.ok) return said
  const seen = await store.get('topics', topicId)
  if (!seen || seen.orgId !== org.id) return refuse('no-such-topic')
  const now = clock.now()
  const roll = await rollNow(store, org.id, given.body)
  const draft: Motion = {
    ...given, orgId: org.id, topicId, text: said.value, rollSize: roll.size, rollHash: roll.hash, frozenAt: now, rules: rulePack, byLaw: bodies[given.body].majority ? org.onlineVoteByLaw : null, settledAt: null, result: null,
  }
  const decision = putMotion(draft, now)
  return store.commit(async tx => {
    const earlier = await tx.get('motions', given.id)
    if (earlier) return earlier.topicId === topicId ? grant({ id: earlier.id }) : refuse('changed-meanwhile')
    if (!decision.ok) return decision
    const topic = await tx.get('topics', topicId)
    if (!topic) return refuse('no-such-topic')
    if (topic.state !== 'deliberating' && topic.state !== 'outcome_drafting') return refuse('step-not-open')
    if (topic.rev !== rev || topic.pending) return refuse('changed-meanwhile')
    const entry = sealed(topic, { at: now, step: 'put_motion', transition: 'TR-52', said: `提请表决：${said.value}`, from: topic.state, to: topic.state, taken: true, byId: actor.id, evidence: {} })
    const next = { ...topic, openMotions: topic.openMotions + 1, rev: entry.n, head: entry.hash, activeAt: now }
    await tx.insert('motions', decision.value)
    await tx.insert('journal', entry)
    await tx.put('topics', next)
    await tx.insert('notices', noticeOf(next, {
      code: 'N26', to: draft.body === 'POLL' ? { kind: 'topic', audiences: ['concerned', 'affected_groups'] } : { kind: 'roll', body: draft.body }, motionId: draft.id, postedUntil: draft.closesAt,
      more: `${said.value}。${bodies[draft.body].name}，${formNames[draft.form]}，${spokenTime(draft.opensAt)} 到 ${spokenTime(draft.closesAt)}。`,
    }, now))
    return grant({ id: draft.id })
  })
}

export const viewMotion: Handler<'motion.view'> = async ({ id }, { store, org, actor, clock }) => {
  const motion = await store.get('motions', id)
  if (!motion || motion.orgId !== org.id) return refuse('no-such-motion')
  const [card, topic, place] = await Promise.all([motionCard(store, motion, actor), store.get('topics', motion.topicId), actor ? placeOf(store, motion, actor) : undefined])
  if (!topic || !maySee(topic, actor)) return refuse('no-such-motion')
  const mine = place && motion.form === 'named' ? await store.get('ballots', ballotId(id, place.unitId)) : undefined
  return grant({
    now: clock.now(), card, title: topic.title, rule: ruleWords(motion.body, motion.rollSize), byLaw: motion.byLaw, mine: mine?.choice ?? null,
    onBehalfOf: place && motion.body === 'VA_HOUSEHOLD' ? '您代表全户投这一票' : null,
  })
}

/** Named: one read, one write under the unit's own key. The same again is the same ballot; another choice before the close replaces it. */
export const cast: Handler<'ballot.cast'> = async ({ motionId, choice }, { store, org, actor, clock }) => {
  const motion = await motionFacts(store, motionId)
  if (!motion || motion.orgId !== org.id) return refuse('no-such-motion')
  const now = clock.now()
  const decision = mayCast(motion, await placeOf(store, motion, actor), 'named', now)
  if (!decision.ok) return decision
  const id = ballotId(motionId, decision.value.unitId)
  await store.put('ballots', { id, orgId: org.id, motionId, unitId: decision.value.unitId, voterId: actor.id, choice, castAt: now })
  return grant({ choice, castAt: now })
}

/** Secret: one commit of two rows that do not point at each other. The mark's key forbids a second; the receipt's hash makes a retry the same ballot. */
export const castSecret: Handler<'ballot.castSecret'> = async ({ motionId, choice, receiptHash }, { store, org, actor, clock }) => {
  const motion = await motionFacts(store, motionId)
  if (!motion || motion.orgId !== org.id) return refuse('no-such-motion')
  const now = clock.now()
  const decision = mayCast(motion, await placeOf(store, motion, actor), 'secret', now)
  const ballot = { id: secretBallotId(motionId, receiptHash), orgId: org.id, motionId, choice }
  if (!decision.ok) {
    // The first answer may have been lost just before the close: who holds the receipt is told the truth.
    if (decision.refusal === 'vote-closed' && (await store.get('secretBallots', ballot.id))?.choice === choice) return grant({ receiptHash })
    return decision
  }
  const mark = { id: ballotId(motionId, decision.value.unitId), orgId: org.id, motionId, day: dayOf(now) }
  try {
    await store.commit(async tx => {
      await tx.insert('marks', mark)
      await tx.insert('secretBallots', ballot)
    })
    return grant({ receiptHash })
  } catch (fault) {
    if (!(fault instanceof KeyTaken)) throw fault
    const there = await store.get('secretBallots', ballot.id)
    return there?.choice === choice ? grant({ receiptHash }) : refuse('already-voted')
  }
}

/** Every ballot as counted, in the order of its key, which says nothing of when. */
export const listBallots: Handler<'ballot.list'> = async ({ motionId, after }, { store, org, actor }) => {
  const motion = await store.get('motions', motionId)
  if (!motion || motion.orgId !== org.id) return refuse('no-such-motion')
  if (!motion.result) return refuse('vote-not-settled')
  const total = motion.result.present
  if (motion.form === 'secret') {
    const page = await store.list('secretBallots', { match: { motionId }, limit: 1000, after })
    return grant({ form: motion.form, ballots: page.rows.map(({ id, choice }) => ({ who: id.slice(motionId.length + 1), choice })), next: page.next, total })
  }
  const page = await store.list('ballots', { match: { motionId }, limit: 500, after })
  const voters = new Map((await store.getMany('people', page.rows.map(ballot => ballot.voterId))).map(person => [person.id, person]))
  const insider = actor !== null && (isStaff(actor) || (await placeOf(store, motion, actor)) !== undefined)
  return grant({
    form: motion.form, next: page.next, total,
    ballots: page.rows.map(ballot => { const voter = voters.get(ballot.voterId); return { who: !voter ? '' : insider ? voter.name : masked(voter.name), choice: ballot.choice } }),
  })
}

