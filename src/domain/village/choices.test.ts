import { expect, test } from 'vitest'
import type { Org } from './org'
import { atLeastThreeQuarters, atLeastTwoThirds, moreThanHalf } from '../ground/share'
import {
  checkChoice,
  choosable,
  chosenOf,
  compositionWarning,
  floorWords,
  valueNow,
  valueWords,
  withChoice,
  type ChoiceValue,
} from './choices'

const org: Org = {
  id: 'v1',
  name: '小村',
  hall: '',
  hallPlace: '',
  hallPhone: '',
  groups: 12,
  demo: true,
  supportsNeeded: 5,
  officerIds: [],
  onlineVoteByLaw: null,
}
const now = 'village-2026'
const rule = (id: string, of: Org = org) => choosable(of, now).find(one => one.id === id)!
const chosen = (id: string, value: ChoiceValue, of: Org = org) => withChoice(of, rule(id), value)
const said = (id: string, of: Org) => valueWords(rule(id), valueNow(of, now, rule(id))!)

test('every rule says how it stands, its default and what it rests on, and no two have one name', () => {
  const rules = choosable(org, now)
  expect(new Set(rules.map(one => one.id)).size).toBe(rules.length)
  for (const one of rules) {
    const value = valueNow(org, now, one)
    if (one.kind !== 'makeUp') expect(valueWords(one, value!), one.id).not.toBe('')
    if (value !== null) expect(checkChoice(org, now, one.id, value), one.id).toEqual({ ok: false, refusal: 'same-as-now' })
  }
})

test('what is chosen is in force, and the rest stays', () => {
  let village = chosen('postingDays', 20)
  village = chosen('pass.CMA', atLeastThreeQuarters, village)
  village = chosen('collectiveSequence', 'additional_fifth', village)
  village = chosen('onlineVoteByLaw', '章程第九条', village)
  village = chosen('supportsNeeded', 8, village)
  expect(['postingDays', 'pass.CMA', 'onlineVoteByLaw', 'supportsNeeded', 'objectionDays'].map(id => said(id, village))).toEqual([
    '20 天',
    '四分之三以上',
    '章程第九条',
    '8 人',
    '7 天',
  ])
  expect(village).toMatchObject({ onlineVoteByLaw: '章程第九条', supportsNeeded: 8, switches: { collectiveSequence: 'additional_fifth' } })
  expect(chosenOf(village)).toEqual({ postingDays: 20, 'pass.CMA': atLeastThreeQuarters, supportsNeeded: 8 })
  expect(chosen('onlineVoteByLaw', '', village).onlineVoteByLaw).toBe(null)
})

test('a value of another kind is no value', () => {
  for (const [id, value] of [
    ['postingDays', '20'],
    ['postingDays', true],
    ['pass.CMA', 3],
    ['kind', 'town'],
    ['townApproves', 'yes'],
    ['charterGives', ['C26-8']],
    ['charterGives', 'C26-2'],
    ['makeUp.VRA', 80],
    ['makeUp.VRA', { members: 3, representatives: 4 }],
  ] as const)
    expect(checkChoice(org, now, id, value), id).toEqual({ ok: false, refusal: 'setting-malformed' })
  expect(checkChoice(org, now, 'pass.CMA', moreThanHalf)).toEqual({ ok: false, refusal: 'below-the-law' })
  expect(checkChoice(org, now, 'charterGives', ['C26-2']).ok).toBe(true)
})

test('the law’s floor is shown where it draws one, and nowhere else', () => {
  expect([
    floorWords(rule('postingDays')),
    floorWords(rule('pass.CMA')),
    floorWords(rule('supportsNeeded')),
    floorWords(rule('pass.TCM')),
  ]).toEqual(['15 天', '三分之二以上', null, null])
})

test('a body is warned of with its arithmetic as soon as it is recorded wrong', () => {
  expect(compositionWarning(org, rule('makeUp.VRA'))).toBe(null)
  expect(
    compositionWarning(chosen('makeUp.VRA', { members: 60, representatives: 47, womenRepresentatives: 20 }), rule('makeUp.VRA')),
  ).toMatch(/5×47=235 < 4×60=240/)
  expect(compositionWarning(chosen('makeUp.VRA', { members: 60, representatives: 55, womenRepresentatives: 20 }), rule('makeUp.VRA'))).toBe(
    null,
  )
})

test('a community has its own bodies and its own law', () => {
  const community: Org = { ...org, kind: 'community' }
  const ids = choosable(community, 'community-2026').map(one => one.id)
  expect(ids).toContain('makeUp.RRA')
  expect(ids).not.toContain('makeUp.VRA')
  expect(checkChoice(community, 'community-2026', 'pass.RRA', atLeastTwoThirds).ok).toBe(true)
})
