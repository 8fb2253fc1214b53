import { randomBytes } from 'node:crypto'
import type { Row, Table } from '../../ports'
import { isStorable, toJson } from '../rows'

/** A document is its row under another name for the id; what is undefined is not kept. */
export function documentOf<T extends Table>(table: T, row: Row<T>): { readonly _id: string } {
  return documentIn(toJson(table, row))
}
export function documentIn(json: string): { readonly _id: string } {
  const { id, ...rest } = JSON.parse(json) as { readonly id: string }
  return { _id: id, ...rest }
}
/** A row's fields without its id, as they are set under that id. */
export function dataIn(json: string): object {
  const { id: _id, ...data } = JSON.parse(json) as { readonly id: string }
  return data
}

/** Whatever else the platform or we keep beside a row (`_openid`, `_mark`) is no part of it: nobody reads an identity off a document. */
export function rowFrom<T extends Table>(doc: unknown): Row<T> {
  const fields = Object.entries(doc as Readonly<Record<string, unknown>>)
  return Object.fromEntries([
    ['id', (doc as { readonly _id: string })._id],
    ...fields.filter(([name]) => !name.startsWith('_')),
  ]) as unknown as Row<T>
}
export const rowOf = <T extends Table>(doc: unknown): Row<T> | undefined => (doc ? rowFrom<T>(doc) : undefined)

export const isId = (id: string): boolean => id !== '' && isStorable(id)

/** Drawn anew for every write, so that every write changes something, and says nothing of which were written together. */
export const mark = (): { readonly _mark: string } => ({ _mark: randomBytes(6).toString('base64url') })
