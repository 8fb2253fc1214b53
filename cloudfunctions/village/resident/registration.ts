import { grant, refuse } from '@/domain/ground/decision'
import { masked } from '@/domain/resident/people'
import { maskedPhone, normalPhone } from '@/domain/ground/phones'
import { KeyTaken, type Ports, type Store } from '../../ports'
import type { RegisterDeed } from '../../tables'
import type { GuestContext, Handler } from '../ground/handler'
import { accountMarkOf } from './binding'
import { mayTry } from './tries'

/** WeChat is asked for a number only after a try is counted: numbers cost money. */
const triesAnHour = 5

export const markOf = ({ vault }: Pick<Ports, 'vault'>, orgId: string, phone: string) => vault.mark(`${orgId}:${phone}`)

export const bind: Handler<'me.bind'> = async ({ code }, context) => {
  const { store, own, org, actor, openid, phones } = context
  if (actor) return grant({ name: masked(actor.name) }) // the answer was lost, or the button was tapped twice
  if (openid === '') return refuse('phone-not-given')
  if (!(await mayTry(context, 'bind', triesAnHour))) return refuse('too-many-binds')
  const phone = normalPhone((await phones.of(code)) ?? '')
  if (!phone) return refuse('phone-not-given')
  const { rows } = await store.list('contacts', { match: { orgId: org.id, phoneMark: markOf(context, org.id, phone) }, limit: 2 })
  const contact = rows[0]
  if (!contact) return refuse('phone-not-known')
  if (rows.length > 1) return refuse('phone-shared')
  const person = await own('people', contact.id)
  if (!person) return refuse('phone-not-known')
  return (await tie(context, person.id)) ? grant({ name: masked(person.name) }) : refuse('person-bound')
}

/** Two keys in one commit: this WeChat is one person's, this person has one WeChat. False: either is somebody else's. */
async function tie(context: GuestContext, personId: string): Promise<boolean> {
  const { store, own, org, openid, clock, chance } = context
  const deed = chance.id()
  try {
    await store.commit(async tx => {
      await tx.insert('accounts', { id: openid, orgId: org.id, personId })
      await tx.insert('bindings', { id: personId, orgId: org.id, accountId: openid, at: clock.now() })
      await tx.insert('registerDeeds', {
        id: deed,
        orgId: org.id,
        personId,
        byId: personId,
        what: 'bound',
        at: clock.now(),
        how: 'phone',
        accountMark: accountMarkOf(context, openid),
      })
    })
    return true
  } catch (fault) {
    if (!(fault instanceof KeyTaken)) throw fault
    return (await own('accounts', openid))?.personId === personId
  }
}

/** Asked again after the answer was lost, nobody is there any more, and that is what was wanted. */
export const unbind: Handler<'me.unbind'> = async (_, { store, org, actor, clock, chance }) => {
  if (actor) await untie(store, { id: chance.id(), orgId: org.id, personId: actor.id, byId: actor.id, what: 'unbound', at: clock.now() })
  return grant({})
}

const untie = (store: Store, deed: RegisterDeed): Promise<void> =>
  store.commit(async tx => {
    const binding = await tx.get('bindings', deed.personId)
    if (!binding) return
    await tx.remove('accounts', binding.accountId)
    await tx.remove('bindings', binding.id)
    await tx.insert('registerDeeds', deed)
  })

export const findRegistered: Handler<'register.find'> = async ({ name }, { store, org, actor, vault }) => {
  const wanted = name.trim()
  if (wanted === '') return grant({ people: [] })
  const { rows } = await store.list('people', { match: { orgId: org.id, name: wanted }, limit: 20 })
  const ids = rows.map(person => person.id)
  const phones = new Map((await store.getMany('contacts', ids)).map(contact => [contact.id, maskedPhone(vault.open(contact.phoneSealed))]))
  const bound = new Set((await store.getMany('bindings', ids)).map(binding => binding.id))
  return grant({ people: rows.map(({ id, name, group }) => ({ id, name, group, phone: phones.get(id) ?? null, bound: bound.has(id) })) })
}

export const notePhone: Handler<'register.phone'> = async ({ personId, phone: written }, context) => {
  const { store, own, org, actor, clock, chance, vault } = context
  const person = await own('people', personId)
  if (!person) return refuse('no-such-person')
  const phone = written.trim() === '' ? null : normalPhone(written)
  if (phone === null && written.trim() !== '') return refuse('not-a-phone')
  const at = clock.now()
  const contact =
    phone === null
      ? null
      : ({
          id: personId,
          orgId: org.id,
          phoneMark: markOf(context, org.id, phone),
          phoneSealed: vault.seal(phone),
          source: 'hall',
          at,
        } as const)
  const deed = { id: chance.id(), orgId: org.id, personId, byId: actor.id, what: 'phone-noted', at } as const
  await store.commit(async tx => {
    const before = await tx.get('contacts', personId)
    if (before?.phoneMark === contact?.phoneMark) return // the same again
    if (contact) await tx.put('contacts', contact)
    else await tx.remove('contacts', personId)
    await tx.insert('registerDeeds', deed)
  })
  return grant({ phone: phone === null ? null : maskedPhone(phone) })
}

export const release: Handler<'register.release'> = async ({ personId, reason }, { store, own, org, actor, clock, chance }) => {
  const person = await own('people', personId)
  if (!person) return refuse('no-such-person')
  await untie(store, { id: chance.id(), orgId: org.id, personId, byId: actor.id, what: 'unbound', at: clock.now(), reason })
  return grant({})
}
