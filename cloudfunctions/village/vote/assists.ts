import { helpersFor, officerWords } from '@/domain/vote/ballot/assists'
import { grant, refuse } from '@/domain/ground/decision'
import { maySee } from '../topic/take-step'
import type { Handler } from '../ground/handler'
import { motionFacts } from './motion-facts'
import { officersOf } from '../ground/officers'

export const listHelpers: Handler<'assist.helpers'> = async ({ motionId }, { store, own, org, actor, clock }) => {
  const motion = await motionFacts({ own, clock }, motionId)
  if (!motion) return refuse('no-such-motion')
  const topic = await own('topics', motion.topicId)
  if (!topic || !maySee(topic, actor)) return refuse('no-such-motion')
  return grant({ helpers: helpersFor(await officersOf(store, org.id), actor, topic).map(one => ({ id: one.id, name: officerWords(one) })) })
}
