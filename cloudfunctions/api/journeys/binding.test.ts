import { expect, test } from 'vitest'
import { codeHolds, codesTried, namesTried } from '@/domain/resident/bind-codes'
import { refusalWords } from '@/contract/refusal-words'
import type { Store } from '../../ports'
import { allRows } from '../../village/ground/all-rows'
import { granted, hour, minute, refused, smallVillage, type Ask } from './small-village'

/** The family of the representative 何阿华, whose son has no WeChat yet. */
async function withFamily(store?: Store) {
  const village = smallVillage(store ? { store } : {})
  for (const [id, name] of [
    ['son', '何小明'],
    ['aunt', '何大姑'],
  ] as const)
    await village.store.put('people', { id, orgId: 'v1', name, roles: ['resident', 'villager'], group: 3, householdId: 'h-ahua' })
  const by =
    (openid: string): Ask =>
    async (name, input) =>
      (await village.serve({ name, input }, openid)) as never
  const desk = async (who = 'recorder', personId = 'son') => granted(await village.as(who)('register.code', { personId })).code
  const family = async (personId = 'son') => granted(await village.as('ahua')('household.invite', { personId })).code
  return { village, by, desk, family }
}
type Village = Awaited<ReturnType<typeof withFamily>>['village']
const deedsOf = async (village: Village, personId: string) =>
  (await village.store.list('registerDeeds', { match: { personId }, order: { by: 'at' }, limit: 50 })).rows
const phonesOf = async (village: Village, personId: string) =>
  (await village.store.list('accounts', { match: { personId }, limit: 9 })).rows.map(row => row.id)
/** Digits that are nobody's. */
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('at the desk: the clerk gives a code, the person types it, reads whose it is and who vouches, and is known, on record', async () => {
  const { village, by, desk } = await withFamily()
  const code = await desk()
  expect(refused(await by('wx1')('topic.support', { id: 'a' }))).toBe('not-a-resident')
  expect(granted(await by('wx1')('bind.look', { code }))).toEqual({ name: '何*', how: 'desk', by: '周记录（记录员）' })
  expect(await phonesOf(village, 'son')).toEqual([])
  expect(granted(await by('wx1')('bind.take', { code, name: '' }))).toEqual({ name: '何*' })
  expect(granted(await by('wx1')('me.view', {})).person?.name).toBe('何*')
  expect((await deedsOf(village, 'son')).map(({ what, how, byId }) => ({ what, how, byId }))).toEqual([
    { what: 'code-given', how: 'desk', byId: 'recorder' },
    { what: 'bound', how: 'desk', byId: 'recorder' },
  ])
})

test('neither the digits, the WeChat’s name for it in the log, nor any card’s number is kept in plain words', async () => {
  const { village, by, desk } = await withFamily()
  const code = await desk()
  granted(await by('wx-very-own')('bind.take', { code, name: '' }))
  const kept = JSON.stringify([await allRows(village.store, 'bindCodes', {}), await allRows(village.store, 'registerDeeds', {})])
  expect(kept).not.toContain(`"${code}"`)
  expect(kept).not.toContain('wx-very-own')
})

test('an answer lost on the way: the same code from the same phone says the same; from another it is no code any more', async () => {
  const { village, by, desk } = await withFamily()
  const code = await desk()
  granted(await by('wx1')('bind.take', { code, name: '' }))
  await village.pass(hour)
  expect(granted(await by('wx1')('bind.take', { code, name: '' }))).toEqual({ name: '何*' })
  expect(granted(await by('wx1')('bind.look', { code })).name).toBe('何*')
  expect(refused(await by('wx2')('bind.take', { code, name: '' }))).toBe('bind-code-wrong')
  expect((await deedsOf(village, 'son')).filter(deed => deed.what === 'bound')).toHaveLength(1)
})

test('it holds ten minutes at the desk, a day from the family, to the last millisecond', async () => {
  const { village, by, desk, family } = await withFamily()
  const first = await desk()
  village.set(village.now() + codeHolds.desk - 1)
  granted(await by('wx1')('bind.look', { code: first }))
  village.set(village.now() + 1)
  expect(refused(await by('wx1')('bind.take', { code: first, name: '' }))).toBe('bind-code-wrong')
  const second = await family()
  village.set(village.now() + codeHolds.family - 1)
  granted(await by('wx1')('bind.look', { code: second }))
  village.set(village.now() + 1)
  expect(refused(await by('wx1')('bind.take', { code: second, name: '何小明' }))).toBe('bind-code-wrong')
})

test('a new code ends the one before, whoever gave it', async () => {
  const { by, desk, family } = await withFamily()
  const first = await family()
  const second = await desk()
  expect(refused(await by('wx1')('bind.take', { code: first, name: '何小明' }))).toBe('bind-code-wrong')
  expect(granted(await by('wx1')('bind.take', { code: second, name: '' })).name).toBe('何*')
})

test('two phones at once with one code: one is that person, the other is told to ask for another', async () => {
  const { village, by, desk } = await withFamily()
  const code = await desk()
  const replies = await Promise.all(['wx1', 'wx2', 'wx3'].map(openid => by(openid)('bind.take', { code, name: '' })))
  expect(replies.map(reply => (reply.ok ? 'bound' : reply.refusal)).sort()).toEqual(['bind-code-wrong', 'bind-code-wrong', 'bound'])
  expect(await phonesOf(village, 'son')).toHaveLength(1)
})

test('one phone twice at once, and with two people’s codes at once: one registration, for one person', async () => {
  const { village, by, desk } = await withFamily()
  const code = await desk()
  expect(await Promise.all([1, 2].map(() => by('wx1')('bind.take', { code, name: '' })))).toEqual([
    { ok: true, value: { name: '何*' } },
    { ok: true, value: { name: '何*' } },
  ])
  granted(await village.as('recorder')('register.release', { personId: 'son' }))
  const codes = [await desk(), await desk('recorder', 'aunt')]
  const replies = await Promise.all(codes.map(each => by('wx9')('bind.take', { code: each, name: '' })))
  expect(replies.map(reply => (reply.ok ? 'bound' : reply.refusal)).sort()).toEqual(['bound', 'not-own-phone'])
  expect([...(await phonesOf(village, 'son')), ...(await phonesOf(village, 'aunt'))]).toEqual(['wx9'])
})

test('who was tied by number while the code lay there is not tied a second time', async () => {
  const { village, by, desk } = await withFamily()
  granted(await village.as('recorder')('register.phone', { personId: 'son', phone: '13800001234' }))
  const code = await desk()
  granted(await by('wx1')('me.bind', { code: '13800001234' }))
  expect(refused(await by('wx2')('bind.take', { code, name: '' }))).toBe('already-bound')
  expect(await phonesOf(village, 'son')).toEqual(['wx1'])
  expect(refused(await village.as('recorder')('register.code', { personId: 'son' }))).toBe('already-bound')
})

test.each([
  ['zhu', 'son', 'not-your-role'],
  ['supervisor', 'son', 'not-your-role'],
  ['recorder', 'nowhere', 'no-such-person'],
  ['recorder', 'recorder', 'already-bound'],
  ['committee', 'committee', 'already-bound'],
] as const)('%s gives no code at the desk for %s: %s', async (who, personId, refusal) => {
  const { village } = await withFamily()
  expect(refused(await village.as(who)('register.code', { personId }))).toBe(refusal)
})

test('a clerk cannot be somebody else: not on the own phone, and not by letting go of it first', async () => {
  const { village, desk } = await withFamily()
  const code = await desk('committee')
  expect(refused(await village.as('committee')('bind.look', { code }))).toBe('not-own-phone')
  expect(refused(await village.as('committee')('bind.take', { code, name: '' }))).toBe('not-own-phone')
  // Bound at a desk like everybody, so that the phone is known again after it was let go.
  granted(await village.as('recorder')('register.release', { personId: 'committee' }))
  const own = await desk('recorder', 'committee')
  granted(await village.as('committee')('bind.take', { code: own, name: '' }))
  const sons = await desk('committee')
  granted(await village.as('committee')('me.unbind', {}))
  expect(refused(await village.as('committee')('bind.take', { code: sons, name: '' }))).toBe('not-own-phone')
  const again = await desk('recorder', 'committee')
  expect(granted(await village.as('committee')('bind.take', { code: again, name: '' })).name).toBe('李*')
  expect(await phonesOf(village, 'son')).toEqual([])
})

test('the family: the representative sees the own household alone, invites one by name; the hall sees it and may undo it', async () => {
  const { village, by, family } = await withFamily()
  expect(refused(await village.as('res1')('household.view', {}))).toBe('not-your-role')
  expect(
    granted(await village.as('ahua')('household.view', {})).members.map(({ name, me, bound, codeUntil }) => ({
      name,
      me,
      bound,
      codeUntil,
    })),
  ).toEqual([
    { name: '何阿华', me: true, bound: true, codeUntil: null },
    { name: '何大姑', me: false, bound: false, codeUntil: null },
    { name: '何小明', me: false, bound: false, codeUntil: null },
  ])
  for (const personId of ['zhu', 'res1', 'nowhere'])
    expect(refused(await village.as('ahua')('household.invite', { personId }))).toBe('no-such-person')
  expect(refused(await village.as('ahua')('household.invite', { personId: 'ahua' }))).toBe('already-bound')
  expect(refused(await village.as('zhu')('household.invite', { personId: 'son' }))).toBe('no-such-person')

  const code = await family()
  expect(granted(await village.as('ahua')('household.view', {})).members.find(member => member.id === 'son')?.codeUntil).toBe(
    village.now() + codeHolds.family,
  )
  expect(granted(await by('wx1')('bind.look', { code }))).toEqual({ name: '何*', how: 'family', by: '何*' })
  expect(refused(await by('wx1')('bind.take', { code, name: '何阿华' }))).toBe('name-differs')
  await village.pass(minute)
  granted(await by('wx1')('bind.take', { code, name: '何小明' }))
  expect(granted(await village.as('committee')('register.families', {})).rows).toEqual([
    { id: expect.any(String), personId: 'son', name: '何小明', group: 3, by: '何阿华', at: village.now(), still: true },
  ])
  expect(refused(await village.as('ahua')('register.families', {}))).toBe('not-your-role')

  await village.pass(minute)
  granted(await village.as('moderator')('register.release', { personId: 'son', reason: 'disputed' }))
  expect(granted(await by('wx1')('me.view', {})).person).toBeNull()
  expect(granted(await village.as('recorder')('register.families', {})).rows).toMatchObject([{ still: false }])
  expect((await deedsOf(village, 'son')).at(-1)).toMatchObject({ what: 'unbound', byId: 'moderator', reason: 'disputed' })
})

test('a changed phone: let go at the desk, bound anew, and the person reads who did what', async () => {
  const { village, by, desk } = await withFamily()
  granted(await by('wx1')('bind.take', { code: await desk(), name: '' }))
  await village.pass(minute)
  granted(await village.as('moderator')('register.release', { personId: 'son', reason: 'lost' }))
  await village.pass(minute)
  const code = await desk()
  await village.pass(minute)
  granted(await by('wx2')('bind.take', { code, name: '' }))
  expect(granted(await by('wx1')('me.view', {})).person).toBeNull()
  expect(granted(await by('wx2')('data.part', { part: 'register' })).rows.map(row => row.says)).toEqual([
    '用微信登记，当面看过身份证件，周记录（记录员）办的',
    '给了登记码，周记录（记录员）办的',
    '解开微信，手机丢了，林主持（议事厅主持人）办的',
    expect.stringMatching(/^(用微信登记，当面看过身份证件|给了登记码)，周记录/),
    expect.any(String),
  ])
})

test('guesses are few: so many codes an hour from one phone, right or wrong, and several at once are several', async () => {
  const { village, by, desk } = await withFamily()
  const code = await desk()
  const replies = await Promise.all(Array.from({ length: codesTried + 5 }, () => by('wx1')('bind.look', { code: wrong(code) })))
  expect(replies.filter(reply => !reply.ok && reply.refusal === 'bind-code-wrong').length).toBeLessThanOrEqual(codesTried)
  while (refused(await by('wx1')('bind.look', { code: wrong(code) })) === 'bind-code-wrong');
  expect(refused(await by('wx1')('bind.take', { code, name: '' }))).toBe('too-many-binds')
  await village.pass(hour)
  expect(refused(await by('wx1')('bind.take', { code: await desk(), name: '' }))).toBeNull()
})

test('the family’s code is void after so many wrong names, from however many phones', async () => {
  const { by, family } = await withFamily()
  const code = await family()
  for (let n = 0; n < namesTried; n += 1) expect(refused(await by(`wx${n}`)('bind.take', { code, name: '何某' }))).toBe('name-differs')
  expect(refused(await by('wxOwn')('bind.take', { code, name: '何小明' }))).toBe('bind-code-wrong')
})

test('unknown, used up, expired: one answer, so a guess teaches nothing; a phone no host vouches for is tied to nobody', async () => {
  const { village, by, desk } = await withFamily()
  const used = await desk()
  granted(await by('wx1')('bind.take', { code: used, name: '' }))
  for (const code of [used, wrong(used)]) expect(refused(await by('wx2')('bind.look', { code }))).toBe('bind-code-wrong')
  expect(refused(await village.guest('bind.take', { code: used, name: '' }))).toBe('not-own-phone')
  expect(refusalWords['bind-code-wrong']).toContain('再要一个')
})

test('where no picture of the code can be had just now, the digits are there all the same', async () => {
  const village = smallVillage()
  await village.store.put('people', { id: 'son', orgId: 'v1', name: '何小明', roles: ['resident'], group: 3, householdId: null })
  expect(granted(await village.as('recorder')('register.code', { personId: 'son' })).picture).toContain('data:image/svg+xml;base64,')
  village.ports.codes.of = () => Promise.reject(new Error('WeChat is busy'))
  expect(granted(await village.as('recorder')('register.code', { personId: 'son' }))).toMatchObject({
    code: expect.stringMatching(/^\d{6}$/),
    picture: null,
  })
})
