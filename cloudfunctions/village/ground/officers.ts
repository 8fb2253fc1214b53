import type { Person } from '@/domain/resident/people'
import type { Store } from '../../ports'

/** The people whose offices a form or a page may name. */
export const officersOf = async (store: Store, orgId: string): Promise<Person[]> =>
  store.getMany('people', (await store.get('orgs', orgId))?.officerIds ?? [])
