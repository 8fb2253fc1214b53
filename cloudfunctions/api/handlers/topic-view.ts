import { grant, refuse } from '@/domain/decision'
import { has, isStaff, officeName, type Person } from '@/domain/people'
import { passportOf } from '@/domain/procedure/passport'
import { isOpenToAll, states } from '@/domain/procedure/states'
import { stepOf } from '@/domain/procedure/tracks'
import { axisAverages, ratingId, satisfaction, wordsOfAll } from '@/domain/ratings'
import { takesSupport } from '@/domain/supports'
import { isAuthor } from '@/domain/topic'
import type { Store } from '../../ports'
import { maySee } from '../../village/carry-out'
import { all } from '../../village/everything'
import { factsFor } from '../../village/facts'
import { motionCard } from '../../village/motion-card'
import { stepsFor } from '../../village/open-steps'
import { sessionCards } from '../../village/session-card'
import { titleFor, topicCards, wordsKept } from '../../village/topic-card'
import {
  answer,
  code,
  decision,
  nextStep,
  objectionsShown,
  objectionWindow,
  progress,
  record,
  resultShown,
  road,
  tellAll,
} from '../../village/topic-page'
import { visiblePhotos } from '../../village/visible-photos'
import type { Handler } from '../handler'
import { putAwayOf } from './cases'
import { officersOf } from './officers'
import { mayCollect, talkOpen } from './openings'

export const viewTopic: Handler<'topic.view'> = async ({ id }, { store, org, actor, clock }) => {
  const topic = await store.get('topics', id)
  if (!topic || topic.orgId !== org.id || !maySee(topic, actor)) return refuse('no-such-topic')
  const now = clock.now()
  const family = [topic.id, ...topic.mergedIds]
  const [facts, journal] = await Promise.all([factsFor(store, clock, org, topic), all(store, 'journal', { match: { topicId: id }, order: { by: 'n' } })])
  // The journal tells what there is to look for: what was never done needs no look-up, and in WeChat's cloud each one counts.
  const was = (step: string) => journal.some(entry => entry.step === step)
  const [[card], motions, session, opinions, officers, merged, parent, objections, ratings, comments] = await Promise.all([
    topicCards(store, [topic], actor, now, new Map([[id, facts.supports]])),
    was('put_motion') ? all(store, 'motions', { match: { topicId: id }, order: { by: 'opensAt' } }) : [],
    topic.sessionId ? store.get('sessions', topic.sessionId) : undefined,
    all(store, 'opinions', { match: { topicId: family }, order: { by: 'at' } }),
    officersOf(store, org.id),
    store.getMany('topics', topic.mergedIds),
    topic.parentId ? store.get('topics', topic.parentId) : undefined,
    was('object') ? all(store, 'objections', { match: { topicId: id }, order: { by: 'at' } }) : [],
    states[topic.state].rated ? all(store, 'ratings', { match: { topicId: id } }) : [],
    store.count('comments', { topicId: id }),
  ])
  const people = await peopleNamed(
    store,
    [...officers],
    [...journal.map(entry => entry.byId), ...opinions.map(opinion => opinion.collectorId), topic.pending?.byId ?? null],
  )
  const titles = new Map([...merged, ...(parent ? [parent] : [])].map(other => [other.id, titleFor(other, actor)]))
  const score = satisfaction(ratings)
  const mine = actor ? ratings.find(rating => rating.id === ratingId(id, actor.id)) : undefined
  if (!card) return refuse('no-such-topic')
  const pending = topic.pending
  const wordsHidden = wordsKept(topic, actor)
  const done = resultShown(topic), steps = progress(journal)
  const photos = await visiblePhotos(store, [...topic.photoIds, ...(done?.photoIds ?? []), ...steps.flatMap(step => step.photoIds)].slice(0, 1000), actor)
  return grant({
    now,
    card,
    rev: topic.rev,
    words: wordsHidden === null ? { what: topic.what, where: topic.where, affected: topic.affected, suggestion: topic.suggestion } : { what: '', where: '', affected: '', suggestion: '' },
    wordsHidden,
    mayReport: actor !== null && isOpenToAll(topic.state) && !isAuthor(topic, actor.id) && (!topic.wordsHidden || topic.photoIds.length > 0),
    photoIds: photos.of(topic.photoIds),
    photosWaiting: photos.waiting(topic.photoIds),
    showName: topic.showName,
    coAuthors: topic.coAuthorIds.length,
    origin: topic.origin,
    voices: topic.voices,
    supportsNeeded: org.supportsNeeded,
    maySupport: actor !== null && takesSupport(topic.state),
    parent: parent ? { id: parent.id, title: titleFor(parent, actor) } : null,
    merged: merged.map(child => ({ id: child.id, title: titleFor(child, actor) })),
    next: nextStep(topic, facts, people, session?.startsAt ?? null),
    road: road(topic, journal),
    steps: actor ? stepsFor(topic, actor, facts, officers) : [],
    pending:
      pending && actor && isStaff(actor)
        ? {
            label: stepOf(pending.step).name,
            by: nameOf(people, pending.byId),
            at: pending.at,
            told: tellAll(pending.evidence, people, titles),
            mayConfirm:
              stepOf(pending.step).countersign?.some(role => has(actor, role)) === true && pending.byId !== actor.id && !isAuthor(topic, actor.id),
          }
        : null,
    answer: answer(topic, people, titles),
    session: session ? ((await sessionCards(store, [session], actor))[0] ?? null) : null,
    motions: await Promise.all(motions.map(motion => motionCard(store, motion, actor))),
    decision: decision(topic, people, actor),
    progress: steps.map(step => ({ ...step, photoIds: photos.of(step.photoIds) })),
    resultShown: done && { ...done, photoIds: photos.of(done.photoIds) },
    opinions: opinions.filter(({ visible = 'shown', collectorId }) => visible === 'shown' || (actor !== null && (actor.id === collectorId || isStaff(actor)))).map(({ collectorId, words, voices, at }) => ({ collector: nameOf(people, collectorId), words, voices, at })),
    opinionVoices: opinions.reduce((sum, { voices }) => sum + voices, 0),
    discussion: { round: topic.round, comments, until: topic.commentsUntil, open: talkOpen(topic, now) },
    rating:
      states[topic.state].rated
        ? {
            open: states[topic.state].rated === 'gathering',
            mine: mine ? { stars: mine.stars, axes: { ...mine.axes }, words: mine.words } : null,
            raters: ratings.length,
            average: score?.average ?? null,
            satisfiedPercent: score?.satisfiedPercent ?? null,
            axes: axisAverages(ratings),
            words: wordsOfAll(ratings),
          }
        : null,
    objection: objectionWindow(topic, now),
    objections: objectionsShown(objections, actor),
    journal: record(topic, journal, people),
    boardCode: code(topic),
    fileLacks: passportOf(topic, journal, facts).missing.length,
    putAway: actor ? await putAwayOf(store, topic, actor, now) : [],
    may: {
      putMotion: actor !== null && has(actor, 'moderator') && (topic.state === 'deliberating' || topic.state === 'outcome_drafting'),
      collect: actor !== null && mayCollect(topic, actor),
      edit: actor !== null && topic.state === 'returned' && isAuthor(topic, actor.id),
    },
  })
}

const nameOf = (people: ReadonlyMap<string, Person>, id: string) => {
  const person = people.get(id)
  return person ? officeName(person) : ''
}

async function peopleNamed(store: Store, known: Person[], ids: readonly (string | null)[]): Promise<Map<string, Person>> {
  const people = new Map(known.map(person => [person.id, person]))
  const others = [...new Set(ids.filter((id): id is string => id !== null && !people.has(id)))].slice(0, 1000)
  for (const person of await store.getMany('people', others)) people.set(person.id, person)
  return people
}
