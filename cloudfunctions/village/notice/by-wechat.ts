import { afterPush, consentId } from '@/domain/notice/consents'
import type { Delivery } from '@/domain/notice/dispatches'
import type { Message, Notice } from '@/domain/notice/notices'
import { fill, maySpend, templateFor, type TemplateKey } from '@/domain/notice/templates'
import type { Ports, PushOutcome, Sender, Standing, Store } from '../../ports'
import { allRows } from '../ground/all-rows'
import { titleFor } from '../topic/topic-card'

/** By WeChat's subscription messages: to who has a WeChat, on a template the village drew, for an accept of hers. */
export function byWeChat({ store, push }: Pick<Ports, 'store' | 'push'>): Sender | null {
  if (!push) return null
  return {
    errandOf(notice) {
      const template = templateFor(notice.code)
      if (template === null || push.templates[template] === undefined) return null
      return {
        standing: messages => standing(store, notice, template, messages),
        async ready() {
          const values = await valuesOf(store, notice, template)
          const page = notice.motionId ? `pages/vote/index?id=${notice.motionId}` : `pages/topic/index?id=${notice.topicId}`
          return async openid => deliveries[await push.send({ openid, template, values, page })]
        },
        spend: (dispatchId, came) => spend(store, template, dispatchId, came),
      }
    },
  }
}

async function standing(store: Store, notice: Notice, template: TemplateKey, messages: readonly Message[]): Promise<Standing> {
  const people = messages.map(message => message.personId)
  const [consents, accounts] = await Promise.all([
    store.getMany(
      'consents',
      people.map(id => consentId(id, template)),
    ),
    people.length > 0 ? allRows(store, 'accounts', { match: { personId: people } }) : [],
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
  return { outcomes: Object.fromEntries(messages.map(message => [message.personId, of(message)])), addresses: openids }
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
        const consent = await tx.get('consents', id)
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
