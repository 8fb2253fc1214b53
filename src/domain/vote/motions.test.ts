import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayCast, receiptHash, secretBallotId, tally } from './ballot/ballots'
import { noticeOfRule, ruleOf } from '../law/rule-sets'
import { askedBodies, earliestOpening, openingAt, outcomeWords, putMotion, type Motion } from './motions'
import { wasOnRoll, type RollPlace } from '../roll/roll'
import { judgeMotion as judge, settle, settling } from './count/settle'

const at = (text: string) => Date.parse(`${text}+08:00`)
const motion: Motion = {
  id: 'm1',
  orgId: 'v',
  topicId: 't1',
  text: '今年装 24 盏路灯',
  body: 'VRA',
  form: 'secret',
  opensAt: 1000,
  closesAt: 2000,
  rollSize: 55,
  rollHash: '',
  frozenAt: 500,
  rules: 'village-2026',
  byLaw: '章程第二十三条',
  settledAt: null,
  result: null,
}
const place: RollPlace = { id: 'v:VRA:zhang', orgId: 'v', body: 'VRA', unitId: 'zhang', personId: 'zhang', since: 0, until: null }

describe('judging a vote', () => {
  test.each([
    ['T11', 55, { for: 36, against: 0, abstain: 0 }, 'quorum_failed'],
    ['T12', 55, { for: 19, against: 10, abstain: 8 }, 'passed'],
    ['T13', 55, { for: 18, against: 10, abstain: 9 }, 'not_passed'],
    ['T14', 53, { for: 19, against: 17, abstain: 0 }, 'passed'],
    ['T41', 1, { for: 1, against: 0, abstain: 0 }, 'passed'],
    ['T42', 0, { for: 0, against: 0, abstain: 0 }, 'quorum_failed'],
  ] as const)('%s of the procedure’s vectors', (_, rollSize, count, outcome) => {
    expect(judge({ ...motion, rollSize }, count).outcome).toBe(outcome)
  })
  test('abstaining is taking part and is not being for', () => {
    expect(judge({ ...motion, rollSize: 60 }, { for: 20, against: 0, abstain: 20 }).outcome).toBe('not_passed')
  })
  test('a poll is only counted, and never said to pass, however one-sided', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (yes, no, abstain) => {
        const result = judge({ ...motion, body: 'POLL', byLaw: '章程' }, { for: yes, against: no, abstain })
        return result.outcome === 'counted' && !`${outcomeWords[result.outcome]}${result.explain.join()}`.includes('通过')
      }),
    )
  })
  test('without an authorising by-law an online vote only advises', () => {
    const result = judge({ ...motion, byLaw: null }, { for: 55, against: 0, abstain: 0 })
    expect(result.outcome).toBe('counted')
    expect(result.explain.join()).toContain('只作参考')
  })
  test('a vote that passes has its two thirds and its more than half, and nothing else passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(3000), fc.nat(3000), fc.nat(3000), (rollSize, yes, no, abstain) => {
        const present = yes + no + abstain
        fc.pre(present <= rollSize)
        return (
          (judge({ ...motion, rollSize }, { for: yes, against: no, abstain }).outcome === 'passed') ===
          (3 * present >= 2 * rollSize && 2 * yes > present)
        )
      }),
    )
  })
})

describe('casting', () => {
  test('from the opening instant up to, not including, the closing one', () => {
    expect(mayCast(motion, place, 'secret', 999)).toEqual({ ok: false, refusal: 'vote-not-yet-open' })
    expect(mayCast(motion, place, 'secret', 1000).ok).toBe(true)
    expect(mayCast(motion, place, 'secret', 1999).ok).toBe(true)
    expect(mayCast(motion, place, 'secret', 2000)).toEqual({ ok: false, refusal: 'vote-closed' })
  })
  test('who came on the roll after it was frozen waits for the next vote; who left since still may', () => {
    expect(mayCast(motion, { ...place, since: 501 }, 'secret', 1500)).toEqual({ ok: false, refusal: 'not-on-roll' })
    expect(wasOnRoll({ ...place, until: 500 }, 500)).toBe(false)
    expect(wasOnRoll({ ...place, until: 501 }, 500)).toBe(true)
    expect(mayCast(motion, undefined, 'secret', 1500)).toEqual({ ok: false, refusal: 'not-on-roll' })
  })
  test('a named ballot has no place in a secret vote', () => {
    expect(mayCast(motion, place, 'named', 1500)).toEqual({ ok: false, refusal: 'wrong-ballot-form' })
  })
  test('the receipt cannot be read off the published list', () => {
    expect(secretBallotId('m1', receiptHash('abc'))).not.toContain('abc')
    expect(receiptHash('abc')).toHaveLength(64)
  })
})

describe('putting a question', () => {
  const now = at('2026-04-01T10:00:00')
  const notice = { VRA: 3, VA_HOUSEHOLD: 10, VA_PERSON: 10, CMA: 10, CMRA: 3, POLL: 0 }
  const put = (body: keyof typeof notice, opensAt: number, days = 2) =>
    putMotion({ ...motion, body, opensAt, closesAt: opensAt + days * 86_400_000 }, notice[body], now)
  test('the notice is the one the rules of the day ask for', () => {
    for (const body of askedBodies) expect(noticeOfRule(ruleOf('village-2026', body)).days).toBe(notice[body])
  })
  test('ten full days before a villagers’ assembly, three before the representatives', () => {
    expect(earliestOpening(notice.VA_HOUSEHOLD, now)).toBe(at('2026-04-12T00:00:00'))
    expect(put('VA_HOUSEHOLD', at('2026-04-11T23:59:59'))).toEqual({ ok: false, refusal: 'notice-too-short' })
    expect(put('VA_HOUSEHOLD', at('2026-04-12T00:00:00')).ok).toBe(true)
    expect(put('VRA', at('2026-04-04T23:00:00'))).toEqual({ ok: false, refusal: 'notice-too-short' })
    expect(put('VRA', at('2026-04-05T00:00:00')).ok).toBe(true)
    expect(put('POLL', now).ok).toBe(true)
    expect(put('POLL', openingAt(notice.POLL, now - 5, now)).ok).toBe(true) // the phone's clock was a little slow
    expect(openingAt(notice.VRA, now - 5, now)).toBe(now - 5)
  })
  test('not to an empty roll, not for a moment, not for ever', () => {
    expect(putMotion({ ...motion, body: 'POLL', opensAt: now, closesAt: now + 3_599_999 }, 0, now)).toEqual({
      ok: false,
      refusal: 'vote-too-short',
    })
    expect(put('POLL', now, 31)).toEqual({ ok: false, refusal: 'vote-too-long' })
    expect(putMotion({ ...motion, body: 'POLL', opensAt: now, closesAt: now + 86_400_000, rollSize: 0 }, 0, now)).toEqual({
      ok: false,
      refusal: 'roll-empty',
    })
  })
})

test('a vote is settled once, and only after the minute for ballots on their way', () => {
  const count = tally([{ choice: 'for' }, { choice: 'abstain' }])
  expect(settle(motion, count, motion.closesAt + settling - 1)).toEqual({ ok: false, refusal: 'still-open' })
  const settled = settle(motion, count, motion.closesAt + settling)
  expect(settled.ok && settled.value.result).toMatchObject({ for: 1, against: 0, abstain: 1, present: 2 })
  expect(settled.ok && settle(settled.value, count, motion.closesAt + 2 * settling)).toEqual({ ok: false, refusal: 'already-settled' })
})
