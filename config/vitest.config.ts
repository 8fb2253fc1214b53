import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './longest-first'

const root = path.resolve(import.meta.dirname, '..')

export default defineConfig({
  root,
  resolve: { alias: { '@': path.join(root, 'src') } },
  test: {
    sequence: { sequencer: LongestFirst },
    include: ['src/**/*.test.{ts,tsx}', 'cloudfunctions/**/*.test.ts', 'config/**/*.test.ts'],
    exclude: ['src/journeys/**', 'config/weapp/**'],
    // Vitest leaves one core to itself; on a machine of two that would be half of it idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
