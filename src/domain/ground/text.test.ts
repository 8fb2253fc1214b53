import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkText } from './text'

describe('words to be published', () => {
  test.each([
    ['我的身份证 440106199001011234', 'id-number-in-text'],
    ['４４０１０６１９９００１０１１２３Ｘ', 'id-number-in-text'],
    ['440106 19900101 123x', 'id-number-in-text'],
    ['老证 440106900101123', 'id-number-in-text'],
    ['打我电话13800138000', 'phone-number-in-text'],
    ['138 0013 8000', 'phone-number-in-text'],
    ['+86-138-0013-8000', 'phone-number-in-text'],
    ['１３８００１３８０００', 'phone-number-in-text'],
    ['座机 0760-88881234', 'phone-number-in-text'],
    ['看\u0007不见', 'control-characters'],
    ['倒\u202e着写', 'control-characters'],
    ['半个字\ud842', 'control-characters'],
    ['  \n ', 'empty-text'],
    ['长'.repeat(10_001), 'too-long'],
  ])('%s', (text, refusal) => {
    expect(checkText(text, 10_000)).toEqual({ ok: false, refusal })
  })
  test.each([
    '村里出 86000 元，装 24 盏，2026年12月20日前装好',
    '编号 20261123001，第 15 条',
    '门牌 138 号，电表读数 1234567890',
    '预算 123456789012 元',
    '👨‍👩‍👧‍👦 一家人都赞成',
    '𠮷野家旁边',
  ])('%s is fine', text => {
    expect(checkText(text, 100)).toEqual({ ok: true, value: text })
  })
  test('a line end of any kind is one, and the edges are trimmed', () => {
    expect(checkText(' 一\r\n二\r三 ', 10)).toEqual({ ok: true, value: '一\n二\n三' })
  })
  test('length is counted as a reader counts, not in halves of a rare character', () => {
    expect(checkText('𠮷'.repeat(40), 40).ok).toBe(true)
    expect(checkText('𠮷'.repeat(41), 40)).toEqual({ ok: false, refusal: 'too-long' })
  })
  test('no mobile number gets through, however it is spaced', () => {
    const gap = fc.constantFrom('', ' ', '-', '.', ' - ')
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 9 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }),
        fc.array(gap, { minLength: 10, maxLength: 10 }),
        (second, rest, gaps) => {
          const digits = [1, second, ...rest]
          const text = `联系${digits.map((digit, i) => `${digit}${gaps[i] ?? ''}`).join('')}即可`
          return !checkText(text, 200).ok
        },
      ),
    )
  })
})
