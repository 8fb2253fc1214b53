import { operations, type OperationName } from './index'

/** What only shows: open at any age. Whatever is not named here is for people of sixteen and over, so a new operation is never forgotten. */
const readings: ReadonlySet<OperationName> = new Set<OperationName>([
  'draft.list', 'topic.similar', 'people.inOffice', 'message.list', 'message.read', 'opinion.mine', 'data.view', 'data.part', 'roll.list', 'roll.mine',
])
const votes: ReadonlySet<OperationName> = new Set<OperationName>(['ballot.cast', 'ballot.castSecret', 'ballot.castAsProxy', 'vote.checkIn'])

/** From which age this may be asked: under sixteen one reads, under eighteen one does not vote (procedures §6.4). */
export function leastAge(name: OperationName): 0 | 16 | 18 {
  if (votes.has(name)) return 18
  return 'guest' in operations[name] || readings.has(name) ? 0 : 16
}
