import { expect, test } from 'vitest'
import { dayOf } from '@/domain/ground/calendar'
import { rollPlaceId } from '@/domain/roll/roll'
import { memoryStore } from '../../adapters/memory/store'
import { KeyTaken, type Store } from '../../ports'
import { allRows } from '../../village/ground/all-rows'
import { createServe } from '../serve'
import { day, granted, hour, key, minute, refused, smallVillage, type Ask } from './small-village'

const phone = '13800001234'

/** A newcomer of the register who has no WeChat yet, and whose number the desk has noted. */
async function withNewcomer(store?: Store) {
  const village = smallVillage(store ? { store } : {})
  for (const id of ['xin', 'twin'])
    await village.store.put('people', {
      id,
      orgId: 'v1',
      name: id === 'xin' ? '新来的' : '双生',
      roles: ['resident', 'villager'],
      group: 2,
      householdId: 'h-xin',
    })
  granted(await village.as('recorder')('register.phone', { personId: 'xin', phone }))
  const by =
    (openid: string): Ask =>
    async (name, input) =>
      (await village.serve({ name, input }, openid)) as Awaited<ReturnType<typeof village.guest>> as never
  return { village, by }
}
const rowsOf = async (store: Store) =>
  JSON.stringify(
    await Promise.all(
      (['contacts', 'accounts', 'bindings', 'registerDeeds', 'codeTries', 'people'] as const).map(table => allRows(store, table, {})),
    ),
  )

test('whom the register knows by number is known at a tap, and taps again, lost answers included, are the same registration', async () => {
  const { village, by } = await withNewcomer()
  expect(refused(await by('wx1')('topic.support', { id: key('t') }))).toBe('not-a-resident')
  expect(granted(await by('wx1')('me.bind', { code: `+86${phone}` }))).toEqual({ name: '新*' })
  const after = await rowsOf(village.store)
  expect(granted(await by('wx1')('me.bind', { code: 'used' }))).toEqual({ name: '新*' })
  expect(await rowsOf(village.store)).toBe(after)
  expect(granted(await by('wx1')('me.view', {})).person?.name).toBe('新*')
})

test('no number is kept, told or listed in plain words', async () => {
  const { village, by } = await withNewcomer()
  granted(await by('wx1')('me.bind', { code: phone }))
  expect(await rowsOf(village.store)).not.toContain('0000123')
  const found = granted(await village.as('recorder')('register.find', { name: '新来的' }))
  expect(found.people).toEqual([{ id: 'xin', name: '新来的', group: 2, phone: '138****1234', bound: true }])
  expect(refused(await village.as('zhu')('register.find', { name: '新来的' }))).toBe('not-your-role')
})

test.each([
  ['no number behind the code', 'expired', 'phone-not-given'],
  ['a number nobody gave', '13900009999', 'phone-not-known'],
  ['a landline', '076012345678', 'phone-not-given'],
])('%s is refused with a way on, and ties nobody', async (_, code, refusal) => {
  const { village, by } = await withNewcomer()
  expect(refused(await by('wx1')('me.bind', { code }))).toBe(refusal)
  expect(await village.store.get('accounts', 'wx1')).toBeUndefined()
  expect(granted(await by('wx1')('topic.list', { show: 'running' })).topics).toEqual([])
})

test('a number two people of a household gave says neither of them', async () => {
  const { village, by } = await withNewcomer()
  granted(await village.as('recorder')('register.phone', { personId: 'twin', phone: `+86 ${phone}` }))
  expect(refused(await by('wx1')('me.bind', { code: phone }))).toBe('phone-shared')
  granted(await village.as('recorder')('register.phone', { personId: 'twin', phone: '' }))
  expect(granted(await by('wx1')('me.bind', { code: phone })).name).toBe('新*')
})

test('two WeChats at once for one person: one is registered, the other is told so', async () => {
  const { village, by } = await withNewcomer()
  const replies = await Promise.all(['wx1', 'wx2', 'wx3'].map(openid => by(openid)('me.bind', { code: phone })))
  expect(replies.map(reply => (reply.ok ? 'bound' : reply.refusal)).sort()).toEqual(['bound', 'person-bound', 'person-bound'])
  expect((await village.store.list('accounts', { match: { personId: 'xin' }, limit: 9 })).rows).toHaveLength(1)
})

test('one tap sent twice at once is one registration for both answers', async () => {
  const { village, by } = await withNewcomer()
  const replies = await Promise.all([1, 2].map(() => by('wx1')('me.bind', { code: phone })))
  expect(replies).toEqual([
    { ok: true, value: { name: '新*' } },
    { ok: true, value: { name: '新*' } },
  ])
  expect(
    (await village.store.list('registerDeeds', { match: { personId: 'xin' }, order: { by: 'at' }, limit: 9 })).rows.map(deed => deed.what),
  ).toEqual(['phone-noted', 'bound'])
})

test('where the store writes and the answer is lost, the next tap says registered', async () => {
  const real = memoryStore()
  let cut = false
  const store: Store = {
    ...real,
    async commit(work) {
      const done = await real.commit(work)
      if (cut && (await real.get('accounts', 'wx1'))) {
        cut = false
        throw new KeyTaken('accounts', 'wx1')
      }
      return done
    },
  }
  const seed = smallVillage().seed
  for (const org of seed.orgs) await real.put('orgs', org)
  for (const person of seed.people) await real.put('people', person)
  for (const account of seed.accounts) await real.put('accounts', account)
  const { by } = await withNewcomer(store)
  cut = true
  expect(granted(await by('wx1')('me.bind', { code: phone })).name).toBe('新*')
})

test('five tries an hour, whatever they were; an hour later again', async () => {
  const { village, by } = await withNewcomer()
  let asked = 0
  const serve = createServe(
    {
      ...village.ports,
      phones: {
        of: async () => {
          asked += 1
          return '13900009999'
        },
      },
    },
    'v1',
  )
  const tryIt = () => serve({ name: 'me.bind', input: { code: 'c' } }, 'wx1')
  for (let n = 0; n < 5; n += 1) expect(await tryIt()).toEqual({ ok: false, refusal: 'phone-not-known' })
  expect(await tryIt()).toEqual({ ok: false, refusal: 'too-many-binds' })
  expect(asked).toBe(5)
  await village.pass(hour - 1)
  expect(await tryIt()).toEqual({ ok: false, refusal: 'too-many-binds' })
  await village.pass(1)
  expect(granted(await by('wx1')('me.bind', { code: phone })).name).toBe('新*')
})

test('who lets go is a guest again, twice is once, it is on record, and registering again is open', async () => {
  const { village, by } = await withNewcomer()
  granted(await by('wx1')('me.bind', { code: phone }))
  await village.pass(minute)
  granted(await by('wx1')('me.unbind', {}))
  granted(await by('wx1')('me.unbind', {}))
  expect(granted(await by('wx1')('me.view', {})).person).toBeNull()
  await village.pass(minute)
  expect(granted(await by('wx2')('me.bind', { code: phone })).name).toBe('新*')
  const { rows } = await village.store.list('registerDeeds', { match: { personId: 'xin' }, order: { by: 'at' }, limit: 9 })
  expect(rows.map(deed => deed.what)).toEqual(['phone-noted', 'bound', 'unbound', 'bound'])
})

test('who changed to another WeChat is let go at the desk and nowhere else', async () => {
  const { village, by } = await withNewcomer()
  granted(await by('wx1')('me.bind', { code: phone }))
  expect(refused(await village.as('zhu')('register.release', { personId: 'xin' }))).toBe('not-your-role')
  granted(await village.as('moderator')('register.release', { personId: 'xin' }))
  expect(granted(await by('wx1')('me.view', {})).person).toBeNull()
  expect(granted(await by('wx2')('me.bind', { code: phone })).name).toBe('新*')
})

test.each([
  ['138', 'not-a-phone'],
  ['440106199001011234', 'not-a-phone'],
])('%s is no number for the register', async (written, refusal) => {
  const { village } = await withNewcomer()
  expect(refused(await village.as('recorder')('register.phone', { personId: 'xin', phone: written }))).toBe(refusal)
  expect(refused(await village.as('recorder')('register.phone', { personId: 'nowhere', phone }))).toBe('no-such-person')
})

test('under sixteen one reads and says nothing; on the birthday one speaks', async () => {
  const { village } = await withNewcomer()
  const born = (adultFrom: string) =>
    village.store.put('people', { ...village.seed.people.find(person => person.id === 'zhu')!, adultFrom })
  const today = dayOf(village.now()),
    tomorrow = dayOf(village.now() + day)
  const years = (on: string, n: number) => `${Number(on.slice(0, 4)) + n}${on.slice(4)}`
  await born(years(tomorrow, 2))
  expect(refused(await village.as('zhu')('topic.support', { id: key('none') }))).toBe('under-sixteen')
  expect(granted(await village.as('zhu')('topic.list', { show: 'running' })).topics).toEqual([])
  expect(granted(await village.as('zhu')('message.list', {})).messages).toEqual([])
  await born(years(today, 2))
  expect(refused(await village.as('zhu')('topic.support', { id: key('none') }))).toBe('no-such-topic')
})

test('one votes from the eighteenth birthday, a member of the collective from the sixteenth, and only in what was put since', async () => {
  const { village } = await withNewcomer()
  const now = village.now(),
    zhu = village.seed.people.find(person => person.id === 'zhu')!
  const motion = {
    orgId: 'v1',
    topicId: key('t'),
    text: '清淤',
    body: 'VA_HOUSEHOLD',
    form: 'named',
    opensAt: now,
    closesAt: now + 3 * day,
    rollSize: 3,
    rollHash: '',
    rules: 'village-2026',
    byLaw: '章程',
    settledAt: null,
    result: null,
  } as const
  await village.store.put('motions', { ...motion, id: key('before'), frozenAt: now - day })
  await village.store.put('motions', { ...motion, id: key('since'), frozenAt: now })
  const cast = async (name: string) => refused(await village.as('zhu')('ballot.cast', { motionId: key(name), choice: 'for' }))
  await village.store.put('people', { ...zhu, adultFrom: dayOf(now + day) })
  expect(await cast('since')).toBe('not-on-roll')
  await village.store.put('rollPlaces', {
    id: rollPlaceId('v1', 'CMA', 'zhu'),
    orgId: 'v1',
    body: 'CMA',
    unitId: 'zhu',
    personId: 'zhu',
    since: 0,
    until: null,
  })
  await village.store.put('motions', { ...motion, id: key('members'), body: 'CMA', frozenAt: now })
  expect(await cast('members')).toBeNull()
  await village.store.put('people', { ...zhu, adultFrom: dayOf(now) })
  expect(await cast('before')).toBe('not-on-roll')
  expect(await cast('since')).toBeNull()
})
