import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Person } from '../resident/people'
import type { NoticeCode } from '../procedure/step'
import {
  fill,
  fits,
  importanceOf,
  maySpend,
  templateFor,
  templateKeys,
  templates,
  type Facts,
  type FieldType,
  type Template,
} from './templates'

const catalogue: Record<string, Template> = templates
const everyCode: readonly NoticeCode[] = [
  'N01',
  'N02',
  'N03',
  'N04',
  'N05',
  'N06',
  'N07',
  'N08',
  'N09',
  'N10',
  'N11',
  'N12',
  'N13',
  'N14',
  'N15',
  'N16',
  'N17',
  'N18',
  'N19',
  'N26',
  'N28',
  'N29',
  'N31',
  'N33',
]
const hostile = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u200d',
    '\u202e\u202d',
    '\n\r\n',
    '欧'.repeat(20),
    '欧'.repeat(21),
    '👨‍👩‍👧‍👦'.repeat(9),
    '🇨🇳'.repeat(15),
    '好👍🏽'.repeat(9),
    'ａｂｃ１２３'.repeat(6),
    `水${'\u0301'.repeat(60)}`,
    '路\u2028灯\u0000坏\u200f了',
    '半\ud842',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom('👩', '\u200d', '🌾', '\u202e', '\n', '村', 'Ａ', '\ufeff', '🏽'), { maxLength: 50 })
    .map(parts => parts.join('')),
)
const instant = fc.integer({ min: Date.parse('2020-01-01T00:00:00+08:00'), max: Date.parse('2099-12-31T00:00:00+08:00') })
const facts = (code: NoticeCode): fc.Arbitrary<Facts> =>
  fc.record({
    notice: fc.record({ code: fc.constant(code), at: instant, postedUntil: fc.option(instant) }),
    topic: fc.record({ title: hostile }),
    session: fc.option(
      fc.record({ startsAt: instant, place: hostile, mode: fc.constantFrom('hall' as const, 'online' as const, 'both' as const) }),
    ),
    motion: fc.option(fc.record({ closesAt: instant })),
  })

test('every notice has one template', () => {
  for (const code of everyCode)
    expect(
      Object.values(catalogue).filter(one => one.codes[code] !== undefined),
      code,
    ).toHaveLength(1)
})

test.each(everyCode)('whatever was written on the topic, WeChat takes every field of %s', code => {
  const key = templateFor(code)!
  fc.assert(
    fc.property(facts(code), given => {
      const filled = fill(key, given)
      for (const { name, type } of catalogue[key]!.fields)
        if (!fits(type, filled[name]!)) throw new Error(`${name}: ${JSON.stringify(filled[name])}`)
    }),
    { numRuns: 200 },
  )
})

const about = (title: string): string =>
  fill('progress', { notice: { code: 'N08', at: 0, postedUntil: null }, topic: { title }, session: null, motion: null }).matter!

test.each([
  ['twenty characters stay as they are', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
  ['twenty-one are shortened, and one sees it', '一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
  ['a family is not torn apart', '一二三四五六七八九十👨‍👩‍👧‍👦好', '一二三四五六七八九十…'],
  ['a line break is a space', '村口\r\n路灯', '村口 路灯'],
  ['nothing to see is still a matter', '\u200d\n\u202e', '村里的事'],
])('%s', (_, title, shown) => {
  expect(about(title)).toBe(shown)
})

test('what ends with a day is not said to end on the next', () => {
  const midnight = Date.parse('2026-03-17T00:00:00+08:00')
  const given: Facts = {
    notice: { code: 'N13', at: 0, postedUntil: midnight },
    topic: { title: '路灯' },
    session: null,
    motion: { closesAt: midnight },
  }
  expect(fill('posting', given).until).toBe('2026年3月16日')
  expect(fill('vote', given).closes).toBe('2026年3月16日 23:59')
})

test('the last accept is kept for what matters most', () => {
  expect([maySpend('N12', 1), maySpend('N12', 2), maySpend('N11', 1), maySpend('N11', 0)]).toEqual([false, true, true, false])
  expect(importanceOf('N04')).toBeGreaterThan(importanceOf('N08'))
})

test('no person fits into a message', () => {
  type Fits = Person extends Facts['topic'] | Facts['notice'] | NonNullable<Facts['session']> | NonNullable<Facts['motion']> ? true : false
  const personFits: Fits = false
  expect(personFits).toBe(false)
  for (const key of templateKeys) for (const { type } of catalogue[key]!.fields) expect(type).not.toBe('name')
})

test.each<[FieldType, string, boolean]>([
  ['thing', '好'.repeat(20), true],
  ['thing', '好'.repeat(21), false],
  ['thing', '两\n行', false],
  ['phrase', '请您投票', true],
  ['phrase', '请您快来投票', false],
  ['phrase', 'OK', false],
  ['time', '15:01', true],
  ['time', '2026年10月1日 15:01', true],
  ['time', '24:00', false],
  ['date', '2026年10月1日', true],
  ['date', '2026-10-01', false],
  ['character_string', 'a'.repeat(32), true],
  ['character_string', '编号1', false],
  ['name', '欧'.repeat(10), true],
  ['name', '欧'.repeat(11), false],
  ['name', 'a'.repeat(21), false],
  ['number', '12', true],
  ['number', '1.5', false],
  ['amount', '¥84300', true],
  ['amount', '很多', false],
])('a %s of 「%s」 is taken: %s', (type, value, taken) => {
  expect(fits(type, value)).toBe(taken)
})
