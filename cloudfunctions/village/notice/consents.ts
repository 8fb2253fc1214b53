import { afterTap, consentId } from '@/domain/notice/consents'
import { grant } from '@/domain/ground/decision'
import { templateKeys } from '@/domain/notice/templates'
import type { Handler } from '../ground/handler'

export const viewConsents: Handler<'consent.view'> = async (_, { push }) =>
  grant({
    templates: templateKeys.flatMap(template => {
      const own = push?.templates[template]
      return own ? [{ template, id: own.id, lasting: own.lasting }] : []
    }),
  })

export const recordConsent: Handler<'consent.record'> = async ({ tap, answers }, { store, org, actor, clock, push }) => {
  const at = clock.now()
  await store.commit(async tx => {
    for (const { template, answer } of answers) {
      const id = consentId(actor.id, template)
      await tx.put(
        'consents',
        afterTap(
          await tx.get('consents', id),
          { id, orgId: org.id, personId: actor.id, template },
          answer,
          tap,
          at,
          push?.templates[template]?.lasting ?? false,
        ),
      )
    }
  })
  return grant({})
}
