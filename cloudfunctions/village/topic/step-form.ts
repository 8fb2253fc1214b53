import { grant, refuse } from '@/domain/ground/decision'
import { isStepName, stepOf } from '@/domain/procedure/tracks/steps'
import { allRows } from '../ground/all-rows'
import type { Handler } from '../ground/handler'
import { officersOf } from '../ground/officers'
import { factsFor } from './facts'
import { planShown } from './major-matter'
import { nextShown, pendingShown, stepsShown } from './page/ahead'
import { readFor, type Read } from './page/seen'
import { wordsShown } from './page/words'
import { maySee } from './take-step'
import { titleFor } from './topic-card'

/** Whether the step is on record since this version: for who sent it and got no answer. */
function arrived({ journal, readsTalk }: Read, step: string, since: number): 'taken' | 'proposed' | null {
  if (!isStepName(step) || !readsTalk) return null
  const { name } = stepOf(step)
  const entry = journal.find(({ n, said }) => n > since && (said === name || said === `提出：${name}`))
  return entry ? (entry.said === name ? 'taken' : 'proposed') : null
}

export const viewStepForm: Handler<'step.form'> = async ({ id, step = '', since }, context) => {
  const { store, own, org, actor, clock } = context
  const topic = await own('topics', id)
  if (!topic || !maySee(topic, actor)) return refuse('no-such-topic')
  const [facts, journal, officers] = await Promise.all([
    factsFor(store, clock, org, topic),
    allRows(store, 'journal', { match: { topicId: id }, order: { by: 'n' } }),
    officersOf(store, org.id),
  ])
  const read = await readFor(context, { topic, facts, journal, officers })
  return grant({
    id,
    now: read.now,
    rev: topic.rev,
    title: titleFor(topic, actor),
    where: wordsShown(read).words.where,
    state: topic.state,
    plan: planShown(topic, journal, actor)?.text ?? null,
    next: nextShown(read).what,
    step: stepsShown(read).find(({ name }) => name === step) ?? null,
    pending: pendingShown(read),
    arrived: since === undefined ? null : arrived(read, step, since),
  })
}
