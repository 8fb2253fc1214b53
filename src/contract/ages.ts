import { operations, type OperationName } from './index'

/**
 * What only shows: open at any age. Whatever is not named here is for people of sixteen and over, so a new operation is never forgotten.
 */
const readings: ReadonlySet<OperationName> = new Set<OperationName>([
  'draft.list',
  'topic.similar',
  'people.inOffice',
  'message.list',
  'message.read',
  'opinion.mine',
  'data.view',
  'data.part',
  'roll.list',
  'roll.mine',
])

/** From which age this may be asked: under sixteen one reads (procedures §6.4). From which age one votes hangs on the body's roll. */
export const leastAge = (name: OperationName): 0 | 16 => ('guest' in operations[name] || readings.has(name) ? 0 : 16)
