import { expect, test } from 'vitest'
import { maskedPhone, normalPhone } from './phones'

test.each([
  ['13800001234', '+8613800001234'],
  ['+8613800001234', '+8613800001234'],
  ['86 138-0000-1234', '+8613800001234'],
  ['0086 13800001234', '+8613800001234'],
  ['１３８００００１２３４', '+8613800001234'],
  ['+852 5123 4567', '+85251234567'],
  ['12800001234', null],
  ['1380000123', null],
  ['138000012345', null],
  ['+86 0760 12345678', null],
  ['', null],
])('%s is the number %s, however it was written', (written, phone) => {
  expect(normalPhone(written)).toBe(phone)
})

test.each([
  ['+8613800001234', '138****1234'],
  ['+85251234567', '+85****4567'],
])('%s is shown to its owner as %s', (phone, shown) => {
  expect(maskedPhone(phone)).toBe(shown)
})
