import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkComposition, malformedMakeUp } from './composition'
import { faultIn, judgeOptions, mixesModes, presentUnits, quorumHolds, type CheckIn } from './counting'
import { judge } from './judge'
import { judgePetition, malformedPetition } from './petitions'
import { isRuleId } from './names'
import { isPetition, isVote, ruleIn, ruleOf } from './rule-sets'
import vectors from './vectors.json'

const person = ruleOf('village-2026', 'VA_PERSON')
if (!isVote(person)) throw new Error('VA_PERSON')
const crowd = (n: number, leftAt: number | null, from = 0): CheckIn[] =>
  Array.from({ length: n }, (_, i) => ({ unitId: `u${from + i}`, at: 1, leftAt }))

describe('who takes part', () => {
  test('T51: who left before the opening is not there', () => {
    const units = presentUnits([...crowd(495, null), ...crowd(15, 5, 495)], 10, 20)
    expect(units).toHaveLength(495)
    expect(judge(person, { N: 1000, P: units.length, Y: 0 }).outcome).toBe('QUORUM_FAILED')
  })
  test('T52: who leaves after it stays in P', () => {
    const units = presentUnits([...crowd(495, null), ...crowd(15, 15, 495)], 10, 20)
    expect(judge(person, { N: 1000, P: units.length, Y: 256 }).outcome).toBe('PASSED')
  })
  test('who comes before the close is added, who comes after it is not, nobody twice', () => {
    expect(
      presentUnits(
        [
          { unitId: 'a', at: 12, leftAt: 13 },
          { unitId: 'a', at: 14, leftAt: null },
          { unitId: 'b', at: 20, leftAt: null },
        ],
        10,
        20,
      ),
    ).toEqual(['a'])
  })
  test('enough must be there at the opening already', () => {
    expect(quorumHolds(person, 1000, 500, 600)).toBe(false)
    expect(quorumHolds(person, 1000, 501, 600)).toBe(true)
  })
  test('T47: households at a meeting called by persons', () => {
    expect(mixesModes('person', ['person', 'household'])).toBe(true)
    expect(mixesModes('household', ['household'])).toBe(false)
  })
})

test('paper ballots: one missing is a blank, one too many voids the vote, and the classes add up to P', () => {
  const ballots = { returned: 20 + 8 + 3 + 2, unreturned: 4 }
  expect(faultIn(ballots, 37, 37, 33)).toBeNull()
  expect(faultIn(ballots, 37, 37, 38)).toBe('void')
  expect(faultIn(ballots, 36, 37, 33)).toBe('sum-wrong')
  expect(faultIn(ballots, 37, 37, 34)).toBe('sum-wrong')
})

describe('several options', () => {
  const options = (...votes: number[]) => votes.map((n, i) => ({ id: 'ABCD'[i]!, votes: n }))
  test('T50: forty of a hundred is no majority; the two foremost go on', () => {
    expect(judgeOptions(person, 190, 100, options(40, 35, 25), 'first')).toEqual({ outcome: 'again', options: ['A', 'B'] })
    expect(judgeOptions(person, 190, 100, options(52, 48), 'second')).toEqual({ outcome: 'PASSED', option: 'A' })
    expect(judgeOptions(person, 190, 100, options(50, 50), 'second')).toEqual({ outcome: 'NOT_PASSED' })
    expect(judgeOptions(person, 190, 95, options(95), 'first')).toEqual({ outcome: 'QUORUM_FAILED' })
  })
  test('who ties with the second goes on with it', () => {
    expect(judgeOptions(person, 190, 100, options(40, 25, 25, 10), 'first')).toEqual({ outcome: 'again', options: ['A', 'B', 'C'] })
  })
})

describe('signatures', () => {
  test.each(vectors.petitions)('$id', ({ petition, of, signed, expect: expected }) => {
    const rule = isRuleId(petition) ? ruleIn('village-2026', petition) : undefined
    expect(isPetition(rule) && judgePetition(rule, of, signed)).toMatchObject(expected)
  })
  test('the fewest that oblige are said, exactly', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('PETITION_VA', 'PETITION_VRA', 'PETITION_VA_BY_REPS', 'RECALL_DEMAND'),
        fc.integer({ min: 1, max: 1_000_000 }),
        (id, of) => {
          const rule = isRuleId(id) ? ruleIn('village-2026', id) : undefined
          if (!isPetition(rule)) throw new Error(id)
          const { needs } = judgePetition(rule, of, 0)
          const { numerator, denominator } = rule.pass.share
          expect(needs).toBe(Math.floor((numerator * of + denominator - 1) / denominator))
          expect([judgePetition(rule, of, needs).reached, judgePetition(rule, of, needs - 1).reached]).toEqual([true, false])
        },
      ),
    )
    expect(malformedPetition(10, 11)).toContain('还多')
  })
  test('of nobody, nobody ever signs enough', () => {
    const rule = ruleOf('village-2026', 'PETITION_VA')
    expect(isPetition(rule) && judgePetition(rule, 0, 0)).toMatchObject({ reached: false, needs: 1 })
  })
})

describe('the make-up of an assembly', () => {
  test('T53–T55', () => {
    expect(checkComposition('CMRA', { members: 20, representatives: 20, womenRepresentatives: 7 })).toMatchObject({
      valid: false,
      why: expect.stringContaining('多于 20 人'),
    })
    expect(checkComposition('CMRA', { members: 21, representatives: 21, womenRepresentatives: 7 })).toEqual({ valid: true })
    const many = checkComposition('VRA', { members: 50, representatives: 39 })
    expect(many).toMatchObject({ valid: false, why: expect.stringContaining('5×39=195 < 4×50=200') })
    expect(many).toMatchObject({ why: expect.stringContaining('最多 7 人') })
    expect(checkComposition('VRA', { members: 55, representatives: 50, womenRepresentatives: 18 })).toMatchObject({
      valid: false,
      why: expect.stringContaining('3×18=54 < 55'),
    })
    expect(checkComposition('VRA', { members: 55, representatives: 50, womenRepresentatives: 19 })).toEqual({ valid: true })
  })
  test('what is not said and might decide is asked for', () => {
    expect(checkComposition('VRA', { members: 55, representatives: 50 })).toEqual({ missing: 'womenRepresentatives' })
    expect(checkComposition('RRA', { members: 60, representatives: 52 })).toEqual({ valid: true })
    expect(checkComposition('RRA', { members: 60, representatives: 50 })).toMatchObject({
      valid: false,
      why: expect.stringContaining('最多 9 人'),
    })
    expect(malformedMakeUp({ members: 10, representatives: 11 })).toContain('还多')
    expect(malformedMakeUp({ members: 10, representatives: 8, womenRepresentatives: 9 })).toContain('还多')
  })
})
