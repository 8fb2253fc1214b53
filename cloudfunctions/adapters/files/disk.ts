import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Files } from '../../ports'

const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif' }
/** Never a path: letters, digits, dash and underscore only. */
const isFileId = (id: string): boolean => /^[A-Za-z0-9_-]{8,120}$/.test(id)

/** Files under a folder, spread over sub-folders by the first two characters; one is on the disk, whole, before `put` returns. */
export function filesOnDisk(folder: string): Files {
  const placeOf = (id: string, ending: string) => path.join(folder, id.slice(0, 2), `${id}.${ending}`)
  return {
    async put(id, bytes, mime) {
      const ending = endings[mime]
      if (!isFileId(id) || !ending) throw new Error('no place for a file of this id or kind')
      const place = placeOf(id, ending)
      await mkdir(path.dirname(place), { recursive: true })
      const half = `${place}.${randomBytes(6).toString('hex')}.half`
      const file = await open(half, 'wx')
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(half, place)
      // The name must survive a power cut as well as the bytes.
      const parent = await open(path.dirname(place), 'r')
      try {
        await parent.sync()
      } finally {
        await parent.close()
      }
    },
    async get(id) {
      if (!isFileId(id)) return undefined
      for (const [mime, ending] of Object.entries(endings)) {
        const bytes = await readFile(placeOf(id, ending)).catch(absent)
        if (bytes) return { bytes, mime }
      }
      return undefined
    },
    async remove(id) {
      if (!isFileId(id)) return
      for (const ending of Object.values(endings)) await rm(placeOf(id, ending), { force: true })
    },
  }
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
