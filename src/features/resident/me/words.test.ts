import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { version } from './words'

test('the version on screen is the version that was built', async () => {
  const { version: built } = JSON.parse(await readFile(path.resolve(import.meta.dirname, '../../../../package.json'), 'utf8')) as {
    version: string
  }
  expect(version).toBe(built)
})
