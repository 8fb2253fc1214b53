import { describe, expect, test } from 'vitest'
import type { Motion } from '../motions'
import type { Urn } from '../count/reconcile'
import { settling } from '../count/settle'
import { settleMeeting } from './settle-meeting'
import type { Totals } from '../count/tallies'

const motion: Motion = {
  id: 'm',
  orgId: 'v1',
  topicId: 't',
  text: '修渠',
  body: 'VA_PERSON',
  form: 'named',
  opensAt: 1000,
  closesAt: 9000,
  rollSize: 1000,
  rollHash: '',
  frozenAt: 500,
  rules: 'village-2026',
  byLaw: '章程',
  settledAt: null,
  result: null,
  channels: ['phone', 'hall', 'paper'],
  openedAt: 2000,
}
const urn = (present: number, paper: number, box: number, phone = 0): Urn => ({
  present,
  taken: { phone, hall: 0, paper, proxy: 0 },
  cast: phone,
  box,
  spoiled: 0,
})
const totals = (yes: number, against = 0, abstain = 0, invalid = 0): Totals => ({
  for: yes,
  against,
  abstain,
  invalid,
  ballots: yes + against + abstain + invalid,
})
const late = motion.closesAt + settling
const outcomeOf = (count: Urn, said: Totals, change: Partial<Motion> = {}) => {
  const decision = settleMeeting({ ...motion, ...change }, count, said, true, late)
  return decision.ok ? decision.value.result : decision.refusal
}

describe('the end of a meeting', () => {
  test('T52: 510 at the opening, 15 left without voting, 256 for: passed', () => {
    expect(outcomeOf(urn(510, 495, 495), totals(256, 239))).toMatchObject({ outcome: 'passed', for: 256, present: 510, unreturned: 15 })
  })
  test('T05, T06: a tie does not pass, nor do more for than against where abstaining and invalid ones outweigh them', () => {
    expect(outcomeOf(urn(600, 600, 600), totals(300, 300))).toMatchObject({ outcome: 'not_passed' })
    expect(outcomeOf(urn(600, 600, 600), totals(290, 100, 200, 10))).toMatchObject({ outcome: 'not_passed', invalid: 10 })
  })
  test('of the members’ assembly two thirds of all must be for, however many came', () => {
    expect(outcomeOf(urn(750, 750, 750), totals(599, 151), { body: 'CMA', rollSize: 900 })).toMatchObject({ outcome: 'not_passed' })
    expect(outcomeOf(urn(750, 750, 750), totals(600, 150), { body: 'CMA', rollSize: 900 })).toMatchObject({ outcome: 'passed' })
  })
  test('a ballot too many voids it, whatever it says', () => {
    expect(outcomeOf(urn(600, 600, 601), totals(601))).toMatchObject({
      outcome: 'void',
      explain: [expect.stringContaining('参加 600'), expect.stringContaining('多出 1 张'), expect.stringContaining('作废')],
    })
  })
  test('one that nobody opened has not come about, though all were there', () => {
    expect(outcomeOf(urn(900, 0, 0), totals(0), { openedAt: null })).toMatchObject({ outcome: 'quorum_failed', unreturned: 900 })
  })
  test('it waits for the ballots on their way, for the supervisor’s key, and for a sum that holds', () => {
    expect(settleMeeting(motion, urn(600, 600, 600), totals(600), true, late - 1)).toEqual({ ok: false, refusal: 'still-open' })
    expect(settleMeeting(motion, urn(600, 600, 600), totals(600), false, late)).toEqual({ ok: false, refusal: 'not-confirmed' })
    expect(outcomeOf(urn(600, 600, 600), totals(599))).toBe('sum-wrong')
    expect(outcomeOf({ ...urn(600, 600, 600), cast: 1 }, totals(601))).toBe('sum-wrong')
    expect(outcomeOf(urn(600, 600, 600), totals(600), { settledAt: late })).toBe('already-settled')
  })
  test('with several options in the hall the sum speaks of who chose one', () => {
    const options = ['a', 'b', 'c'].map(id => ({ id, text: id.toUpperCase() }))
    const result = outcomeOf(
      urn(600, 600, 590),
      {
        ...totals(0, 0, 20, 10),
        ballots: 590,
        options: [
          { id: 'a', votes: 310 },
          { id: 'b', votes: 150 },
          { id: 'c', votes: 100 },
        ],
      },
      { method: 'one', options },
    )
    expect(result).toMatchObject({ outcome: 'passed', unreturned: 10 })
    expect(typeof result === 'object' && result?.explain[2]).toBe('选了的 560 + 弃权 20 + 无效 10 + 未交回 10 = 参加 600')
  })
})
