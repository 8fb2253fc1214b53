import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')

/** Journeys in a real browser against the real server, one after another: each has a village of its own. */
export default defineConfig({
  root,
  resolve: { alias: { '@': path.join(root, 'src') } },
  test: {
    include: ['src/journeys/**/*.test.ts'],
    globalSetup: path.join(root, 'config/journeys.mjs'),
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
