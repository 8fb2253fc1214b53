import type { Asked } from './actions'
import { Refused } from './refused'

interface FileAsked extends Asked {
  readonly path?: string
  readonly file_list?: readonly { readonly fileid: string; readonly max_age?: number }[]
  readonly fileid_list?: readonly string[]
}

/** Cloud storage: an address to put to, an address to fetch from, and the bytes between. */
export class Storage {
  private readonly files = new Map<string, Buffer>()
  constructor(
    private readonly env: string,
    private readonly origin: string,
  ) {}

  act(asked: FileAsked): object {
    if (asked.action === 'storage.getUploadMetadata') {
      return {
        data: {
          url: `${this.address(asked.path ?? '')}`,
          token: 'token',
          authorization: 'authorization',
          fileId: this.idOf(asked.path ?? ''),
          cosFileId: 'cos',
        },
      }
    }
    if (asked.action === 'storage.batchGetDownloadUrl') {
      return {
        data: {
          download_list: (asked.file_list ?? []).map(({ fileid, max_age }) =>
            this.files.has(fileid)
              ? {
                  code: 'SUCCESS',
                  fileid,
                  fileID: fileid,
                  download_url: this.address(this.pathOf(fileid)),
                  tempFileURL: this.address(this.pathOf(fileid)),
                  maxAge: max_age,
                }
              : { code: 'STORAGE_FILE_NONEXIST', fileid, fileID: fileid },
          ),
        },
      }
    }
    if (asked.action === 'storage.batchDeleteFile') {
      return {
        data: {
          delete_list: (asked.fileid_list ?? []).map(fileid => ({
            code: this.files.delete(fileid) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
            fileid,
            fileID: fileid,
          })),
        },
      }
    }
    throw new Refused('INVALID_PARAM', `the stand-in does not know ${asked.action}`)
  }

  serve(method: string, path: string, body: Buffer): Buffer | undefined {
    const id = this.idOf(decodeURIComponent(path.split('/').slice(3).join('/')))
    if (method === 'GET') return this.files.get(id)
    this.files.set(id, body)
    return Buffer.alloc(0)
  }

  private readonly idOf = (path: string) => `cloud://${this.env}.bucket/${path}`
  private readonly pathOf = (id: string) => id.slice(this.idOf('').length)
  private readonly address = (path: string) => `${this.origin}/cos/${this.env}/${path}`
}
