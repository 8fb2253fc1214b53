import { caseId } from '@/domain/moderation/cases'
import { grant, refuse } from '@/domain/ground/decision'
import { checkWords, isReworded, newTopic, raiseTopic, textOf, type Wording } from '@/domain/topic/raising'
import { isAuthor, photosAtMost, type Topic, type TopicWords } from '@/domain/topic/topic'
import { KeyTaken, type Store, type Verdict } from '../../ports'
import { takeStep, maySee } from './take-step'
import { openIfDoubted, withdrawDoubt, type Doubted } from '../ground/case-rows'
import { noticesOf } from '../ground/notice-rows'
import type { Context, Handler } from '../ground/handler'
import { sentBefore } from '../ground/own'

/** Photographs are added by their owner and to nothing else. */
export async function photoRefusal(
  store: Store,
  ids: readonly string[],
  ownerId: string,
  most = photosAtMost,
): Promise<'too-many-photos' | 'no-such-photo' | null> {
  if (ids.length > most) return 'too-many-photos'
  const photos = await store.getMany('photos', ids)
  return new Set(ids).size === photos.length && photos.every(photo => photo.ownerId === ownerId && photo.use === undefined)
    ? null
    : 'no-such-photo'
}

/**
 * What the machine makes of a topic's words. Every topic waits for the moderators anyway: they are told, and nobody is turned away by a
 * machine.
 */
const judgeTopic = ({ contentCheck, openid }: Context, words: TopicWords): Promise<Verdict> =>
  contentCheck.judge(textOf(words), openid, { kind: 'forum', title: words.title })

const doubted = ({ org, actor }: Context, id: string, words: TopicWords): Doubted => ({
  orgId: org.id,
  kind: 'topic',
  thingId: id,
  topicId: id,
  authorId: actor.id,
  text: textOf(words),
})

/** A topic as it arrives: handed in and registered in one commit, with what both steps write and whom they tell. */
export async function fileTopic(
  context: Context,
  words: Wording & Pick<Topic, 'id' | 'origin' | 'voices'>,
): Promise<Topic | 'not-your-draft'> {
  const { store, actor, clock, isRestDay } = context
  const verdict = await judgeTopic(context, words)
  const now = clock.now()
  // What the village chose a moment ago holds for this topic already, whichever process was told of it.
  const org = (await store.get('orgs', context.org.id)) ?? context.org
  const steps = raiseTopic(newTopic(words, org, actor, now), org, actor, isRestDay)
  const { topic } = steps[1]
  const raised = await store
    .commit(async tx => {
      const draft = await tx.get('drafts', topic.id)
      if (draft && draft.ownerId !== actor.id) return 'not-your-draft'
      await tx.insert('topics', topic)
      for (const { step, topic: then, entry } of steps) {
        await tx.insert('journal', entry)
        for (const notice of noticesOf(step, then, entry.evidence, entry.at)) await tx.insert('notices', notice)
      }
      if (draft) await tx.remove('drafts', topic.id)
      await openIfDoubted(tx, verdict, doubted(context, topic.id, words), now, 'screening')
      return topic
    })
    .catch((fault: unknown) => {
      if (fault instanceof KeyTaken) return undefined
      throw fault
    })
  if (raised) return raised
  // The answer to the first try was lost on its way: the same key is the same topic.
  const there = await sentBefore(store, 'topics', topic.id)
  return there && there.authorId === actor.id ? there : 'not-your-draft'
}

export const raise: Handler<'topic.raise'> = async ({ id, rev, ...given }, context) => {
  const { store, actor } = context
  const checked = checkWords(given)
  if (!checked.ok) return checked
  const photos = await photoRefusal(store, given.photoIds, actor.id)
  if (photos) return refuse(photos)
  const words = { ...checked.value, category: given.category, photoIds: given.photoIds, showName: given.showName }
  if (rev !== undefined) return resubmit(context, id, rev, words)
  if (!/^[0-9a-f]{32}$/.test(id)) return refuse('not-your-draft')
  const topic = await fileTopic(context, { id, ...words, origin: 'resident', voices: 1 })
  return topic === 'not-your-draft' ? refuse(topic) : grant({ id: topic.id, answerBy: topic.dueAt })
}

/** A returned topic, corrected. */
async function resubmit(context: Context, id: string, rev: number, words: Wording) {
  const topic = await context.own('topics', id)
  if (!topic || !maySee(topic, context.actor) || !isAuthor(topic, context.actor.id)) return refuse('not-your-draft')
  const changed = isReworded(topic, words)
  const verdict = changed ? await judgeTopic(context, words) : 'clean'
  const decision = await takeStep(context, context.org, {
    topicId: id,
    rev,
    name: 'resubmit',
    acting: context.actor,
    evidence: {},
    changed,
    alter: next => ({ ...next, ...words }),
    also: async tx => {
      // The words it was doubted for are gone: what the machine thought of them no longer stands on the desk.
      await withdrawDoubt(tx, caseId('topic', id))
      await openIfDoubted(tx, verdict, doubted(context, id, words), context.clock.now(), 'screening')
    },
  })
  if (decision.ok) return grant({ id, answerBy: decision.value.topic.dueAt })
  switch (decision.refusal) {
    case 'changed-meanwhile':
    case 'step-not-open':
    case 'resubmission-changed':
      return refuse(decision.refusal)
    default:
      return refuse('not-your-draft')
  }
}
