import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, toJson } from './rows'

test('text is ordered as its UTF-8 bytes are, as both databases order it', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compare(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
    }),
  )
})

test('a backslash before u0000 is only a backslash', () => {
  expect(toJson('comments', { id: 'c1', text: 'C:\\u0000' })).toContain('C:')
  expect(() => toJson('comments', { id: 'c1', words: { deep: ['a\0'] } })).toThrow('comments')
})
