import { expect, test } from 'vitest'
import { countWords } from './words'

test('what was put away is said with its reasons; a year without any says nothing', () => {
  expect(
    countWords({
      year: 2026,
      hidden: [
        { reason: 'insult', times: 2 },
        { reason: 'privacy', times: 1 },
      ],
      restored: 1,
    }),
  ).toBe('今年收起 3 条（骂人、侮辱人 2，露了别人的隐私 1），申诉后放回 1 条')
  // Put away last year, back this year.
  expect(countWords({ year: 2026, hidden: [], restored: 1 })).toBe('今年收起 0 条，申诉后放回 1 条')
  expect(countWords({ year: 2026, hidden: [], restored: 0 })).toBe('')
})
