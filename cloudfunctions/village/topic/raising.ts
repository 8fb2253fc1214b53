import { chosenOf } from '@/domain/law/choices'
import { numberChosen } from '@/domain/law/settings'
import { ruleSetOn } from '@/domain/law/rule-sets'
import { dayOf } from '@/domain/ground/calendar'
import { caseId } from '@/domain/moderation/cases'
import { grant, refuse, type Decision } from '@/domain/ground/decision'
import { checkText, hasControlCharacters, type TextRefusal } from '@/domain/ground/text'
import { isAuthor, photosAtMost, wordLimits, type Category, type Topic, type TopicWords } from '@/domain/topic/topic'
import { termEnds } from '@/domain/procedure/engine/engine'
import { states } from '@/domain/procedure/states'
import { sealed } from '@/domain/ground/journal'
import { kindOf } from '@/domain/village/org'
import { stepOf } from '@/domain/procedure/tracks/steps'
import { KeyTaken, type Store, type Verdict } from '../../ports'
import { carryOut, maySee } from './take-step'
import { openIfDoubted, withdrawDoubt, type Doubted } from '../moderation/case-rows'
import { all } from '../ground/all-rows'
import { noticesOf } from '../ground/notice-rows'
import type { Context, Handler } from '../ground/handler'

const parts = ['title', 'what', 'where', 'affected', 'suggestion'] as const
const draftLength = 12_000

/** Photographs are added by their owner and to nothing else. */
async function photoRefusal(
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

export const saveDraft: Handler<'draft.save'> = async (input, { store, org, actor, clock }) => {
  if (parts.some(part => input[part].length > draftLength)) return refuse('too-long')
  if (parts.some(part => hasControlCharacters(input[part]))) return refuse('control-characters')
  const photos = await photoRefusal(store, input.photoIds, actor.id)
  if (photos) return refuse(photos)
  const savedAt = clock.now()
  return store.commit(async tx => {
    const earlier = await tx.get('drafts', input.id)
    if (earlier && earlier.ownerId !== actor.id) return refuse('not-your-draft')
    // A save still on its way when the topic was handed in must not bring the draft back.
    if (await tx.get('topics', input.id)) return refuse('already-raised')
    await tx.put('drafts', { ...input, orgId: org.id, ownerId: actor.id, savedAt })
    return grant({ savedAt })
  })
}

export const listDrafts: Handler<'draft.list'> = async (_, { store, actor }) => {
  const drafts = await all(store, 'drafts', { match: { ownerId: actor.id }, order: { by: 'savedAt', descending: true } })
  return grant({ drafts: drafts.map(draft => ({ ...draft, photoIds: [...draft.photoIds] })) })
}

export const discardDraft: Handler<'draft.discard'> = ({ id }, { store, actor }) =>
  store.commit(async tx => {
    const draft = await tx.get('drafts', id)
    if (draft && draft.ownerId !== actor.id) return refuse('not-your-draft')
    if (draft) await tx.remove('drafts', id)
    return grant({})
  })

function checkWords(words: TopicWords): Decision<TopicWords, TextRefusal> {
  const checked: Record<string, string> = {}
  for (const part of parts) {
    const decision = checkText(words[part], wordLimits[part])
    if (!decision.ok) return decision
    checked[part] = decision.value
  }
  return grant(checked as unknown as TopicWords)
}

interface NewTopic extends TopicWords {
  readonly id: string
  readonly category: Category
  readonly photoIds: readonly string[]
  readonly showName: boolean
  readonly origin: Topic['origin']
  readonly voices: number
}

const textOf = (words: TopicWords): string => parts.map(part => words[part]).join('\n')

/**
 * What the machine makes of a topic's words. Every topic waits for the moderators anyway: they are told, and nobody is turned away by a
 * machine.
 */
export const judgeTopic = ({ contentCheck, openid }: Context, words: TopicWords): Promise<Verdict> =>
  contentCheck.judge(textOf(words), openid, { kind: 'forum', title: words.title })

const doubted = ({ org, actor }: Context, id: string, words: TopicWords): Doubted => ({
  orgId: org.id,
  kind: 'topic',
  thingId: id,
  topicId: id,
  authorId: actor.id,
  text: textOf(words),
})

/** A topic as it arrives: handed in and registered at once, with the two first entries of its journal and the notice to its author. */
export async function fileTopic(context: Context, words: NewTopic): Promise<Topic | 'not-your-draft'> {
  const { store, actor, clock, isRestDay } = context
  const verdict = await judgeTopic(context, words)
  const now = clock.now()
  // What the village chose a moment ago holds for this topic already, whichever process was told of it.
  const org = (await store.get('orgs', context.org.id)) ?? context.org
  const rules = ruleSetOn(kindOf(org), dayOf(now))
  const { collectiveSequence, townReportForVillage } = org.switches ?? {}
  const blank: Topic = {
    ...words,
    orgId: org.id,
    authorId: actor.id,
    coAuthorIds: [],
    state: 'submitted',
    enteredAt: now,
    dueAt: null,
    raisedAt: now,
    rules,
    chosen: chosenOf(org),
    switches: {
      ...(collectiveSequence === undefined ? {} : { collectiveSequence }),
      ...(townReportForVillage === undefined ? {} : { townReportForVillage }),
    },
    activeAt: now,
    parentId: null,
    mergedIds: [],
    round: 1,
    sessions: 0,
    postponed: 0,
    sessionId: null,
    commentsUntil: null,
    openMotions: 0,
    openObjections: 0,
    pending: null,
    waitsForKey: false,
    dossier: {},
    rev: 0,
    head: '',
  }
  const submitted = sealed(blank, {
    at: now,
    step: 'submit',
    transition: 'TR-01',
    said: stepOf('submit').name,
    from: 'submitted',
    to: 'submitted',
    taken: true,
    byId: actor.id,
    evidence: {},
  })
  const handed = { ...blank, rev: submitted.n, head: submitted.hash }
  const received = sealed(handed, {
    at: now,
    step: 'receive',
    transition: 'TR-02',
    said: stepOf('receive').name,
    from: 'submitted',
    to: 'screening',
    taken: true,
    byId: null,
    evidence: {},
  })
  const topic: Topic = {
    ...handed,
    state: 'screening',
    dueAt: termEnds(states.screening.term, now, isRestDay, numberChosen(rules, 'acceptanceDays', blank.chosen ?? {})),
    rev: received.n,
    head: received.hash,
  }
  const raised = await store
    .commit(async tx => {
      const draft = await tx.get('drafts', topic.id)
      if (draft && draft.ownerId !== actor.id) return 'not-your-draft'
      await tx.insert('topics', topic)
      await tx.insert('journal', submitted)
      await tx.insert('journal', received)
      for (const notice of [...noticesOf(stepOf('submit'), handed, {}, now), ...noticesOf(stepOf('receive'), topic, {}, now)])
        await tx.insert('notices', notice)
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
  const there = await store.get('topics', topic.id)
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

type Rewording = TopicWords & Pick<NewTopic, 'category' | 'photoIds' | 'showName'>

/** A returned topic, corrected: unchanged words are refused, the moderators would read the same again. */
async function resubmit(context: Context, id: string, rev: number, words: Rewording) {
  const topic = await context.store.get('topics', id)
  if (!topic || !maySee(topic, context.actor) || !isAuthor(topic, context.actor.id)) return refuse('not-your-draft')
  const changed =
    parts.some(part => words[part] !== topic[part]) || words.category !== topic.category || words.photoIds.join() !== topic.photoIds.join()
  const verdict = changed ? await judgeTopic(context, words) : 'clean'
  const decision = await carryOut(context, context.org, {
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
