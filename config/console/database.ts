import { shapes } from '../../cloudfunctions/adapters/sql/shape'

/** An index as CloudBase's `updateindex` takes it. */
export interface CloudIndex {
  readonly name: string
  readonly unique: boolean
  readonly keys: readonly { readonly name: string; readonly direction: '1' }[]
}
export interface Collection {
  readonly name: string
  readonly indexes: readonly CloudIndex[]
}

/** CloudBase allows 20 a collection, and makes two itself: of `_id` and of `_openid`. */
export const mostIndexes = 20 - 2
/** MongoDB keeps `database.collection.$index` within 120 bytes; half of it is left to the environment's own name. */
export const longestIndexName = 60

/**
 * What the cloud's database must hold: a collection a table, an index a list, from `tables.ts` and nowhere else. The id is `_id` there and
 * ends every index, so that a page goes on exactly where the one before ended. All fields go upward: read backwards the same index serves
 * the other order. None is unique but the one of `_id` that is always there: a unique index takes a missing field for null, and lets one
 * document alone lack it.
 */
export const collections: readonly Collection[] = shapes.map(({ table, indexes }) => ({
  name: table,
  indexes: indexes.map(({ name, fields }) => ({
    name,
    unique: false,
    keys: fields.map(field => ({ name: field === 'id' ? '_id' : field, direction: '1' })),
  })),
}))

/** Every collection's rule. A phone reaches rows through the functions alone; the functions are not held by rules. */
export const denied = { read: false, write: false } as const
