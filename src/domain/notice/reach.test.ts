import { expect, test } from 'vitest'
import { handedOver, isStatutory, markTask, type ReachTask } from './reach'

const task: ReachTask = {
  id: 'n:p',
  orgId: 'v1',
  noticeId: 'n',
  personId: 'p',
  workerId: 'w',
  assignedById: 'm',
  assignedAt: 0,
  way: null,
  markedAt: null,
  open: true,
  photoId: null,
}
const at = (local: string): number => Date.parse(`${local}:00+08:00`)
const marked = (way: 'called' | 'door' | 'away', when: string): ReachTask => {
  const decision = markTask(task, way, at(when))
  if (!decision.ok) throw new Error(decision.refusal)
  return decision.value
}

test("a slip can be taken back until 24:00 of its day, in the village's time, and not after", () => {
  const called = marked('called', '2026-03-02T00:00')
  expect(called).toMatchObject({ way: 'called', open: false })
  expect(markTask(called, null, at('2026-03-02T23:59'))).toEqual({ ok: true, value: task })
  expect(markTask(called, null, at('2026-03-03T00:00'))).toEqual({ ok: false, refusal: 'undo-too-late' })
  expect(markTask(called, 'away', at('2026-03-03T00:00'))).toEqual({ ok: false, refusal: 'undo-too-late' })
})

test('the same mark sent twice keeps its first time', () => {
  const called = marked('called', '2026-03-02T10:00')
  expect(markTask(called, 'called', at('2026-03-05T10:00'))).toEqual({ ok: true, value: called })
})

test('who was not at home is still to be told, on another day too', () => {
  const away = marked('away', '2026-03-02T10:00')
  expect(away.open).toBe(true)
  expect(markTask(away, 'door', at('2026-03-04T10:00'))).toMatchObject({ ok: true, value: { way: 'door', open: false } })
})

test('a picture stands on a walk to the door alone; it may come later the same day, and goes with a slip taken back', () => {
  const with_ = (decision: ReturnType<typeof markTask>) => (decision.ok ? decision.value : decision.refusal)
  const door = marked('door', '2026-03-02T10:00')
  expect(door.photoId).toBeNull()
  expect(with_(markTask(door, 'door', at('2026-03-02T18:00'), 'p1'))).toEqual({ ...door, photoId: 'p1' })
  expect(with_(markTask(door, 'door', at('2026-03-03T00:00'), 'p1'))).toBe('undo-too-late')
  const shown = with_(markTask(task, 'door', at('2026-03-02T10:00'), 'p1')) as ReachTask
  expect(with_(markTask(shown, 'door', at('2026-03-02T11:00')))).toEqual(shown)
  expect(with_(markTask(shown, 'called', at('2026-03-02T11:00')))).toMatchObject({ way: 'called', photoId: null })
  expect(with_(markTask(shown, null, at('2026-03-02T11:00')))).toEqual(task)
})

test('only what is open is given from hand to hand, and only out of the hand it is in', () => {
  const to = { fromId: 'w', toId: 'v', byId: 'm', at: 9 }
  expect(handedOver(task, to)).toEqual({ ...task, workerId: 'v', assignedById: 'm', assignedAt: 9 })
  expect(handedOver(marked('away', '2026-03-02T10:00'), to)).toMatchObject({ workerId: 'v', way: 'away' })
  expect(handedOver(marked('called', '2026-03-02T10:00'), to)).toBeNull()
  expect(handedOver({ ...task, workerId: 'x' }, to)).toBeNull()
})

test('meetings, votes and postings are told at the door too', () => {
  expect((['N11', 'N13', 'N17', 'N26', 'N29'] as const).every(isStatutory)).toBe(true)
  expect(isStatutory('N08')).toBe(false)
})
