import path from 'node:path'
import { measureListPage } from '../weapp/measure'
import { atMost, exactly, type Bench } from './figure'

/** Twenty topics on the built mini-program's list page, and then one more support on one of them. */
export const listPage: Bench = async ({ root, pages }) => {
  await pages('weapp')
  const { items, calls, bytes, nodes, bytesForOneNumber } = await measureListPage(path.join(root, 'dist/weapp'))
  return {
    items: exactly(20, items),
    'set-data-calls': exactly(1, calls),
    'set-data': atMost(10, bytes / 1000, 'KB'),
    nodes: atMost(250, nodes),
    'one-number-changed': atMost(200, bytesForOneNumber, 'bytes'),
  }
}
