import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')

export default defineConfig({
  root,
  resolve: { alias: { '@': path.join(root, 'src') } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'cloudfunctions/**/*.test.ts', 'config/**/*.test.ts'],
    exclude: ['src/journeys/**', 'config/weapp/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
