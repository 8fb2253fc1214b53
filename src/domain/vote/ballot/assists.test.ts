import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assisted, helperName, helperWords, helpersFor, helpGiven, mayHelp, type Assist, type Helper } from './assists'
import type { Person, Role } from '../../resident/people'

const someone = (id: string, roles: readonly Role[], group = 1, orgId = 'v1'): Person => ({
  id,
  orgId,
  name: `名${id}`,
  roles,
  group,
  householdId: null,
})
const voter = someone('elder', ['resident', 'household_representative'], 3)
const grid = someone('grid', ['resident', 'grid_worker'], 3)

test('who goes from door to door or stands in the hall may help; an interest, watching, no office, one’s own vote forbid it', () => {
  expect(mayHelp(grid, voter, {})).toEqual({ ok: true, value: grid })
  expect(mayHelp(grid, voter, { recusedIds: ['grid'] })).toEqual({ ok: false, refusal: 'helper-recused' })
  for (const other of [undefined, someone('s', ['supervisor']), someone('r', ['resident']), someone('g', ['grid_worker'], 3, 'v2')])
    expect(mayHelp(other, voter, {})).toEqual({ ok: false, refusal: 'no-such-person' })
  expect(mayHelp(grid, grid, {})).toEqual({ ok: false, refusal: 'no-such-person' })
})

test('the short list has the own group’s first and nobody who may not help', () => {
  const officers = [
    ...Array.from({ length: 20 }, (_, n) => someone(`g${n + 10}`, ['grid_worker'], n + 4)),
    someone('host', ['moderator']),
    someone('watch', ['supervisor'], 3),
    grid,
    someone('lead', ['group_leader'], 3),
  ]
  const found = helpersFor(officers, voter, { recusedIds: ['lead'] }).map(one => one.id)
  expect(found.slice(0, 2)).toEqual(['grid', 'host'])
  expect(found).toHaveLength(12)
  expect(found).not.toContain('watch')
  expect(found).not.toContain('lead')
})

test('a name is a name: not empty, not a number to ring, not an essay', () => {
  expect(helperName('  何 小明 ')).toEqual({ ok: true, value: '何 小明' })
  expect(helperName(' ')).toEqual({ ok: false, refusal: 'empty-text' })
  expect(helperName('何小明13800001234')).toEqual({ ok: false, refusal: 'phone-number-in-text' })
  expect(helperName('长'.repeat(21))).toEqual({ ok: false, refusal: 'too-long' })
})

const helper = fc.constantFrom<Helper>(
  { kind: 'officer', personId: 'grid' },
  { kind: 'officer', personId: 'lead' },
  { kind: 'family', name: '何小明' },
  { kind: 'neighbour', name: '何小明' },
)
const now = (one: Helper, id = 'm:u', day = '2026-03-02') => ({
  id,
  orgId: 'v1',
  motionId: 'm',
  helper: one,
  channel: 'phone' as const,
  day,
})

test('whoever helped with a ballot is remembered once, however often it was cast again; the last is who helped', () => {
  fc.assert(
    fc.property(fc.array(helper, { minLength: 1, maxLength: 12 }), all => {
      let row: Assist | undefined
      for (const one of all) row = assisted(row, now(one))
      expect(row?.helper).toEqual(all.at(-1))
      const known = [row!.helper, ...row!.earlier].map(one => JSON.stringify(one))
      expect(new Set(known).size).toBe(known.length)
      expect(new Set(known)).toEqual(new Set(all.map(one => JSON.stringify(one))))
      expect(assisted(row, now(row!.helper, 'm:u', '2026-03-03'))).toBe(row)
    }),
  )
})

test('a helper who helped many stands first; the same name as a relative and as a neighbour is two', () => {
  const family: Helper = { kind: 'family', name: '何小明' },
    officer: Helper = { kind: 'officer', personId: 'grid' }
  const rows = [now(officer, 'm:1'), now(officer, 'm:2'), now({ ...family, name: '何 小明' }, 'm:3')].map(row => assisted(undefined, row))
  expect(
    helpGiven([
      ...rows,
      assisted(undefined, now({ kind: 'neighbour', name: '何小明' }, 'm:4')),
      assisted(undefined, now(family, 'm:5')),
    ]).map(({ units }) => units),
  ).toEqual([2, 2, 1])
})

test('an officer is named with the office, another as typed and as what', () => {
  expect(helperWords({ kind: 'officer', personId: 'grid' }, grid)).toBe('名grid（网格员）')
  expect(helperWords({ kind: 'officer', personId: 'm' }, someone('m', ['moderator']))).toBe('名m（议事厅主持人）')
  expect(helperWords({ kind: 'family', name: '何小明' }, undefined)).toBe('何小明（家里人）')
})
