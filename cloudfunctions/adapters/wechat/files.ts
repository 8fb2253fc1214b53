import type { Files } from '../../ports'
import type { CloudFiles } from './database'

export const placeOf = (id: string) => `photos/${id}`
const isFileId = (id: string): boolean => /^[A-Za-z0-9_-]{8,120}$/.test(id)
/** What the SDK says of a file that is not there: in a download's error, and as the status of a deletion. */
const absentCode = 'STORAGE_FILE_NONEXIST',
  absentStatus = -503003

/** Cloud storage. `root` is the environment's own part of every file's address, `cloud://<env>.<bucket>`: the console shows it. */
export function wechatFiles(cloud: CloudFiles, root: string): Files {
  return {
    async put(id, bytes) {
      await cloud.uploadFile({ cloudPath: placeOf(id), fileContent: Buffer.from(bytes) })
    },
    async get(id) {
      if (!isFileId(id)) return undefined
      const found = await cloud.downloadFile({ fileID: `${root}/${placeOf(id)}` }).catch(absent)
      return found && { bytes: found.fileContent, mime: kindOf(found.fileContent) }
    },
    async remove(id) {
      if (!isFileId(id)) return
      const {
        fileList: [gone],
      } = await cloud.deleteFile({ fileList: [`${root}/${placeOf(id)}`] })
      if (!gone || (gone.status !== 0 && gone.status !== absentStatus))
        throw new Error(`a file was not deleted: ${gone?.errMsg ?? 'no answer'}`)
    },
  }
}

function absent(error: unknown): undefined {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === absentCode) return undefined
  throw error
}

/** Storage keeps bytes alone; what they are is in their first ones. Only pictures are ever put. */
const kindOf = (bytes: Uint8Array): string => (bytes[0] === 0xff ? 'image/jpeg' : bytes[0] === 0x89 ? 'image/png' : 'image/webp')
