import { grant, refuse } from '@/domain/decision'
import { isStaff } from '@/domain/people'
import type { Advance } from '@/domain/procedure/engine'
import { isStepName, stepOf, type StepName } from '@/domain/procedure/tracks'
import { checkText } from '@/domain/text'
import type { Tx } from '../../ports'
import { lookedAt } from '../../village/picture-verdicts'
import { carryOut, confirm } from '../../village/carry-out'
import { takeAutomatic } from '../../village/automatic'
import { uniteSupports } from '../../village/unite-supports'
import type { Handler } from '../handler'
import { judgeWords, lookAfterwards } from './officers-words'
import { officersOf } from './officers'

/** Steps by which a moderator, who sees its pictures, lets a topic be read by all. */
const looks: readonly StepName[] = ['accept', 'merge']

export const takeStep: Handler<'topic.step'> = async ({ id, rev, step: name, evidence }, context) => {
  const { org, actor, store } = context
  if (!isStepName(name) || stepOf(name).via !== undefined) return refuse('no-such-step')
  const said = Object.values(evidence)
    .filter(value => typeof value === 'string')
    .join('\n')
  const verdict = await judgeWords(context, said)
  if (verdict === 'risky') return refuse('content-risky')
  const also = async (tx: Tx, done: Advance) => {
    await lookAfterwards(context, verdict, said)(tx, done)
    if (looks.includes(name)) await lookedAt(tx, done.topic.photoIds)
  }
  const decision = await carryOut(context, org, { topicId: id, rev, name, acting: actor, evidence, also })
  if (!decision.ok) return decision
  const { topic, taken } = decision.value
  if (name === 'merge' && taken && topic.parentId) await uniteSupports(store, topic.id, topic.parentId)
  // What was the last thing missing is followed at once by what nobody need do.
  const onward = await takeAutomatic(context, org, topic.id)
  return grant({ taken, state: onward?.state ?? topic.state })
}

export const confirmStep: Handler<'topic.confirm'> = async ({ id, rev, agrees, note }, context) => {
  const checked = note.trim() === '' && agrees ? grant('') : checkText(note, 500)
  if (!checked.ok) return checked
  const verdict = await judgeWords(context, checked.value)
  if (verdict === 'risky') return refuse('content-risky')
  const decision = await confirm(context, context.org, { topicId: id, rev, acting: context.actor, agrees, note: checked.value, also: lookAfterwards(context, verdict, checked.value) })
  return decision.ok ? grant({ taken: decision.value.taken, state: decision.value.topic.state }) : decision
}

export const inOffice: Handler<'people.inOffice'> = async (_, { store, org, actor }) => {
  if (!isStaff(actor)) return refuse('not-your-role')
  const people = await officersOf(store, org.id)
  return grant({ people: people.map(({ id, name, roles }) => ({ id, name, roles: [...roles] })) })
}
