import { takesBox } from '@/domain/vote/meeting/assembly-box'
import { grant, refuse } from '@/domain/ground/decision'
import { has, isStaff, officeName, type Person } from '@/domain/resident/people'
import { barredFromKey } from '@/domain/procedure/engine/engine'
import { passportOf } from '@/domain/procedure/file/passport'
import { isOpenToAll, states } from '@/domain/procedure/states'
import { stepOf } from '@/domain/procedure/tracks/steps'
import { axisAverages, ratingId, satisfaction, wordsOfAll } from '@/domain/topic/ratings'
import { isStatutory, mayAssign } from '@/domain/notice/reach'
import { takesSupport } from '@/domain/topic/supports'
import { mayCollect, objectionWindow, talkOpen } from '@/domain/topic/openings'
import { isAuthor, takesMotions, type Topic } from '@/domain/topic/topic'
import { mayRead, mayReadField } from '@/domain/topic/visibility'
import type { JournalEntry } from '@/domain/ground/journal'
import type { Store } from '../../ports'
import { maySee } from './take-step'
import { all } from '../ground/all-rows'
import { factsFor } from './facts'
import { matterShown, meetingsShown, planShown, reviewShown, townReport, voteClosed } from './major-matter'
import { motionCard } from '../vote/motion-card'
import { nextStep } from './next-step'
import { confirmedBy, stepsFor } from './open-steps'
import { petitionLine } from './petition-line'
import { sessionCards } from '../session/session-card'
import { titleFor, topicCards, wordsKept } from './topic-card'
import { answer, code, decision, objectionsShown, photosOn, progress, record, resultShown, road, tellAll } from './topic-page'
import { visiblePhotos } from '../moderation/visible-photos'
import type { Handler } from '../ground/handler'
import { putAwayOf } from '../moderation/cases'
import { officersOf } from '../ground/officers'

export const viewTopic: Handler<'topic.view'> = async ({ id }, { store, org, actor, clock }) => {
  const topic = await store.get('topics', id)
  if (!topic || topic.orgId !== org.id || !maySee(topic, actor)) return refuse('no-such-topic')
  const now = clock.now()
  const family = [topic.id, ...topic.mergedIds]
  const [facts, journal] = await Promise.all([
    factsFor(store, clock, org, topic),
    all(store, 'journal', { match: { topicId: id }, order: { by: 'n' } }),
  ])
  // The journal tells what there is to look for: what was never done needs no look-up, and in WeChat's cloud each one counts.
  const was = (step: string) => journal.some(entry => entry.step === step)
  const [[card], motions, session, opinions, officers, others, parent, objections, ratings, comments, told] = await Promise.all([
    topicCards(store, [topic], actor, now, new Map([[id, facts.supports]])),
    was('put_motion') ? all(store, 'motions', { match: { topicId: id }, order: { by: 'opensAt' } }) : [],
    topic.sessionId ? store.get('sessions', topic.sessionId) : undefined,
    all(store, 'opinions', { match: { topicId: family }, order: { by: 'at' } }),
    officersOf(store, org.id),
    store.getMany('topics', [...topic.mergedIds, ...(topic.partedIds ?? [])]),
    topic.parentId ? store.get('topics', topic.parentId) : undefined,
    was('object') ? all(store, 'objections', { match: { topicId: id }, order: { by: 'at' } }) : [],
    states[topic.state].rated ? all(store, 'ratings', { match: { topicId: id } }) : [],
    store.count('comments', { topicId: id }),
    mayAssign(actor) ? all(store, 'notices', { match: { topicId: id }, order: { by: 'at' } }) : [],
  ])
  // A passer-by is told of offices, not of who holds them.
  const people =
    actor === null
      ? new Map<string, Person>()
      : await peopleNamed(
          store,
          [...officers],
          [...journal.map(entry => entry.byId), ...opinions.map(opinion => opinion.collectorId), topic.pending?.byId ?? null],
        )
  const merged = others.filter(other => topic.mergedIds.includes(other.id))
  const titles = new Map([...merged, ...(parent ? [parent] : [])].map(other => [other.id, titleFor(other, actor)]))
  const score = satisfaction(ratings)
  const mine = actor ? ratings.find(rating => rating.id === ratingId(id, actor.id)) : undefined
  if (!card) return refuse('no-such-topic')
  const pending = topic.pending
  const turnsKey = actor !== null && barredFromKey(topic, actor, now) === null
  const readsText = mayReadText(topic, journal, actor)
  const readsTalk = mayRead('materials', actor, 'redacted')
  const wordsHidden = readsText ? wordsKept(topic, actor) : null
  const done = resultShown(topic),
    steps = readsTalk ? progress(journal) : []
  const meetings = meetingsShown(topic, people, actor)
  const shown = photosOn(topic, journal).filter(({ label }) => (label !== '议题照片' || readsText) && (label !== '进展照片' || readsTalk))
  const photos = await visiblePhotos(
    store,
    [...shown.flatMap(({ ids }) => ids), ...meetings.flatMap(meeting => meeting.told.flatMap(one => one.photoIds))].slice(0, 1000),
    actor,
  )
  const shownIds = readsText ? topic.photoIds : []
  const own = actor !== null && isAuthor(topic, actor.id)
  const mayPoint = actor !== null && isOpenToAll(topic.state)
  const reportPhotos = shown
    .filter(({ on, ids }) => mayPoint && on === 'topic' && !(own && ids === topic.photoIds))
    .flatMap(({ label, ids }) => photos.of(ids).map((id, index) => ({ id, label: `${label} ${index + 1}` })))
  return grant({
    now,
    card,
    rev: topic.rev,
    limited: !readsText,
    words:
      readsText && wordsHidden === null
        ? { what: topic.what, where: topic.where, affected: topic.affected, suggestion: topic.suggestion }
        : { what: '', where: '', affected: '', suggestion: '' },
    wordsHidden,
    mayReport: mayPoint && ((readsText && !own && !topic.wordsHidden) || reportPhotos.length > 0),
    reportWords: mayPoint && readsText && !own && !topic.wordsHidden,
    reportPhotos,
    photoIds: photos.of(shownIds),
    photosWaiting: photos.waiting(shownIds),
    showName: topic.showName,
    coAuthors: topic.coAuthorIds.length,
    origin: topic.origin,
    voices: topic.voices,
    supportsNeeded: facts.supportsNeeded,
    maySupport: actor !== null && takesSupport(topic.state),
    parent: parent ? { id: parent.id, title: titleFor(parent, actor) } : null,
    merged: merged.map(child => ({ id: child.id, title: titleFor(child, actor) })),
    // To a passer-by an office is named, never a person.
    next: {
      ...nextStep(topic, facts, readsTalk ? people : new Map(), readsTalk ? officers : [], session?.startsAt ?? null),
      ...(readsTalk ? {} : { missing: [] }),
    },
    road: road(topic, journal),
    steps: actor ? stepsFor(topic, actor, facts, officers) : [],
    pending:
      pending && actor && isStaff(actor)
        ? {
            label: stepOf(pending.step).name,
            by: nameOf(people, pending.byId),
            confirmedBy: confirmedBy(stepOf(pending.step)) ?? '',
            at: pending.at,
            // Who turns the key reads what it turns on; the others as much as they may read of it anywhere.
            told: tellAll(pending.evidence, people, titles, name => turnsKey || mayReadField(name, actor, { closed: voteClosed(topic) })),
            mayConfirm: turnsKey,
          }
        : null,
    answer: answer(topic, people, titles, actor),
    session: session ? ((await sessionCards(store, [session], actor, [topic]))[0] ?? null) : null,
    motions: await Promise.all(motions.map(motion => motionCard(store, motion, actor))),
    decision: decision(topic, people, actor),
    matter: matterShown(topic, actor),
    plan: planShown(topic, journal, actor),
    meetings: meetings.map(meeting => ({ ...meeting, told: meeting.told.map(one => ({ ...one, photoIds: photos.of(one.photoIds) })) })),
    review: reviewShown(topic, journal, people, actor),
    townReport: townReport(journal, actor),
    progress: steps.map(step => ({ ...step, photoIds: photos.of(step.photoIds) })),
    resultShown: done && { ...done, photoIds: photos.of(done.photoIds) },
    opinions: opinions
      .filter(
        ({ visible = 'shown', collectorId }) =>
          readsTalk && (visible === 'shown' || (actor !== null && (actor.id === collectorId || isStaff(actor)))),
      )
      .map(({ collectorId, words, voices, at }) => ({ collector: nameOf(people, collectorId), words, voices, at })),
    opinionVoices: opinions.reduce((sum, { voices }) => sum + voices, 0),
    discussion: { round: topic.round, comments: readsTalk ? comments : 0, until: topic.commentsUntil, open: talkOpen(topic, now) },
    rating: states[topic.state].rated
      ? {
          open: states[topic.state].rated === 'gathering',
          mine: mine ? { stars: mine.stars, axes: { ...mine.axes }, words: mine.words } : null,
          raters: ratings.length,
          average: score?.average ?? null,
          satisfiedPercent: score?.satisfiedPercent ?? null,
          axes: axisAverages(ratings),
          words: readsTalk ? wordsOfAll(ratings) : [],
        }
      : null,
    // Who is not known here cannot object; the posting says where to ask.
    objection: actor ? objectionWindow(topic, now) : null,
    objections: objectionsShown(objections, actor),
    journal: record(topic, journal, people, [topic, ...others, ...(parent ? [parent] : [])], actor),
    boardCode: code(topic),
    fileLacks: passportOf(topic, journal, facts).missing.length,
    petition: await petitionLine(store, topic, actor, now),
    putAway: actor
      ? await putAwayOf(
          store,
          id,
          shown.flatMap(({ ids }) => ids),
          actor,
          now,
        )
      : [],
    ledgers: told
      .filter(notice => isStatutory(notice.code))
      .reverse()
      .map(({ id: noticeId, title, at }) => ({ noticeId, title, at })),
    may: {
      putMotion: actor !== null && has(actor, 'moderator') && (takesMotions(topic) || takesBox(topic)),
      collect: actor !== null && mayCollect(topic, actor),
      edit: actor !== null && topic.state === 'returned' && isAuthor(topic, actor.id),
    },
  })
}

/**
 * Words that were never taken in did not become the village's by being refused: who represents it, and who wrote them, read them
 * (procedures TR-05, TR-08).
 */
export function mayReadText(topic: Topic, journal: readonly JournalEntry[], viewer: Person | null): boolean {
  const own = viewer !== null && isAuthor(topic, viewer.id)
  if (!isOpenToAll(topic.state)) return mayRead('draft', viewer, 'redacted', { own })
  const turnedAside = topic.state === 'rejected' || topic.state === 'transferred' || topic.state === 'withdrawn'
  const takenIn = journal.some(entry => entry.taken && entry.to === 'accepted')
  return turnedAside && !takenIn ? mayRead('turnedAside', viewer, 'full', { own }) : mayRead('topicText', viewer, 'redacted', { own })
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
