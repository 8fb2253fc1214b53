import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atLeastHalf, atLeastThreeQuarters, atLeastTwoThirds, isNoEasier, moreThanHalf } from '../ground/share'
import { isVote, ruleSets, type RuleSetId } from './rule-sets'
import { checkSetting, numberChosen, ruleAsChosen, settingIn, settingRefusalWords, settingsIn } from './settings'

const now: RuleSetId = 'village-2026'

describe('what a village may choose', () => {
  test('never below the law, and the refusal quotes it', () => {
    for (const [id, value] of [
      ['postingDays', 14],
      ['notice.VA_PERSON', 9],
      ['notice.CMA', 9],
      ['quorum.VRA', atLeastHalf],
      ['quorum.VA_PERSON', atLeastHalf],
      ['pass.CMA', moreThanHalf],
    ] as const) {
      expect(checkSetting(now, id, value), id).toEqual({ ok: false, refusal: 'below-the-law' })
      expect(settingRefusalWords(settingIn(now, id)!, 'below-the-law')).toMatch(/不能低于.*法第/)
    }
    expect(settingRefusalWords(settingIn('community-2026', 'postingDays')!, 'below-the-law')).toContain('城市居民委员会组织法第三十四条')
  })
  test('stricter than the law is the village’s own affair', () => {
    expect(checkSetting(now, 'postingDays', 30).ok).toBe(true)
    expect(checkSetting(now, 'pass.CMA', atLeastThreeQuarters).ok).toBe(true)
    expect(checkSetting(now, 'quorum.PMM', atLeastTwoThirds).ok).toBe(true)
    expect(checkSetting(now, 'quorum.TCM', moreThanHalf).ok).toBe(true) // no law, the village's own
  })
  test('an objection is raised inside the posting', () => {
    expect(checkSetting(now, 'objectionDays', 16)).toEqual({ ok: false, refusal: 'longer-than-posting' })
    expect(checkSetting(now, 'objectionDays', 16, { postingDays: 20 }).ok).toBe(true)
  })
  test('nonsense is refused', () => {
    for (const value of [1.5, NaN, { numerator: 3, denominator: 2, reach: 'at-least' } as const])
      expect(checkSetting(now, 'postingDays', value).ok).toBe(false)
    expect(checkSetting(now, 'quorum.VRA', { numerator: 1, denominator: 1, reach: 'more-than' })).toEqual({
      ok: false,
      refusal: 'setting-malformed',
    })
    expect(checkSetting(now, 'toString', 3)).toEqual({ ok: false, refusal: 'no-such-setting' })
  })
  test('whatever is stored, what is in force is never below the law', () => {
    const share = fc.record({
      numerator: fc.integer({ min: -1, max: 9 }),
      denominator: fc.integer({ min: 0, max: 9 }),
      reach: fc.constantFrom('at-least' as const, 'more-than' as const),
    })
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 500 }), share, (days, wished) => {
        for (const setting of settingsIn(now)) {
          const chosen = { [setting.id]: setting.kind === 'number' ? days : wished }
          if (setting.kind === 'number') expect(numberChosen(now, setting.id, chosen)).toBeGreaterThanOrEqual(setting.least)
          else {
            const rule = ruleAsChosen(now, setting.rule, chosen)
            if (setting.floor && isVote(rule)) expect(isNoEasier(rule[setting.part].share, setting.floor)).toBe(true)
          }
        }
      }),
      { numRuns: 40 },
    )
    expect(numberChosen(now, 'objectionDays', { postingDays: 15, objectionDays: 40 })).toBe(15)
  })
  test('every default is one a village might choose, under every law', () => {
    for (const id of Object.keys(ruleSets) as RuleSetId[])
      for (const setting of settingsIn(id))
        expect([setting.id, checkSetting(id, setting.id, setting.default).ok]).toEqual([setting.id, true])
  })
})
