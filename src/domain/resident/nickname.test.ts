import { expect, test } from 'vitest'
import { roleNames } from './people'
import { checkNickname, nicknameLength, signed } from './nickname'

test.each(['阿朱', ' 朱大姐 ', 'A-Hua 2', '爱种菜的人', '长'.repeat(nicknameLength), '💡灯泡'])('%s is a nickname', raw => {
  expect(checkNickname(raw)).toEqual({ ok: true, value: raw.trim() })
})

test.each([
  ...Object.values(roleNames).filter(name => name.length <= nicknameLength),
  '陈书记',
  '书 记',
  '书·记',
  '村委办',
  '李主任',
  '一位村民',
  '阿朱(何*)',
  '阿朱（',
  '何＊',
  '【公告】',
  '阿\n朱',
])('%s looks like an office or like another signature', raw => {
  expect(checkNickname(raw)).toEqual({ ok: false, refusal: 'nickname-imitates' })
})

test.each([
  ['长'.repeat(nicknameLength + 1), 'too-long'],
  ['13800138000', 'phone-number-in-text'],
  ['书\u200b记', 'control-characters'],
  ['阿\u0000朱', 'control-characters'],
  ['……', 'empty-text'],
])('%j is refused in the words that say why', (raw, refusal) => {
  expect(checkNickname(raw)).toEqual({ ok: false, refusal })
})

test('nothing written is no nickname, and a nickname never stands without the name', () => {
  expect(checkNickname('  ')).toEqual({ ok: true, value: '' })
  expect([signed({ name: '朱大姐' }), signed({ name: '朱大姐', nickname: '阿朱' })]).toEqual(['朱*', '阿朱（朱*）'])
})
