import { memoryStore } from '../../adapters/memory/store'
import type { LoadableStore } from '../../adapters/bulk-load'

type Seed = NonNullable<Parameters<typeof memoryStore>[0]>
let make: (seed: Seed) => LoadableStore = memoryStore

/** Where a small village keeps its rows: in memory, unless this run of the journeys keeps all villages elsewhere. */
export const freshStore = (seed: Seed): LoadableStore => make(seed)
export const keepVillagesIn = (elsewhere: typeof make): void => {
  make = elsewhere
}
