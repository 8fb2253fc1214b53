import { afterLateRefusal, afterPush, consentId, refusedFor } from '@/domain/notice/consents'
import { keptWay, type Delivery, type Dispatch } from '@/domain/notice/dispatches'
import { templateFor, type TemplateKey } from '@/domain/notice/templates'
import type { Ports, Push, Store } from '../ports'
import { templateOf, type Told } from './hear-consents'
import { listOf, numberOf, partOf, textOf } from './parts'

const day = 86_400_000
/** How far WeChat's clock may be behind ours: a sweep marks a message as claimed before sending it, so the report may seem older. */
const clocksDiffer = 60_000
const looked = 20

/**
 * What became of a message after WeChat had taken it. A refusal is learned as if it had been the answer; a success settles what was in
 * doubt.
 */
export async function hearSent({ store }: Pick<Ports, 'store'>, push: Push, told: Told, list: unknown): Promise<void> {
  for (const one of listOf(list)) {
    const template = templateOf(push, textOf(partOf(one, 'TemplateId')))
    const code = numberOf(partOf(one, 'ErrorCode'))
    if (template === undefined || code === null) continue
    if (code === 0) await confirm(store, consentId(told.personId, template), told)
    else await learn(store, template, told, refusedFor[code] ?? 'failed')
  }
}

/** Settles a message that was in doubt. Most successes are known already: then it is one look, and nothing is written. */
async function confirm(store: Store, id: string, { personId, saidAt }: Told): Promise<void> {
  if (!(await store.get('consents', id))?.inDoubt) return
  await store.commit(async tx => {
    const consent = await tx.get('consents', id)
    const dispatch = consent?.inDoubt ? await tx.get('dispatches', consent.inDoubt) : undefined
    if (!consent || dispatch?.outcomes[personId] !== 'unsure' || saidAt < dispatch.at - clocksDiffer) return
    await tx.put('dispatches', { ...dispatch, outcomes: { ...dispatch.outcomes, [personId]: 'sent' } })
    await tx.put('consents', afterPush(consent, 'sent'))
  })
}

const mayHaveGone = (delivery: Delivery | undefined): boolean => delivery === 'claimed' || delivery === 'sent' || delivery === 'unsure'

async function learn(store: Store, template: TemplateKey, told: Told, outcome: 'failed' | 'no-quota' | 'banned'): Promise<void> {
  const { personId } = told
  const last = await lastSent(store, template, told)
  if (!last) return
  await store.commit(async tx => {
    const dispatch = await tx.get('dispatches', last.id)
    // Asked again inside the commit: where the same report was heard meanwhile, nothing is left to change.
    if (!dispatch || !mayHaveGone(dispatch.outcomes[personId])) return
    await tx.put('dispatches', { ...dispatch, outcomes: { ...dispatch.outcomes, [personId]: outcome } })
    const consent = await tx.get('consents', consentId(personId, template))
    if (consent && outcome !== 'failed') await tx.put('consents', afterLateRefusal(consent, outcome, told.saidAt))
  })
}

/**
 * The newest message on this template that went out to the person before WeChat spoke. Its answer to a sending names no message, so the
 * person, the template and the time must do.
 */
async function lastSent(store: Store, template: TemplateKey, { personId, saidAt }: Told): Promise<Dispatch | undefined> {
  const { rows } = await store.list('messages', {
    match: { personId },
    order: { by: 'at', descending: true },
    from: saidAt - 4 * day,
    until: saidAt + clocksDiffer,
    limit: looked,
  })
  const notices = (
    await store.getMany(
      'notices',
      rows.map(message => message.noticeId),
    )
  ).filter(notice => templateFor(notice.code) === template)
  const dispatches = (await Promise.all(notices.map(notice => holding(store, notice.id, personId)))).filter(one => one !== undefined)
  return dispatches.filter(one => one.at <= saidAt + clocksDiffer).sort((a, b) => b.at - a.at)[0]
}

/** Whether WeChat can have spoken of this message. One whose failure was heard counts, or its repeated report would hit the one before. */
const known = (delivery: Delivery | undefined): boolean =>
  mayHaveGone(delivery) || delivery === 'no-quota' || delivery === 'banned' || delivery === 'failed'

async function holding(store: Store, noticeId: string, personId: string): Promise<Dispatch | undefined> {
  const { rows } = await store.list('dispatches', { match: { noticeId, way: keptWay('wechat') }, order: { by: 'n' }, limit: 200 })
  return rows.find(({ outcomes }) => known(outcomes[personId]))
}
