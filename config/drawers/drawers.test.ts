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

const guards = 'src/domain/procedure/guards'
const quick = 'src/domain/procedure/tracks/quick.ts'
const tables = 'cloudfunctions/tables.ts'
const ways = 'src/domain/notice/ways.ts'
const senders = 'cloudfunctions/village/notice/senders.ts'
const ownData = 'cloudfunctions/village/resident/own-data.ts'
    what: 'a field of evidence does not say who reads it',
    changes: [{ file: fields, from: "hint: '清单里没有就写“无”', most: 40, readBy: step }", to: 'most: 40 }' }],
    fails: { file: fields, says: "Property 'readBy' is missing" },
  },
  {
    what: 'a notice brings words of a field whose row does not let them go',
    changes: [{ file: noticeRows, from: "text(e, 'toFix')", to: "text(e, 'minutes')" }],
    fails: { file: noticeRows, says: '\'"minutes"\' is not assignable' },
  },
  {
    what: 'a new kind of field says not how its answer is checked',
    changes: [{ file: fields, from: '  readonly day: unknown\n', to: '  readonly day: unknown\n  readonly hour: unknown\n' }],
    fails: { file: evidence, says: "Property 'hour' is missing" },
  },
  {
    what: 'a new kind of field in a form is not drawn on the phone',
    changes: [
      {
        file: shapes,
        from: "  v.object({ kind: v.literal('day'), label, hint }),",
        to: "  v.object({ kind: v.picklist(['day', 'hour']), label, hint }),",
      },
    ],
    fails: { file: fieldRow, says: "Property 'hour' is missing" },
