import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { filesOnDisk } from '../../adapters/files/disk'
import type { Files } from '../../ports'
import type { Tables } from '../../tables'
import { Disagrees } from './migrate'
import type { Place } from './places'

/**
 * A folder of `npm run serve`, or `cloudbase:DIR`: storage as the console's command line brings it down and up, `photos/ID` without an
 * ending.
 */
export function filesIn(address: string): Files {
  const [, cloud] = /^cloudbase:(.+)$/.exec(address) ?? []
  return cloud === undefined ? filesOnDisk(address) : storageIn(path.join(cloud, 'photos'))
}

function storageIn(folder: string): Files {
  const placeOf = (id: string) => {
    if (!/^[A-Za-z0-9_-]{8,120}$/.test(id)) throw new Error('no place for a file of this id')
    return path.join(folder, id)
  }
  return {
    async put(id, bytes) {
      await mkdir(folder, { recursive: true })
      await writeFile(`${placeOf(id)}.half`, bytes)
      await rename(`${placeOf(id)}.half`, placeOf(id))
    },
    async get(id) {
      const bytes = await readFile(placeOf(id)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
      return bytes && { bytes, mime: kindOf(bytes) }
    },
    remove: async id => rm(placeOf(id), { force: true }),
  }
}

/** What a picture is stands in its first bytes. */
const kindOf = (bytes: Uint8Array): string =>
  bytes[0] === 0xff ? 'image/jpeg' : bytes[0] === 0x89 ? 'image/png' : bytes[0] === 0x47 ? 'image/gif' : 'image/webp'

/** Every picture that has a row. One that is there already is not written again, and not written over. */
export async function movePhotos(place: Place, from: Files, to: Files): Promise<number> {
  let moved = 0
  for await (const { id, mime, use } of place.rows('photos') as AsyncIterable<Tables['photos']>) {
    if (use === 'dropped') continue // its bytes may be gone already
    const picture = await from.get(id)
    if (!picture) throw new Disagrees(`photos ${id}：来源里没有这张照片 · the source has no such file`)
    const there = (await to.get(id)) ?? (await to.put(id, picture.bytes, mime), await to.get(id))
    if (!there || Buffer.compare(there.bytes, picture.bytes) !== 0)
      throw new Disagrees(`photos ${id}：目标里是另一张 · another file at the target`)
    moved += 1
  }
  return moved
}
