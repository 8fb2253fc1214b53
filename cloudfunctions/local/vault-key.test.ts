import { mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { vaultKey } from './vault-key'

const made: string[] = []
afterEach(async () => {
  for (const dir of made.splice(0)) await rm(dir, { recursive: true })
})
async function folder(): Promise<string> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'vault-'))
  made.push(dir)
  return dir
}

test('the secret is drawn once, is the same at the next start, and only the server’s user reads it', async () => {
  const dir = await folder()
  const key = await vaultKey(undefined, dir)
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect(await vaultKey(undefined, dir)).toBe(key)
  expect((await stat(path.join(dir, 'vault.key'))).mode & 0o077).toBe(0)
  expect(await vaultKey(undefined, await folder())).not.toBe(key)
})

test('what the settings say is the secret', async () => {
  expect(await vaultKey('as the settings say', '/nowhere')).toBe('as the settings say')
})
