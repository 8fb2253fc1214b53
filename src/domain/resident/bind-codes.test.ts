import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeHolds, isKeepersPhone, mayVouch, namesTried, useCode, type BindCode } from './bind-codes'
import type { Person, Role } from './people'

const someone = (id: string, roles: readonly Role[], householdId: string | null = 'h1', more: Partial<Person> = {}): Person => ({
  id,
  orgId: 'v1',
  name: `名${id}`,
  roles,
  group: 1,
  householdId,
  ...more,
})
const clerk = someone('clerk', ['resident', 'recorder'], 'h9')
const head = someone('head', ['resident', 'household_representative'])
const son = someone('son', ['resident', 'villager'])
const free = { bound: false, closed: false, on: '2026-03-02' } as const
const code: BindCode = {
  id: 'son',
  orgId: 'v1',
  codeMark: 'm',
  byId: 'head',
  how: 'family',
  at: 0,
  until: codeHolds.family,
  wrong: 0,
  usedBy: null,
}
const use = { by: 'wx', name: '名son', now: 1 }

test('who keeps the register vouches for anybody on it; a household’s representative for the own household alone', () => {
  expect(mayVouch('desk', clerk, son, free)).toEqual({ ok: true, value: son })
  expect(mayVouch('family', head, son, free)).toEqual({ ok: true, value: son })
  expect(mayVouch('desk', head, son, free)).toEqual({ ok: false, refusal: 'not-your-role' })
  expect(mayVouch('family', son, head, free)).toEqual({ ok: false, refusal: 'not-your-role' })
  expect(mayVouch('family', head, someone('stranger', ['villager'], 'h2'), free)).toEqual({ ok: false, refusal: 'no-such-person' })
})

test('two who belong to no household are no family', () => {
  const lone = someone('lone', ['household_representative'], null)
  expect(mayVouch('family', lone, someone('other', ['migrant'], null), free)).toEqual({ ok: false, refusal: 'not-your-role' })
})

test.each([
  ['nobody', undefined, free, 'no-such-person'],
  ['somebody of another village', someone('far', ['villager'], 'h1', { orgId: 'v2' }), free, 'no-such-person'],
  ['who closed their account', son, { ...free, closed: true }, 'no-such-person'],
  ['who is bound', son, { ...free, bound: true }, 'already-bound'],
  ['the clerk in person', clerk, free, 'already-bound'],
] as const)('%s is given no code', (_, person, facts, refusal) => {
  expect(mayVouch('desk', clerk, person, facts)).toEqual({ ok: false, refusal })
})

test('a child under sixteen is not brought in by the family; on the birthday it may be', () => {
  const child = someone('child', ['villager'], 'h1', { adultFrom: '2028-03-03' })
  expect(mayVouch('family', head, child, free)).toEqual({ ok: false, refusal: 'no-such-person' })
  expect(mayVouch('family', head, child, { ...free, on: '2026-03-03' }).ok).toBe(true)
})

test('a code holds to its last millisecond and no longer', () => {
  expect(useCode(code, son, { ...use, now: codeHolds.family - 1 })).toEqual({ ok: true, value: 'first' })
  expect(useCode(code, son, { ...use, now: codeHolds.family })).toEqual({ ok: false, refusal: 'bind-code-wrong' })
})

test('the family’s code wants the name, however it is spaced; the desk’s does not, for the card was seen', () => {
  expect(useCode(code, son, { ...use, name: ' 名 son ' }).ok).toBe(true)
  expect(useCode(code, { name: '买买提·艾山' }, { ...use, name: '买买提艾山' }).ok).toBe(true)
  expect(useCode(code, son, { ...use, name: '名head' })).toEqual({ ok: false, refusal: 'name-differs' })
  expect(useCode(code, son, { ...use, name: '' })).toEqual({ ok: false, refusal: 'name-differs' })
  expect(useCode(code, son, { ...use, name: null }).ok).toBe(true)
  expect(useCode({ ...code, how: 'desk' }, son, { ...use, name: '' }).ok).toBe(true)
  expect(useCode({ ...code, wrong: namesTried }, son, use)).toEqual({ ok: false, refusal: 'bind-code-wrong' })
})

test('used, it is the same registration for the same WeChat, at any time after, and nothing for another', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom('wx', 'wx2'), fc.string(), (now, by, name) => {
      expect(useCode({ ...code, usedBy: 'wx' }, son, { by, name, now })).toEqual(
        by === 'wx' ? { ok: true, value: 'again' } : { ok: false, refusal: 'bind-code-wrong' },
      )
    }),
  )
})

test('a phone that was a clerk’s, or the voucher’s, becomes nobody else', () => {
  expect(isKeepersPhone([clerk], son, 'other')).toBe(true)
  expect(isKeepersPhone([head], son, 'head')).toBe(true)
  expect(isKeepersPhone([head], son, 'other')).toBe(false)
  expect(isKeepersPhone([clerk], clerk, 'other')).toBe(false)
  expect(isKeepersPhone([], son, 'head')).toBe(false)
})
