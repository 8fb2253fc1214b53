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
const [talk, handlers, phone] = ['src/contract/talk.ts', 'cloudfunctions/api/operations.ts', 'src/platform/talk-to-server/client.ts']
const discussion = 'cloudfunctions/village/talk/discussion.ts'
const fields = 'src/domain/procedure/fields.ts'
const evidence = 'src/domain/procedure/evidence.ts'
const shapes = 'src/contract/shapes.ts'
const entries = 'src/features/topic/step/entries.ts'
const noticeRows = 'cloudfunctions/village/ground/notice-rows.ts'

/** Each way to forget something when adding to the program, a row each: the compiler must say so. */
const forgotten: readonly Forgotten[] = [
  {
    what: 'a step names a guard that has no row',
    changes: [{ file: quick, from: "'class-small'", to: "'nobody-wrote-it'" }],
    fails: { file: quick, says: '\'"nobody-wrote-it"\' is not assignable' },
  },
  {
    what: 'a guard has words and no row',
    changes: [{ file: `${guards}/words.ts`, from: '} as const', to: "  'nobody-wrote-it': '还不行',\n} as const" }],
    fails: { file: `${guards}/all.ts`, says: `Property '"nobody-wrote-it"' is missing` },
  },
  {
    what: 'a guard has a row and no words',
    changes: [{ file: `${guards}/classes.ts`, from: '} as const', to: "  'nobody-worded-it': { holds: () => true },\n} as const" }],
    fails: { file: `${guards}/classes.ts`, says: "''nobody-worded-it'' does not exist in type" },
  },
  {
    what: 'a step does not say why it is there',
    changes: [{ file: quick, from: "name: '登记为小微事项', why: null", to: "name: '登记为小微事项'" }],
    fails: { file: quick, says: "Property 'why' is missing" },
  },
  {
    what: 'a step brings what nobody brings about',
    changes: [{ file: quick, from: "name: '登记为小微事项'", to: "name: '登记为小微事项', brings: ['nobody-made-it']" }],
    fails: { file: 'cloudfunctions/village/topic/row-effects.ts', says: `Property '"nobody-made-it"' is missing` },
  },
  {
    what: 'an effect stands in the table and no step brings it',
    changes: [{ file: 'src/domain/procedure/tracks/deliberation.ts', from: "brings: ['counts-round'], ", to: '' }],
    fails: { file: 'src/domain/procedure/engine/effects.ts', says: "''counts-round'' does not exist in type" },
  },
  {
    what: 'a step names another step that is not there',
    changes: [{ file: quick, from: "others: ['not_done']", to: "others: ['nobody_wrote_it']" }],
    fails: { file: 'src/domain/procedure/tracks/steps.ts', says: '\'"nobody_wrote_it"\' is not assignable' },
  },
  {
    what: 'a step that hurts does not say what it does, before it is done',
    changes: [
      {
        file: quick,
        from: "guards: ['class-small'], asks: ['powerCode'],\n    tells: [{ code: 'N10', to: ['proposer'] }], look: 'main'",
        to: "guards: ['class-small'], asks: ['powerCode'], tells: [], look: 'danger'",
      },
    ],
    fails: { file: 'src/features/topic/step/words.ts', says: "Property 'enter_quick' is missing" },
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
  {
    what: 'a way by which messages go out has no sender',
    changes: [{ file: ways, from: '  called: {', to: "  sms: { said: '短信送到', known: 'sent' },\n  called: {" }],
    fails: { file: senders, says: "Property 'sms' is missing" },
  },
  {
    what: 'a sender of a way that has no row',
    changes: [{ file: senders, from: 'wechat: byWeChat', to: 'wechat: byWeChat, sms: byWeChat' }],
    fails: { file: senders, says: "'sms' does not exist in type" },
  },
  {
    what: 'a way does not say by what we know that somebody was reached',
    changes: [{ file: ways, from: "said: '上过门', known: 'told'", to: "said: '上过门'" }],
    fails: { file: ways, says: "Property 'known' is missing" },
  },
  {
    what: 'an operation without kind',
    changes: [{ file: talk, from: "'comment.nod': operation({\n    kind: 'deed',", to: "'comment.nod': operation({" }],
    fails: { file: talk, says: "Property 'kind' is missing" },
  },
  {
    what: 'an operation that does not say who may ask',
    changes: [
      {
        file: talk,
        from: "'comment.nod': operation({\n    kind: 'deed',\n    who: 'resident',",
        to: "'comment.nod': operation({\n    kind: 'deed',",
      },
    ],
    fails: { file: talk, says: "Property 'who' is missing" },
  },
  {
    what: 'an operation without handler',
    changes: [{ file: handlers, from: "  'comment.nod': discussion.nod,\n", to: '' }],
    fails: { file: handlers, says: '"comment.nod"\' is missing' },
  },
  {
    what: 'a handler refusing with a code the contract lacks',
    changes: [{ file: discussion, from: "refuse('own-comment')", to: "refuse('nobody-wrote-it')" }],
    fails: { file: discussion, says: '"nobody-wrote-it"' },
  },
  {
    what: 'a look the phone does not know for one',
    changes: [{ file: talk, from: "'comment.list'", to: "'comment.listen'" }],
    fails: { file: phone, says: "Property 'listen' is missing" },
  },
  {
    what: 'a deed called like a look, which the phone would do twice',
    changes: [{ file: talk, from: "'comment.nod'", to: "'comment.view'" }],
    fails: { file: phone, says: "Type 'true' is not assignable to type 'never'" },
  },
  {
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
    what: 'a new kind of field is unknown to the form on the phone',
    changes: [
      {
        file: shapes,
        from: "  v.object({ kind: v.literal('day'), label, hint }),",
        to: "  v.object({ kind: v.picklist(['day', 'hour']), label, hint }),",
      },
    ],
    fails: { file: entries, says: "Property 'hour' is missing" },
  },
]

describe('what is forgotten does not compile', () => {
  test('as they stand, the files have no error', { timeout: 120_000 }, () => {
    expect(errorsIn([...new Set(forgotten.map(({ fails }) => fails.file))], [])).toEqual([])
  })
  test.each(forgotten)('$what', { timeout: 120_000 }, ({ changes, fails }) => {
    const errors = errorsIn([fails.file], changes)
    expect(errors.map(({ says }) => says).join('\n')).toContain(fails.says)
  })
})
