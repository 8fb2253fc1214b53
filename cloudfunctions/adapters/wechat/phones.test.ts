import { expect, test } from 'vitest'
import { wechatPhones } from './phones'

const phones = (answer: () => Promise<object>) => wechatPhones({ openapi: { phonenumber: { getPhoneNumber: answer } } })

test('WeChat’s number comes with its country', async () => {
  expect(await phones(async () => ({ phoneInfo: { purePhoneNumber: '13800001234', countryCode: '86' } })).of('c')).toBe('+8613800001234')
  expect(await phones(async () => ({ phoneInfo: { purePhoneNumber: '51234567', countryCode: '852' } })).of('c')).toBe('+85251234567')
  expect(await phones(async () => ({})).of('c')).toBeNull()
})

test.each([40029, 40163])('an old or used code (%i) is no number', async errCode => {
  expect(
    await phones(async () => {
      throw Object.assign(new Error('fail'), { errCode })
    }).of('c'),
  ).toBeNull()
})

test('any other fault is a fault, and does not repeat what was sent', async () => {
  await expect(
    phones(async () => {
      throw Object.assign(new Error('bad code: secret'), { errCode: -604101 })
    }).of('secret'),
  ).rejects.toThrow(/^getPhoneNumber did not answer$/)
})
