import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './longest-first'

const root = path.resolve(import.meta.dirname, '..')

/** Every server journey once more, on the village's CloudBase store through the real SDK. A new journey is here by itself. */
export default defineConfig({
  root,
  resolve: { alias: { '@': path.join(root, 'src') } },
  test: {
    sequence: { sequencer: LongestFirst },
    include: ['cloudfunctions/api/journeys/**/*.test.ts'],
    setupFiles: [path.join(root, 'cloudfunctions/api/journeys/on-cloud-base.ts')],
    env: { VILLAGE_STORE: 'cloudbase' },
    // Vitest leaves one core to itself; on a machine of two that would be half of it idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
