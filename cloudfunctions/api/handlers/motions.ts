import { chosenOf } from '@/domain/bodies/choices'
import { glosses } from '@/domain/bodies/glosses'
import { howItPasses, ruleWords } from '@/domain/bodies/how-it-passes'
import { citation } from '@/domain/bodies/laws'
import { bodyNames, isByHousehold, type BodyId } from '@/domain/bodies/names'
import { noticeOfRule, ruleIn, ruleSetOn } from '@/domain/bodies/rule-sets'
import { dayOf, spokenTime } from '@/domain/calendar'
import { isMajorClass } from '@/domain/classes'
import { grant, refuse } from '@/domain/decision'
import { askedBodies, earliestOpening, formNames, isBinding, isMeeting, openingAt, putMotion, type Motion } from '@/domain/motions'
import { has } from '@/domain/people'
import { kindOf } from '@/domain/org'
import { ruleOfMotion } from '@/domain/motion-rule'
import { rollHash } from '@/domain/roll'
import { checkText } from '@/domain/text'
import type { Store } from '../../ports'
import { maySee } from '../../village/carry-out'
import { everything } from '../../village/everything'
import { motionSeen } from '../../village/motion-card'
import { putOnRecord } from '../../village/put-on-record'
import { noticeOf } from '../../village/tell'
import { titleFor } from '../../village/topic-card'
import { voterAtMeeting } from '../../village/voter-at-meeting'
import type { Handler } from '../handler'
import { heldAgain, meetingTerms, onlyOnce } from './meeting-terms'
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

export const motionBodies: Handler<'motion.bodies'> = async (_, { store, org, actor, clock }) => {
  if (!has(actor, 'moderator', 'committee')) return refuse('not-your-role')
  const now = clock.now()
  const rules = ruleSetOn(kindOf(org), dayOf(now))
  return grant({
    byLaw: org.onlineVoteByLaw,
    bodies: await Promise.all(
      askedBodies.filter(id => ruleIn(rules, id)).map(async id => {
        const rule = ruleOfMotion({ rules, body: id, chosen: chosenOf(org) })
        const { size } = await rollNow(store, org.id, id)
        const notice = noticeOfRule(rule)
        return {
          id,
          name: bodyNames[id].name,
          says: glosses[id],
          rollSize: size,
          opensFrom: earliestOpening(notice.days, now),
          noticeDays: notice.days,
          noticeArticle: citation(notice.article),
          rule: ruleWords(rule, size),
          binding: isBinding({ body: id, byLaw: org.onlineVoteByLaw }),
        }
      }),
    ),
  })
}

export const put: Handler<'motion.put'> = async ({ topicId, rev, text, channels, tellerIds, scrutineerId, revoteOf, ...given }, context) => {
  const { store, org, actor, clock } = context
  if (!has(actor, 'moderator')) return refuse('not-your-role')
  const said = checkText(text, 200)
  if (!said.ok) return said
  const seen = await store.get('topics', topicId)
  if (!seen || seen.orgId !== org.id) return refuse('no-such-topic')
  const now = clock.now()
  const roll = await rollNow(store, org.id, given.body)
  // A topic is decided by the law of the day it was raised on, however long it takes.
  const rules = ruleSetOn(kindOf(org), dayOf(seen.raisedAt))
  // A body this kind of place does not have has nobody on its roll.
  if (!ruleIn(rules, given.body)) return refuse('roll-empty')
  const chosen = seen.chosen === undefined ? {} : { chosen: seen.chosen }
  const { days } = noticeOfRule(ruleOfMotion({ rules, body: given.body, ...chosen }))
  const terms = await meetingTerms(store, seen, { rules, body: given.body, ...chosen }, { channels, tellerIds, scrutineerId })
  if (!terms.ok) return terms
  const fresh: Motion = {
    ...given,
    ...terms.value,
    opensAt: openingAt(days, given.opensAt, now),
    orgId: org.id,
    topicId,
    text: said.value,
    rollSize: roll.size,
    rollHash: roll.hash,
    frozenAt: now,
    rules,
    ...chosen,
    byLaw: bodyNames[given.body].views ? null : org.onlineVoteByLaw,
    settledAt: null,
    result: null,
  }
  const before = revoteOf === undefined ? undefined : await store.get('motions', revoteOf)
  if (revoteOf !== undefined && before?.topicId !== topicId) return refuse('no-such-motion')
  const same = !before || (before.text === said.value && before.body === given.body && before.form === given.form)
  // Held again at once: people were told of this question already.
  const draft = before ? heldAgain(before, { ...given, opensAt: Math.max(given.opensAt, now) }) : fresh
  const decision = same ? putMotion(draft, before ? 0 : days, now) : refuse('changed-meanwhile')
  const verdict = await judgeWords(context, said.value)
  if (verdict === 'risky') return refuse('content-risky')
  return store.commit(async tx => {
    const earlier = await tx.get('motions', given.id)
    if (earlier) return earlier.topicId === topicId ? grant({ id: earlier.id }) : refuse('changed-meanwhile')
    if (!decision.ok) return decision
    const topic = await tx.get('topics', topicId)
    if (!topic) return refuse('no-such-topic')
    if (topic.state !== 'deliberating' && topic.state !== 'outcome_drafting') return refuse('step-not-open')
    // A deliberation decides nothing that belongs to an assembly: there views may be asked, the vote comes at the fourth deliberation (procedures §0.2-7).
    if (isMajorClass(topic.dossier.matterClass) && !bodyNames[given.body].views) return refuse('class-ordinary')
    if (topic.rev !== rev || topic.pending) return refuse('changed-meanwhile')
    const again = await onlyOnce(tx, draft)
    if (again) return refuse(again)
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
          more: `${said.value}。${bodyNames[draft.body].name}，${formNames[draft.form]}，${spokenTime(draft.opensAt)} 到 ${spokenTime(draft.closesAt)}。`,
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
  const [{ card, place, choice, votedBy }, topic] = await Promise.all([motionSeen(store, motion, actor), store.get('topics', motion.topicId)])
  if (!topic || !maySee(topic, actor)) return refuse('no-such-motion')
  const rule = ruleOfMotion(motion)
  const passes = howItPasses(rule, motion.rollSize, motion.byLaw)
  return grant({
    now: clock.now(),
    card,
    title: titleFor(topic, actor),
    rule: ruleWords(rule, motion.rollSize),
    says: glosses[motion.body],
    passes: { ...passes, lines: [...passes.lines] },
    byLaw: motion.byLaw,
    mine: choice,
    onBehalfOf: place && isByHousehold(motion.body) ? '您代表全户投这一票' : null,
    ...(isMeeting(motion) ? await voterAtMeeting(store, motion, topic, actor, place, votedBy) : {}),
  })
}
