import { expect, test } from 'vitest'
import { answerFits, answerWords, type Method } from './answers'

const options = [
  { id: 'a', text: '沥青' },
  { id: 'b', text: '水泥' },
  { id: 'c', text: '青石' },
]
const fits = (method: Method, answer: string) => answerFits({ method, options }, answer)

test('each kind of question takes its own answers, written in one way alone', () => {
  expect(['for', 'against', 'abstain'].every(answer => answerFits({}, answer))).toBe(true)
  expect(answerFits({}, 'a')).toBe(false)
  expect([fits('one', 'b'), fits('one', 'd'), fits('one', 'a+b'), fits('one', 'for')]).toEqual([true, false, false, false])
  expect([fits('approve', 'a+c'), fits('approve', 'c+a'), fits('approve', 'a+a'), fits('approve', '')]).toEqual([true, false, false, false])
  expect([fits('rank', 'c>a'), fits('rank', 'a>b>c'), fits('rank', 'a>a'), fits('rank', 'a>d')]).toEqual([true, true, false, false])
  expect([fits('score', 'a=5,c=0'), fits('score', 'c=0,a=5'), fits('score', 'a=6'), fits('score', 'a=1=2'), fits('score', 'a')]).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})

test('only paper can be invalid: no phone may send it', () => {
  for (const method of ['yes-no', 'one', 'approve', 'rank', 'score'] as const) expect(fits(method, 'invalid')).toBe(false)
})

test('an answer is said in the words of the paper', () => {
  expect(answerWords('for')).toBe('赞成')
  expect(answerWords('a+c', options)).toBe('沥青、青石')
  expect(answerWords('c>a', options)).toBe('1. 青石，2. 沥青')
  expect(answerWords('a=5,c=0', options)).toBe('沥青 5 分，青石 0 分')
  expect(answerWords('invalid')).toBe('无效票')
})
