/** The part of wx-server-sdk we lean on, as its documentation has it; the package's own types are thinner than its promises. */
export interface CloudDoc {
  get(): Promise<{ readonly data: unknown }>
  set(to: { readonly data: object }): Promise<unknown>
  update(change: { readonly data: object }): Promise<{ readonly stats: { readonly updated: number } }>
  remove(): Promise<unknown>
}
export interface CloudQuery {
  where(match: object): CloudQuery
  orderBy(field: string, way: 'asc' | 'desc'): CloudQuery
  limit(most: number): CloudQuery
  get(): Promise<{ readonly data: readonly unknown[] }>
  count(): Promise<{ readonly total: number }>
}
export interface CloudAggregate {
  match(match: object): CloudAggregate
  group(by: object): CloudAggregate
  limit(most: number): CloudAggregate
  end(): Promise<{ readonly list: readonly unknown[] }>
}
/** Single documents: all that a transaction may touch. */
export interface CloudDocs {
  doc(id: string): CloudDoc
  add(added: { readonly data: object | readonly object[] }): Promise<unknown>
}
export interface CloudCollection extends CloudQuery, CloudDocs {
  aggregate(): CloudAggregate
}
export interface CloudTransaction {
  collection(name: string): CloudDocs
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}
export interface CloudCommand {
  readonly aggregate: { sum(value: number): unknown }
  eq(value: unknown): CloudCommand
  neq(value: unknown): CloudCommand
  in(values: readonly unknown[]): CloudCommand
  gt(value: unknown): CloudCommand
  gte(value: unknown): CloudCommand
  lt(value: unknown): CloudCommand
  lte(value: unknown): CloudCommand
  and(others: readonly unknown[]): CloudCommand
  or(others: readonly unknown[]): CloudCommand
}
export interface CloudDatabase {
  readonly command: CloudCommand
  collection(name: string): CloudCollection
  startTransaction(): Promise<CloudTransaction>
}
/** What the platform vouches for. An identity that is all digits would arrive as a number; openids never are. */
export interface CloudCaller {
  readonly OPENID?: string
  readonly SOURCE?: string
  readonly ENV?: string
}
/** Under `cloud.openapi.cloudbase`. */
export interface CloudTasks {
  addDelayedFunctionTask(task: {
    readonly env: string | undefined
    readonly functionName: string
    readonly delayTime: number
    readonly data: string
  }): Promise<unknown>
}
export interface CloudCodes {
  readonly openapi: {
    readonly wxacode: {
      getUnlimited(asked: {
        readonly scene: string
        readonly page: string
        readonly checkPath: boolean
        readonly width: number
      }): Promise<{ readonly buffer: Uint8Array }>
    }
  }
}
/** As WeChat documents it. What really comes back is checked before it is believed, or an odd answer would pass for 「clean」. */
export interface CloudSecurity {
  readonly openapi: {
    readonly security: {
      msgSecCheck(one: {
        readonly openid: string
        readonly version: 2
        readonly scene: 1 | 2 | 3
        readonly content: string
        readonly title?: string
      }): Promise<{ readonly result?: { readonly suggest?: unknown } | null } | null | undefined>
      mediaCheckAsync(one: {
        readonly openid: string
        readonly version: 2
        readonly scene: 1 | 2 | 3
        readonly mediaType: 2
        readonly mediaUrl: string
      }): Promise<{ readonly traceId?: unknown } | null | undefined>
    }
  }
  getTempFileURL(one: {
    readonly fileList: readonly string[]
  }): Promise<{ readonly fileList: readonly { readonly tempFileURL?: string }[] }>
}
export interface CloudFiles {
  uploadFile(one: { readonly cloudPath: string; readonly fileContent: Uint8Array }): Promise<{ readonly fileID: string }>
  downloadFile(one: { readonly fileID: string }): Promise<{ readonly fileContent: Uint8Array }>
  /** Says file by file how it went, and throws only where the whole call failed. */
  deleteFile(these: {
    readonly fileList: readonly string[]
  }): Promise<{ readonly fileList: readonly { readonly status: number; readonly errMsg: string }[] }>
}
