import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterPush, afterSwitchOff, afterTap, afterWord, mostAccepts, type Consent } from './consents'

const who = { id: 'zhu:vote', orgId: 'v1', personId: 'zhu', template: 'vote' } as const
const accepted = (times: number): Consent => {
  let consent: Consent | undefined
  for (let n = 0; n < times; n += 1) consent = afterTap(consent, who, 'accept', `tap${n}`, n)
  return consent!
}

test('one accept is one message; the same tap sent twice is one accept', () => {
  const once = accepted(1)
  expect(once.left).toBe(1)
  expect(afterTap(once, who, 'accept', 'tap0', 9)).toEqual(once)
  expect(afterPush(once, 'sent').left).toBe(0)
  expect(afterPush(afterPush(once, 'sent'), 'sent').left).toBe(0)
})

test('a lasting accept is an open door: messages use nothing up, and a refusal shuts it', () => {
  const open = afterTap(undefined, who, 'accept', 'tap', 1, true)
  expect(open).toMatchObject({ left: 0, longTerm: true })
  expect(afterPush(afterPush(open, 'sent'), 'sent')).toMatchObject({ left: 0, longTerm: true, refusedAt: null })
  expect(afterTap(open, who, 'reject', 'no', 2, true)).toMatchObject({ longTerm: false, refusedAt: 2 })
})

test('a refusal takes back nothing that was accepted before, and an accept ends what a refusal taught', () => {
  const refused = afterTap(accepted(2), who, 'reject', 'no', 5)
  expect(refused).toMatchObject({ left: 2, refusedAt: 5 })
  expect(afterPush(refused, 'banned')).toMatchObject({ left: 0, learned: 'banned' })
  expect(afterTap(afterPush(refused, 'banned'), who, 'accept', 'yes', 6)).toMatchObject({ left: 1, learned: null, refusedAt: null })
  expect(afterPush(accepted(3), 'no-quota')).toMatchObject({ left: 0, learned: 'used-up' })
})

test('however often a phone says yes, there is an end to it, and never less than nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('accept', 'reject', 'ban', 'filter', 'sent', 'no-quota', 'banned'), { maxLength: 90 }), deeds => {
      let consent: Consent = accepted(1)
      deeds.forEach((deed, n) => {
        consent =
          deed === 'sent' || deed === 'no-quota' || deed === 'banned' ? afterPush(consent, deed) : afterTap(consent, who, deed, `t${n}`, n)
        if (consent.left < 0 || consent.left > mostAccepts) throw new Error(String(consent.left))
      })
    }),
  )
})

const word = (before: Consent | undefined, answer: 'accept' | 'reject', saidAt: number, now = saidAt) =>
  afterWord(before, who, answer, { saidAt, now, lasting: false })
const second = 1000,
  noon = 1_772_424_000_000

test('an accept of which phone and WeChat both tell is one message, whoever tells first', () => {
  const tapped = afterTap(undefined, who, 'accept', 'tap', noon + 300)
  expect(word(tapped, 'accept', noon).left).toBe(1)
  const said = word(undefined, 'accept', noon)
  expect(said.left).toBe(1)
  expect(afterTap(said, who, 'accept', 'tap', noon + 300).left).toBe(1)
  expect(word(afterTap(said, who, 'accept', 'tap', noon + 300), 'accept', noon + 60 * second).left).toBe(2)
})

test('what WeChat says late is held against a later answer, and what it says an hour late is no accept', () => {
  const refused = afterTap(undefined, who, 'reject', 'no', noon)
  expect(word(refused, 'accept', noon - 5 * second)).toEqual(refused)
  const accepted = afterTap(refused, who, 'accept', 'yes', noon + 5 * second)
  expect(word(accepted, 'reject', noon)).toEqual(accepted)
  expect(afterSwitchOff(accepted, who, noon)).toEqual(accepted)
  expect(word(undefined, 'accept', noon, noon + 3_600_001).left).toBe(0)
})

test('in whatever order taps and words come, and however often, no accept counts twice', () => {
  // Accepts eleven minutes apart, each told by the phone a moment later, and by WeChat up to three times; anything may be lost.
  const told = fc.array(fc.record({ phone: fc.boolean(), words: fc.integer({ min: 0, max: 3 }) }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(
      told.chain(all =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(
            all.flatMap((one, n) => [
              ...(one.phone ? [{ n, phone: true }] : []),
              ...Array.from({ length: one.words }, () => ({ n, phone: false })),
            ]),
            { minLength: 0 },
          ),
        ),
      ),
      ([, came]) => {
        let consent: Consent | undefined
        for (const { n, phone } of came) {
          const at = noon + n * 11 * 60 * second
          consent = phone ? afterTap(consent, who, 'accept', `tap${n}`, at + 400) : word(consent, 'accept', at, noon + 3_600_000)
        }
        expect(consent?.left ?? 0).toBe(new Set(came.map(({ n }) => n)).size)
      },
    ),
  )
})
