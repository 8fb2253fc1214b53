import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filesContract } from '../files.contract'
import { filesOnDisk } from './disk'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'files-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('files on disk', () => {
  filesContract(() => filesOnDisk(folder))

  test('what was put comes back, with its kind', async () => {
    const files = filesOnDisk(folder)
    await files.put('aabbccdd00112233', new Uint8Array([1, 2, 3]), 'image/png')
    expect(await files.get('aabbccdd00112233')).toEqual({ bytes: Buffer.from([1, 2, 3]), mime: 'image/png' })
    expect(await files.get('aabbccdd00112244')).toBeUndefined()
    expect((await readdir(path.join(folder, 'aa'))).length).toBe(1)
  })
  test('an id is never a path', async () => {
    const files = filesOnDisk(path.join(folder, 'inner'))
    for (const id of ['../secret-file', '..', 'a/b/c/d/e/f', 'aabbccdd\0', '.hidden-file']) {
      expect(await files.get(id)).toBeUndefined()
      await expect(files.put(id, new Uint8Array([1]), 'image/png')).rejects.toThrow()
    }
  })
  test('what is no picture has no place', async () => {
    await expect(filesOnDisk(folder).put('aabbccdd00112233', new Uint8Array([1]), 'text/html')).rejects.toThrow()
  })
})
