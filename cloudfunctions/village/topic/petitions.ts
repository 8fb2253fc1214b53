import { ruleSets } from '@/domain/law/rule-sets'
import { numberChosen } from '@/domain/law/settings'
import { dayOf, spokenDay } from '@/domain/ground/calendar'
import { grant, refuse } from '@/domain/ground/decision'
import { askable, countsAs, isGathering, isOwed, maySign, mayBegin, standings, wants } from '@/domain/topic/joint-petition'
import { signatureId, signingUnits, type Heads, type JointPetition } from '@/domain/topic/petition-rows'
import { has, type Person } from '@/domain/resident/people'
import { termEnds } from '@/domain/procedure/engine/engine'
import { rulesOf } from '@/domain/procedure/engine/ruled'
import { checkText } from '@/domain/ground/text'
import type { Topic } from '@/domain/topic/topic'
import type { Store, Tx } from '../../ports'
import { takeStep, maySee } from './take-step'
import { eachRow } from '../ground/all-rows'
import { signedSoFar } from './petition-line'
import { putOnRecord } from '../ground/put-on-record'
import { noticeOf } from '../ground/notice-rows'
import { titleFor } from './topic-card'
import type { Context, GuestContext, Handler } from '../ground/handler'
import { judgeWords } from '../ground/officers-words'

const pageSize = 100
const tries = 5

async function topicSeen({ own, actor }: GuestContext, id: string): Promise<Topic | undefined> {
  const topic = await own('topics', id)
  return topic && maySee(topic, actor) ? topic : undefined
}

const phaseOf = (topic: Topic, petition: JointPetition, now: number) =>
  petition.servedAt !== null
    ? ('served' as const)
    : petition.reachedAt !== null
      ? ('reached' as const)
      : isGathering(topic, now)
        ? ('gathering' as const)
        : ('lapsed' as const)

export const viewPetition: Handler<'petition.view'> = async ({ topicId }, context) => {
  const { store, own, actor, clock } = context
  const topic = await topicSeen(context, topicId)
  if (!topic) return refuse('no-such-topic')
  const now = clock.now(),
    petition = topic.petition ?? null
  const [signed, mine] = await Promise.all([
    petition ? signedSoFar(store, petition.id) : null,
    petition && actor ? own('signatures', signatureId(petition.id, actor.id)) : undefined,
  ])
  return grant({
    title: titleFor(topic, actor),
    petition:
      petition && signed
        ? {
            wants: wants(topic, petition.asks),
            reason: petition.reason,
            startedAt: petition.startedAt,
            phase: phaseOf(topic, petition, now),
            standings: standings(topic, petition, signed).map(({ label, signed: count, of, needs, reached, explain }) => ({
              label,
              signed: count,
              of,
              needs,
              reached,
              explain,
            })),
            explain: petition.explain,
            conveneBy: petition.conveneBy,
            overdue: petition.conveneBy !== null && petition.servedAt === null && now >= petition.conveneBy,
            signed: mine !== undefined,
            maySign: actor !== null && isGathering(topic, now) && maySign(topic, petition.asks, actor, now),
          }
        : null,
    mayBegin:
      actor !== null && mayBegin(topic, now)
        ? askable(topic, now)
            .filter(one => maySign(topic, one, actor, now))
            .map(value => ({ value, label: wants(topic, value) }))
        : [],
    mayReadNames: actor !== null && petition !== null && has(actor, 'supervisor'),
    now,
  })
}

/** N of each kind on the day it begins: closed accounts of who stands on a roll no longer count. */
async function headsNow(store: Store, orgId: string, kind: 'village' | 'community', now: number): Promise<Heads> {
  const heads = { person: 0, representative: 0, household: 0 }
  for await (const person of eachRow(store, 'people', { match: { orgId } })) {
    const as = countsAs(person, kind, now)
    for (const unit of signingUnits) if (as[unit]) heads[unit] += 1
  }
  return heads
}

const signatureOf = (topic: Topic, petitionId: string, person: Person, at: number) => ({
  id: signatureId(petitionId, person.id),
  orgId: topic.orgId,
  petitionId,
  topicId: topic.id,
  personId: person.id,
  at,
  ...countsAs(person, ruleSets[rulesOf(topic)].kind, at),
})

export const startPetition: Handler<'petition.start'> = async ({ topicId, asks, reason }, context) => {
  const { store, org, actor, clock } = context
  const seen = await topicSeen(context, topicId)
  if (!seen) return refuse('no-such-topic')
  const said = checkText(reason, 300)
  if (!said.ok) return said
  const now = clock.now()
  if (askable(seen, now).includes(asks) && !maySign(seen, asks, actor, now)) return refuse('not-counted')
  if ((await judgeWords(context, said.value)) === 'risky') return refuse('content-risky')
  const of = await headsNow(store, org.id, ruleSets[rulesOf(seen)].kind, now)
  const begun = await store.commit(async tx => {
    const topic = await tx.get('topics', topicId)
    if (!topic) return refuse('no-such-topic')
    // The answer to the first try was lost: it runs already, and is one's own.
    if (topic.petition && isGathering(topic, now) && topic.petition.startedById === actor.id && topic.petition.asks === asks)
      return grant(topic)
    if (isGathering(topic, now) || isOwed(topic)) return refuse('petition-running')
    if (!mayBegin(topic, now) || !askable(topic, now).includes(asks)) return refuse('petition-not-open')
    const petition: JointPetition = {
      id: `${topic.id}:p${topic.rev + 1}`,
      asks,
      reason: said.value,
      startedById: actor.id,
      startedAt: now,
      of,
      withdrawn: 0,
      reachedAt: null,
      explain: '',
      conveneBy: null,
      servedAt: null,
    }
    // Who began it is for those who see the names: the journal keeps that it began.
    const next = await putOnRecord(
      tx,
      topic,
      { at: now, step: 'start_petition', transition: 'TR-42', said: `有人发起联名，要求${wants(topic, asks)}`, byId: null },
      { petition },
    )
    await tx.insert('signatures', signatureOf(topic, petition.id, actor, now))
    return grant(next)
  })
  return begun.ok ? grant({ reached: await reachIfEnough(context, topicId) }) : begun
}

export const signPetition: Handler<'petition.sign'> = async ({ topicId }, context) => {
  const { store, own, actor, clock } = context
  const seen = await topicSeen(context, topicId)
  if (!seen) return refuse('no-such-topic')
  const now = clock.now()
  if (!seen.petition || (!isGathering(seen, now) && seen.petition.reachedAt === null)) return refuse('petition-not-open')
  if (!maySign(seen, seen.petition.asks, actor, now)) return refuse('not-counted')
  const row = signatureOf(seen, seen.petition.id, actor, now)
  const there = await own('signatures', row.id)
  if (seen.petition.reachedAt !== null) return there ? grant({ reached: true }) : refuse('petition-over')
  // The row's key is the petition and the person, so nobody signs twice; nobody else writes this row, so many who sign at once never wait
  // for each other.
  if (!there) await store.put('signatures', row)
  return grant({ reached: await reachIfEnough(context, topicId) })
}

/** Taking a name back writes the topic too: no petition is reached by a name that is no longer there. */
export const withdrawSignature: Handler<'petition.withdraw'> = async ({ topicId }, context) => {
  const { store, actor } = context
  if (!(await topicSeen(context, topicId))) return refuse('no-such-topic')
  return store.commit(async tx => {
    const topic = await tx.get('topics', topicId)
    if (!topic?.petition) return refuse('petition-not-open')
    const { petition } = topic
    if (petition.reachedAt !== null) return refuse('petition-over')
    const id = signatureId(petition.id, actor.id)
    if (!(await tx.get('signatures', id))) return grant({})
    await tx.remove('signatures', id)
    await tx.put('topics', { ...topic, petition: { ...petition, withdrawn: petition.withdrawn + 1 } })
    return grant({})
  })
}

export const listSigners: Handler<'petition.signers'> = async ({ topicId, after }, context) => {
  const { store } = context
  const topic = await topicSeen(context, topicId)
  if (!topic?.petition) return refuse('no-such-topic')
  const { rows, next } = await store.list('signatures', {
    match: { petitionId: topic.petition.id },
    order: { by: 'at' },
    limit: pageSize,
    after,
  })
  const people = new Map(
    (
      await store.getMany(
        'people',
        rows.map(row => row.personId),
      )
    ).map(person => [person.id, person]),
  )
  return grant({
    signers: rows.map(({ id, personId, representative, at }) => ({
      id,
      name: people.get(personId)?.name ?? '',
      group: people.get(personId)?.group ?? 0,
      representative,
      at,
    })),
    next,
  })
}

/**
 * Counts the signatures and, once there are enough, puts that on record once; where the law's answer needs no person's step, it is taken at
 * once.
 */
async function reachIfEnough(context: Context, topicId: string): Promise<boolean> {
  const { store, own, org, clock } = context
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const seen = await own('topics', topicId)
    if (!seen?.petition) return false
    if (seen.petition.reachedAt !== null) return true
    const { id, withdrawn } = seen.petition
    const enough = standings(seen, seen.petition, await signedSoFar(store, id)).find(one => one.reached)
    if (!enough) return false
    const reached = await store.commit(async tx => {
      const topic = await tx.get('topics', topicId)
      if (!topic?.petition || topic.petition.id !== id) return 'gone'
      if (topic.petition.reachedAt !== null) return 'there'
      if (topic.petition.withdrawn !== withdrawn || !isGathering(topic, clock.now())) return 'count-again'
      await putReached(tx, context, topic, topic.petition, enough.explain)
      return 'reached'
    })
    if (reached === 'gone') return false
    if (reached === 'count-again') continue
    if (reached === 'reached' && seen.petition.asks === 'reopening')
      await takeStep(context, org, { topicId, name: 'reopen_by_petition', acting: 'system', evidence: {} })
    return true
  }
  return false
}

async function putReached(tx: Tx, { clock, isRestDay }: Context, topic: Topic, petition: JointPetition, explain: string): Promise<void> {
  const at = clock.now()
  const conveneBy =
    petition.asks === 'reopening'
      ? null
      : termEnds({ days: 15 }, at, isRestDay, numberChosen(rulesOf(topic), 'conveningDays', topic.chosen ?? {}))
  const next = await putOnRecord(
    tx,
    topic,
    {
      at,
      step: 'petition_reached',
      transition: petition.asks === 'reopening' ? 'TR-90' : 'TR-42',
      said: `联名够了：${explain}`,
      byId: null,
    },
    {
      petition: { ...petition, reachedAt: at, explain, conveneBy },
      ...(conveneBy === null ? {} : { dueAt: conveneBy }),
    },
  )
  const by = conveneBy === null ? '这件事重新审定。' : `村委会（居委会）应当召集，最迟 ${spokenDay(dayOf(conveneBy - 1))} 发出会议通知。`
  await tx.insert(
    'notices',
    noticeOf(
      next,
      {
        code: 'N33',
        to: { kind: 'topic', audiences: ['committee', 'party', 'supervisors', 'proposer', 'supporters'] },
        more: `联名够了，要求${wants(topic, petition.asks)}。${by}`,
      },
      at,
    ),
  )
}
