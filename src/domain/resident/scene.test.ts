import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeIn, sceneLength, sceneOf, type Place } from './scene'

const wechats = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/
const kind = fc.constantFrom('topic' as const, 'session' as const)
const drawn = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(bytes => Buffer.from(bytes).toString('hex'))

test("every id a phone draws fits into a code of WeChat's, in its alphabet, and leads back to the same place", () => {
  fc.assert(
    fc.property(kind, drawn, (kind, id) => {
      const scene = sceneOf({ kind, id }) ?? ''
      expect(scene.length).toBeLessThanOrEqual(sceneLength)
      expect(scene).toMatch(wechats)
      expect(placeIn(scene)).toEqual({ kind, id })
    }),
    { numRuns: 2_000 },
  )
})

test('a short id goes in as it is; one that does not fit has no code', () => {
  const place: Place = { kind: 'topic', id: 'd'.repeat(30) }
  expect(sceneOf(place)).toHaveLength(sceneLength)
  expect(placeIn(sceneOf(place) ?? '')).toEqual(place)
  for (const id of ['d'.repeat(31), '', 'a b', '路灯']) expect(sceneOf({ kind: 'topic', id })).toBeNull()
  expect(placeIn(sceneOf({ kind: 'village', id: '' }) ?? '')).toEqual({ kind: 'village', id: '' })
  expect(placeIn(sceneOf({ kind: 'bind', id: '012345' }) ?? '')).toEqual({ kind: 'bind', id: '012345' })
})

test('what somebody else wrote leads nowhere, whatever it is', () => {
  for (const foreign of [
    '',
    'x',
    'vv',
    't',
    't.',
    's.a/b',
    't' + 'A'.repeat(21),
    't' + 'A'.repeat(23),
    't' + 'A'.repeat(21) + '!',
    'https://example.org',
  ])
    expect(placeIn(foreign)).toBeNull()
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const place = placeIn(text)
      if (place) expect(sceneOf(place)).toBe(text)
    }),
    { numRuns: 2_000 },
  )
})
