import type { Parsed } from '@/contract'
import { spokenTime, dayOf } from '@/domain/ground/calendar'
import { grant, refuse, type Decision } from '@/domain/ground/decision'
import { isMajorClass } from '@/domain/law/classes'
import { bodyNames, type BodyId } from '@/domain/law/names'
import { noticeOfRule, ruleIn, ruleSetOn } from '@/domain/law/rule-sets'
import { has } from '@/domain/resident/people'
import { isChanging, rollHash, rollStateId, unitsAt, type RollState } from '@/domain/roll/roll'
import { takesMotions, type Topic } from '@/domain/topic/topic'
import { kindOf } from '@/domain/village/org'
import { authorityOf } from '@/domain/vote/authority'
import { takesBox, unlikeTheNotice } from '@/domain/vote/meeting/assembly-box'
import { channelsOf, formNames, openingAt, putMotion, type Motion } from '@/domain/vote/motions'
import { ruleOfMotion } from '@/domain/vote/question/motion-rule'
import { askQuestion, questionTold, type AskRefusal } from '@/domain/vote/question/questions'
import { votePut } from '@/domain/vote/record/record'
import type { Store } from '../../ports'
import { eachRow } from '../ground/all-rows'
import type { Context, Handler } from '../ground/handler'
import { noticeOf } from '../ground/notice-rows'
import { putOnRecord } from '../ground/put-on-record'
import { judgeWords, lookAt } from '../ground/officers-words'
import { placesOf } from '../roll/standing-rolls'
import { meetingTerms } from './meeting-terms'

type Given = Parsed<'motion.put'>
interface Item {
  readonly id: string
  readonly question: Pick<Motion, 'text' | 'method' | 'options'>
}

/** The units on a body's roll now. In a poll everyone verified may say something; nobody's number decides. */
export async function rollNow(
  store: Store,
  orgId: string,
  body: BodyId,
  now: number,
): Promise<{ readonly size: number; readonly hash: string }> {
  const units: string[] = []
  if (body === 'POLL')
    for await (const person of eachRow(store, 'people', { match: { orgId } })) {
      if (has(person, 'resident')) units.push(person.id)
    }
  else units.push(...unitsAt(await placesOf(store, orgId, body), now))
  return { size: units.length, hash: rollHash(units) }
}

/** What is asked, one item or the agenda of a meeting, each fit to be put to this body. */
function itemsOf({ id, text, method, options, agenda = [], body }: Given): Decision<readonly Item[], AskRefusal> {
  const items: Item[] = []
  for (const { id: key, ...asked } of [{ id, text, method, options }, ...agenda]) {
    const question = askQuestion(asked, body)
    if (!question.ok) return question
    items.push({ id: key, question: question.value })
  }
  return grant(items)
}

/**
 * What belongs to an assembly is voted on at the meeting that was noticed, by the roll of that hour; elsewhere only views are asked
 * (procedures §0.2-7).
 */
const isAssembly = (topic: Topic, body: BodyId): boolean => isMajorClass(topic.dossier.matterClass) && !bodyNames[body].views

/** The vote but for its question, by whose roll, rules and ways; how many days it must be noticed before; whether the assembly decides. */
async function draftOf(
  { id, body, form, opensAt, closesAt, channels, tellerIds, scrutineerId }: Given,
  seen: Topic,
  standing: RollState | undefined,
  { store, org }: Context,
  now: number,
) {
  // A roll that is being written is not frozen: what was read of it would never have stood.
  if (isChanging(standing, now)) return refuse('roll-changing')
  const assembly = isAssembly(seen, body)
  const frozenAt = assembly ? (seen.noticedAt ?? now) : now
  const roll = await rollNow(store, org.id, body, frozenAt)
  // A topic is decided by the law of the day it was raised on, however long it takes.
  const rules = ruleSetOn(kindOf(org), dayOf(seen.raisedAt))
  // A body this kind of place does not have has nobody on its roll.
  if (!ruleIn(rules, body)) return refuse('roll-empty')
  const chosen = seen.chosen === undefined ? {} : { chosen: seen.chosen }
  const rule = ruleOfMotion({ rules, body, ...chosen })
  const days = assembly ? 0 : noticeOfRule(rule).days
  const terms = await meetingTerms(store, seen, { rules, body, ...chosen }, { channels, tellerIds, scrutineerId })
  if (!terms.ok) return terms
  const draft: Motion = {
    id,
    body,
    form,
    closesAt,
    ...terms.value,
    opensAt: openingAt(days, opensAt, now),
    orgId: org.id,
    topicId: seen.id,
    text: '',
    rollSize: roll.size,
    rollHash: roll.hash,
    frozenAt,
    rules,
    ...chosen,
    byLaw: authorityOf(rule, channelsOf(terms.value), org.onlineVoteByLaw),
    settledAt: null,
    result: null,
  }
  return grant({ draft, days, assembly })
}

/** Whether the topic, as it is in this moment, takes this vote. */
function topicRefusal(topic: Topic, assembly: boolean, draft: Motion, items: readonly Item[], rev: number) {
  if (assembly && takesMotions(topic)) return 'class-ordinary'
  if (assembly ? !takesBox(topic) : !takesMotions(topic)) return 'step-not-open'
  const unlike = assembly ? unlikeTheNotice(topic, { ...draft, ...items[0]?.question }) : null
  if (unlike) return unlike
  if (assembly && items.length > 1) return 'not-as-noticed'
  return topic.rev !== rev || topic.pending ? 'changed-meanwhile' : null
}

const noticeWords = ({ body, form, opensAt, closesAt }: Motion, told: string, items: number): string =>
  [
    `${told}。`,
    items > 1 ? `一共 ${items} 题，一题一票。` : '',
    `${bodyNames[body].name}，${formNames[form]}，${spokenTime(opensAt)} 到 ${spokenTime(closesAt)}。`,
    body === 'POLL' ? '' : '在不在名册上，到“我的”里看一眼，有错早点说。',
  ].join('')

export const put: Handler<'motion.put'> = async (given, context) => {
  const { store, own, org, actor, clock } = context
  const items = itemsOf(given)
  if (!items.ok) return items
  const seen = await own('topics', given.topicId)
  if (!seen) return refuse('no-such-topic')
  const now = clock.now()
  const rollId = rollStateId(org.id, given.body)
  const standing = await own('rolls', rollId)
  const drafted = await draftOf(given, seen, standing, context, now)
  if (!drafted.ok) return drafted
  const { draft, days, assembly } = drafted.value
  const decision = putMotion(draft, days, now)
  const told = items.value.map(({ question }) => questionTold(question)).join('；')
  const verdict = await judgeWords(context, told)
  if (verdict === 'risky') return refuse('content-risky')
  return store.commit(async tx => {
    const earlier = await tx.get('motions', draft.id)
    if (earlier) return earlier.topicId === seen.id ? grant({ id: earlier.id }) : refuse('changed-meanwhile')
    if (!decision.ok) return decision
    const current = await tx.get('rolls', rollId)
    if (current?.rev !== standing?.rev || isChanging(current, now)) return refuse('roll-changing')
    const topic = await tx.get('topics', seen.id)
    if (!topic) return refuse('no-such-topic')
    const refusal = topicRefusal(topic, assembly, draft, items.value, given.rev)
    if (refusal) return refuse(refusal)
    // Each question is a motion of its own, on the same roll of the same instant: one ballot per item (procedures §5.6.3).
    let next = topic
    for (const [at, { id, question }] of items.value.entries()) {
      const motion: Motion = {
        ...draft,
        ...question,
        ...(assembly && topic.state === 'voting' ? { openedAt: now } : {}),
        id,
        ...(items.value.length > 1 ? { meetingId: draft.id, item: at + 1 } : {}),
      }
      next = await putOnRecord(
        tx,
        next,
        {
          at: now,
          step: 'put_motion',
          transition: 'TR-52',
          said: `提请表决：${questionTold(question)}`,
          byId: actor.id,
          vote: votePut(motion),
        },
        { openMotions: next.openMotions + 1, ...(assembly ? { boxId: id } : {}) },
      )
      await tx.insert('motions', motion)
    }
    await lookAt(tx, context, verdict, next, told)
    await tx.insert(
      'notices',
      noticeOf(
        next,
        {
          code: 'N26',
          to: draft.body === 'POLL' ? { kind: 'topic', audiences: ['concerned', 'affected_groups'] } : { kind: 'roll', body: draft.body },
          motionId: draft.id,
          postedUntil: draft.closesAt,
          more: noticeWords(draft, told, items.value.length),
        },
        now,
      ),
    )
    return grant({ id: draft.id })
  })
}
