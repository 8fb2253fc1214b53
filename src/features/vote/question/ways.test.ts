import { expect, test } from 'vitest'
import { noPaperFor, scrutineersIn, tellersIn, waysInput, wrongWays, type Officer } from './ways'

const officer = (id: string, ...roles: string[]): Officer => ({ id, name: id, roles })

test('by phone alone nobody is asked who counts, and nothing is sent of it', () => {
  expect(wrongWays({})).toEqual({})
  expect(waysInput({})).toEqual({})
  expect(waysInput({ channels: ['phone'], tellerIds: ['a'] })).toEqual({})
})

test('in a hall two count and one watches; one who is named twice is one', () => {
  const paper = { channels: ['phone', 'paper'] as const }
  expect(Object.keys(wrongWays(paper))).toEqual(['tellers', 'scrutineer'])
  expect(wrongWays({ ...paper, tellerIds: ['a', 'a'], scrutineerId: 's' })).toEqual({ tellers: '请选两位计票人，还差一位' })
  expect(wrongWays({ ...paper, tellerIds: ['a', 'b'], scrutineerId: 's' })).toEqual({})
  expect(waysInput({ ...paper, tellerIds: ['a', 'b'], scrutineerId: 's' })).toEqual({
    channels: ['phone', 'paper'],
    tellerIds: ['a', 'b'],
    scrutineerId: 's',
  })
})

test('what cannot be sorted into piles by hand is not asked on paper', () => {
  expect(noPaperFor([{ method: 'yes-no' }, { method: 'one' }])).toBeNull()
  const why = noPaperFor([{ method: 'yes-no' }, { method: 'rank' }])
  expect(wrongWays({ channels: ['paper'], tellerIds: ['a', 'b'], scrutineerId: 's' }, why)).toHaveProperty('channels')
  expect(wrongWays({ channels: ['hall'], tellerIds: ['a', 'b'], scrutineerId: 's' }, why)).toEqual({})
})

test('a written proxy goes with the bodies whose rule knows it, and with a hall', () => {
  const ways = { channels: ['hall', 'proxy'] as const, tellerIds: ['a', 'b'], scrutineerId: 's' }
  expect(waysInput(ways, true).channels).toEqual(['hall', 'proxy'])
  expect(waysInput(ways).channels).toEqual(['hall'])
  expect(wrongWays({ channels: ['proxy'] })).toHaveProperty('channels')
})

test('no way to vote is no vote', () => expect(wrongWays({ channels: [] })).toHaveProperty('channels'))

test('who watches the count does not count, and neither does the town', () => {
  const officers = [officer('a', 'committee'), officer('s', 'supervisor'), officer('t', 'town_officer')]
  expect(tellersIn(officers).map(({ id }) => id)).toEqual(['a'])
  expect(scrutineersIn(officers).map(({ id }) => id)).toEqual(['s'])
})
