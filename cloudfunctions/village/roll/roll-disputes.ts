import { bodyNames, isByHousehold } from '@/domain/law/names'
import { dayOf } from '@/domain/ground/calendar'
import { grant, refuse, type Decision } from '@/domain/ground/decision'
import { boardCode } from '@/domain/ground/journal'
import type { Motion } from '@/domain/vote/motions'
import { has, isOfAge, officeName, type Person } from '@/domain/resident/people'
import { messageId } from '@/domain/notice/notices'
import {
  amendmentId,
  isChanging,
  placeAt,
  placeEnded,
  placeOpened,
  rollHash,
  rollPlaceId,
  unitsAt,
  type RollAmendment,
  type RollPlace,
  type RollState,
} from '@/domain/roll/roll'
import { rolesAfter, rollNameOf } from '@/domain/roll/difference'
import { disputeKinds, disputesWaiting, dueOf, stillOpenTo, type RollDispute } from '@/domain/roll/disputes'
import { answersForRoll, watchesRoll, type RollBody } from '@/domain/roll/roll-bodies'
import { checkText } from '@/domain/ground/text'
import { KeyTaken, type Store, type Tx } from '../../ports'
import { allRows } from '../ground/all-rows'
import { putOnRecord } from '../ground/put-on-record'
import { amendmentsOf, liveMotions, placesOf, rollsHere, rollStateIn, rollStateOf, standingOf, windowOf } from './standing-rolls'
import type { Context, Handler } from '../ground/handler'
import { runsHall } from '@/domain/session/sessions'
import { rollHere } from './roll-imports'
import { sentBefore } from '../ground/own'

const most = 200
const pageSize = 20

/** A dispute as it is read by who said it and by who decides it; `may`: which of the two deciders this reader is. */
export function disputeLine(
  one: RollDispute,
  { org, actor, ...rest }: Pick<Context, 'org' | 'actor'> & ({ readonly now: number } | Pick<Context, 'clock'>),
  names: ReadonlyMap<string, Person>,
) {
  const now = 'now' in rest ? rest.now : rest.clock.now()
  const roll = rollsHere(org).find(({ body }) => body === one.body)
  const by = one.first ? names.get(one.first.byId) : undefined
  const own = one.personId === actor.id || one.subjectId === actor.id
  const may =
    !roll || own || one.decidedAt !== null
      ? null
      : one.first === null
        ? answersForRoll(actor, roll)
          ? ('first' as const)
          : null
        : watchesRoll(actor, roll) && one.first.byId !== actor.id && !has(actor, 'party_secretary')
          ? ('second' as const)
          : null
  return {
    id: one.id,
    body: one.body,
    roll: bodyNames[one.body].name,
    kind: one.kind,
    about: rollNameOf(names.get(one.subjectId)),
    words: one.words,
    at: one.at,
    dueAt: one.dueAt,
    overdue: one.decidedAt === null && now > one.dueAt,
    first: one.first ? { by: by ? officeName(by) : '', grants: one.first.grants, words: one.first.words } : null,
    disagreed: one.disagreed,
    outcome: one.outcome,
    answer: one.answer,
    may,
  }
}

export const dispute: Handler<'roll.dispute'> = async ({ key, body, kind, subjectId, words }, context) => {
  const { store, own, org, actor, clock, contentCheck, openid } = context
  const roll = rollHere(context, body)
  if (!roll) return refuse('not-your-role')
  const earlier = await sentBefore(store, 'rollDisputes', key)
  if (earlier) return earlier.personId === actor.id ? grant({}) : refuse('not-your-role')
  const said = checkText(words, most)
  if (!said.ok) return said
  const now = clock.now()
  if ((await windowOf(store, org.id, roll, now)) === null) return refuse('roll-window-closed')
  const subject = subjectId === undefined ? actor : await own('people', subjectId)
  if (!subject) return refuse('no-such-person')
  if (!(await maySay(context, roll, kind, subject))) return refuse('not-your-role')
  const waiting = (await allRows(store, 'rollDisputes', { match: { personId: actor.id }, order: { by: 'at' } })).filter(
    one => one.decidedAt === null,
  )
  if (waiting.length >= disputesWaiting && !runsHall(actor)) return refuse('too-many-corrections')
  // Only those who decide read it: what the machine is not sure of they may still read.
  if ((await contentCheck.judge(said.value, openid)) === 'risky') return refuse('content-risky')
  const row: RollDispute = {
    id: key,
    orgId: org.id,
    body,
    kind,
    subjectId: subject.id,
    personId: actor.id,
    words: said.value,
    at: now,
    dueAt: dueOf(now),
    first: null,
    disagreed: '',
    outcome: null,
    answer: '',
    decidedAt: null,
    secondId: null,
  }
  try {
    await store.commit(tx => tx.insert('rollDisputes', row))
    return grant({})
  } catch (fault) {
    if (!(fault instanceof KeyTaken)) throw fault
    return (await sentBefore(store, 'rollDisputes', key))?.personId === actor.id ? grant({}) : refuse('not-your-role')
  }
}

/**
 * Of oneself anything; of others what one can read: on the roll, of one's own group. The moderator and the recorder say it for whoever came
 * by.
 */
async function maySay({ store, org, actor, clock }: Context, roll: RollBody, kind: RollDispute['kind'], subject: Person): Promise<boolean> {
  if (subject.id === actor.id || runsHall(actor)) return true
  if (kind === 'missing' || subject.group === 0 || subject.group !== actor.group) return false
  const [mine, theirs] = await Promise.all([actor, subject].map(one => standingOf(store, org.id, roll.body, one.id, clock.now())))
  return mine !== undefined && theirs !== undefined
}

export const listDisputes: Handler<'roll.disputes'> = async ({ after }, context) => {
  const { store, org, actor, clock } = context
  const here = rollsHere(org).filter(roll => answersForRoll(actor, roll) || watchesRoll(actor, roll))
  if (here.length === 0) return refuse('not-your-role')
  const page = await store.list('rollDisputes', { match: { orgId: org.id, decidedAt: null }, order: { by: 'at' }, limit: pageSize, after })
  const rows = page.rows.filter(one => here.some(roll => roll.body === one.body))
  const names = new Map(
    (await store.getMany('people', [...new Set(rows.flatMap(one => [one.subjectId, ...(one.first ? [one.first.byId] : [])]))])).map(
      person => [person.id, person],
    ),
  )
  return grant({ waiting: rows.map(one => disputeLine(one, context, names)), next: page.next, now: clock.now() })
}

export const decideDispute: Handler<'roll.decide'> = async ({ id, grants, words }, context) => {
  const { store, own, actor, clock } = context
  const said = checkText(words, most)
  if (!said.ok) return said
  const seen = await own('rollDisputes', id)
  const roll = seen && rollHere(context, seen.body)
  if (!seen || !roll) return refuse('no-such-proposal')
  const now = clock.now()
  const may = mayDecide(seen, actor, roll, grants)
  if (!may.ok) return may
  if (may.value === 'done') return grant({ outcome: seen.outcome })
  if (may.value === 'first' || (seen.first !== null && seen.first.grants !== grants))
    return store.commit(async tx => {
      const row = await tx.get('rollDisputes', id)
      if (!row || row.decidedAt !== null || row.first?.at !== seen.first?.at) return refuse('changed-meanwhile')
      // The two do not agree: the first decides anew, with what the second said before them.
      await tx.put(
        'rollDisputes',
        may.value === 'first'
          ? { ...row, first: { byId: actor.id, grants, words: said.value, at: now } }
          : { ...row, first: null, disagreed: said.value },
      )
      return grant({ outcome: null })
    })
  const prepared =
    (grants && seen.kind !== 'wrong') || (grants && isByHousehold(seen.body)) ? await prepare(context, roll, seen, now) : null
  if (prepared && !prepared.ok) return prepared
  return store.commit(async tx => {
    const row = await tx.get('rollDisputes', id)
    if (!row || row.decidedAt !== null || row.first?.at !== seen.first?.at) return refuse('changed-meanwhile')
    if (prepared) {
      const written = await rewrite(tx, prepared.value, { byId: row.first?.byId ?? actor.id, confirmedById: actor.id }, now)
      if (!written.ok) return written
    }
    const outcome = grants ? ('granted' as const) : ('declined' as const)
    await tx.put('rollDisputes', { ...row, outcome, answer: said.value, decidedAt: now, secondId: actor.id })
    await tellPerson(
      tx,
      row,
      `${bodyNames[row.body].name}的名册，${disputeKinds[row.kind]}：${grants ? '已经照您说的改了' : '没有改'}。${said.value}`,
      now,
    )
    return grant({ outcome })
  })
}

function mayDecide(
  one: RollDispute,
  actor: Person,
  roll: RollBody,
  grants: boolean,
): Decision<
  'first' | 'second' | 'done',
  'not-your-role' | 'own-case' | 'second-key-same-person' | 'second-key-is-secretary' | 'no-such-proposal'
> {
  if (one.personId === actor.id || one.subjectId === actor.id) return refuse('own-case')
  if (one.decidedAt !== null)
    return one.secondId === actor.id && (one.outcome === 'granted') === grants ? grant('done') : refuse('no-such-proposal')
  if (one.first === null) return answersForRoll(actor, roll) ? grant('first') : refuse('not-your-role')
  if (!watchesRoll(actor, roll)) return refuse('not-your-role')
  if (one.first.byId === actor.id) return refuse('second-key-same-person')
  return has(actor, 'party_secretary') ? refuse('second-key-is-secretary') : grant('second')
}

/** One person's change of unit, with all that hangs on it. */
interface Rewriting {
  readonly roll: RollBody
  readonly state: RollState
  readonly changes: readonly { readonly personId: string; readonly unitId: string | null }[]
  readonly places: readonly RollPlace[]
  readonly motions: readonly { readonly motion: Motion; readonly amendments: readonly RollAmendment[] }[]
}

type PrepareRefusal = 'no-such-person' | 'roll-changing'

async function prepare(
  context: Context,
  roll: RollBody,
  { kind, subjectId }: Pick<RollDispute, 'kind' | 'subjectId'>,
  now: number,
): Promise<Decision<Rewriting, PrepareRefusal>> {
  const subject = await context.own('people', subjectId)
  if (!subject) return refuse('no-such-person')
  if (kind === 'not-entitled') return rewritingOf(context, roll, [{ personId: subjectId, unitId: null }], now)
  const unitId = isByHousehold(roll.body) ? subject.householdId : subject.id
  if (unitId === null || !isOfAge(subject, roll.age, dayOf(now))) return refuse('no-such-person')
  return rewritingOf(context, roll, [{ personId: subjectId, unitId }], now)
}

async function rewritingOf(
  { store, org }: Pick<Context, 'store' | 'org'>,
  roll: RollBody,
  wanted: Rewriting['changes'],
  now: number,
): Promise<Decision<Rewriting, PrepareRefusal>> {
  const state = await rollStateOf(store, org.id, roll.body, now)
  if (isChanging(state, now)) return refuse('roll-changing')
  const [places, live] = await Promise.all([placesOf(store, org.id, roll.body), liveMotions(store, org.id, roll.body)])
  // A unit has one person: whoever stood for it before stands for it no more.
  const displaced = wanted.flatMap(({ personId, unitId }) =>
    places.flatMap(place =>
      unitId !== null && place.personId !== personId && placeAt(place, now)?.unitId === unitId
        ? [{ personId: place.personId, unitId: null }]
        : [],
    ),
  )
  const motions = await Promise.all(
    stillOpenTo(live, roll.body, now).map(async motion => ({ motion, amendments: await amendmentsOf(store, motion.id) })),
  )
  return grant({ roll, state, places, motions, changes: [...displaced, ...wanted] })
}

/** The standing roll from now on, and the frozen rolls of votes that have not opened; never of one that has (procedures §5.6.3). */
async function rewrite(
  tx: Tx,
  { roll, state: seen, places, motions, changes }: Rewriting,
  keys: Pick<RollState, 'byId' | 'confirmedById'>,
  now: number,
): Promise<Decision<null, 'roll-changing' | 'changed-meanwhile'>> {
  const state = await rollStateIn(tx, seen)
  if (isChanging(state, now)) return refuse('roll-changing')
  if (state.rev !== seen.rev) return refuse('changed-meanwhile')
  const after = new Map(places.map(place => [place.personId, place]))
  for (const { personId, unitId } of changes) {
    const id = rollPlaceId(state.orgId, roll.body, personId)
    const place = await tx.get('rollPlaces', id)
    const next =
      unitId === null
        ? place && placeEnded(place, now)
        : place
          ? placeOpened(place, unitId, now)
          : { id, orgId: state.orgId, body: roll.body, personId, unitId, since: now, until: null }
    if (next) {
      await tx.put('rollPlaces', next)
      after.set(personId, next)
    }
    const person = await tx.get('people', personId)
    if (person && person.rollName === undefined) await tx.put('people', { ...person, roles: rolesAfter(person, roll, unitId !== null) })
  }
  const units = unitsAt([...after.values()], now)
  await tx.put('rolls', { ...state, rev: state.rev + 1, size: units.length, hash: rollHash(units), ...keys })
  for (const { motion, amendments } of motions) await amend(tx, motion, amendments, places, changes, keys.byId, now)
  return grant(null)
}

async function amend(
  tx: Tx,
  seen: Motion,
  amendments: readonly RollAmendment[],
  places: readonly RollPlace[],
  changes: Rewriting['changes'],
  byId: string | null,
  now: number,
): Promise<void> {
  const motion = await tx.get('motions', seen.id)
  if (!motion || stillOpenTo([motion], motion.body, now).length === 0) return
  const changed: readonly RollAmendment[] = changes.map(({ personId, unitId }) => ({
    id: amendmentId(motion.id, personId),
    orgId: motion.orgId,
    motionId: motion.id,
    personId,
    unitId,
    at: now,
  }))
  const kept = amendments.filter(one => !changed.some(({ id }) => id === one.id))
  const units = unitsAt(places, motion.frozenAt, [...kept, ...changed])
  for (const one of changed) await tx.put('rollAmendments', one)
  const hash = rollHash(units)
  await tx.put('motions', { ...motion, amended: motion.id, rollSize: units.length, rollHash: hash })
  const topic = await tx.get('topics', motion.topicId)
  if (!topic || hash === motion.rollHash) return
  await putOnRecord(
    tx,
    topic,
    {
      at: now,
      step: 'roll_amended',
      transition: 'TR-52',
      said: `核对名册：应到从 ${motion.rollSize} 变成 ${units.length}，名册验证码 ${boardCode(hash)}`,
      byId,
    },
    {},
  )
}

/** Read in the app by the one who said it; about no topic, and never pushed to a locked screen. */
async function tellPerson(tx: Tx, { id, orgId, personId }: RollDispute, body: string, at: number): Promise<void> {
  const noticeId = `roll:${id}`
  await tx.put('messages', {
    id: messageId(noticeId, personId),
    orgId,
    personId,
    noticeId,
    topicId: '',
    title: '您说的名册，有结果了',
    body,
    at,
    readAt: null,
  })
}

export const represent: Handler<'roll.represent'> = async ({ personId, note }, context) => {
  const { store, own, org, actor, clock } = context
  const roll = rollsHere(org).find(({ body }) => isByHousehold(body))
  const person = await own('people', personId)
  const now = clock.now()
  if (!roll || !person || person.householdId === null || !isOfAge(person, 18, dayOf(now))) return refuse('no-such-person')
  const kin = person.householdId === actor.householdId && (await standsFor(store, roll, actor, person.householdId, now))
  if (!kin) {
    // In writing, at the hall: where the paper lies is said.
    if (!runsHall(actor))
      return (await standsFor(store, roll, person, person.householdId, now)) && person.householdId === actor.householdId
        ? grant({})
        : refuse('not-your-role')
    const said = checkText(note, most)
    if (!said.ok) return said
  }
  if (await standsFor(store, roll, person, person.householdId, now)) return grant({})
  const prepared = await rewritingOf(context, roll, [{ personId, unitId: person.householdId }], now)
  if (!prepared.ok) return prepared.refusal === 'no-such-person' ? refuse('no-such-person') : refuse('roll-changing')
  const written = await store.commit(tx => rewrite(tx, prepared.value, { byId: actor.id, confirmedById: null }, now))
  return written.ok ? grant({}) : refuse('roll-changing')
}

const standsFor = async (store: Store, roll: RollBody, { id, orgId }: Person, unitId: string, now: number): Promise<boolean> =>
  (await standingOf(store, orgId, roll.body, id, now))?.unitId === unitId
