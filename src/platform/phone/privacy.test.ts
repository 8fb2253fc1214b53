import { expect, test } from 'vitest'
import { phoneCodeOf } from './privacy'

test.each([
  ['a code', { code: 'c1', errMsg: 'getPhoneNumber:ok' }, { at: 'given', value: 'c1' }],
  ['no to the privacy sheet', { errno: 103, errMsg: 'getPhoneNumber:fail' }, { at: 'declined' }],
  ['no again within ten seconds', { errno: 104, errMsg: 'getPhoneNumber:fail privacy permission is not authorized' }, { at: 'declined' }],
  ['no to the number', { errMsg: 'getPhoneNumber:fail user deny' }, { at: 'declined' }],
  [
    'an interface that is not declared',
    { errno: 112, errMsg: 'getPhoneNumber:fail api scope is not declared in the privacy agreement' },
    { at: 'failed' },
  ],
  ['a code that is empty', { code: '', errMsg: 'getPhoneNumber:ok' }, { at: 'failed' }],
  ['nothing at all', {}, { at: 'failed' }],
])('%s is told apart', (_, answer, asked) => {
  expect(phoneCodeOf(answer)).toEqual(asked)
})
