import {
  codeHolds,
  codesTried,
  householdOf,
  isKeepersPhone,
  mayVouch,
  useCode,
  type BindCode,
  type Vouched,
} from '@/domain/resident/bind-codes'
import { dayOf } from '@/domain/ground/calendar'
import { grant, refuse } from '@/domain/ground/decision'
import { isOfAge, masked, officeName, type Person } from '@/domain/resident/people'
import { sceneOf } from '@/domain/resident/scene'
import type { Parsed } from '@/contract'
import { KeyTaken, type Ports } from '../../ports'
import type { Context, GuestContext, Handler } from '../ground/handler'
import { landing, pictureOf } from './codes'
import { mayTry } from './tries'
import { sentBefore } from '../ground/own'

export const accountMarkOf = ({ vault }: Pick<Ports, 'vault'>, openid: string): string => vault.mark(`account:${openid}`)
const codeMarkOf = ({ vault, org }: Pick<Context, 'vault' | 'org'>, code: string) => vault.mark(`${org.id}:bind:${code}`)

export const giveCode: Handler<'register.code'> = ({ personId }, context) => give('desk', personId, context)
export const invite: Handler<'household.invite'> = ({ personId }, context) => give('family', personId, context)

async function give(how: Vouched, personId: string, context: Context) {
  const { store, own, org, actor, clock, chance, codes } = context
  const now = clock.now(),
    deed = chance.id()
  const code = await unusedCode(context)
  const given = await store.commit(async tx => {
    const person = await own('people', personId, tx)
    const facts = {
      bound: (await tx.get('bindings', personId)) !== undefined,
      closed: (await tx.get('closures', personId)) !== undefined,
      on: dayOf(now),
    }
    const decision = mayVouch(how, actor, person, facts)
    if (!decision.ok) return decision
    const row: BindCode = {
      id: personId,
      orgId: org.id,
      codeMark: codeMarkOf(context, code),
      byId: actor.id,
      how,
      at: now,
      until: now + codeHolds[how],
      wrong: 0,
      usedBy: null,
    }
    await tx.put('bindCodes', row)
    await tx.insert('registerDeeds', { id: deed, orgId: org.id, personId, byId: actor.id, what: 'code-given', how, at: now })
    return grant(row)
  })
  if (!given.ok) return given
  // Digits can be typed: a picture that cannot be had just now is no reason to have no code.
  const bytes = await codes.of(sceneOf({ kind: 'bind', id: code }) ?? '', landing).catch(() => null)
  return grant({ code, until: given.value.until, now, picture: bytes === null ? null : pictureOf(bytes) })
}

/** Digits that are no other person's now. */
async function unusedCode(context: Context): Promise<string> {
  const { store, org, chance } = context
  for (;;) {
    const code = String(chance.below(1_000_000)).padStart(6, '0')
    const { rows } = await store.list('bindCodes', { match: { orgId: org.id, codeMark: codeMarkOf(context, code) }, limit: 1 })
    if (rows.length === 0) return code
  }
}

/** The code with these digits; none where two people were by chance given the same digits at the same moment. */
async function codeOf(context: GuestContext, digits: string): Promise<BindCode | undefined> {
  const { rows } = await context.store.list('bindCodes', {
    match: { orgId: context.org.id, codeMark: codeMarkOf(context, digits) },
    limit: 2,
  })
  return rows.length === 1 ? rows[0] : undefined
}

/** What both questions of a code begin with. A WeChat that is somebody's learns of its own code alone. */
async function looked(context: GuestContext, { code: digits, name }: { readonly code: string; readonly name: string | null }) {
  const { store, own, actor, openid, clock } = context
  if (openid === '') return refuse('not-own-phone')
  if (!(await mayTry(context, 'bindcode', codesTried))) return refuse('too-many-binds')
  const by = accountMarkOf(context, openid)
  const code = await codeOf(context, digits)
  const person = code && (await own('people', code.id))
  if (actor)
    return code && person && code.usedBy === by && actor.id === person.id
      ? grant({ code, person, by, seen: 'again' as const })
      : refuse('not-own-phone')
  const decision = useCode(code, person, { by, name, now: clock.now() })
  if (!decision.ok) {
    if (decision.refusal === 'name-differs' && code) await countWrongName(context, code)
    return decision
  }
  if (!code || !person) return refuse('bind-code-wrong')
  const { rows } = await store.list('registerDeeds', { match: { accountMark: by }, order: { by: 'at', descending: true }, limit: 100 })
  const formerly = await store.getMany('people', [...new Set(rows.map(row => row.personId))])
  return isKeepersPhone(formerly, person, code.byId) ? refuse('not-own-phone') : grant({ code, person, by, seen: decision.value })
}

const countWrongName = ({ store }: GuestContext, { id, codeMark }: BindCode): Promise<void> =>
  store.commit(async tx => {
    const code = await tx.get('bindCodes', id)
    if (code?.codeMark === codeMark) await tx.put('bindCodes', { ...code, wrong: code.wrong + 1 })
  })

export const look: Handler<'bind.look'> = async ({ code: digits }, context) => {
  const found = await looked(context, { code: digits, name: null })
  if (!found.ok) {
    const { refusal } = found // no name is asked here
    return refuse(refusal === 'name-differs' ? 'bind-code-wrong' : refusal)
  }
  const { code, person } = found.value
  const by = await context.own('people', code.byId)
  return grant({ name: masked(person.name), how: code.how, by: !by ? '' : code.how === 'desk' ? officeName(by) : masked(by.name) })
}

export const take: Handler<'bind.take'> = async (input, context) => {
  const found = await looked(context, input)
  if (!found.ok) return found
  const { person, seen } = found.value
  if (seen === 'again') return grant({ name: masked(person.name) })
  return tie(input, context, found.value)
}

/** Code, account, binding and deed in one commit: the code is used by whom it ties, and by nobody else. */
async function tie(
  { name }: Parsed<'bind.take'>,
  context: GuestContext,
  { code, person, by }: { readonly code: BindCode; readonly person: Person; readonly by: string },
) {
  const { store, org, openid, clock, chance } = context
  const deed = chance.id(),
    at = clock.now()
  try {
    return await store.commit(async tx => {
      const now = await tx.get('bindCodes', code.id)
      // Another was given meanwhile: these digits are void.
      const decision = useCode(now?.codeMark === code.codeMark ? now : undefined, person, { by, name, now: at })
      if (!decision.ok) return decision
      if (decision.value === 'first') {
        if (await tx.get('closures', person.id)) return refuse('bind-code-wrong')
        await tx.insert('accounts', { id: openid, orgId: org.id, personId: person.id })
        await tx.insert('bindings', { id: person.id, orgId: org.id, accountId: openid, at })
        await tx.put('bindCodes', { ...code, wrong: now?.wrong ?? 0, usedBy: by })
        await tx.insert('registerDeeds', {
          id: deed,
          orgId: org.id,
          personId: person.id,
          byId: code.byId,
          what: 'bound',
          at,
          how: code.how,
          accountMark: by,
          ...(code.how === 'family' ? { familyOf: org.id } : {}),
        })
      }
      return grant({ name: masked(person.name) })
    })
  } catch (fault) {
    if (!(fault instanceof KeyTaken)) throw fault
    const account = await sentBefore(store, 'accounts', openid)
    if (!account) return refuse('already-bound')
    return account.personId === person.id ? grant({ name: masked(person.name) }) : refuse('not-own-phone')
  }
}

export const viewHousehold: Handler<'household.view'> = async (_, { store, org, actor, clock }) => {
  const householdId = householdOf(actor)
  if (householdId === null) return refuse('not-your-role')
  const now = clock.now()
  const { rows } = await store.list('people', { match: { orgId: org.id, householdId }, limit: 100 })
  const people = rows.filter(person => isOfAge(person, 16, dayOf(now)))
  const ids = people.map(person => person.id)
  const bound = new Set((await store.getMany('bindings', ids)).map(binding => binding.id))
  const codes = new Map(
    (await store.getMany('bindCodes', ids))
      .filter(code => code.how === 'family' && code.usedBy === null && code.until > now)
      .map(code => [code.id, code.until]),
  )
  return grant({
    members: people.map(({ id, name }) => ({
      id,
      name,
      me: id === actor.id,
      bound: bound.has(id),
      codeUntil: bound.has(id) ? null : (codes.get(id) ?? null),
    })),
    now,
  })
}

export const families: Handler<'register.families'> = async ({ after }, { store, org, actor, clock }) => {
  const page = await store.list('registerDeeds', { match: { familyOf: org.id }, order: { by: 'at', descending: true }, limit: 20, after })
  const people = new Map(
    (await store.getMany('people', [...new Set(page.rows.flatMap(row => [row.personId, row.byId]))])).map(person => [person.id, person]),
  )
  const bindings = new Map(
    (await store.getMany('bindings', [...new Set(page.rows.map(row => row.personId))])).map(binding => [binding.id, binding.at]),
  )
  return grant({
    rows: page.rows.map(({ id, personId, byId, at }) => {
      const person = people.get(personId)
      // The hall's desk keeps the register and reads whole names there.
      return {
        id,
        personId,
        name: person?.name ?? '',
        group: person?.group ?? 0,
        by: people.get(byId)?.name ?? '',
        at,
        still: bindings.get(personId) === at,
      }
    }),
    now: clock.now(),
    next: page.next,
  })
}
