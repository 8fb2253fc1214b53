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
const tables = 'cloudfunctions/tables.ts'
const ownData = 'cloudfunctions/village/resident/own-data.ts'

/** Each drawer of the house, broken once. A row a way to forget. */
const forgotten: readonly Forgotten[] = [
  {
    what: 'a step names a guard that has no row',
    changes: [{ file: quick, from: "'class-small'", to: "'nobody-wrote-it'" }],
    fails: { file: quick, says: '\'"nobody-wrote-it"\' is not assignable' },
  },
  {
    what: 'a table says nothing of whose its rows are',
    changes: [{ file: tables, from: "person: { nobody: 'the machine’s word, under its trace' }, ", to: '' }],
    fails: { file: tables, says: "Property 'person' is missing" },
  },
  {
    what: 'a table says nothing of how long its rows are kept',
    changes: [{ file: tables, from: "kept: { forGood: 'closing twice is closing once' }, ", to: '' }],
    fails: { file: tables, says: "Property 'kept' is missing" },
  },
  {
    what: 'a table says nothing of what becomes of its rows when the account is closed',
    changes: [{ file: tables, from: "onClose: { stays: 'it names nobody' }, ", to: '' }],
    fails: { file: tables, says: "Property 'onClose' is missing" },
  },
  {
    what: 'a table says nothing of where a person sees her rows',
    changes: [{ file: tables, from: ", shownAs: { not: 'a number of slips, gone in a day' }", to: '' }],
    fails: { file: tables, says: "Property 'shownAs' is missing" },
  },
  {
    what: 'a row names people in a field that its table does not speak of',
    changes: [{ file: tables, from: ", named: ['proposedById', 'supervisorId', 'townId']", to: '' }],
    fails: { file: tables, says: 'choiceChanges: a field names people' },
  },
  {
    what: 'a table whose rows have a term says that they stay for good',
    changes: [{ file: tables, from: "{ from: 'since' }", to: "{ forGood: 'why not' }" }],
    fails: { file: tables, says: "'forGood' does not exist in type" },
  },
  {
    what: 'a table is cleared on closing with no index that lists one person’s rows',
    changes: [
      {
        file: tables,
        from: "{ until: 'it is decided; the change says who proposed it' }, onClose: nameless",
        to: "{ until: 'it is decided' }, onClose: 'cleared'",
      },
    ],
    fails: { file: tables, says: 'choiceProposals: one person’s rows cannot be listed' },
  },
  {
    what: 'a table is cleared on closing in a way of its own that nobody wrote',
    changes: [{ file: tables, from: "'cleared', shownAs: { within: 'sessions' }", to: "'own-way', shownAs: { within: 'sessions' }" }],
    fails: { file: 'cloudfunctions/village/resident/clear-closed.ts', says: "Property 'signUps' is missing" },
  },
  {
    what: 'a table goes in the closing itself and nobody wrote how',
    changes: [{ file: tables, from: "'cleared', shownAs: { within: 'sessions' }", to: "'in-closing', shownAs: { within: 'sessions' }" }],
    fails: { file: ownData, says: "Property 'signUps' is missing" },
  },
  {
    what: 'a table is shown as a list and nobody wrote what its lines say',
    changes: [{ file: tables, from: "{ within: 'sessions' } },\n  attendances", to: "{ list: 'sessions' } },\n  attendances" }],
    fails: { file: ownData, says: "Property 'signUps' is missing" },
  },
]

describe('what is forgotten does not compile', () => {
  test('as they stand, the files have no error', { timeout: 120_000 }, () => {
    expect(errorsIn([...new Set(forgotten.map(({ fails }) => fails.file))], [])).toEqual([])
  })
  test.each(forgotten)('$what', ({ changes, fails }) => {
    const errors = errorsIn([fails.file], changes)
    expect(errors.map(({ says }) => says).join('\n')).toContain(fails.says)
  })
})
