import { describe, expect, test } from 'vitest'
import { checkProxy, type Proxy } from './proxies'
import { isVote, ruleOf } from './rule-sets'

const rule = (id: 'CMA' | 'CMRA' | 'VRA' | 'VA_PERSON') => {
  const row = ruleOf('village-2026', id)
  if (!isVote(row)) throw new Error(id)
  return row
}
const member = (id: string, householdId: string | null = 'h1') => ({ id, householdId, member: true, capable: true })
const proxy = (more: Partial<Proxy> = {}): Proxy => ({
  principal: member('ma'),
  agent: member('zi'),
  meetingId: 'm',
  written: true,
  verified: true,
  revoked: false,
  ...more,
})

describe('voting for another', () => {
  test('T45: not for a neighbour, only within one household', () => {
    expect(checkProxy(rule('CMA'), proxy(), 'm').ok).toBe(true)
    expect(checkProxy(rule('CMA'), proxy({ agent: member('lin', 'h2') }), 'm')).toMatchObject({ ok: false, refusal: 'proxy-invalid' })
    expect(checkProxy(rule('CMA'), proxy({ principal: member('ma', null), agent: member('lin', null) }), 'm').ok).toBe(false)
  })
  test.each([
    ['unwritten', { written: false }],
    ['for another meeting', { meetingId: 'n' }],
    ['taken back', { revoked: true }],
    ['unverified', { verified: false }],
    ['by a child', { agent: { ...member('zi'), capable: false } }],
    ['by no member', { agent: { ...member('zi'), member: false } }],
    ['of oneself', { agent: member('ma') }],
  ] as const)('%s is none', (_, more) => expect(checkProxy(rule('CMA'), proxy(more), 'm').ok).toBe(false))
  test('a mandate is personal everywhere else', () => {
    for (const id of ['CMRA', 'VRA', 'VA_PERSON'] as const) expect(checkProxy(rule(id), proxy(), 'm').ok).toBe(false)
  })
})
