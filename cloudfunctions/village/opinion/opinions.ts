import { grant, refuse } from '@/domain/ground/decision'
import { opinionLength, voicesAtMost, type Opinion } from '@/domain/opinion/opinions'
import { states } from '@/domain/procedure/states'
import { checkText } from '@/domain/ground/text'
import { dossierText, wordLimits } from '@/domain/topic/topic'
import { mayCollect } from '@/domain/topic/openings'
import { KeyTaken, type Verdict } from '../../ports'
import { openIfDoubted } from '../ground/case-rows'
import { maySee } from '../topic/take-step'
import type { Context, Handler } from '../ground/handler'
import { fileTopic } from '../topic/raising'
import { sentBefore } from '../ground/own'

interface Given {
  readonly id: string
  readonly words: string
  readonly setting: Opinion['setting']
  readonly voices: number
  readonly consent: boolean
}

/** In their words, with their consent, without their names: nothing else of who spoke is asked or kept. */
function opinionOf(given: Given, topicId: string, { actor, org, clock }: Context) {
  if (!given.consent) return refuse('no-consent')
  if (given.voices > voicesAtMost) return refuse('too-many-voices')
  const words = checkText(given.words, opinionLength)
  if (!words.ok) return words
  const opinion: Opinion = {
    id: given.id,
    orgId: org.id,
    topicId,
    collectorId: actor.id,
    words: words.value,
    setting: given.setting,
    voices: given.voices,
    at: clock.now(),
  }
  return grant(opinion)
}

/**
 * An opinion sent twice under one key is recorded once; under the key of somebody else's record it is refused as if there were no such
 * topic.
 */
async function keep({ store, actor, clock }: Context, opinion: Opinion, verdict: Verdict): Promise<boolean> {
  const { id: thingId, orgId, topicId, collectorId: authorId, words: text } = opinion
  try {
    await store.commit(async tx => {
      await tx.insert('opinions', verdict === 'clean' ? opinion : { ...opinion, visible: 'held' })
      await openIfDoubted(tx, verdict, { orgId, kind: 'opinion', thingId, topicId, authorId, text }, clock.now())
    })
    return true
  } catch (fault) {
    if (!(fault instanceof KeyTaken)) throw fault
    return (await sentBefore(store, 'opinions', opinion.id))?.collectorId === actor.id
  }
}

export const recordOpinion: Handler<'opinion.record'> = async ({ topicId, ...given }, context) => {
  const opinion = opinionOf(given, topicId, context)
  if (!opinion.ok) return opinion
  const earlier = await sentBefore(context.store, 'opinions', given.id)
  const topic = await context.own('topics', topicId)
  if (!topic || !maySee(topic, context.actor)) return refuse('no-such-topic')
  if (!earlier && !mayCollect(topic, context.actor)) return refuse('discussion-closed')
  const verdict = earlier ? 'clean' : await context.contentCheck.judge(opinion.value.words, context.openid)
  return (await keep(context, opinion.value, verdict)) ? grant({ topicId }) : refuse('no-such-topic')
}

export const raiseOpinion: Handler<'opinion.raise'> = async ({ title, where, category, ...given }, context) => {
  const opinion = opinionOf(given, given.id, context)
  if (!opinion.ok) return opinion
  const [name, place] = [checkText(title, wordLimits.title), checkText(where, wordLimits.where)]
  if (!name.ok) return name
  if (!place.ok) return place
  const topic = await fileTopic(context, {
    id: given.id,
    title: name.value,
    what: opinion.value.words,
    where: place.value,
    affected: `异地务工人员 ${given.voices} 人提出`,
    suggestion: '请村里研究怎么办',
    category,
    photoIds: [],
    showName: true,
    origin: 'collected',
    voices: given.voices,
  })
  if (topic === 'not-your-draft') return refuse('not-your-role')
  // The topic of the same words waits in screening: the moderators' step is the look at both.
  await keep(context, { ...opinion.value, topicId: topic.id }, 'clean')
  return grant({ topicId: topic.id })
}

export const myOpinions: Handler<'opinion.mine'> = async ({ after }, { store, actor, clock }) => {
  const page = await store.list('opinions', { match: { collectorId: actor.id }, order: { by: 'at', descending: true }, limit: 20, after })
  const topics = new Map(
    (await store.getMany('topics', [...new Set(page.rows.map(opinion => opinion.topicId))])).map(topic => [topic.id, topic]),
  )
  const parents = new Map(
    (
      await store.getMany(
        'topics',
        [...topics.values()].flatMap(topic => topic.parentId ?? []),
      )
    ).map(topic => [topic.id, topic]),
  )
  return grant({
    now: clock.now(),
    next: page.next,
    total: await store.count('opinions', { collectorId: actor.id }),
    opinions: page.rows.flatMap(({ id, words, voices, at, topicId }) => {
      const spoken = topics.get(topicId)
      if (!spoken) return []
      // What was merged lives on in its parent: that is what became of it.
      const topic = (spoken.parentId ? parents.get(spoken.parentId) : undefined) ?? spoken
      const became = dossierText(topic.dossier, 'decisionText') ?? dossierText(topic.dossier, 'explanation') ?? states[topic.state].says
      return [{ id, words, voices, at, topicId: topic.id, title: topic.title, state: topic.state, became }]
    }),
  })
}
