import { bodies, rulePack, unitWord, type BodyId } from '@/domain/bodies'
import { spokenTime } from '@/domain/calendar'
import { grant, refuse } from '@/domain/decision'
import { earliestOpening, formNames, isBinding, openingAt, putMotion, type Motion } from '@/domain/motions'
import { has } from '@/domain/people'
import { rollHash } from '@/domain/roll'
import { inWords, needed } from '@/domain/share'
import { checkText } from '@/domain/text'
import type { Store } from '../../ports'
import { maySee } from '../../village/carry-out'
import { everything } from '../../village/everything'
import { motionSeen } from '../../village/motion-card'
import { putOnRecord } from '../../village/put-on-record'
import { noticeOf } from '../../village/tell'
import { titleFor } from '../../village/topic-card'
import type { Handler } from '../handler'
import { judgeWords, lookAt } from './officers-words'

/** The units on a body's roll now. In a poll everyone verified may say something; nobody's number decides. */
async function rollNow(store: Store, orgId: string, body: BodyId): Promise<{ readonly size: number; readonly hash: string }> {
  const units: string[] = []
  if (body === 'POLL')
    for await (const person of everything(store, 'people', { match: { orgId } })) {
      if (has(person, 'resident')) units.push(person.id)
    }
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
    bodies: await Promise.all(
      ids.map(async id => {
        const { size } = await rollNow(store, org.id, id)
        return {
          id,
          name: bodies[id].name,
          says: bodies[id].says,
          rollSize: size,
          opensFrom: earliestOpening(id, now),
          rule: ruleWords(id, size),
          binding: isBinding({ body: id, byLaw: org.onlineVoteByLaw }),
        }
      }),
    ),
  })
}

export const put: Handler<'motion.put'> = async ({ topicId, rev, text, ...given }, context) => {
  const { store, org, actor, clock } = context
  if (!has(actor, 'moderator')) return refuse('not-your-role')
  const said = checkText(text, 200)
  if (!said.ok) return said
  const seen = await store.get('topics', topicId)
  if (!seen || seen.orgId !== org.id) return refuse('no-such-topic')
  const now = clock.now()
  const roll = await rollNow(store, org.id, given.body)
  const draft: Motion = {
    ...given,
    opensAt: openingAt(given.body, given.opensAt, now),
    orgId: org.id,
    topicId,
    text: said.value,
    rollSize: roll.size,
    rollHash: roll.hash,
    frozenAt: now,
    rules: rulePack,
    byLaw: bodies[given.body].majority ? org.onlineVoteByLaw : null,
    settledAt: null,
    result: null,
  }
  const decision = putMotion(draft, now)
  const verdict = await judgeWords(context, said.value)
  if (verdict === 'risky') return refuse('content-risky')
  return store.commit(async tx => {
    const earlier = await tx.get('motions', given.id)
    if (earlier) return earlier.topicId === topicId ? grant({ id: earlier.id }) : refuse('changed-meanwhile')
    if (!decision.ok) return decision
    const topic = await tx.get('topics', topicId)
    if (!topic) return refuse('no-such-topic')
    if (topic.state !== 'deliberating' && topic.state !== 'outcome_drafting') return refuse('step-not-open')
    if (topic.rev !== rev || topic.pending) return refuse('changed-meanwhile')
    const next = await putOnRecord(
      tx,
      topic,
      { at: now, step: 'put_motion', transition: 'TR-52', said: `提请表决：${said.value}`, byId: actor.id },
      { openMotions: topic.openMotions + 1 },
    )
    await tx.insert('motions', decision.value)
    await lookAt(tx, context, verdict, next, said.value)
    await tx.insert(
      'notices',
      noticeOf(
        next,
        {
          code: 'N26',
          to: draft.body === 'POLL' ? { kind: 'topic', audiences: ['concerned', 'affected_groups'] } : { kind: 'roll', body: draft.body },
          motionId: draft.id,
          postedUntil: draft.closesAt,
          more: `${said.value}。${bodies[draft.body].name}，${formNames[draft.form]}，${spokenTime(draft.opensAt)} 到 ${spokenTime(draft.closesAt)}。`,
        },
        now,
      ),
    )
    return grant({ id: draft.id })
  })
}

export const viewMotion: Handler<'motion.view'> = async ({ id }, { store, org, actor, clock }) => {
  const motion = await store.get('motions', id)
  if (!motion || motion.orgId !== org.id) return refuse('no-such-motion')
  const [{ card, place, choice }, topic] = await Promise.all([motionSeen(store, motion, actor), store.get('topics', motion.topicId)])
  if (!topic || !maySee(topic, actor)) return refuse('no-such-motion')
  return grant({
    now: clock.now(),
    card,
    title: titleFor(topic, actor),
    rule: ruleWords(motion.body, motion.rollSize),
    byLaw: motion.byLaw,
    mine: choice,
    onBehalfOf: place && motion.body === 'VA_HOUSEHOLD' ? '您代表全户投这一票' : null,
  })
}
