import { caseId } from '@/domain/moderation/cases'
import { askAPerson } from './picture-verdicts'
import { allRows } from '../ground/all-rows'
import type { Ports } from '../../ports'

/** WeChat answers within half an hour, or never. */
export const verdictWithin = 60 * 60_000

/** An avatar whose verdict has not come in time is for a person to look at: a check that was not made is never passed. */
export async function lookAtAvatars({ store, clock }: Ports, goOn: () => boolean): Promise<void> {
  const now = clock.now()
  const waiting = await allRows(store, 'photos', {
    match: { use: 'avatar', check: 'waiting' },
    order: { by: 'at' },
    until: now - verdictWithin,
  })
  const asked = new Set(
    (
      await store.getMany(
        'cases',
        waiting.slice(0, 500).map(({ id }) => caseId('avatar', id)),
      )
    ).map(({ thingId }) => thingId),
  )
  for (const { id } of waiting.slice(0, 500).filter(photo => !asked.has(photo.id))) {
    if (!goOn()) return
    await store.commit(async tx => {
      const photo = await tx.get('photos', id)
      if (photo?.use === 'avatar' && photo.check === 'waiting' && !(await tx.get('cases', caseId('avatar', id))))
        await askAPerson(tx, photo, now)
    })
  }
}
