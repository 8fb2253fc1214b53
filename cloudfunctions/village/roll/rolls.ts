import { glosses } from '@/domain/law/glosses'
import { bodyNames, isByHousehold, unitWord } from '@/domain/law/names'
import { dayOf } from '@/domain/ground/calendar'
import { grant, refuse } from '@/domain/ground/decision'
import { boardCode } from '@/domain/ground/journal'
import { isOfAge, officeName, type Person } from '@/domain/resident/people'
import { isChanging, placeAt, rollPlaceId } from '@/domain/roll/roll'
import { householdCode, rollNameOf } from '@/domain/roll/difference'
import type { RollDispute } from '@/domain/roll/disputes'
import { answersForRoll, keepsRoll, watchesRoll, type RollBody } from '@/domain/roll/roll-bodies'
import { turnsRollKey } from '@/domain/roll/imports'
import { mayRead } from '@/domain/topic/visibility'
import type { Store } from '../../ports'
import { allRows } from '../ground/all-rows'
import { rollsHere, rollStateOf, standingOf, windowOf } from './standing-rolls'
import type { Context, Handler } from '../ground/handler'
import { laidLine, rollHere } from './roll-imports'
import { disputeLine } from './roll-disputes'
import { isOf } from '../ground/own'

const peopleAPage = 500
const historyShown = 20
const decidedShown = 20

const peopleOf = async (store: Store, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Person>> =>
  new Map((await store.getMany('people', [...new Set(ids.filter(id => id !== null))])).map(person => [person.id, person]))

/** Whether this reader gets every name of it: who watches it, and who keeps it, because they need it for that (procedures §5.5.1). */
const readsWhole = (actor: Person, roll: RollBody): boolean =>
  watchesRoll(actor, roll) || mayRead('roll', actor, 'full', { needed: keepsRoll(actor, roll) })
const readsGroup = (actor: Person): boolean => mayRead('roll', actor, 'full', { ownGroup: true })

export const listRolls: Handler<'roll.list'> = async (_, { store, org, actor, clock }) => {
  const now = clock.now()
  const here = rollsHere(org)
  const [states, imports, open, granted] = await Promise.all([
    Promise.all(here.map(roll => rollStateOf(store, org.id, roll.body, now))),
    store.list('rollImports', { match: { orgId: org.id }, order: { by: 'at', descending: true }, limit: historyShown }),
    store.count('rollDisputes', { orgId: org.id, decidedAt: null }),
    allRows(store, 'rollDisputes', { match: { orgId: org.id }, order: { by: 'at' } }),
  ])
  const names = await peopleOf(store, [
    ...states.flatMap(state => [state.byId, state.confirmedById]),
    ...imports.rows.flatMap(row => [row.byId, row.supervisorId]),
  ])
  const said = (id: string | null) => {
    const person = id === null ? undefined : names.get(id)
    return person ? officeName(person) : null
  }
  const sizes = new Map(states.map(state => [state.body, state.size]))
  const decided = granted.filter(one => one.outcome !== null)
  return grant({
    rolls: here.map((roll, at) => {
      const state = states[at]
      if (!state) throw new Error(`no line for ${roll.body}`)
      return {
        body: roll.body,
        name: bodyNames[roll.body].name,
        unit: unitWord(roll.body),
        says: glosses[roll.body],
        size: state.size,
        code: boardCode(state.hash),
        since: state.effectiveAt === 0 ? null : state.effectiveAt,
        by: said(state.byId),
        confirmedBy: said(state.confirmedById),
        changing: isChanging(state, now),
        waiting: state.waiting,
        mayImport: keepsRoll(actor, roll),
        mayRead: readsWhole(actor, roll),
      }
    }),
    // A sheet that is only being looked at is its importer's business.
    history: imports.rows
      .filter(row => row.byId === actor.id || !['compared', 'dropped'].includes(row.state))
      .flatMap(row => laidLine(row, actor, names, sizes.get(row.body) ?? 0) ?? []),
    disputes: {
      open,
      granted: decided.filter(one => one.outcome === 'granted').length,
      declined: decided.filter(one => one.outcome === 'declined').length,
      decided: decided
        .slice(-decidedShown)
        .reverse()
        .map(({ body, kind, outcome, decidedAt }) => ({
          roll: bodyNames[body].name,
          kind,
          outcome: outcome ?? 'declined',
          at: decidedAt ?? 0,
        })),
    },
    groups: org.groups,
    decides: here.some(roll => answersForRoll(actor, roll) || watchesRoll(actor, roll)),
    now,
  })
}

/** The adults of one's household who could stand for it, and who does. */
async function householdSeen({ store, org, actor, clock }: Context, roll: RollBody) {
  if (!isByHousehold(roll.body) || actor.householdId === null) return null
  const now = clock.now()
  const members = await allRows(store, 'people', { match: { orgId: org.id, householdId: actor.householdId } })
  const places = await store.getMany(
    'rollPlaces',
    members.map(one => rollPlaceId(org.id, roll.body, one.id)),
  )
  const place = places.find(one => placeAt(one, now)?.unitId === actor.householdId)
  const adults = members.filter(one => isOfAge(one, 18, dayOf(now)) && one.id !== place?.personId)
  return {
    representative: place ? (members.find(one => one.id === place.personId)?.name ?? null) : null,
    mayHandOver: place?.personId === actor.id && adults.length > 0,
    members: place?.personId === actor.id ? adults.map(({ id, name }) => ({ id, name })) : [],
  }
}

export const myRolls: Handler<'roll.mine'> = async (_, context) => {
  const { store, org, actor, clock } = context
  const now = clock.now()
  const entries = await Promise.all(
    rollsHere(org).map(async roll => {
      const [place, until, household] = await Promise.all([
        standingOf(store, org.id, roll.body, actor.id, now),
        windowOf(store, org.id, roll, now),
        householdSeen(context, roll),
      ])
      return {
        body: roll.body,
        roll: bodyNames[roll.body].name,
        unit: unitWord(roll.body),
        on: place !== undefined,
        since: place && place.since > 0 ? place.since : null,
        until,
        household,
        mayReadGroup: actor.group > 0 && (readsGroup(actor) || (place !== undefined && until !== null)),
      }
    }),
  )
  const said = await allRows(store, 'rollDisputes', { match: { personId: actor.id }, order: { by: 'at', descending: true } })
  return grant({ entries, group: actor.group, disputes: await linesOf(context, said), now })
}

const linesOf = async (context: Context, disputes: readonly RollDispute[]) => {
  const names = await peopleOf(
    context.store,
    disputes.flatMap(one => [one.subjectId, one.first?.byId ?? null]),
  )
  return disputes.map(one => disputeLine(one, context, names))
}

export const listPeople: Handler<'roll.people'> = async ({ body, after }, context) => {
  const { store, own, org, actor, clock } = context
  const roll = rollHere(context, body)
  if (!roll) return refuse('not-your-role')
  const now = clock.now()
  const whole = readsWhole(actor, roll)
  const shown = bodyNames[body].name
  if (whole) {
    // Read page by page: between two shapes a page of each would make a roll that never was.
    if (isChanging(await own('rolls', `${org.id}:${body}`), now)) return refuse('roll-changing')
    const page = await store.list('rollPlaces', { match: { orgId: org.id, body }, limit: peopleAPage, after })
    const places = page.rows.flatMap(place => placeAt(place, now) ?? [])
    const people = await peopleOf(
      store,
      places.map(place => place.personId),
    )
    return grant({
      roll: shown,
      whole,
      next: page.next,
      people: places.map(({ personId, unitId, since }) => {
        const person = people.get(personId)
        const household = isByHousehold(body) ? unitId : (person?.householdId ?? null)
        return {
          id: personId,
          code: personId,
          name: rollNameOf(person),
          group: person?.group ?? 0,
          household: household === null ? null : householdCode(household, org.id),
          since,
        }
      }),
    })
  }
  const mine = await standingOf(store, org.id, body, actor.id, now)
  const open = mine !== undefined && (await windowOf(store, org.id, roll, now)) !== null
  if (actor.group === 0 || (!readsGroup(actor) && !open)) return refuse('not-your-role')
  const page = await store.list('people', { match: { orgId: org.id, group: actor.group }, limit: peopleAPage, after })
  const places = new Map(
    (
      await store.getMany(
        'rollPlaces',
        page.rows.map(one => rollPlaceId(org.id, body, one.id)),
      )
    ).flatMap(place => {
      const held = placeAt(place, now)
      return held ? [[place.personId, held] as const] : []
    }),
  )
  return grant({
    roll: shown,
    whole,
    next: page.next,
    people: page.rows.flatMap(person => {
      const place = places.get(person.id)
      return place
        ? [{ id: person.id, code: null, name: rollNameOf(person), group: person.group, household: null, since: place.since }]
        : []
    }),
  })
}

/** How many rolls and disputes wait for this person. */
export async function rollsWaitingFor({ store, org, actor }: Context): Promise<number> {
  const here = rollsHere(org).filter(roll => answersForRoll(actor, roll) || watchesRoll(actor, roll))
  if (here.length === 0) return 0
  const [laid, disputes] = await Promise.all([
    allRows(store, 'rollImports', { match: { state: 'waiting' }, order: { by: 'at' } }),
    allRows(store, 'rollDisputes', { match: { orgId: org.id, decidedAt: null }, order: { by: 'at' } }),
  ])
  const keys = laid.filter(
    row => isOf(org.id)(row) && here.some(roll => roll.body === row.body && turnsRollKey(actor, roll, row.byId).ok),
  ).length
  return keys + disputes.filter(one => disputeLine(one, { org, actor, now: 0 }, new Map()).may !== null).length
}
