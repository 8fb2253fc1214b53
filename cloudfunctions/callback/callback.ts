import type { Ports, Verdict } from '../ports'
import { hearVerdict } from '../village/moderation/picture-verdicts'
import { hearConsents, type Told } from './hear-consents'
import { hearSent } from './hear-sent'
import { numberOf, partOf, textOf } from './parts'

type Needed = Pick<Ports, 'store' | 'clock' | 'push'>

/**
 * What WeChat tells later. WeChat repeats an event until it is answered, so every event is answered, and one that means nothing to the
 * village changes nothing. `note` writes one line to the log, which names nobody.
 */
export async function callback(
  ports: Needed,
  orgId: string,
  event: unknown,
  note: (line: string) => void = () => undefined,
): Promise<'success'> {
  if (partOf(event, 'MsgType') !== 'event') return 'success'
  switch (partOf(event, 'Event')) {
    case 'wxa_media_check':
      await hearPicture(ports, orgId, event)
      break
    case 'subscribe_msg_popup_event':
      await hearSubscription(ports, orgId, event, 'popup', note)
      break
    case 'subscribe_msg_change_event':
      await hearSubscription(ports, orgId, event, 'change', note)
      break
    case 'subscribe_msg_sent_event':
      await hearSubscription(ports, orgId, event, 'sent', note)
      break
  }
  return 'success'
}

const suggestions: ReadonlyMap<unknown, Verdict> = new Map<unknown, Verdict>([
  ['pass', 'clean'],
  ['review', 'doubtful'],
  ['risky', 'risky'],
])

/** What WeChat found in a picture (version 2). */
async function hearPicture({ store, clock }: Needed, orgId: string, event: unknown): Promise<void> {
  const traceId = partOf(event, 'trace_id')
  if (typeof traceId !== 'string' || !/^[A-Za-z0-9_-]{1,120}$/.test(traceId)) return
  // Without a plain answer the picture goes on waiting for a person.
  const verdict = Number(partOf(event, 'errcode') ?? 0) === 0 ? suggestions.get(partOf(partOf(event, 'result'), 'suggest')) : undefined
  if (verdict) await store.commit(tx => hearVerdict(tx, { traceId, orgId, verdict }, clock.now()))
}

const wrappers = { popup: 'SubscribeMsgPopupEvent', change: 'SubscribeMsgChangeEvent', sent: 'SubscribeMsgSentEvent' } as const

/** An event about what a person lets WeChat bring, or about a message sent. It counts only for a person who has an account here. */
async function hearSubscription(
  ports: Needed,
  orgId: string,
  event: unknown,
  kind: keyof typeof wrappers,
  note: (line: string) => void,
): Promise<void> {
  const { store, push } = ports
  const openid = textOf(partOf(event, 'FromUserName')),
    seconds = numberOf(partOf(event, 'CreateTime'))
  if (!push || openid === null || seconds === null) return
  const account = await store.get('accounts', openid)
  if (!account || account.orgId !== orgId) return note(`callback: a ${kind} event about a phone that is nobody's here`)
  const told: Told = { orgId, personId: account.personId, saidAt: seconds * 1000 }
  // The list is a field of the event, or in some versions of WeChat's push a field of an object named after the event.
  const wrapped = partOf(event, wrappers[kind])
  const list = partOf(event, 'List') ?? partOf(wrapped, 'List') ?? wrapped
  await (kind === 'sent' ? hearSent(ports, push, told, list) : hearConsents(ports, push, kind, told, list))
}
