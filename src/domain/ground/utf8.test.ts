import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8 } from './utf8'

test('a text has the same bytes on a phone without TextEncoder as on a server with one', () => {
  const encoder = new TextEncoder()
  for (const text of ['', 'lamp', '路灯', '村𠮷民', 'é', '\ud800', 'a\udc00b', '\u{10ffff}'])
    expect([...utf8(text)]).toEqual([...encoder.encode(text)])
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect([...utf8(text)]).toEqual([...encoder.encode(text)])
    }),
  )
})
