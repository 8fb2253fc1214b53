import { describe, expect, test } from 'vitest'
import type { Person } from '../resident/people'
import type { RollPlace } from './roll'
import { differenceOf, rolesAfter } from './difference'
import { disputeWindow, dueOf, stillOpenTo } from './disputes'
import { keepsRoll, rollBodyOf, rollsOf, watchesRoll, type RollBody } from './roll-bodies'
import type { RollRow } from './row-check'

const roll = (body: RollBody['body']): RollBody => {
  const found = rollBodyOf(body)
  if (!found) throw new Error(body)
  return found
}
const person = (
  id: string,
  name: string,
  group: number,
  householdId: string | null = null,
  roles: Person['roles'] = ['resident'],
): Person => ({ id, orgId: 'v', name, roles, group, householdId })
const row = (n: number, name: string, group: number, more: Partial<RollRow> = {}): RollRow => ({
  row: n,
  name,
  group,
  household: null,
  phone: null,
  code: null,
  adultFrom: null,
  ...more,
})
const place = (body: RollPlace['body'], personId: string, unitId = personId): RollPlace => ({
  id: `v:${body}:${personId}`,
  orgId: 'v',
  body,
  personId,
  unitId,
  since: 0,
  until: null,
})
const people = [
  person('p1', '何阿华', 3, 'v-h1'),
  person('p2', '何小华', 3, 'v-h1'),
  person('p3', '梁伯', 3, 'v-h2'),
  person('p4', '张伟', 5),
  person('p5', '张伟', 5),
]
const compare = (body: RollBody['body'], rows: readonly RollRow[], places: readonly RollPlace[]) =>
  differenceOf(roll(body), rows, { orgId: 'v', importId: 'i', people, places })

describe('the difference', () => {
  test('a household that is represented by another is one change, and its unit stays', () => {
    const found = compare(
      'VA_HOUSEHOLD',
      [row(2, '何小华', 3, { household: 'h1' }), row(3, '梁伯', 3, { household: 'h2' })],
      [place('VA_HOUSEHOLD', 'p1', 'v-h1'), place('VA_HOUSEHOLD', 'p3', 'v-h2')],
    )
    expect(found).toMatchObject({ wrongs: [], added: 0, gone: 0, changed: 1, same: 1, units: ['v-h1', 'v-h2'] })
    expect(found.deeds.map(({ personId, unitId, line }) => [personId, unitId, line?.was ?? null])).toEqual([
      ['p2', 'v-h1', '何阿华'],
      ['p1', null, null],
    ])
  })
  test('what comes and what goes add up to the new roll, whoever moves where', () => {
    const before = [place('VA_HOUSEHOLD', 'p1', 'v-h1'), place('VA_HOUSEHOLD', 'p3', 'v-h2')]
    // The first household's representative takes over the second, and the first has none any more.
    const found = compare('VA_HOUSEHOLD', [row(2, '何阿华', 3, { household: 'h2', code: 'p1' })], before)
    expect([found.added, found.changed, found.gone, found.units]).toEqual([0, 1, 1, ['v-h2']])
    expect(before.length + found.added - found.gone).toBe(found.units.length)
    expect(found.deeds.map(({ personId, unitId, line }) => [personId, unitId, line?.kind ?? null])).toEqual([
      ['p1', 'v-h2', 'changed'],
      ['p1', 'v-h2', 'gone'],
      ['p3', null, null],
    ])
  })
  test('who is not in the sheet goes, who is new comes, and who stays is not touched', () => {
    const found = compare('VA_PERSON', [row(2, '何阿华', 3), row(3, '新人', 4)], [place('VA_PERSON', 'p1'), place('VA_PERSON', 'p3')])
    expect([found.added, found.gone, found.same, found.fresh]).toEqual([1, 1, 1, 1])
    expect(found.deeds.map(deed => deed.line?.kind)).toEqual(['added', 'gone'])
  })
  test('two of one name are told apart by the code alone', () => {
    expect(compare('VRA', [row(2, '张伟', 5)], []).wrongs[0]?.kind).toBe('several-alike')
    expect(compare('VRA', [row(2, '张伟', 5, { code: 'p5' })], []).deeds[0]?.personId).toBe('p5')
    expect(compare('VRA', [row(2, '张伟', 5, { code: 'p4' }), row(3, '何阿华', 3), row(4, '何阿华', 3)], []).wrongs[0]).toMatchObject({
      row: 4,
      kind: 'one-person-twice',
    })
  })
  test('a namesake in another household is another person, and it is said', () => {
    const found = compare('VA_HOUSEHOLD', [row(2, '梁伯', 3, { household: 'h1' })], [])
    expect(found.deeds[0]).toMatchObject({ fresh: { name: '梁伯', householdId: 'v-h1' }, line: { how: 'namesake' } })
    expect(found.byName).toBe(1)
  })
  test('the same sheet against the roll it made changes nothing', () => {
    const rows = [row(2, '何阿华', 3, { household: 'h1' }), row(3, '梁伯', 3, { household: 'h2' })]
    const made = compare('VA_HOUSEHOLD', rows, []).deeds.map(({ personId, unitId }) => place('VA_HOUSEHOLD', personId, unitId ?? ''))
    expect(compare('VA_HOUSEHOLD', rows, made).deeds).toEqual([])
  })
  test('an office is not given by a list, and a committee member stays what they are', () => {
    expect(rolesAfter(person('x', '甲', 1), roll('VC_MTG'), true)).toEqual(['resident'])
    expect(rolesAfter(person('x', '甲', 1, null, ['resident', 'committee']), roll('VRA'), true)).toEqual(['resident', 'committee'])
    expect(rolesAfter(person('x', '甲', 1, null, ['resident', 'representative']), roll('VRA'), false)).toEqual(['resident'])
  })
})

describe('whose roll', () => {
  test('the collective’s is not the committee’s: two legal persons, two registers', () => {
    const [committee, board] = [
      person('c', '甲', 1, null, ['resident', 'committee']),
      person('b', '乙', 1, null, ['resident', 'collective_board']),
    ]
    expect([
      keepsRoll(committee, roll('VRA')),
      keepsRoll(committee, roll('CMA')),
      keepsRoll(board, roll('CMA')),
      keepsRoll(board, roll('VA_PERSON')),
    ]).toEqual([true, false, true, false])
    expect(watchesRoll(person('s', '丙', 1, null, ['resident', 'collective_supervisor']), roll('VRA'))).toBe(false)
    expect(rollsOf('community').map(one => one.body)).toEqual(['RA_PERSON', 'RA_HOUSEHOLD', 'RRA', 'CMA', 'CMRA', 'CB'])
  })
})

describe('days', () => {
  const noon = Date.parse('2026-03-02T12:00:00+08:00'),
    day = 86_400_000
  test('five days to say it, three to decide, each to its midnight; never past the opening', () => {
    expect(disputeWindow(undefined, [{ frozenAt: noon, opensAt: noon + 12 * day }], noon)).toBe(Date.parse('2026-03-08T00:00:00+08:00'))
    expect(disputeWindow(undefined, [{ frozenAt: noon, opensAt: noon + 2 * day }], noon)).toBe(noon + 2 * day)
    expect(disputeWindow(undefined, [{ frozenAt: noon, opensAt: noon + 12 * day }], noon + 6 * day)).toBe(null)
    expect(disputeWindow({ effectiveAt: 0 }, [], noon)).toBe(null)
    expect(disputeWindow({ effectiveAt: noon }, [], noon + day)).toBe(Date.parse('2026-03-08T00:00:00+08:00'))
    expect(dueOf(noon)).toBe(Date.parse('2026-03-06T00:00:00+08:00'))
  })
  test('only votes of that body which have not opened, nor are about to', () => {
    const motion = (opensAt: number, body: 'VRA' | 'VA_HOUSEHOLD' = 'VRA') => ({ body, opensAt, settledAt: null })
    expect(
      stillOpenTo([motion(noon + day), motion(noon + 30_000), motion(noon - day), motion(noon + day, 'VA_HOUSEHOLD')], 'VRA', noon),
    ).toEqual([motion(noon + day)])
    // At a meeting people come in an hour before; a second ballot goes on with a roll that was voted on.
    expect(
      stillOpenTo(
        [
          { ...motion(noon + 3_000_000), channels: ['hall'] as const },
          { ...motion(noon + day), secondOf: 'm' },
          { ...motion(noon + day), revoteOf: 'm' },
        ],
        'VRA',
        noon,
      ),
    ).toEqual([])
    expect(disputeWindow(undefined, [{ frozenAt: noon, opensAt: noon + 2 * day, channels: ['hall'] }], noon)).toBe(
      noon + 2 * day - 3_600_000,
    )
    expect(disputeWindow(undefined, [{ frozenAt: noon, opensAt: noon + 2 * day, secondOf: 'm' }], noon)).toBe(null)
  })
})
