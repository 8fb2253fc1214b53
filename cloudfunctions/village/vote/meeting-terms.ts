import type { Parsed } from '@/contract'
import { isVote } from '@/domain/law/rule-sets'
import { grant, refuse, type Decision } from '@/domain/ground/decision'
import { countersRefusal } from '@/domain/vote/meeting/hall-duties'
import { ruleOfMotion } from '@/domain/vote/question/motion-rule'
import { isMeeting, type Motion } from '@/domain/vote/motions'
import type { Topic } from '@/domain/topic/topic'
import type { Store } from '../../ports'
import { isOf } from '../ground/own'

type Given = Pick<Parsed<'motion.put'>, 'channels' | 'tellerIds' | 'scrutineerId'>
type Terms = Pick<Motion, 'channels' | 'tellerIds' | 'scrutineerId' | 'openedAt'>

/** How a question is voted on: by phone alone, or at a meeting with tellers and a supervisor named at notice (procedures §5.1 S3). */
export async function meetingTerms(
  store: Store,
  topic: Topic,
  ruled: Pick<Motion, 'rules' | 'body' | 'chosen'>,
  { channels, tellerIds = [], scrutineerId }: Given,
): Promise<Decision<Terms, 'evidence-missing' | 'counters-free' | 'no-such-person' | 'proxy-invalid' | 'not-a-meeting'>> {
  if (channels?.includes('proxy')) {
    const rule = ruleOfMotion(ruled)
    if (!isVote(rule) || rule.proxy.kind !== 'same-household') return refuse('proxy-invalid')
  }
  const how = channels === undefined ? {} : { channels }
  if (!isMeeting(how)) return tellerIds.length > 0 || scrutineerId !== undefined ? refuse('not-a-meeting') : grant(how)
  if (scrutineerId === undefined) return refuse('evidence-missing')
  const ids = [...tellerIds, scrutineerId]
  const people = new Map((await store.getMany('people', ids)).filter(isOf(topic.orgId)).map(person => [person.id, person]))
  if (ids.some(id => !people.has(id))) return refuse('no-such-person')
  const refusal = countersRefusal(
    tellerIds.flatMap(id => people.get(id) ?? []),
    people.get(scrutineerId),
    topic,
  )
  return refusal ? refuse(refusal) : grant({ ...how, tellerIds, scrutineerId, openedAt: null })
}
