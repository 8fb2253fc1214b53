import { answerSays, correctionLength, correctionsWaiting, type Correction } from '@/domain/resident/corrections'
import { grant, refuse } from '@/domain/ground/decision'
import { checkText } from '@/domain/ground/text'
import { messageId } from '@/domain/notice/notices'
import { KeyTaken, type Tx } from '../../ports'
import type { Handler } from '../ground/handler'
import { sentBefore } from '../ground/own'

const pageSize = 20

export const correct: Handler<'data.correct'> = async ({ key, field, words }, { store, org, actor, clock, contentCheck, openid }) => {
  const earlier = await sentBefore(store, 'corrections', key)
  if (earlier) return earlier.personId === actor.id ? grant({}) : refuse('no-such-correction')
  const said = checkText(words, correctionLength)
  if (!said.ok) return said
  if ((await store.count('corrections', { personId: actor.id, answeredAt: null })) >= correctionsWaiting)
    return refuse('too-many-corrections')
  // The moderator and the recorder read it and nobody else: what the machine is not sure of, or could not look at, they may still read.
  if ((await contentCheck.judge(said.value, openid)) === 'risky') return refuse('content-risky')
  const row: Correction = {
    id: key,
    orgId: org.id,
    personId: actor.id,
    field,
    words: said.value,
    at: clock.now(),
    answeredAt: null,
    outcome: null,
    answer: '',
    answeredById: null,
  }
  try {
    await store.commit(tx => tx.insert('corrections', row))
    return grant({})
  } catch (fault) {
    if (!(fault instanceof KeyTaken)) throw fault
    return (await sentBefore(store, 'corrections', key))?.personId === actor.id ? grant({}) : refuse('no-such-correction')
  }
}

export const listCorrections: Handler<'correction.list'> = async ({ after }, { store, org, actor, clock }) => {
  const { rows, next } = await store.list('corrections', {
    match: { orgId: org.id, answeredAt: null },
    order: { by: 'at' },
    limit: pageSize,
    after,
  })
  const people = new Map((await store.getMany('people', [...new Set(rows.map(row => row.personId))])).map(person => [person.id, person]))
  const waiting = rows.map(({ id, personId, field, words, at }) => ({
    id,
    name: people.get(personId)?.name ?? '',
    group: people.get(personId)?.group ?? 0,
    field,
    words,
    at,
  }))
  return grant({ waiting, next, now: clock.now() })
}

export const answerCorrection: Handler<'correction.answer'> = async ({ id, outcome, words }, { store, own, actor, clock }) => {
  const said = checkText(words, correctionLength)
  if (!said.ok) return said
  return store.commit(async tx => {
    const asked = await own('corrections', id, tx)
    if (!asked) return refuse('no-such-correction')
    if (asked.personId === actor.id) return refuse('own-case')
    const again = asked.answeredById === actor.id && asked.outcome === outcome && asked.answer === said.value
    if (asked.answeredAt !== null) return again ? grant({}) : refuse('correction-answered')
    const at = clock.now()
    await tx.put('corrections', { ...asked, answeredAt: at, outcome, answer: said.value, answeredById: actor.id })
    await tellPerson(tx, asked, { title: '您说的更正，有答复了', body: answerSays(asked.field, outcome, said.value) }, at)
    return grant({})
  })
}

/** Read in the app by the one it is about; about no topic, and never pushed to a locked screen. */
async function tellPerson(
  tx: Tx,
  { id, orgId, personId }: Correction,
  { title, body }: { readonly title: string; readonly body: string },
  at: number,
): Promise<void> {
  const noticeId = `correction:${id}`
  await tx.put('messages', { id: messageId(noticeId, personId), orgId, personId, noticeId, topicId: '', title, body, at, readAt: null })
}
