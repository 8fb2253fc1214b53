import type { Row, Store, Table, Tx } from '../../ports'

/** Tables whose rows are a village's. */
export type VillageTable = { [T in Table]: Row<T> extends { readonly orgId: string } ? T : never }[Table]

type Reads = Pick<Tx, 'get'>

/** The row under this id, if it is this village's: another's is as good as missing. Inside a commit, read by its transaction. */
export type Own = <T extends VillageTable>(table: T, id: string, within?: Reads) => Promise<Row<T> | undefined>

/** Which of the rows read together are this village's. */
export const isOf =
  (orgId: string) =>
  (row: { readonly orgId: string }): boolean =>
    row.orgId === orgId

/** The one place where a row is asked whose it is. */
export const ownOf =
  (store: Store, orgId: string): Own =>
  async (table, id, within = store) => {
    const row = await within.get(table, id)
    return row && isOf(orgId)(row) ? row : undefined
  }

/**
 * What stands under a key that was drawn outside, by a phone or by WeChat, whichever village's it is: the same thing sent twice. Nothing of
 * it is shown; who wrote it is compared with who asks.
 */
export const sentBefore = <T extends VillageTable>(store: Store, table: T, key: string): Promise<Row<T> | undefined> =>
  store.get(table, key)
