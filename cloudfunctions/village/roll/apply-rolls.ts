import type { Ports } from '../../ports'
import { applyImport, clearStaged } from './apply-import'
import { allRows } from '../ground/all-rows'

const day = 86_400_000

/** Goes on with confirmed rolls that were cut off, and takes away sheets that nobody went on with for a day. */
export async function applyRolls({ store, clock }: Ports, goOn: () => boolean): Promise<void> {
  for (const row of await allRows(store, 'rollImports', { match: { state: 'applying' }, order: { by: 'at' } })) {
    if (!goOn() || !(await applyImport(store, row, goOn))) return
  }
  const { rows } = await store.list('rollImports', {
    match: { state: ['filling', 'compared'] },
    order: { by: 'at' },
    until: clock.now() - day,
    limit: 20,
  })
  for (const row of rows) {
    if (!goOn()) return
    await clearStaged(store, row.id)
    await store.commit(async tx => {
      const current = await tx.get('rollImports', row.id)
      if (current?.state === 'filling' || current?.state === 'compared') await tx.put('rollImports', { ...current, state: 'dropped' })
    })
  }
}
