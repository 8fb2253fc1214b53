import { expect, test } from 'vitest'
import type { MotionView } from './store'
import { allAnswered, nextQuestion, placeInAgenda } from './agenda'

const item = (id: string, voted: boolean, open = true) => ({ id, text: id, voted, open })
const view = (id: string, agenda?: NonNullable<MotionView['agenda']>) => ({
  card: { id } as MotionView['card'],
  ...(agenda ? { agenda } : {}),
})

test('the next question is the next open one without a ballot, and round to those skipped', () => {
  const agenda = [item('m1', false), item('m2', true), item('m3', false), item('m4', false, false)]
  expect(placeInAgenda(view('m2', agenda))).toEqual({ at: 2, of: 4 })
  expect(nextQuestion(view('m2', agenda))?.id).toBe('m3')
  expect(nextQuestion(view('m3', agenda))?.id).toBe('m1')
  expect(nextQuestion(view('m3', [item('m1', true), item('m3', false)]))).toBeUndefined()
})

test('all are answered when each has its ballot, the one on the screen by what the screen knows', () => {
  const seen = (voted: boolean, ...agenda: NonNullable<MotionView['agenda']>) =>
    allAnswered({ card: { id: 'm1', voted } as MotionView['card'], agenda })
  expect([
    seen(true, item('m1', false), item('m2', true)),
    seen(false, item('m1', false), item('m2', true)),
    seen(true, item('m1', true), item('m2', false, false)),
    seen(true),
  ]).toEqual([true, false, false, false])
})

test('a question that stands alone has no place and leads nowhere', () => {
  expect(placeInAgenda(view('m1'))).toBeNull()
  expect(nextQuestion(view('m1'))).toBeUndefined()
})
