import { describe, expect, test } from 'vitest'
import { competence, type PlaceFacts } from './competence'
import { checkDelegation, type Delegation } from './delegation'
import { isDelegable, matterCodes, matters, type MatterCode } from './matters'
import type { RuleId } from './names'

const day = '2026-06-01'
const nothing: PlaceFacts = { delegations: [], charterGives: [], committeeActsAsCollective: false }
const delegation: Delegation = {
  from: 'VA',
  to: 'VRA',
  codes: ['V28-1', 'V28-4'],
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  grantedBy: '2025 年村民会议第 3 号决议',
  form: 'meeting',
}
const with_ = (facts: Partial<PlaceFacts>): PlaceFacts => ({ ...nothing, ...facts })
const asked = (body: RuleId, code: MatterCode, facts = nothing, on = day) => {
  const found = competence(body, code, on, facts)
  return found.ok ? found.right : found.refusal
}

describe('who may decide what', () => {
  test('T43: the representatives never decide how land is contracted', () => {
    for (const code of ['C26-1', 'C26-3', 'C26-8', 'C26-10', 'C26-12', 'ART15', 'LAND-19'] as const)
      expect(asked('CMRA', code, with_({ charterGives: matterCodes })), code).toBe('body-not-competent')
    expect(asked('CMA', 'C26-8')).toBe('own')
  })
  test('T44: without a live authorisation the representatives decide nothing of the assembly’s', () => {
    expect(asked('VRA', 'V28-1')).toBe('no-delegation')
    expect(asked('VRA', 'V28-1', with_({ delegations: [delegation] }))).toBe('delegation')
    expect(asked('VRA', 'V28-2', with_({ delegations: [delegation] }))).toBe('no-delegation')
    expect(asked('VRA', 'V28-1', with_({ delegations: [delegation] }), '2026-12-31')).toBe('delegation')
    expect(asked('VRA', 'V28-1', with_({ delegations: [delegation] }), '2027-01-01')).toBe('no-delegation')
    expect(asked('VRA', 'V28-1', with_({ delegations: [{ ...delegation, from: 'RA', to: 'RRA' }] }))).toBe('no-delegation')
    expect(asked('VA_HOUSEHOLD', 'V28-1')).toBe('own')
  })
  test('by-laws, and what the representatives did wrong, are the assembly’s alone', () => {
    for (const code of ['BYLAW', 'V27-4'] as const) {
      expect(asked('VRA', code, with_({ delegations: [{ ...delegation, codes: [code] }] }))).toBe('body-not-competent')
      expect(asked('VA_PERSON', code)).toBe('own')
    }
  })
  test('what the charter does not hand on stays with the members', () => {
    expect(asked('CMRA', 'C26-7')).toBe('body-not-competent')
    expect(asked('CMRA', 'C26-7', with_({ charterGives: ['C26-7'] }))).toBe('charter')
  })
  test('collective property is never the villagers’ assembly’s, and an acting committee keeps the members’ threshold', () => {
    const found = competence('VA_PERSON', 'C26-10', day, with_({ committeeActsAsCollective: true }))
    expect(found.ok ? '' : found.why).toContain('成员大会的门槛')
  })
  test('sharing with non-members takes the three quarters’ rule; a group’s matter takes the group', () => {
    expect(asked('CMA', 'ART15')).toBe('body-not-competent')
    expect(asked('CMA_ART15', 'ART15')).toBe('own')
    expect(asked('VG_PERSON', 'GROUP')).toBe('own')
    expect(asked('VRA', 'GROUP')).toBe('body-not-competent')
  })
  test('views may be asked on anything; an ordinary matter is anybody’s', () => {
    for (const code of matterCodes) expect(asked('POLL', code)).toBe('own')
    expect(competence('VRA', null, day, nothing).ok).toBe(true)
  })
  test('a refusal says who may instead, and by which article', () => {
    const found = competence('CMRA', 'C26-3', day, nothing)
    expect(found.ok ? '' : found.why).toMatch(/确认成员.*成员大会.*农村集体经济组织法第二十六条/)
  })
  test('every matter has somebody who may decide it of right', () => {
    for (const code of matterCodes) expect(Object.values(matters[code].decidedBy), code).toContain('own')
  })
})

describe('an authorisation', () => {
  test.each([
    ['delegation-without-matters', { codes: [] }],
    ['matter-not-delegable', { codes: ['V28-1', 'BYLAW'] }],
    ['matter-not-delegable', { codes: ['C26-7'] }],
    ['delegation-without-term', { validTo: '' }],
    ['delegation-without-term', { validTo: '2025-12-31' }],
    ['delegation-without-term', { validTo: '2026-02-30' }],
    ['delegation-without-ground', { grantedBy: ' ' }],
    ['delegation-between-strangers', { to: 'RRA' }],
  ] as const)('%s: %o', (refusal, part) =>
    expect(checkDelegation({ ...delegation, ...part } as Delegation)).toEqual({ ok: false, refusal }),
  )
  test('states its matters and its term', () => {
    expect(checkDelegation(delegation).ok).toBe(true)
    expect(isDelegable('V28-6') && !isDelegable('V27-4') && !isDelegable('C26-1')).toBe(true)
  })
})
