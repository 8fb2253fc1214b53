import type { Advance } from '@/domain/procedure/engine/engine'
import type { Topic } from '@/domain/topic/topic'
import type { Tx, Verdict } from '../../ports'
import { openIfDoubted } from './case-rows'
import type { Context } from './handler'

/** What the machine makes of an officer's words; nothing said is nothing to check. */
export const judgeWords = async ({ contentCheck, openid }: Context, text: string): Promise<Verdict> =>
  text === '' ? 'clean' : contentCheck.judge(text, openid, { kind: 'forum' })

/**
 * Legal terms do not stand still for a machine's doubt: an officer's act goes through, and another person looks at its words afterwards.
 */
export const lookAt = (
  tx: Tx,
  { org, actor, clock }: Context,
  verdict: Verdict,
  topic: Pick<Topic, 'id' | 'rev'>,
  text: string,
): Promise<void> =>
  openIfDoubted(
    tx,
    verdict,
    { orgId: org.id, kind: 'words', thingId: `${topic.id}:${topic.rev}`, topicId: topic.id, authorId: actor.id, text },
    clock.now(),
  )

/** The same, in the commit of a step. */
export const lookAfterwards =
  (context: Context, verdict: Verdict, text: string) =>
  (tx: Tx, done: Advance): Promise<void> =>
    lookAt(tx, context, verdict, done.topic, text)
