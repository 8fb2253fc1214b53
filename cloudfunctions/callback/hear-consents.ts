import { afterSwitchOff, afterWord, consentId, type Consent } from '@/domain/notice/consents'
import { templateKeys, type TemplateKey } from '@/domain/notice/templates'
import type { Ports, Push, Tx } from '../ports'
import { listOf, partOf, textOf } from './parts'

/** Whose phone it is, and when it was, as WeChat's event says. */
export interface Told {
  readonly orgId: string
  readonly personId: string
  readonly saidAt: number
}

export const templateOf = (push: Push, id: string | null): TemplateKey | undefined =>
  id === null ? undefined : templateKeys.find(key => push.templates[key]?.id === id)

/**
 * What a person answered when WeChat asked (`popup`), or switched in WeChat's settings (`change`). The phone tells of its taps too, so each
 * accept is counted once, whoever tells first and however often.
 */
export async function hearConsents(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  push: Push,
  kind: 'popup' | 'change',
  { orgId, personId, saidAt }: Told,
  list: unknown,
): Promise<void> {
  const said = listOf(list).flatMap(one => {
    const template = templateOf(push, textOf(partOf(one, 'TemplateId')))
    const answer = partOf(one, 'SubscribeStatusString')
    return template && (answer === 'accept' || answer === 'reject') ? [{ template, answer } as const] : []
  })
  if (said.length === 0) return
  const now = clock.now()
  const after = (before: Consent | undefined, { template, answer }: (typeof said)[number]): Consent | undefined => {
    const whose = { id: consentId(personId, template), orgId, personId, template }
    const lasting = push.templates[template]?.lasting ?? false
    if (kind === 'change' && answer === 'reject') return afterSwitchOff(before, whose, saidAt)
    // Switching a one-time template on again in WeChat's settings permits no message more; only a lasting one counts as accepted by it.
    return kind === 'change' && !lasting ? before : afterWord(before, whose, answer, { saidAt, now, lasting })
  }
  await store.commit(async tx => {
    for (const one of said) await write(tx, consentId(personId, one.template), before => after(before, one))
  })
}

async function write(tx: Tx, id: string, change: (before: Consent | undefined) => Consent | undefined): Promise<void> {
  const before = await tx.get('consents', id)
  const next = change(before)
  if (next && next !== before) await tx.put('consents', next)
}
