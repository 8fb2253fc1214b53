import { barredFromKey } from '@/domain/procedure/engine/engine'
import { stepOf } from '@/domain/procedure/tracks/steps'
import { mayReadField, voteClosed } from '@/domain/procedure/readers'
import { nextStep } from '../next-step'
import { confirmedBy, stepsFor } from '../open-steps'
import { tellAll } from '../topic-page'
import { nameOf, type Read } from './seen'

/** 下一步. To a passer-by an office is named, never a person. */
export const nextShown = ({ topic, facts, people, officers, readsTalk }: Read) => ({
  ...nextStep(topic, facts, readsTalk ? people : new Map(), readsTalk ? officers : [], facts.session?.startsAt ?? null),
  ...(readsTalk ? {} : { missing: [] }),
})

/** What this reader may do now. */
export const stepsShown = ({ topic, actor, facts, officers }: Read) => (actor ? stepsFor(topic, actor, facts, officers) : [])

/** The step that waits for its second key, for who runs the procedure. */
export function pendingShown({ topic, actor, people, staff, now }: Read, titles: ReadonlyMap<string, string> = new Map()) {
  const { pending } = topic
  if (!pending || !actor || !staff) return null
  const mayConfirm = barredFromKey(topic, actor, now) === null
  return {
    label: stepOf(pending.step).name,
    by: nameOf(people, pending.byId),
    confirmedBy: confirmedBy(stepOf(pending.step)) ?? '',
    at: pending.at,
    // Who turns the key reads what it turns on; the others as much as they may read of it anywhere.
    told: tellAll(pending.evidence, people, titles, name => mayConfirm || mayReadField(name, actor, { closed: voteClosed(topic) })),
    mayConfirm,
  }
}
