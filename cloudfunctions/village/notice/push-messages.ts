import { dispatchId, keptWay, retryAfter, wayOf, type Delivery, type Dispatch } from '@/domain/notice/dispatches'
import { messageId, type Notice } from '@/domain/notice/notices'
import { importanceOf } from '@/domain/notice/templates'
import type { SendingWay } from '@/domain/notice/ways'
import { KeyTaken, type Errand, type Ports, type Sender, type Standing, type Store } from '../../ports'
import { allRows } from '../ground/all-rows'
import { senders } from './senders'

const atOnce = 100
const abreast = 10
/** What is older is no news on a locked phone: it stays to be read in the app. */
const fresh = 3 * 86_400_000

/**
 * Brings delivered notices to people by every way there is, what matters most first. Each hundred people are claimed under a key before
 * anybody is sent to: of two sweeps only one sends, and one that was killed in between costs a message, never two.
 */
export async function pushMessages(ports: Ports, goOn: () => boolean, by = senders): Promise<number> {
  const { store, clock } = ports
  const now = clock.now()
  const open = new Map<SendingWay, Sender>()
  for (const way of Object.keys(by) as SendingWay[]) {
    const sender = by[way](ports)
    if (sender) open.set(way, sender)
  }
  if (open.size === 0) return 0
  let sent = await pushAgain(store, open, now, goOn)
  const due = await allRows(store, 'notices', { match: { delivery: 'delivered' }, order: { by: 'at' }, from: now - fresh })
  for (const notice of [...due].sort((a, b) => importanceOf(b.code) - importanceOf(a.code) || a.at - b.at)) {
    if (!goOn()) break
    let whole = true
    for (const [way, sender] of open) {
      const errand = sender.errandOf(notice)
      if (!errand) continue
      const pushed = await pushNotice({ store, way, notice, errand, now }, goOn)
      sent += pushed.sent
      whole &&= pushed.whole
    }
    if (whole) await done(store, notice)
  }
  return sent
}

interface Going {
  readonly store: Store
  readonly way: SendingWay
  readonly notice: Notice
  readonly errand: Errand
  readonly now: number
}

/** How many went out, and whether this way is done with the notice. */
interface Pushed {
  readonly sent: number
  readonly whole: boolean
}

async function pushNotice(going: Going, goOn: () => boolean): Promise<Pushed> {
  const { store, way, notice, errand, now } = going
  const match = { noticeId: notice.id, way: keptWay(way) }
  let sent = 0
  while (goOn()) {
    const [last] = (await store.list('dispatches', { match, order: { by: 'n', descending: true }, limit: 1 })).rows
    if (last?.next === null) return { sent, whole: true }
    const { rows, next } = await store.list('messages', {
      match: { noticeId: notice.id },
      limit: atOnce,
      ...(last ? { after: last.next } : {}),
    })
    const n = last ? last.n + 1 : 0
    const standing = await errand.standing(rows)
    const dispatch: Dispatch = {
      id: dispatchId(notice.id, way, n),
      orgId: notice.orgId,
      noticeId: notice.id,
      ...(keptWay(way) === null ? {} : { way }),
      n,
      at: now,
      outcomes: standing.outcomes,
      next,
      tries: 1,
      retryAt: null,
    }
    if (!(await isClaimed(store, dispatch))) return { sent, whole: false }
    sent += await send(going, dispatch, standing)
  }
  return { sent, whole: false }
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

async function done(store: Store, { id }: Notice): Promise<void> {
  await store.commit(async tx => {
    const notice = await tx.get('notices', id)
    if (notice?.delivery === 'delivered') await tx.put('notices', { ...notice, delivery: 'pushed' })
  })
}

/** Sends to those claimed, and writes down what came of it. */
async function send({ store, errand, now }: Going, dispatch: Dispatch, { outcomes, addresses }: Standing): Promise<number> {
  const claimed = Object.keys(outcomes).filter(id => outcomes[id] === 'claimed')
  if (claimed.length === 0) return 0
  const sendTo = await errand.ready()
  const came = new Map<string, Delivery>()
  for (let i = 0; i < claimed.length; i += abreast)
    await Promise.all(
      claimed.slice(i, i + abreast).map(async personId => {
        came.set(personId, await sendTo(addresses.get(personId) ?? '').catch((): Delivery => 'unsure'))
      }),
    )
  const again = [...came.values()].some(isBusy)
  const known = await store.commit(async tx => {
    const current = await tx.get('dispatches', dispatch.id)
    // What was heard of a message by itself in the meantime, WeChat's later word say, is the better word.
    const heard = new Map([...came].map(([personId, delivery]) => [personId, laterWord(current?.outcomes[personId]) ?? delivery] as const))
    if (current)
      await tx.put('dispatches', {
        ...current,
        outcomes: { ...current.outcomes, ...Object.fromEntries(heard) },
        retryAt: again ? retryAfter(current.tries, now) : null,
      })
    return heard
  })
  await errand.spend(dispatch.id, known)
  return [...known.values()].filter(delivery => delivery === 'sent').length
}

const laterWord = (delivery: Delivery | undefined): Delivery | null => (delivery === undefined || delivery === 'claimed' ? null : delivery)

const isBusy = (delivery: Delivery | undefined): boolean => delivery === 'busy' || delivery === 'retry'

/**
 * Claimed people whom the sweep had no time to send to. Nothing went out to them, so they may be claimed once more without anybody getting
 * it twice.
 */
async function pushAgain(store: Store, open: ReadonlyMap<SendingWay, Sender>, now: number, goOn: () => boolean): Promise<number> {
  let sent = 0
  for (const row of await allRows(store, 'dispatches', { order: { by: 'retryAt' }, from: 1, until: now })) {
    if (!goOn()) break
    const { id, noticeId } = row,
      way = wayOf(row)
    const notice = await store.get('notices', noticeId)
    const sender = open.get(way)
    if (!sender || !notice) continue
    const errand = sender.errandOf(notice)
    const before = await store.get('dispatches', id)
    const waiting = Object.keys(before?.outcomes ?? {}).filter(personId => isBusy(before?.outcomes[personId]))
    const messages = await store.getMany(
      'messages',
      waiting.map(personId => messageId(noticeId, personId)),
    )
    const standing = errand
      ? await errand.standing(messages)
      : { outcomes: Object.fromEntries(waiting.map(personId => [personId, 'failed'] as const)), addresses: new Map<string, string>() }
    const claimed = await store.commit(async tx => {
      const dispatch = await tx.get('dispatches', id)
      if (!dispatch || dispatch.retryAt === null || dispatch.retryAt > now) return null
      const outcomes = { ...dispatch.outcomes, ...standing.outcomes }
      const next: Dispatch = { ...dispatch, outcomes, tries: dispatch.tries + 1, retryAt: null }
      await tx.put('dispatches', next)
      return next
    })
    if (claimed && errand) sent += await send({ store, way, notice, errand, now }, claimed, standing)
  }
  return sent
}
