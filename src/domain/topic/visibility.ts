import { has, type Person, type Role } from '../resident/people'

/**
 * Who reads what (procedures §5.5.1). Mediation, the matrix's last row, is no content of this program yet and has no row here; it gets one
 * with the first operation that gives it.
 */
export type Content =
  | 'draft'
  | 'topicText'
  | 'turnedAside'
  | 'materials'
  | 'partySteps'
  | 'legality'
  | 'roll'
  | 'checkIn'
  | 'partialTallies'
  | 'finalTallies'
  | 'secretBallot'
  | 'postings'
  | 'collectiveFinance'

/**
 * The readers, each a column of the matrix: PUB a passer-by, RES who is registered, ROLL villagers and members on a roll, REP
 * representatives, coordinators and special members, VC the committees and the moderator and recorder who work for them, VSC supervision,
 * TOWN the town's officers.
 */
export const readers = ['PUB', 'RES', 'ROLL', 'REP', 'VC', 'VSC', 'TOWN'] as const
export type Reader = (typeof readers)[number]

/**
 * How much of it, from nothing to all; `conclusion` how it came out, `numbers` no words and no names, `redacted` no names and no free words
 * about persons.
 */
export const sights = ['none', 'title', 'conclusion', 'numbers', 'redacted', 'full'] as const
export type Sight = (typeof sights)[number]

/**
 * What the matrix says where it hangs on the reader or the hour: one's own; one's own group's; who needs it for a step; numbers until the
 * vote is closed; members of the collective.
 */
type Cell = Sight | 'own' | 'group' | 'need-to-know' | 'after-close' | 'member'

export const matrix: Readonly<Record<Content, readonly [pub: Cell, res: Cell, roll: Cell, rep: Cell, vc: Cell, vsc: Cell, town: Cell]>> = {
  draft: ['none', 'own', 'own', 'own', 'redacted', 'redacted', 'none'],
  topicText: ['title', 'redacted', 'redacted', 'full', 'full', 'full', 'full'],
  turnedAside: ['none', 'redacted', 'redacted', 'full', 'full', 'full', 'full'],
  materials: ['none', 'redacted', 'redacted', 'full', 'full', 'full', 'redacted'],
  partySteps: ['none', 'numbers', 'numbers', 'numbers', 'full', 'full', 'full'],
  legality: ['none', 'conclusion', 'conclusion', 'full', 'full', 'full', 'full'],
  roll: ['none', 'none', 'own', 'group', 'need-to-know', 'full', 'numbers'],
  checkIn: ['none', 'numbers', 'numbers', 'numbers', 'after-close', 'full', 'numbers'],
  partialTallies: ['none', 'none', 'none', 'none', 'none', 'none', 'none'],
  finalTallies: ['redacted', 'full', 'full', 'full', 'full', 'full', 'full'],
  secretBallot: ['none', 'none', 'own', 'none', 'none', 'none', 'none'],
  postings: ['redacted', 'full', 'full', 'full', 'full', 'full', 'full'],
  // What a collective plans to spend, before it is posted; the committees write it down for its board.
  collectiveFinance: ['none', 'none', 'member', 'member', 'full', 'full', 'full'],
}

const columns: Readonly<Record<Exclude<Reader, 'PUB' | 'RES'>, readonly Role[]>> = {
  ROLL: ['villager', 'household_representative', 'collective_member', 'collective_supervisor'],
  REP: ['representative', 'special_member', 'coordinator', 'collective_representative'],
  // The moderator and the recorder take in and write down for the village committee.
  VC: ['committee', 'party_secretary', 'party_committee', 'collective_board', 'moderator', 'recorder'],
  VSC: ['supervisor'],
  TOWN: ['town_officer'],
}

/** Every column a person stands in; whoever is known here is at least a resident. */
export const readersOf = (viewer: Pick<Person, 'roles'> | null): readonly Reader[] =>
  viewer === null
    ? ['PUB']
    : readers.filter(reader => reader === 'RES' || (reader !== 'PUB' && columns[reader].some(role => viewer.roles.includes(role))))

export interface Reading {
  /** The reader wrote it, or it is about them alone. */
  readonly own?: boolean
  readonly ownGroup?: boolean
  /** A step that this reader's office takes is taken from it. */
  readonly needed?: boolean
  /** The vote it belongs to is over. */
  readonly closed?: boolean
}

const members: readonly Role[] = ['collective_member', 'collective_representative', 'collective_board', 'collective_supervisor']

const resolved = (cell: Cell, roles: readonly Role[], { own, ownGroup, needed, closed }: Reading): Sight => {
  switch (cell) {
    case 'own':
      return own ? 'full' : 'none'
    case 'group':
      return ownGroup || own ? 'full' : 'none'
    case 'need-to-know':
      return needed ? 'full' : 'none'
    case 'after-close':
      return closed ? 'full' : 'numbers'
    case 'member':
      return members.some(role => roles.includes(role)) ? 'full' : 'none'
    default:
      return cell
  }
}

/** What one wrote oneself one reads whole, whatever became of it. */
const keptByAuthor: readonly Content[] = ['draft', 'topicText', 'turnedAside']
/** Who reviews the text reads what it was made of; the matrix has no column for the adviser. */
const reviewed: readonly Content[] = ['partySteps', 'legality']
const rank = (sight: Sight): number => sights.indexOf(sight)

/**
 * How much of a content this reader gets: the most that any of their roles gives. What is shut to every column (partial tallies, secret
 * ballots) no sum of roles opens.
 */
export function sightOf(content: Content, viewer: Pick<Person, 'id' | 'roles'> | null, reading: Reading = {}): Sight {
  if (viewer !== null && reading.own && keptByAuthor.includes(content)) return 'full'
  if (viewer !== null && viewer.roles.includes('legal_adviser') && reviewed.includes(content)) return 'full'
  const seen = readersOf(viewer).map(reader => resolved(matrix[content][readers.indexOf(reader)] ?? 'none', viewer?.roles ?? [], reading))
  return seen.reduce((most, sight) => (rank(sight) > rank(most) ? sight : most), 'none')
}

/** Whether this reader gets at least so much of it. */
export const mayRead = (content: Content, viewer: Pick<Person, 'id' | 'roles'> | null, least: Sight, reading: Reading = {}): boolean =>
  rank(sightOf(content, viewer, reading)) >= rank(least)

/** Who takes a topic in and answers its author knows who that is, whatever the author chose to show. */
export const receives = (viewer: Person): boolean => has(viewer, 'moderator', 'committee')
