import { isCollectiveClass } from '../law/classes'
import type { Person } from '../resident/people'
import { isAuthor, type Topic } from '../topic/topic'
import { mayRead, type Reading } from '../topic/visibility'
import { fieldOf, type FieldName, type Readers } from './fields'
import type { State } from './states'

type Viewer = Pick<Person, 'id' | 'roles'> | null

const reads = (readers: Readers, viewer: Viewer, reading: Reading): boolean =>
  readers === 'step' || mayRead(readers[0], viewer, readers[1], reading)

const beforeClose: readonly State[] = ['noticing', 'assembly_open', 'voting']
/** Until the vote is closed the check-in list stays with who watches over it. */
export const voteClosed = ({ state }: Pick<Topic, 'state'>): boolean => !beforeClose.includes(state)

/** Whether this reader of a step may see this piece of what it was told, on the topic's page. */
export const mayReadField = (name: FieldName, viewer: Viewer, reading: Reading = {}): boolean =>
  reads(fieldOf(name).readBy, viewer, reading)

/** Whether this reader finds this piece of evidence in the topic's file (procedures §5.5.1). */
export function mayReadInFile(
  name: FieldName,
  viewer: Person | null,
  topic: Pick<Topic, 'authorId' | 'coAuthorIds' | 'state' | 'dossier'>,
): boolean {
  const { board, money, ofAnother, readBy, inFile = readBy } = fieldOf(name)
  if (viewer === null) return board === true
  if (money && isCollectiveClass(topic.dossier.matterClass) && !mayRead('collectiveFinance', viewer, 'full')) return false
  return reads(inFile, viewer, { own: !ofAnother && isAuthor(topic, viewer.id), closed: voteClosed(topic) })
}
