import { afterPush, consentId, type Consent } from '@/domain/notice/consents'
import { dispatchId, retryAfter, type Delivery, type Dispatch } from '@/domain/notice/dispatches'
import { messageId, type Message, type Notice } from '@/domain/notice/notices'
import { fill, importanceOf, maySpend, templateFor, type TemplateKey } from '@/domain/notice/templates'
import { KeyTaken, type Ports, type Push, type PushOutcome, type Store } from '../../ports'
import { all } from '../ground/all-rows'
import { titleFor } from '../topic/topic-card'

const atOnce = 100
const abreast = 10
/** What is older is no news on a locked phone: it stays to be read in the app. */
const fresh = 3 * 86_400_000

/**
 * Brings delivered notices to phones by WeChat, what matters most first. Each hundred people are claimed under a key before anybody is sent
 * to: of two sweeps only one sends, and one that was killed in between costs a message, never two.
 */
export async function pushMessages({ store, clock, push }: Ports, goOn: () => boolean): Promise<number> {
  if (!push) return 0
  const now = clock.now()
  let sent = await pushAgain(store, push, now, goOn)
  const due = await all(store, 'notices', { match: { delivery: 'delivered' }, order: { by: 'at' }, from: now - fresh })
  for (const notice of [...due].sort((a, b) => importanceOf(b.code) - importanceOf(a.code) || a.at - b.at)) {
    if (!goOn()) break
    sent += await pushNotice(store, push, notice, now, goOn)
  }
  return sent
}

interface Errand {
  readonly store: Store
  readonly push: Push
  readonly notice: Notice
  readonly template: TemplateKey
  readonly now: number
}

async function pushNotice(store: Store, push: Push, notice: Notice, now: number, goOn: () => boolean): Promise<number> {
  const template = templateFor(notice.code)
  if (template === null || push.templates[template] === undefined) return done(store, notice)
  const errand: Errand = { store, push, notice, template, now }
  let sent = 0
  while (goOn()) {
    const [last] = (await store.list('dispatches', { match: { noticeId: notice.id }, order: { by: 'n', descending: true }, limit: 1 })).rows
    if (last?.next === null) return sent + (await done(store, notice))
    const { rows, next } = await store.list('messages', {
      match: { noticeId: notice.id },
      limit: atOnce,
      ...(last ? { after: last.next } : {}),
    })
    const n = last ? last.n + 1 : 0
    const { outcomes, openids } = await standing(errand, rows)
    const dispatch: Dispatch = {
      id: dispatchId(notice.id, n),
      orgId: notice.orgId,
      noticeId: notice.id,
      n,
      at: now,
      outcomes,
      next,
      tries: 1,
      retryAt: null,
    }
    if (!(await isClaimed(store, dispatch))) return sent
    sent += await send(errand, dispatch, openids)
  }
  return sent
}

/** False where another sweep holds this hundred already. */
async function isClaimed(store: Store, dispatch: Dispatch): Promise<boolean> {
  try {
    await store.commit(tx => tx.insert('dispatches', dispatch))
    return true
  } catch (fault) {
    if (fault instanceof KeyTaken) return false
    throw fault
  }
}

async function done(store: Store, { id }: Notice): Promise<number> {
  await store.commit(async tx => {
    const notice = await tx.get('notices', id)
    if (notice?.delivery === 'delivered') await tx.put('notices', { ...notice, delivery: 'pushed' })
  })
  return 0
}

/** Who of these can be sent to, and why the others cannot. */
async function standing(
  { store, notice, template }: Errand,
  messages: readonly Message[],
): Promise<{ readonly outcomes: Record<string, Delivery>; readonly openids: ReadonlyMap<string, string> }> {
  const people = messages.map(message => message.personId)
  const [consents, accounts] = await Promise.all([
    store.getMany(
      'consents',
      people.map(id => consentId(id, template)),
    ),
    people.length > 0 ? all(store, 'accounts', { match: { personId: people } }) : [],
  ])
  const openids = new Map([...accounts].reverse().map(account => [account.personId, account.id]))
  const consentOf = new Map(consents.map(consent => [consent.personId, consent]))
  const of = ({ personId, readAt }: Message): Delivery => {
    if (readAt !== null) return 'read'
    if (!openids.has(personId)) return 'no-phone'
    const consent = consentOf.get(personId)
    if (!consent || !(consent.longTerm || consent.left > 0)) return consent?.learned === 'banned' ? 'banned' : 'no-consent'
    return consent.longTerm || maySpend(notice.code, consent.left) ? 'claimed' : 'saved'
  }
  return { outcomes: Object.fromEntries(messages.map(message => [message.personId, of(message)])), openids }
}

const deliveries: Record<PushOutcome, Delivery> = {
  sent: 'sent',
  unsure: 'unsure',
  'no-quota': 'no-quota',
  banned: 'banned',
  busy: 'busy',
  retry: 'retry',
  'bad-message': 'failed',
  'unknown-template': 'failed',
}

/** Sends to those claimed, and writes down what came of it. */
async function send(
  { store, push, notice, template, now }: Errand,
  dispatch: Dispatch,
  openids: ReadonlyMap<string, string>,
): Promise<number> {
  const claimed = Object.keys(dispatch.outcomes).filter(id => dispatch.outcomes[id] === 'claimed')
  if (claimed.length === 0) return 0
  const values = await valuesOf(store, notice, template)
  const page = notice.motionId ? `pages/vote/index?id=${notice.motionId}` : `pages/topic/index?id=${notice.topicId}`
  const came = new Map<string, Delivery>()
  for (let i = 0; i < claimed.length; i += abreast)
    await Promise.all(
      claimed.slice(i, i + abreast).map(async personId => {
        const outcome = await push.send({ openid: openids.get(personId) ?? '', template, values, page }).catch((): PushOutcome => 'unsure')
        came.set(personId, deliveries[outcome])
      }),
    )
  const again = [...came.values()].some(isBusy)
  const known = await store.commit(async tx => {
    const current = await tx.get('dispatches', dispatch.id)
    // What WeChat has said of a message by itself in the meantime, it knows better.
    const outcomes = new Map(
      [...came].map(([personId, delivery]) => [personId, laterWord(current?.outcomes[personId]) ?? delivery] as const),
    )
    if (current)
      await tx.put('dispatches', {
        ...current,
        outcomes: { ...current.outcomes, ...Object.fromEntries(outcomes) },
        retryAt: again ? retryAfter(current.tries, now) : null,
      })
    return outcomes
  })
  await spend(store, template, dispatch.id, known)
  return [...known.values()].filter(delivery => delivery === 'sent').length
}

const laterWord = (delivery: Delivery | undefined): Delivery | null => (delivery === undefined || delivery === 'claimed' ? null : delivery)

const isBusy = (delivery: Delivery | undefined): boolean => delivery === 'busy' || delivery === 'retry'

/** An accept is used by what went out; what WeChat refused teaches us that there was none; where it was silent, its later word decides. */
async function spend(store: Store, template: TemplateKey, dispatchId: string, came: ReadonlyMap<string, Delivery>): Promise<void> {
  const spent = [...came].flatMap(([personId, delivery]) =>
    delivery === 'sent' || delivery === 'unsure' || delivery === 'no-quota' || delivery === 'banned'
      ? [{ id: consentId(personId, template), delivery }]
      : [],
  )
  for (let i = 0; i < spent.length; i += 25)
    await store.commit(async tx => {
      for (const { id, delivery } of spent.slice(i, i + 25)) {
        const consent: Consent | undefined = await tx.get('consents', id)
        if (consent) await tx.put('consents', delivery === 'unsure' ? { ...consent, inDoubt: dispatchId } : afterPush(consent, delivery))
      }
    })
}

async function valuesOf(store: Store, notice: Notice, template: TemplateKey): Promise<Record<string, string>> {
  const [topic, session, motion] = await Promise.all([
    store.get('topics', notice.topicId),
    notice.sessionId ? store.get('sessions', notice.sessionId) : null,
    notice.motionId ? store.get('motions', notice.motionId) : null,
  ])
  return fill(template, { notice, topic: { title: topic ? titleFor(topic, null) : '' }, session: session ?? null, motion: motion ?? null })
}

/** Those WeChat had no time for: certainly not sent, so they are claimed once more. */
async function pushAgain(store: Store, push: Push, now: number, goOn: () => boolean): Promise<number> {
  let sent = 0
  for (const { id, noticeId } of await all(store, 'dispatches', { order: { by: 'retryAt' }, from: 1, until: now })) {
    if (!goOn()) break
    const notice = await store.get('notices', noticeId)
    const template = notice ? templateFor(notice.code) : null
    if (!notice || template === null) continue
    const errand: Errand = { store, push, notice, template, now }
    const before = await store.get('dispatches', id)
    const waiting = Object.keys(before?.outcomes ?? {}).filter(personId => isBusy(before?.outcomes[personId]))
    const { outcomes, openids } = await standing(
      errand,
      await store.getMany(
        'messages',
        waiting.map(personId => messageId(noticeId, personId)),
      ),
    )
    const claimed = await store.commit(async tx => {
      const dispatch = await tx.get('dispatches', id)
      if (!dispatch || dispatch.retryAt === null || dispatch.retryAt > now) return null
      const next: Dispatch = { ...dispatch, outcomes: { ...dispatch.outcomes, ...outcomes }, tries: dispatch.tries + 1, retryAt: null }
      await tx.put('dispatches', next)
      return { ...next, outcomes }
    })
    if (claimed) sent += await send(errand, claimed, openids)
  }
  return sent
}
