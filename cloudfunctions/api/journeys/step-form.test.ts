import { expect, test } from 'vitest'
import { granted, key, refused, smallVillage } from './small-village'

const id = key('lamps')

async function raised() {
  const village = smallVillage()
  granted(
    await village.as('rep5')('topic.raise', {
      id,
      title: '村口路灯',
      what: '那段路没有灯',
      where: '村口到小学',
      affected: '学生',
      suggestion: '装灯',
      category: 'lighting',
      photoIds: [],
      showName: true,
    }),
  )
  return village
}

test('a form is what the page of its topic offers of that step, and nobody gets a form for a step that is not theirs', async () => {
  const { as } = await raised()
  const { steps, rev, next } = granted(await as('moderator')('topic.view', { id }))
  expect(steps.length).toBeGreaterThan(1)
  for (const step of steps)
    expect(granted(await as('moderator')('step.form', { id, step: step.name }))).toMatchObject({
      id,
      rev,
      title: '村口路灯',
      where: '村口到小学',
      state: 'screening',
      plan: null,
      next: next.what,
      step,
      pending: null,
      arrived: null,
    })
  expect(granted(await as('rep5')('step.form', { id, step: 'accept' })).step).toBeNull()
  expect(granted(await as('moderator')('step.form', { id, step: 'no-such' })).step).toBeNull()
})

test('what is not yet open has no form for others either', async () => {
  const { as, guest } = await raised()
  expect(refused(await guest('step.form', { id, step: 'accept' }))).toBe('no-such-topic')
  granted(await as('moderator')('topic.step', { id, rev: 2, step: 'accept', evidence: {} }))
  expect(granted(await guest('step.form', { id, step: 'merge' }))).toMatchObject({ where: '', step: null, pending: null })
})

test('who got no answer learns whether the step is on record; the second key sees what it turns on', async () => {
  const { as } = await raised()
  const sent = { id, rev: 2, step: 'reject', evidence: { rejectReason: 'no_facts', explanation: '私事', remedy: '可以申诉' } }
  expect(granted(await as('moderator')('step.form', { id, step: 'reject', since: 2 })).arrived).toBeNull()
  granted(await as('moderator')('topic.step', sent))
  expect(granted(await as('moderator')('step.form', { id, step: 'reject', since: 2 })).arrived).toBe('proposed')
  expect(granted(await as('moderator')('step.form', { id, step: 'reject', since: 3 })).arrived).toBeNull()
  const { pending } = granted(await as('supervisor')('topic.view', { id }))
  expect(pending).toMatchObject({ label: '不予受理', mayConfirm: true })
  expect(granted(await as('supervisor')('step.form', { id }))).toMatchObject({ pending, step: null })
  expect(granted(await as('rep5')('step.form', { id })).pending).toBeNull()
  granted(await as('supervisor')('topic.confirm', { id, rev: 3, agrees: true, note: '' }))
  expect(granted(await as('moderator')('step.form', { id, step: 'reject', since: 2 }))).toMatchObject({
    arrived: 'proposed',
    state: 'rejected',
  })
  expect(granted(await as('moderator')('step.form', { id, step: 'reject', since: 3 })).arrived).toBe('taken')
})
