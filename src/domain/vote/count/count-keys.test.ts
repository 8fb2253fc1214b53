import { describe, expect, test } from 'vitest'
import { keyFor, keysTurned, needsKeys } from './count-keys'
import type { Motion } from '../motions'
import type { Person, Role } from '../../resident/people'
import { settling } from './settle'
import type { Topic } from '../../topic/topic'

const closesAt = 10_000_000
const motion = (more: Partial<Motion> = {}) => ({ id: 'm', body: 'VRA', form: 'secret', closesAt, ...more }) as Motion
const topic = { authorId: 'author', coAuthorIds: [], recusedIds: ['interested'] } as unknown as Topic
const person = (id: string, ...roles: Role[]) => ({ id, roles }) as unknown as Person
const after = closesAt + settling

describe('a secret vote by phones alone needs two keys', () => {
  test.each([
    ['a body’s secret vote by phone', {}, true],
    ['a named one', { form: 'named' }, false],
    ['a poll', { body: 'POLL' }, false],
    ['one in a hall', { channels: ['phone', 'hall'] }, false],
    ['by phone and proxy', { channels: ['phone', 'proxy'] }, true],
  ] as const)('%s', (_, more, needs) => {
    expect(needsKeys(motion(more))).toBe(needs)
    expect(keysTurned(motion(more))).toBe(!needs)
  })
  test('one key is not enough, whichever it is', () => {
    expect([{ host: 'a' }, { supervisor: 'b' }, { host: 'a', supervisor: 'b' }].map(keys => keysTurned(motion({ keys })))).toEqual([
      false,
      false,
      true,
    ])
  })
  test.each([
    ['a moderator', person('a', 'moderator'), 'host'],
    ['the recorder', person('a', 'recorder'), 'host'],
    ['a supervisor', person('b', 'supervisor'), 'supervisor'],
    ['a resident', person('c', 'resident'), 'not-your-role'],
    ['the party secretary', person('d', 'party_secretary'), 'not-your-role'],
    ['the town', person('d', 'town_officer'), 'not-your-role'],
    ['a moderator who proposed it', person('author', 'moderator'), 'conflict-declared'],
    ['a supervisor with an interest', person('interested', 'supervisor'), 'conflict-declared'],
  ])('%s', (_, who, expected) => {
    const key = keyFor(motion(), topic, who, after)
    expect(key.ok ? key.value : key.refusal).toBe(expected)
  })
  test('not before the last ballot on its way is in', () => {
    expect(keyFor(motion(), topic, person('a', 'moderator'), after - 1)).toMatchObject({ refusal: 'vote-still-open' })
  })
  test('nobody turns both, nobody turns another’s, and turning again is the same key', () => {
    const both = person('a', 'moderator', 'supervisor')
    expect(keyFor(motion({ keys: { host: 'a' } }), topic, both, after)).toMatchObject({ value: 'host' })
    expect(keyFor(motion({ keys: { supervisor: 'a' } }), topic, both, after)).toMatchObject({ value: 'supervisor' })
    expect(keyFor(motion({ keys: { host: 'x' } }), topic, person('a', 'moderator'), after)).toMatchObject({ refusal: 'key-turned' })
    expect(keyFor(motion({ keys: { host: 'x' } }), topic, both, after)).toMatchObject({ value: 'supervisor' })
  })
})
