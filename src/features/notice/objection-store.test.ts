import { expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import { createObjection, type ObjectionDraft, type ObjectionDrafts } from './objection-store'

function drawer(): ObjectionDrafts & { readonly rows: Map<string, ObjectionDraft> } {
  const rows = new Map<string, ObjectionDraft>()
  return { rows, of: id => rows.get(id) ?? null, keep: (id, draft) => void rows.set(id, draft), drop: id => void rows.delete(id) }
}
let drawn = 0
const draw = async () => (drawn += 1).toString(16).padStart(32, '0')

test('a lost answer, a kill and a second try are one objection under one key', async () => {
  const keys: string[] = []
  const drafts = drawer()
  const call = createClient(async ({ input }) => {
    keys.push((input as { objectionId: string }).objectionId)
    if (keys.length === 1) throw new Error('timeout')
    return { ok: true, value: { until: 5 } }
  })
  const first = createObjection('t1', { call, drafts, draw })
  first.getState().open()
  first.getState().write('账目和会上说的不一样')
  await first.getState().file()
  expect(first.getState().objecting).toEqual({ at: 'unsure' })
  const again = createObjection('t1', { call, drafts, draw }) // the app was killed and opened anew
  expect(again.getState().reason).toBe('账目和会上说的不一样')
  again.getState().open()
  await again.getState().file()
  expect(again.getState().objecting).toEqual({ at: 'filed', until: 5 })
  expect(new Set(keys).size).toBe(1)
  expect(drafts.rows.size).toBe(0)
})

test('a refusal keeps every word', async () => {
  const drafts = drawer()
  const objection = createObjection('t1', {
    call: createClient(async () => ({ ok: false, refusal: 'phone-number-in-text' })),
    drafts,
    draw,
  })
  objection.getState().open()
  objection.getState().write('请打 13800000000')
  await objection.getState().file()
  expect(objection.getState()).toMatchObject({ objecting: { at: 'refused', refusal: 'phone-number-in-text' }, reason: '请打 13800000000' })
  expect(drafts.rows.get('t1')?.reason).toBe('请打 13800000000')
})

test('two taps file once', async () => {
  let asked = 0
  const objection = createObjection('t1', {
    call: createClient(async () => {
      asked += 1
      return { ok: true, value: { until: 5 } }
    }),
    drafts: drawer(),
    draw,
  })
  objection.getState().open()
  objection.getState().write('有问题')
  await Promise.all([objection.getState().file(), objection.getState().file()])
  expect(asked).toBe(1)
})
