import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterPush, afterTap, mostAccepts, type Consent } from './consents'

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
  expect(afterPush(afterPush(open, 'sent'), 'sent')).toEqual(open)
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
  fc.assert(fc.property(fc.array(fc.constantFrom('accept', 'reject', 'ban', 'filter', 'sent', 'no-quota', 'banned'), { maxLength: 90 }), deeds => {
    let consent: Consent = accepted(1)
    deeds.forEach((deed, n) => {
      consent = deed === 'sent' || deed === 'no-quota' || deed === 'banned' ? afterPush(consent, deed) : afterTap(consent, who, deed, `t${n}`, n)
      if (consent.left < 0 || consent.left > mostAccepts) throw new Error(String(consent.left))
    })
  }))
})
