import { isCollectiveClass } from '../classes'
import { has, type Person, type Role } from '../people'
import { isAuthor, type Topic } from '../topic'
import type { FieldName } from './fields'
import type { State } from './states'

const village: readonly Role[] = ['moderator', 'recorder', 'committee', 'party_secretary', 'party_committee', 'collective_board', 'supervisor']
const representatives: readonly Role[] = ['representative', 'special_member', 'coordinator', 'collective_representative']
const town: readonly Role[] = ['town_officer']

/** Who reads the pieces of a file that are not everybody's in the village (procedures §5.5.1), by the row of the matrix they belong to. */
const circles = {
  /** Minutes and who signed them; the town's officers read them redacted, which here is not at all. */
  materials: { roles: [...representatives, ...village], names: ['minutes', 'signers', 'assemblyMinutes', 'tallySheet', 'accounts', 'dissent'] },
  /** 议一 to 议三: to all others their numbers and nothing else. */
  partySteps: { roles: [...village, ...town, 'legal_adviser'], names: ['pcmMinutes', 'pcmSigned', 'tcmMinutes', 'tcmSigned', 'pmmMinutes', 'pmmSigned', 'pmmExcluded', 'townLetter'] },
  /** Others read how the review came out. */
  legality: { roles: [...representatives, ...village, ...town, 'legal_adviser'], names: ['checklist', 'opinionReasons'] },
  turnedAside: { roles: [...representatives, ...village, ...town], names: ['explanation', 'remedy', 'handOver'] },
  /** The check-in list: numbers are everybody's, names are not. */
  checkIn: { roles: village, names: ['checkInSheet'] },
  desk: { roles: village, names: ['returnReason', 'toFix', 'relation', 'relationNote'] },
} as const satisfies Record<string, { readonly roles: readonly Role[]; readonly names: readonly FieldName[] }>
const all: readonly { readonly roles: readonly Role[]; readonly names: readonly FieldName[] }[] = Object.values(circles)

/** What is on the public board, without persons: all that a passer-by reads. */
const onBoard: readonly FieldName[] = [
  'level', 'decisionText', 'finishBy', 'budget', 'boardPhotoFirst', 'boardPhotoLast', 'postingCertified', 'photosAfter', 'cost', 'accepted', 'resolutionText', 'votesYes', 'votesNo', 'votesAbstain', 'votesInvalid', 'votesUnreturned',
]
const finance: readonly FieldName[] = ['budgetTotal', 'fundingSource', 'finalAccount', 'accounts']
const ofCollective: readonly Role[] = ['collective_member', 'collective_representative', 'collective_supervisor', ...village, ...town]
const beforeClose: readonly State[] = ['noticing', 'assembly_open', 'voting']

/** Whether this reader finds this piece of evidence in the topic's file. */
export function mayReadInFile(name: FieldName, viewer: Person | null, topic: Pick<Topic, 'authorId' | 'coAuthorIds' | 'state' | 'dossier'>): boolean {
  if (viewer === null) return onBoard.includes(name)
  if (name === 'checkInSheet' && beforeClose.includes(topic.state)) return has(viewer, 'supervisor')
  if (isCollectiveClass(topic.dossier.matterClass) && finance.includes(name) && !has(viewer, ...ofCollective)) return false
  const circle = all.find(({ names }) => names.includes(name))
  if (circle === undefined || has(viewer, ...circle.roles)) return true
  // What was answered to the one who raised it.
  return isAuthor(topic, viewer.id) && (circle === circles.turnedAside || name === 'returnReason' || name === 'toFix')
}
