import * as v from 'valibot'
import { ruleIds } from '@/domain/law/names'
import { channels } from '@/domain/vote/channels'
import { categories } from '@/domain/topic/topic'
import { allStates } from '@/domain/procedure/states'

/** Shapes that several operations speak in. Words are let in long and refused by rule, so that the refusal can say what is wrong. */
export const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9:._-]{1,120}$/))
/** Drawn at random on the phone: sending the same thing twice under one key is sending it once. */
export const freshKey = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
export const words = v.pipe(v.string(), v.maxLength(20_000))
export const instant = v.pipe(v.number(), v.integer())
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const category = v.picklist(Object.keys(categories) as (keyof typeof categories)[])
export const state = v.picklist(allStates)
export const cursor = v.optional(v.pipe(v.string(), v.maxLength(500)))
export const next = v.nullable(v.string())
export const choice = v.picklist(['for', 'against', 'abstain'])
/** What a ballot says, of any kind of question; whether it fits this one is asked by `answerFits`. */
export const answer = v.pipe(v.string(), v.regex(/^[a-z0-9=,+>-]{1,200}$/))
export const method = v.picklist(['yes-no', 'one', 'approve', 'rank', 'score'])
export const channel = v.picklist(channels)
export const ballotForm = v.picklist(['named', 'secret'])
export const bodyId = v.picklist(ruleIds)
export const venueMode = v.picklist(['hall', 'online', 'both'])
export const evidenceValue = v.union([
  words,
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(120))), v.maxLength(20)),
])
export const evidence = v.record(v.pipe(v.string(), v.maxLength(40)), evidenceValue)

export const textRefusals = ['empty-text', 'too-long', 'control-characters', 'id-number-in-text', 'phone-number-in-text'] as const

/** A picture of at most 700 KB, as base64; the server cuts off where and with what it was taken. */
export const picture = v.strictObject({ data: v.pipe(v.string(), v.maxLength(990_000)) })
export const pictureRefusals = ['not-a-picture', 'picture-too-large', 'too-many-photos'] as const
export const photoIds = v.pipe(v.array(key), v.maxLength(20))

/** How a person is drawn: a picture, or one character where there is none to be seen. */
export const face = v.object({ photoId: v.nullable(v.string()), letter: v.string() })

export const topicWords = { title: words, what: words, where: words, affected: words, suggestion: words }

export const topicCard = v.object({
  id: v.string(),
  title: v.string(),
  category,
  state,
  author: v.string(),
  mine: v.boolean(),
  supports: count,
  supported: v.boolean(),
  raisedAt: instant,
  activeAt: instant,
  dueAt: v.nullable(instant),
  overdue: v.boolean(),
})

export const sessionCard = v.object({
  id: v.string(),
  topicId: v.string(),
  title: v.string(),
  startsAt: instant,
  endsAt: instant,
  mode: venueMode,
  place: v.string(),
  signedUp: v.nullable(v.picklist(['hall', 'online'])),
  present: v.boolean(),
  coming: count,
})

export const result = v.object({
  for: count,
  against: count,
  abstain: count,
  present: count,
  outcome: v.picklist(['passed', 'not_passed', 'quorum_failed', 'counted', 'second_ballot', 'void']),
  explain: v.array(v.string()),
  invalid: v.optional(count),
  unreturned: v.optional(count),
  byChannel: v.optional(
    v.object({ phone: v.optional(count), hall: v.optional(count), paper: v.optional(count), proxy: v.optional(count) }),
  ),
  paper: v.optional(v.object({ issued: count, spoiled: count, found: count })),
  options: v.optional(v.pipe(v.array(v.object({ id: v.string(), votes: count })), v.readonly())),
  root: v.optional(v.string()),
})

export const motionCard = v.object({
  id: v.string(),
  topicId: v.string(),
  text: v.string(),
  body: bodyId,
  form: ballotForm,
  opensAt: instant,
  closesAt: instant,
  rollSize: count,
  /** How many have voted; how, nobody knows before the close. */
  turnout: count,
  /** Units that must take part, 0 where there is no quorum. */
  quorumNeeds: count,
  binding: v.boolean(),
  onRoll: v.boolean(),
  voted: v.boolean(),
  result: v.nullable(result),
  /** How great a share passes, in words: 过半数, 三分之二以上. Absent where nothing passes. */
  share: v.optional(v.string()),
  /** Ways to vote; absent: by phone alone. */
  channels: v.optional(v.array(channel)),
  /** Of a meeting alone: when its host opened the vote; null until then, and nobody votes before. */
  openedAt: v.optional(v.nullable(instant)),
  /** Absent: for, against or abstain. */
  method: v.optional(method),
  options: v.optional(v.array(v.object({ id: v.string(), text: v.string() }))),
})

export const noticeCard = v.object({
  id: v.string(),
  topicId: v.string(),
  sessionId: v.nullable(v.string()),
  motionId: v.nullable(v.string()),
  board: v.picklist(['outcome', 'result', 'session', 'vote', 'none']),
  title: v.string(),
  body: v.string(),
  at: instant,
  postedUntil: v.nullable(instant),
})

const label = v.string()
const hint = v.optional(v.string())
export const field = v.variant('kind', [
  v.object({ kind: v.literal('text'), label, hint, most: count, lines: v.optional(count), clock: v.optional(v.literal(true)) }),
  v.object({ kind: v.literal('choice'), label, hint, options: v.record(v.string(), v.string()), several: v.optional(v.literal(true)) }),
  v.object({ kind: v.literal('number'), label, hint, least: v.number(), most: v.number(), unit: v.string() }),
  v.object({ kind: v.literal('day'), label, hint }),
  v.object({ kind: v.literal('photos'), label, hint, least: count, most: count }),
  v.object({ kind: v.literal('person'), label, hint, roles: v.array(v.string()) }),
  v.object({ kind: v.literal('topic'), label, hint }),
  v.object({ kind: v.literal('yes'), label, hint }),
  v.object({ kind: v.literal('checklist'), label, hint, items: v.record(v.string(), v.string()) }),
])

/**
 * What an `article` beside it rests on, one by one: where it stands, since when it holds (null where that is not known), what it wants in
 * plain words.
 */
export const basis = v.optional(v.array(v.object({ cites: v.string(), since: v.nullable(v.string()), wants: v.string() })))

/** A step this person may take, with the form for it: the phone needs no table of its own, and an old phone shows new steps. */
export const openStep = v.object({
  name: v.string(),
  label: v.string(),
  look: v.picklist(['main', 'plain', 'danger']),
  secondKey: v.boolean(),
  /** Whose second key it waits for, in words. */
  confirmedBy: v.optional(v.string()),
  via: v.nullable(v.string()),
  article: v.nullable(v.string()),
  basis,
  missing: v.array(v.string()),
  /** What the server suggests and why, where it has something to say; the person decides. */
  advice: v.optional(v.array(v.string())),
  fields: v.array(
    v.object({
      name: v.string(),
      required: v.boolean(),
      field,
      prefill: v.nullable(evidenceValue),
      /** What may be chosen. `of`: only while another field has this answer; `no`: why this one may not be chosen here. */
      options: v.array(
        v.object({
          value: v.string(),
          label: v.string(),
          note: v.optional(v.string()),
          of: v.optional(v.string()),
          no: v.optional(v.string()),
        }),
      ),
    }),
  ),
})

export const told = v.object({ label: v.string(), value: v.string(), photoIds: v.array(v.string()) })
