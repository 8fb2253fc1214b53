import { caseId, isOfPerson, lookWithin, whyHidden, type Case, type CaseEntry, type Doubt } from '@/domain/moderation/cases'
import { sha256Hex } from '@/domain/ground/journal'
import { messageId } from '@/domain/notice/notices'
import { closedName } from '@/domain/resident/people'
import type { Tx, Verdict } from '../../ports'

export type Doubted = Pick<Case, 'orgId' | 'kind' | 'thingId' | 'topicId' | 'authorId' | 'text'>

/**
 * A nickname as the thing of a case: the same words of the same person are the same thing, other words another one. Who judges it does not
 * read from it whose it is.
 */
export const nicknameId = (personId: string, nickname: string): string => sha256Hex(`nickname:${personId}:${nickname}`).slice(0, 32)

const isDoubt = (verdict: Verdict): verdict is Doubt => verdict !== 'clean'

/** A thing's case as it begins; the one that stands already keeps the number of its log. */
export const newCase = (
  earlier: Case | undefined,
  thing: Doubted,
  doubt: Doubt | null,
  now: number,
  state: Case['state'] = 'open',
): Case => ({
  ...thing,
  id: caseId(thing.kind, thing.thingId),
  doubt,
  at: now,
  dueAt: now + lookWithin,
  state,
  reason: null,
  words: '',
  judgedById: null,
  judgedAt: null,
  appeal: null,
  rev: earlier?.rev ?? 0,
})

/** Writes a case and what was done to it, in the commit under way. */
export async function putCase(tx: Tx, one: Case, deed: Pick<CaseEntry, 'at' | 'did' | 'byId' | 'reason' | 'words'>): Promise<void> {
  const rev = one.rev + 1
  await tx.put('cases', { ...one, rev })
  await tx.insert('caseLog', { id: `${one.id}:${rev}`, orgId: one.orgId, caseId: one.id, topicId: one.topicId, ...deed })
}

/** Opens a case where the machine was not sure; what it found clean has none. */
export async function openIfDoubted(tx: Tx, verdict: Verdict, thing: Doubted, now: number, state?: Case['state']): Promise<void> {
  if (!isDoubt(verdict)) return
  const earlier = await tx.get('cases', caseId(thing.kind, thing.thingId))
  await putCase(tx, newCase(earlier, thing, verdict, now, state), { at: now, did: 'opened', byId: null, reason: null, words: '' })
}

/** The words that were doubted are gone: nobody need look at them any more. */
export async function withdrawDoubt(tx: Tx, id: string): Promise<void> {
  const one = await tx.get('cases', id)
  if (one?.state === 'screening' || one?.state === 'open') await tx.put('cases', { ...one, state: 'shown' })
}

/** The thing itself is gone: nobody need look at it, and no appeal about it waits. What was done to it stays in the log. */
export async function nothingToJudge(tx: Tx, id: string): Promise<void> {
  await withdrawDoubt(tx, id)
  const one = await tx.get('cases', id)
  if (one?.state === 'appealed') await tx.put('cases', { ...one, state: 'hidden' })
}

/**
 * Lets others see the thing, or not. An officer's act stands in the journal and an objection is read by its handlers alone: of those the
 * author is told.
 */
export async function showThing(tx: Tx, one: Case): Promise<void> {
  const visible = one.state === 'shown' ? 'shown' : 'hidden'
  if (one.kind === 'comment') {
    const comment = await tx.get('comments', one.thingId)
    if (comment)
      await tx.put('comments', {
        ...comment,
        visible,
        hiddenWhy: one.reason && visible === 'hidden' ? whyHidden(one.reason, one.words) : null,
      })
  }
  if (one.kind === 'topic') {
    const topic = await tx.get('topics', one.thingId)
    if (topic)
      await tx.put('topics', { ...topic, wordsHidden: one.reason && visible === 'hidden' ? whyHidden(one.reason, one.words) : null })
  }
  if (one.kind === 'photo') {
    const photo = await tx.get('photos', one.thingId)
    if (photo) await tx.put('photos', { ...photo, check: visible === 'shown' ? 'by-person' : 'risky' })
  }
  if (one.kind === 'avatar') {
    const photo = await tx.get('photos', one.thingId)
    if (photo?.use === 'avatar') await tx.put('photos', { ...photo, check: visible === 'shown' ? 'by-person' : 'risky' })
  }
  if (one.kind === 'nickname') await showNickname(tx, one, visible)
  if (one.kind === 'rating') {
    const rating = await tx.get('ratings', one.thingId)
    if (rating) await tx.put('ratings', { ...rating, wordsVisible: visible })
  }
  if (one.kind === 'opinion') {
    const opinion = await tx.get('opinions', one.thingId)
    if (opinion) await tx.put('opinions', { ...opinion, visible })
  }
}

/** Put away, the words are kept in the case alone; put back, they stand again unless the person has taken others meanwhile. */
async function showNickname(tx: Tx, { authorId, text }: Case, visible: 'shown' | 'hidden'): Promise<void> {
  const person = await tx.get('people', authorId)
  if (!person || person.name === closedName) return
  const { nickname, ...others } = person
  if (visible === 'hidden' && nickname === text) await tx.put('people', others)
  if (visible === 'shown' && nickname === undefined) await tx.put('people', { ...person, nickname: text })
}

/**
 * The author hears what became of it, and how to go on; of a picture that stands on no topic yet the form tells. Read in the app; nothing
 * of it is pushed to a locked screen.
 */
export async function tellAuthor(tx: Tx, one: Case, title: string, body: string, now: number): Promise<void> {
  if (one.topicId === '' && !isOfPerson(one)) return
  const noticeId = `case:${one.id}:${one.rev}`
  await tx.put('messages', {
    id: messageId(noticeId, one.authorId),
    orgId: one.orgId,
    personId: one.authorId,
    noticeId,
    topicId: one.topicId,
    title,
    body,
    at: now,
    readAt: null,
  })
}
