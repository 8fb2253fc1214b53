import { afterTap, consentId } from '@/domain/consents'
import { grant } from '@/domain/decision'
import { templateKeys, templates, type Template } from '@/domain/templates'
import type { Handler } from '../handler'

export const viewConsents: Handler<'consent.view'> = async (_, { push }) =>
  grant({ templates: templateKeys.flatMap(template => { const id = push?.templates[template]; return id === undefined ? [] : [{ template, id, lasting: (templates[template] as Template).term === 'long' }] }) })

export const recordConsent: Handler<'consent.record'> = async ({ tap, answers }, { store, org, actor, clock }) => {
  const at = clock.now()
  await store.commit(async tx => {
    for (const { template, answer } of answers) {
      const id = consentId(actor.id, template)
      await tx.put('consents', afterTap(await tx.get('consents', id), { id, orgId: org.id, personId: actor.id, template }, answer, tap, at))
    }
  })
  return grant({})
}
