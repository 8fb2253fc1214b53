import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { largestCount } from '../ground/share'
import { judge, malformed } from './judge'
import { citation } from './articles'
import { bodyNames, isRuleId, ruleIds } from './names'
import { isVote, newestRuleSet, ruleIn, ruleOf, ruleSetOn, ruleSets, rulesIn, type RuleSetId } from './rule-sets'
import vectors from './vectors.json'

const everySet = Object.keys(ruleSets) as RuleSetId[]
const newest = (['village', 'community'] as const).map(newestRuleSet)
const vote = (id: string) => {
  const rule = isRuleId(id) ? newest.map(set => ruleIn(set, id)).find(isVote) : undefined
  if (!rule) throw new Error(id)
  return rule
}
const voteRules = newest.flatMap(set => rulesIn(set)).filter(isVote)

describe('the vectors of the procedure', () => {
  test.each(vectors.votes)('$id $rule N=$N P=$P Y=$Y', ({ rule, N, P, Y, expect: outcome }) => {
    const judged = judge(vote(rule), { N, P, Y })
    expect(judged.outcome).toBe(outcome)
    expect(judged.explain.join()).toContain(citation(vote(rule).article))
  })
  test('T42 holds of every body: an empty roll never passes', () => {
    for (const rule of voteRules)
      expect(judge(rule, { N: 0, P: 0, Y: 0 })).toMatchObject({
        outcome: 'QUORUM_FAILED',
        explain: [expect.stringContaining('名册上没有')],
      })
  })
  test('601 of 1200 households are enough in a community and not in a village', () => {
    expect(judge(vote('RA_HOUSEHOLD'), { N: 1200, P: 601, Y: 301 }).outcome).toBe('PASSED')
    expect(judge(vote('VA_HOUSEHOLD'), { N: 1200, P: 601, Y: 601 }).outcome).toBe('QUORUM_FAILED')
  })
})

describe('every rule', () => {
  const counts = fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000)).map(numbers => {
    const [Y = 0, P = 0, N = 0] = numbers.sort((a, b) => a - b)
    return { N, P, Y }
  })
  test('one more for never turns a passed vote into another, one more on the roll never helps', () => {
    fc.assert(
      fc.property(fc.constantFrom(...voteRules), counts, (rule, count) => {
        if (judge(rule, count).outcome !== 'PASSED') return
        if (count.Y < count.P) expect(judge(rule, { ...count, Y: count.Y + 1 }).outcome).toBe('PASSED')
        expect(judge(rule, { ...count, N: Math.max(count.P, count.N - 1) }).outcome).toBe('PASSED')
      }),
    )
  })
  test('half of those present for and half not is never passed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...voteRules),
        fc.integer({ min: 1, max: 3000 }),
        (rule, half) => judge(rule, { N: 2 * half, P: 2 * half, Y: half }).outcome === 'NOT_PASSED',
      ),
    )
  })
  test('every inequality it shows is true as written', () => {
    const compare: Record<string, (a: number, b: number) => boolean> = {
      '≥': (a, b) => a >= b,
      '>': (a, b) => a > b,
      '<': (a, b) => a < b,
      '≤': (a, b) => a <= b,
    }
    fc.assert(
      fc.property(fc.constantFrom(...voteRules), counts, (rule, count) => {
        for (const line of judge(rule, count).explain) {
          const [, left, sign = '', right] = /(?:=|：)(\d+) ([≥><≤]) (?:\d+×\d+=)?(\d+)/.exec(line) ?? []
          if (count.N > 0) expect(compare[sign]?.(Number(left), Number(right)), line).toBe(true)
        }
      }),
    )
  })
  test('counts that cannot be are named, and the largest still counts exactly', () => {
    expect(malformed({ N: 10, P: 11, Y: 1 })).toContain('参加')
    expect(malformed({ N: 10, P: 5, Y: 6 })).toContain('赞成')
    expect(malformed({ N: 10, P: -1, Y: 0 })).toContain('负数')
    expect(malformed({ N: 10.5, P: 1, Y: 0 })).toContain('整数')
    expect(malformed({ N: largestCount + 1, P: 1, Y: 0 })).toContain('太大')
    expect(malformed({ N: largestCount, P: largestCount, Y: largestCount })).toBeNull()
    expect(judge(vote('CMA_ART15'), { N: largestCount, P: largestCount, Y: largestCount }).outcome).toBe('PASSED')
  })
})

describe('the law in force', () => {
  test.each([
    ['village', '2019-05-01', 'village-2018'],
    ['village', '2025-04-30', 'village-2018'],
    ['village', '2025-05-01', 'village-2025'],
    ['village', '2025-12-31', 'village-2025'],
    ['village', '2026-01-01', 'village-2026'],
    ['community', '2025-12-31', 'community-2025'],
    ['community', '2026-01-01', 'community-2026'],
    ['village', '2001-01-01', 'village-2018'],
  ] as const)('in a %s on %s is %s', (kind, on, id) => expect(ruleSetOn(kind, on)).toBe(id))
  test('follows on without a gap, each set with one row a rule', () => {
    for (const kind of ['village', 'community'] as const) {
      const sets = everySet.map(id => ruleSets[id]).filter(set => set.kind === kind)
      sets.slice(1).forEach((set, i) => expect(Date.parse(set.from) - Date.parse(sets[i]?.until ?? '')).toBe(86_400_000))
    }
    for (const id of everySet) expect(new Set(rulesIn(id).map(rule => rule.id)).size).toBe(rulesIn(id).length)
  })
  test('has a row for every name, and views pass nowhere', () => {
    const held = new Set(newest.flatMap(set => rulesIn(set).map(({ id }) => id)))
    expect(ruleIds.filter(id => !held.has(id))).toEqual([])
    for (const rule of everySet.flatMap(id => rulesIn(id)))
      expect([rule.id, bodyNames[rule.id].views === true]).toEqual([rule.id, rule.kind === 'views'])
  })
  test('an old topic is quoted the old numbering; a community had no representatives then', () => {
    expect(citation(ruleOf('village-2018', 'VRA').article)).toBe('村民委员会组织法第二十六条')
    expect(citation(ruleOf('village-2026', 'VRA').article)).toBe('村民委员会组织法第三十条')
    expect(ruleIn('community-2025', 'RRA')).toBeUndefined()
    expect(ruleIn('village-2018', 'CMA')).toBeUndefined()
    expect(ruleIn('nonsense', 'VRA')).toBeUndefined()
  })
})
