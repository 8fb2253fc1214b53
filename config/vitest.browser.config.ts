import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './longest-first'

const root = path.resolve(import.meta.dirname, '..')

/** Journeys in a real browser against the real server: each has a village and a browser of its own. */
export default defineConfig({
  root,
  resolve: { alias: { '@': path.join(root, 'src') } },
  test: {
    sequence: { sequencer: LongestFirst },
    include: ['src/journeys/**/*.test.ts'],
    globalSetup: path.join(root, 'config/journeys.mjs'),
    // One file after another: a browser draws on both cores of a small machine, and two of them wait for each other.
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
