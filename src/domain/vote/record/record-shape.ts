import { ruleIds } from '../../law/names'
import { channels } from '../channels'
import { outcomeWords } from '../motions'
import { fields, hash64, isObject, listOf, matching, oneOf, orNull, text, whole, yesOrNo, type Shape } from './shape'
import { recordFormat, recordVersion } from './record'

const channel = oneOf(...channels)
const outcome = oneOf(...Object.keys(outcomeWords))
const share: Shape = fields({ numerator: whole, denominator: whole, reach: oneOf('at-least', 'more-than') })

/** A village's choices: days as numbers, shares as fractions, by their setting. */
const chosen: Shape = (value, at) => {
  if (!isObject(value)) return `${at} 要是一个对象`
  for (const [name, one] of Object.entries(value)) {
    const fault = typeof one === 'number' ? whole(one, `${at}.${name}`) : share(one, `${at}.${name}`)
    if (fault !== null) return fault
  }
  return null
}

const tally = { for: whole, against: whole, abstain: whole }
const votePut = fields({ kind: oneOf('put'), motionId: text, textHash: hash64, rules: text, rollSize: whole, rollHash: text })
const voteSettled = fields({
  kind: oneOf('settled'),
  motionId: text,
  root: hash64,
  outcome,
  ...tally,
  present: whole,
  rollSize: whole,
  rollHash: text,
  statement: hash64,
  links: hash64,
})
const vote: Shape = (value, at) => (isObject(value) && value.kind === 'put' ? votePut(value, at) : voteSettled(value, at))
const before = matching(/^([0-9a-f]{64})?$/, '上一条的指纹')

const wholeEntry = fields({
  id: text,
  orgId: text,
  topicId: text,
  n: whole,
  at: whole,
  step: text,
  transition: text,
  said: text,
  from: text,
  to: text,
  taken: yesOrNo,
  byId: orNull(text),
  evidence: fields({}),
  vote,
  before,
  hash: hash64,
})
const link = fields({ n: whole, before, hash: hash64 })
const entry: Shape = (value, at) => (isObject(value) && Object.hasOwn(value, 'step') ? wholeEntry(value, at) : link(value, at))

const answer = matching(/^[a-z0-9=,+>-]{1,200}$/, '一种答案')
const nameless = fields({ receipt: hash64, choice: answer })
const named = fields({ unit: hash64, who: text, choice: answer, channel }, { of: text })
const ballot: Shape = (value, at) => (isObject(value) && Object.hasOwn(value, 'unit') ? named(value, at) : nameless(value, at))

/** What a voting record must look like before anything in it is believed. */
export const recordShape: Shape = fields({
  format: oneOf(recordFormat),
  version: oneOf(recordVersion),
  motion: fields({
    id: text,
    orgId: text,
    topicId: text,
    text,
    textHash: hash64,
    form: oneOf('named', 'secret'),
    method: oneOf('yes-no', 'one', 'approve', 'rank', 'score'),
    options: listOf(fields({ id: text, text })),
    channels: listOf(channel),
    opensAt: whole,
    openedAt: orNull(whole),
    closesAt: whole,
    byLaw: orNull(text),
    secondOf: orNull(text),
    revoteOf: orNull(text),
  }),
  rule: fields({ set: text, id: oneOf(...ruleIds), chosen }),
  roll: fields({ size: whole, hash: text, frozenAt: whole }),
  counts: fields({
    ...tally,
    options: listOf(fields({ id: text, votes: whole })),
    invalid: whole,
    unreturned: whole,
    present: whole,
    byChannel: fields({ phone: whole, hall: whole, paper: whole, proxy: whole }),
    paper: orNull(fields({ issued: whole, spoiled: whole, found: whole })),
  }),
  outcome: fields({ outcome, explain: listOf(text) }),
  root: hash64,
  key: orNull(text),
  journal: listOf(entry),
  ballots: listOf(ballot),
})
