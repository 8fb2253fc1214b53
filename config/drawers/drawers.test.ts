import { describe, expect, test } from 'vitest'
import { errorsIn, type Change } from './compiling'

interface Forgotten {
  /** What somebody forgot, or wrote wrong. */
  readonly what: string
  /** The real files as they would then stand. */
  readonly changes: readonly Change[]
  /** Where the compiler must speak up, and words its message holds. */
  readonly fails: { readonly file: string; readonly says: string }
}

const quick = 'src/domain/procedure/tracks/quick.ts'

/** Each drawer of the house, broken once. A row a way to forget. */
const forgotten: readonly Forgotten[] = [
  {
    what: 'a step names a guard that has no row',
    changes: [{ file: quick, from: "'class-small'", to: "'nobody-wrote-it'" }],
    fails: { file: quick, says: '\'"nobody-wrote-it"\' is not assignable' },
  },
]

describe('what is forgotten does not compile', () => {
  test('as they stand, the files have no error', () => {
    expect(errorsIn([...new Set(forgotten.map(({ fails }) => fails.file))], [])).toEqual([])
  })
  test.each(forgotten)('$what', ({ changes, fails }) => {
    const errors = errorsIn([fails.file], changes)
    expect(errors.map(({ says }) => says).join('\n')).toContain(fails.says)
  })
})
