import { expect, test } from 'vitest'
import { recordFor, secretBallots } from '@/domain/vote/record/record-for-tests'
import { verifyRecord } from '@/domain/vote/record/verify'
import { createClient } from '@/platform/talk-to-server/client'
import { takeRecord } from './take-record'
import { createVerify } from './verify'

const record = recordFor({ form: 'secret' }, secretBallots(Array.from({ length: 41 }, (_, n) => (n % 3 === 0 ? 'against' : 'for'))))
const here = async (value: unknown) => verifyRecord(value)

test('a record put together on the phone from head and pages is recounted where it is dropped', async () => {
  const { ballots, ...head } = record
  const rows = ballots
    .map(ballot => ('receipt' in ballot ? { who: ballot.receipt, choice: ballot.choice } : { who: '', choice: '' }))
    .reverse()
  const call = createClient(async ({ name, input }) => {
    if (name === 'record.view') return { ok: true, value: { record: head } }
    const from = Number((input as { readonly after?: string }).after ?? 0)
    return {
      ok: true,
      value: {
        form: 'secret',
        ballots: rows.slice(from, from + 20),
        next: from + 20 < rows.length ? String(from + 20) : null,
        total: rows.length,
      },
    }
  })
  const taken = await takeRecord(call, 'm1')
  if (!taken.ok) throw new Error(taken.refusal)
  expect(taken.name).toBe('表决记录-同意重修五组排水渠.json')
  const verify = createVerify(here)
  await verify.getState().read({ name: taken.name, text: taken.text })
  expect(verify.getState().verifying).toMatchObject({ at: 'read', verified: { ok: true } })
})

test('half a record is none: a lost page is a failure', async () => {
  const { ballots: _, ...head } = record
  const call = createClient(async ({ name }) => {
    if (name === 'record.view') return { ok: true, value: { record: head } }
    throw new Error('timeout')
  })
  await expect(takeRecord(call, 'm1')).rejects.toThrow()
})

test('what is no JSON is said to be no record; what was tampered with is named; without the program nothing is claimed', async () => {
  const verify = createVerify(here)
  await verify.getState().read({ name: 'a.json', text: '{' })
  expect(verify.getState().verifying).toEqual({ at: 'unreadable', name: 'a.json' })
  await verify.getState().read({ name: 'b.json', text: JSON.stringify({ ...record, counts: { ...record.counts, for: 28 } }) })
  expect(verify.getState().verifying).toMatchObject({
    at: 'read',
    verified: { ok: false, fault: expect.stringContaining('赞成数出来是 27 票') },
  })
  const offline = createVerify(async () => {
    throw new Error('no chunk')
  })
  await offline.getState().read({ name: 'c.json', text: '{}' })
  expect(offline.getState().verifying).toEqual({ at: 'failed', name: 'c.json' })
})
