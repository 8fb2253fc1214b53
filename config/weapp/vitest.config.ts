import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '../..')

/** The gates of the built mini-program: they need `dist/weapp`, so they are no unit tests. */
export default defineConfig({
  root,
  resolve: { alias: { '@': path.join(root, 'src') } },
  test: { include: ['config/weapp/**/*.test.ts'], testTimeout: 60_000 },
})
