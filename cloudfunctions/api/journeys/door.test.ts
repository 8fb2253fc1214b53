import fc from 'fast-check'
import { expect, test } from 'vitest'
import { operations, type OperationName } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import { brokenAt } from '@/domain/ground/journal'
import { allRows } from '../../village/ground/all-rows'
import { granted, hour, key, pixel, smallVillage } from './small-village'

interface Schema {
  readonly type: string
  readonly entries?: Readonly<Record<string, Schema>>
  readonly options?: readonly unknown[]
  readonly item?: Schema
  readonly wrapped?: Schema
  readonly key?: Schema
  readonly value?: Schema
  readonly pipe?: readonly Schema[]
}

/** Things that are there, so that what is asked gets past the first look-up. */
const known = [
  key('t0'),
  key('t1'),
  key('t2'),
  key('vote'),
  key('poll'),
  key('hall'),
  key('talk'),
  'moderator',
  'recorder',
  'zhu',
  'committee',
  '',
  'nowhere',
  'a'.repeat(64),
  'b'.repeat(32),
  '1',
  '|',
  '2026-04-01',
]
const steps = [
  'accept',
  'return',
  'reject',
  'merge',
  'transfer',
  'classify',
  'withdraw',
  'appeal',
  'convene',
  'progress',
  'post_outcome',
  'unresolved',
  'second_round',
  '__proto__',
]
const nasty = [
  '\u0000',
  '半\ud842',
  '‮',
  '13800138000',
  '长'.repeat(3000),
  '<script>alert(1)</script>',
  "'; drop table topics; --",
  '{"$ne":null}',
  '../../x',
  '💡'.repeat(50),
  '水渠堵了，要清一清',
]
const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...known) },
  { weight: 2, arbitrary: fc.constantFrom(...steps) },
  { weight: 2, arbitrary: fc.constantFrom(...nasty) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)
const number = fc.oneof(fc.constantFrom(0, 1, 2, 3, 5, -1, 1.5, Number.MAX_SAFE_INTEGER, 1_772_413_200_000), fc.integer())

/** Something of the shape an operation asks for, or nearly. */
function shaped(schema: Schema): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case 'strict_object':
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(schema.entries ?? {}).map(([name, entry]) => [name, shaped(entry)])))
    case 'string':
      return text
    case 'number':
      return number
    case 'boolean':
      return fc.boolean()
    case 'picklist':
      return fc.constantFrom(...(schema.options ?? []))
    case 'literal':
      return fc.anything()
    case 'array':
      return fc.array(shaped(schema.item as Schema), { maxLength: 4 })
    case 'optional':
      return fc.option(shaped(schema.wrapped as Schema), { nil: undefined })
    case 'nullable':
      return fc.option(shaped(schema.wrapped as Schema))
    case 'union':
      return fc.oneof(...(schema.options as Schema[]).map(shaped))
    case 'record':
      return fc.dictionary(
        fc.constantFrom(
          'toFix',
          'returnReason',
          'explanation',
          'parent',
          'lead',
          'affectedGroups',
          'urgent',
          'budget',
          'photos',
          '__proto__',
          'reason',
        ),
        shaped(schema.value as Schema),
        { maxKeys: 5 },
      )
    default:
      return fc.anything()
  }
}

async function furnished() {
  const village = smallVillage()
  const words = {
    title: '水渠堵了',
    what: '下雨就漫',
    where: '5组',
    affected: '5组',
    suggestion: '清淤',
    category: 'drainage' as const,
    photoIds: [],
    showName: true,
  }
  for (const name of ['t0', 't1', 't2']) granted(await village.as('zhu')('topic.raise', { ...words, id: key(name) }))
  for (const name of ['t1', 't2'])
    granted(await village.as('moderator')('topic.step', { id: key(name), rev: 2, step: 'accept', evidence: {} }))
  granted(
    await village.as('elder')('comment.say', { id: key('talk'), topicId: key('t1'), parentId: null, text: '早该清了', showName: true }),
  )
  for (const [id, body, form] of [
    ['vote', 'VRA', 'secret'],
    ['poll', 'POLL', 'named'],
  ] as const) {
    await village.store.put('motions', {
      id: key(id),
      orgId: 'v1',
      topicId: key('t2'),
      text: '清淤',
      body,
      form,
      opensAt: village.now(),
      closesAt: village.now() + hour,
      rollSize: 10,
      rollHash: '',
      frozenAt: village.now(),
      rules: 'village-2026',
      byLaw: '章程',
      settledAt: null,
      result: null,
    })
  }
  await village.store.put('sessions', {
    id: key('hall'),
    orgId: 'v1',
    topicId: key('t2'),
    title: '会',
    startsAt: village.now(),
    endsAt: village.now() + hour,
    mode: 'both',
    place: '二楼',
    meetingLink: '',
    meetingNumber: '',
    agenda: [],
    invitedGroups: [],
    invitesMigrants: true,
    hostId: 'moderator',
    recorderId: 'recorder',
    seed: 'x',
    calledOff: false,
  })
  granted(await village.as('zhu')('photo.add', { data: pixel }))
  return village
}

const callers = ['zhu', 'elder', 'moderator', 'recorder', 'secretary', 'committee', 'supervisor', 'special', 'migrant', 'rep1', 'nobody']

test.each(Object.keys(operations) as OperationName[])(
  '%s: whatever is sent, the answer is one the contract names, and no chain breaks',
  async name => {
    const village = await furnished()
    const { input, refusals, who: mayAsk } = operations[name]
    const ofTheDoor = typeof mayAsk === 'object' ? ['not-your-role'] : []
    const allowed = new Set<string>([...refusals, ...ofTheDoor, 'bad-input', 'not-a-resident', 'busy'])
    await fc.assert(
      fc.asyncProperty(shaped(input as unknown as Schema), fc.constantFrom(...callers), async (asked, who) => {
        const reply = await village.serve({ name, input: asked }, `o-${who}`)
        if (reply.ok) return
        expect(allowed).toContain(reply.refusal)
        expect(refusalWords[reply.refusal]).toBeTruthy()
      }),
      { numRuns: 200 },
    )
    for (const topic of await allRows(village.store, 'topics', {})) {
      const journal = await allRows(village.store, 'journal', { match: { topicId: topic.id }, order: { by: 'n' } })
      expect(brokenAt(journal)).toBeNull()
      expect([journal.length, journal.at(-1)?.hash]).toEqual([topic.rev, topic.head])
    }
  },
)
