import { expect, test } from 'vitest'
import { sheetOf, sheetText, type SheetView } from './sheet'

const sheet: SheetView = {
  now: Date.parse('2026-11-25T16:00:00+08:00'),
  village: '小村',
  demo: true,
  title: '路灯',
  meeting: true,
  channels: ['phone', 'hall', 'paper'],
  openedAt: Date.parse('2026-11-25T14:00:00+08:00'),
  rule: '村民代表会议 80 人，须有 54 人参加',
  article: '村民委员会组织法第二十九条',
  byLaw: '村民自治章程第八条',
  textHash: 'a'.repeat(64),
  rollHash: 'b'.repeat(64),
  signers: ['主持人', '计票人 甲 ', '计票人 乙 ', '监票人 丙 ', '记录员'],
  card: {
    id: 'm1',
    topicId: 't1',
    text: '今年装 24 盏路灯',
    body: 'VRA',
    form: 'secret',
    opensAt: 0,
    closesAt: Date.parse('2026-11-25T15:30:00+08:00'),
    rollSize: 80,
    turnout: 37,
    quorumNeeds: 54,
    binding: true,
    onRoll: true,
    voted: false,
    result: null,
  },
}
const counted: SheetView = {
  ...sheet,
  card: {
    ...sheet.card,
    result: {
      for: 50,
      against: 6,
      abstain: 2,
      invalid: 1,
      unreturned: 1,
      present: 60,
      outcome: 'passed',
      explain: ['60×3=180 ≥ 80×2=160，达到三分之二'],
      byChannel: { phone: 20, hall: 10, paper: 30 },
      paper: { issued: 31, spoiled: 1, found: 30 },
      root: 'c'.repeat(64),
    },
  },
}

test('before the count it is an empty form with the roll, the rule, the fingerprints and everybody who signs', () => {
  const text = sheetText(sheetOf(sheet))
  for (const words of [
    '应到 80',
    '法定人数 54',
    '到会 　',
    '赞成 　',
    '发出＝收回＋作废＋没交回',
    'bbbb bbbb bbbb bbbb',
    'aaaa aaaa aaaa aaaa',
    '主持人签字',
    '计票人 甲 签字',
    '监票人 丙 签字',
    '记录员签字',
    '村民委员会组织法第二十九条',
  ])
    expect(text).toContain(words)
  expect(text).not.toMatch(/赞成 \d/)
})

test('after it every figure stands on it, and the sum adds up to who was there', () => {
  const text = sheetText(sheetOf(counted))
  for (const words of [
    '到会 60',
    '手机 20　会场平板 10　纸质票 30',
    '赞成 50',
    '无效 1　未交回 1',
    '发出纸票 31　收回 30　作废 1　没交回 0',
    '赞成 50 + 反对 6 + 弃权 2 + 无效 1 + 未交回 1 = 60，到会 60',
    '60×3=180 ≥ 80×2=160',
    '结果：通过',
  ])
    expect(text).toContain(words)
})

test('a question of several options names them, and a poll of several marks claims no sum', () => {
  const options = [
    { id: 'a', text: '东边' },
    { id: 'b', text: '西边' },
  ]
  const result = {
    ...counted.card.result!,
    options: [
      { id: 'a', votes: 40 },
      { id: 'b', votes: 16 },
    ],
    for: 0,
    against: 0,
  }
  expect(sheetText(sheetOf({ ...counted, card: { ...counted.card, method: 'one', options, result } }))).toContain(
    '东边 40 + 西边 16 + 弃权 2 + 无效 1 + 未交回 1 = 60，到会 60',
  )
  expect(sheetText(sheetOf({ ...counted, card: { ...counted.card, method: 'approve', options, result } }))).not.toContain('东边 40 +')
})
