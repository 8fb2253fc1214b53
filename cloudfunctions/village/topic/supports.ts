import { grant, refuse } from '@/domain/ground/decision'
import { takesSupport } from '@/domain/topic/supports'
import { takeAutomatic } from './automatic'
import { maySee } from './take-step'
import { supportId } from './unite-supports'
import type { Handler } from '../ground/handler'

export const support: Handler<'topic.support'> = async ({ id }, context) => {
  const { store, own, org, actor, clock } = context
  const topic = await own('topics', id)
  if (!topic || !maySee(topic, actor)) return refuse('no-such-topic')
  if (!takesSupport(topic.state)) return refuse('support-closed')
  // The row's key is the topic and the person, so nobody supports twice; nobody else writes this row, so it needs no transaction.
  await store.put('supports', { id: supportId(id, actor.id), orgId: org.id, topicId: id, personId: actor.id, at: clock.now() })
  await takeAutomatic(context, org, id)
  return grant({ supports: await store.count('supports', { topicId: id }) })
}

export const unsupport: Handler<'topic.unsupport'> = async ({ id }, { store, own, actor }) => {
  const topic = await own('topics', id)
  if (!topic || !maySee(topic, actor)) return refuse('no-such-topic')
  if (!takesSupport(topic.state)) return refuse('support-closed')
  await store.commit(tx => tx.remove('supports', supportId(id, actor.id)))
  return grant({ supports: await store.count('supports', { topicId: id }) })
}
