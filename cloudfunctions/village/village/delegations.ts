import { checkDelegation, delegationForms } from '@/domain/law/delegation'
import { isDelegable, matterCodes, matters } from '@/domain/law/matters'
import { bodyNames } from '@/domain/law/names'
import { isDay, dayOf, type Day } from '@/domain/ground/calendar'
import { grant, refuse } from '@/domain/ground/decision'
import { kindOf, type Org } from '@/domain/village/org'
import { has, officeName, type Person } from '@/domain/resident/people'
import { checkText } from '@/domain/ground/text'
import { turnsSecondKey, type GrantedDelegation } from '@/domain/village/village-rules'
import { allRows } from '../ground/all-rows'
import type { Handler } from '../ground/handler'
import { judgeWords } from '../ground/officers-words'

const most = 200

/** Who hands on to whom in this kind of place. */
const betweenIn = (org: Org) => (kindOf(org) === 'village' ? ({ from: 'VA', to: 'VRA' } as const) : ({ from: 'RA', to: 'RRA' } as const))
const assemblyName = { VA: '村民会议', RA: '居民会议' } as const
const given = (org: Org) =>
  matterCodes.filter(
    code =>
      isDelegable(code) && (matters[code].decidedBy[betweenIn(org).to] === 'delegation' || (code === 'FUND' && kindOf(org) === 'village')),
  )

function stateOn({ state, validFrom, validTo }: GrantedDelegation, today: Day) {
  if (state !== 'live') return state
  return today > validTo ? 'over' : today < validFrom ? 'to-come' : 'live'
}
const mayRevoke = (one: GrantedDelegation, actor: Person | null): boolean =>
  actor !== null && one.state === 'live' && has(actor, 'committee', 'supervisor')

export const listDelegations: Handler<'delegation.list'> = async (_, { store, org, actor, clock }) => {
  const rows = await allRows(store, 'delegations', { match: { orgId: org.id }, order: { by: 'at', descending: true } })
  const people = new Map(
    (
      await store.getMany(
        'people',
        [...new Set(rows.flatMap(row => [row.byId, ...(row.confirmedById === null ? [] : [row.confirmedById])]))].slice(0, 1000),
      )
    ).map(person => [person.id, officeName(person)]),
  )
  const today = dayOf(clock.now()),
    between = betweenIn(org)
  return grant({
    delegations: rows.map(row => ({
      id: row.id,
      to: bodyNames[row.to].name,
      matters: row.codes.map(code => matters[code].name),
      validFrom: row.validFrom,
      validTo: row.validTo,
      grantedBy: row.grantedBy,
      form: delegationForms[row.form],
      state: stateOn(row, today),
      by: people.get(row.byId) ?? '',
      at: row.at,
      confirmedBy: row.confirmedById === null ? null : (people.get(row.confirmedById) ?? ''),
      endedReason: row.endedReason,
      mayConfirm: row.state === 'waiting' && actor !== null && turnsSecondKey(actor, row.byId).ok,
      mayRevoke: mayRevoke(row, actor),
    })),
    mayRecord: actor !== null && has(actor, 'committee'),
    matters: given(org).map(code => ({ value: code, label: matters[code].name, note: matters[code].says })),
    from: assemblyName[between.from],
    to: bodyNames[between.to].name,
    forms: Object.entries(delegationForms).map(([value, label]) => ({ value, label })),
    today,
  })
}

export const recordDelegation: Handler<'delegation.record'> = async ({ key, ...said }, context) => {
  const { store, org, actor, clock } = context
  if (said.grantedBy.trim() === '') return refuse('delegation-without-ground')
  const ground = checkText(said.grantedBy, most)
  if (!ground.ok) return ground
  if (!isDay(said.validFrom) || !isDay(said.validTo)) return refuse('delegation-without-term')
  const checked = checkDelegation({ ...said, ...betweenIn(org), validFrom: said.validFrom, validTo: said.validTo, grantedBy: ground.value })
  if (!checked.ok) return checked
  if (!checked.value.codes.every(code => given(org).includes(code))) return refuse('matter-not-delegable')
  if ((await judgeWords(context, ground.value)) === 'risky') return refuse('content-risky')
  return store.commit(async tx => {
    const earlier = await tx.get('delegations', key)
    if (earlier) return earlier.byId === actor.id ? grant({ id: key }) : refuse('delegation-over')
    const row: GrantedDelegation = {
      ...checked.value,
      id: key,
      orgId: org.id,
      state: 'waiting',
      byId: actor.id,
      at: clock.now(),
      confirmedById: null,
      confirmedAt: null,
      endedById: null,
      endedAt: null,
      endedReason: '',
    }
    await tx.insert('delegations', row)
    return grant({ id: key })
  })
}

export const confirmDelegation: Handler<'delegation.confirm'> = async ({ id, agrees, note }, context) => {
  const { store, own, actor, clock } = context
  const said = agrees ? grant('') : checkText(note, most)
  if (!said.ok) return said
  if (said.value !== '' && (await judgeWords(context, said.value)) === 'risky') return refuse('content-risky')
  return store.commit(async tx => {
    const row = await own('delegations', id, tx)
    if (!row) return refuse('no-such-delegation')
    const turned = turnsSecondKey(actor, row.byId)
    if (!turned.ok) return turned
    const state = agrees ? ('live' as const) : ('declined' as const)
    if (row.state !== 'waiting') return row.confirmedById === actor.id && row.state === state ? grant({ state }) : refuse('delegation-over')
    await tx.put('delegations', { ...row, state, confirmedById: actor.id, confirmedAt: clock.now(), endedReason: said.value })
    return grant({ state })
  })
}

export const revokeDelegation: Handler<'delegation.revoke'> = async ({ id, reason }, context) => {
  const { store, own, actor, clock } = context
  const said = checkText(reason, most)
  if (!said.ok) return said
  if ((await judgeWords(context, said.value)) === 'risky') return refuse('content-risky')
  return store.commit(async tx => {
    const row = await own('delegations', id, tx)
    if (!row) return refuse('no-such-delegation')
    if (row.state === 'revoked' && row.endedById === actor.id) return grant({})
    if (row.state !== 'live') return refuse('delegation-over')
    await tx.put('delegations', { ...row, state: 'revoked', endedById: actor.id, endedAt: clock.now(), endedReason: said.value })
    return grant({})
  })
}
