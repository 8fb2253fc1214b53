import type { Files } from '../../ports'
import type { CloudFiles } from './database'

export const placeOf = (id: string) => `photos/${id}`

/** Cloud storage. `root` is the environment's own part of every file's address, `cloud://<env>.<bucket>`: the console shows it. */
export function wechatFiles(cloud: CloudFiles, root: string): Files {
  return {
    async put(id, bytes) { await cloud.uploadFile({ cloudPath: placeOf(id), fileContent: Buffer.from(bytes) }) },
    async get(id) {
      if (!/^[A-Za-z0-9_-]{8,120}$/.test(id)) return undefined
      const { fileContent } = await cloud.downloadFile({ fileID: `${root}/${placeOf(id)}` })
      return { bytes: fileContent, mime: kindOf(fileContent) }
    },
  }
}

/** Storage keeps bytes alone; what they are is in their first ones. Only pictures are ever put. */
const kindOf = (bytes: Uint8Array): string => (bytes[0] === 0xff ? 'image/jpeg' : bytes[0] === 0x89 ? 'image/png' : 'image/webp')
