import { isCollectiveClass } from '../../law/classes'
import { has, type Person, type Role } from '../../resident/people'
import { isAuthor, type Topic } from '../../topic/topic'
import { mayRead, mayReadField, type Content, type Sight } from '../../topic/visibility'
import type { FieldName } from '../fields'
import type { State } from '../states'

/** Pieces that only the file shows, by the row of the matrix they belong to. */
const more: { readonly [Name in FieldName]?: readonly [Content, Sight] } = {
  townLetter: ['partySteps', 'full'],
  accounts: ['materials', 'full'],
  returnReason: ['draft', 'redacted'],
  toFix: ['draft', 'redacted'],
  relation: ['draft', 'redacted'],
  relationNote: ['draft', 'redacted'],
}
/** Told of somebody else than the topic's author. */
const ofOthers: readonly FieldName[] = ['relation', 'relationNote']

/** What is on the public board, without persons: all that a passer-by reads. */
const onBoard: readonly FieldName[] = [
  'level',
  'decisionText',
  'finishBy',
  'budget',
  'boardPhotoFirst',
  'boardPhotoLast',
  'postingCertified',
  'photosAfter',
  'cost',
  'accepted',
  'resolutionText',
  'votesYes',
  'votesNo',
  'votesAbstain',
  'votesInvalid',
  'votesUnreturned',
]
/** The collective's money: its members', its supervisors', the town's, and who writes it down (the matrix's row of collective finance). */
const finance: readonly FieldName[] = ['budgetTotal', 'fundingSource', 'finalAccount', 'accounts']
const ofCollective: readonly Role[] = [
  'collective_member',
  'collective_representative',
  'collective_board',
  'collective_supervisor',
  'supervisor',
  'town_officer',
  'committee',
  'party_secretary',
  'party_committee',
  'moderator',
  'recorder',
]
const beforeClose: readonly State[] = ['noticing', 'assembly_open', 'voting']

/** Whether this reader finds this piece of evidence in the topic's file (procedures §5.5.1). */
export function mayReadInFile(
  name: FieldName,
  viewer: Person | null,
  topic: Pick<Topic, 'authorId' | 'coAuthorIds' | 'state' | 'dossier'>,
): boolean {
  if (viewer === null) return onBoard.includes(name)
  if (isCollectiveClass(topic.dossier.matterClass) && finance.includes(name) && !has(viewer, ...ofCollective)) return false
  const reading = { own: isAuthor(topic, viewer.id) && !ofOthers.includes(name), closed: !beforeClose.includes(topic.state) }
  const row = more[name]
  return row ? mayRead(row[0], viewer, row[1], reading) : mayReadField(name, viewer, reading)
}
