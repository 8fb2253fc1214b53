import { isMatterCode } from '../../law/matters'
import { classOf } from '../../law/classes'
import { endOf } from '../../ground/calendar'
import { sha256Hex } from '../../ground/journal'
import { dossierText, type Topic } from '../../topic/topic'
import type { Evidence } from '../evidence'
import type { State } from '../states'
import { stepOf, type Brought, type StepName } from '../tracks/steps'

/** From here on the day that matters is the one that was promised. */
function asPromised({ state, dossier }: Topic): Partial<Topic> {
  const finishBy = state === 'implementing' || state === 'major_implementing' ? dossierText(dossier, 'finishBy') : null
  return finishBy === null ? {} : { dueAt: endOf(finishBy) }
}
/** A matter that several proposed goes on with those who stay: the first of them stands for it. */
function withoutAuthor(topic: Topic, leaver: string | null): Partial<Topic> {
  const [authorId, ...coAuthorIds] = [topic.authorId, ...topic.coAuthorIds].filter(id => id !== leaver)
  return authorId === undefined ? {} : { authorId, coAuthorIds }
}

/** Another meeting, not the same one once more: its notices and counts begin anew. */
const anotherMeeting = { renotices: 0, recounts: 0 } as const
/** A petition's matter is of the class its kind belongs to. */
const classNamed = ({ dossier }: Topic): string => {
  const code = dossierText(dossier, 'matterCode')
  return code !== null && isMatterCode(code) ? classOf(code) : 'L1'
}

type Effect = (topic: Topic, byId: string | null) => Partial<Topic>

/** What a taken step changes in the topic beside its state and dossier, by the names its row brings. */
// biome-ignore format: a row a line
export const effects = {
  'counts-round': topic => ({ round: topic.round + 1 }),
  'first-round': () => ({ round: 1 }),
  // A session counts once it is held.
  'counts-session': topic => ({ sessions: topic.sessions + 1, postponed: 0 }),
  postpones: topic => ({ postponed: topic.postponed + 1 }),
  'drops-session': () => ({ sessionId: null, commentsUntil: null }),
  'starts-over': () => ({ round: 1, sessions: 0, postponed: 0 }),
  'due-as-promised': asPromised,
  'leaves-author': withoutAuthor,
  'names-parent': (topic, byId) => ({ parentId: dossierText(topic.dossier, 'parent'), joined: { byId: byId ?? '', authorIds: [] }, partedFrom: null }),
  'stays-merged': () => ({ dueAt: null }),
  'forgets-parent': topic => ({ parentId: null, joined: null, partedFrom: topic.parentId }),
  'marks-reviewed': topic => ({ reviewedHash: topic.textHash ?? '' }),
  'marks-reported': topic => ({ townReportedAt: topic.activeAt }),
  'marks-noticed': topic => ({ noticedAt: topic.activeAt }),
  // What those who signed wanted is done: the notice is out, the matter open again.
  'serves-petition': topic => (topic.petition ? { petition: { ...topic.petition, servedAt: topic.activeAt } } : {}),
  'classes-by-kind': topic => ({ dossier: { ...topic.dossier, matterClass: classNamed(topic) } }),
  'counts-notice': topic => ({ renotices: (topic.renotices ?? 0) + 1 }),
  'counts-recount': topic => ({ recounts: (topic.recounts ?? 0) + 1 }),
  'counts-emergency': topic => ({ emergencies: (topic.emergencies ?? 0) + 1 }),
  'another-meeting': () => anotherMeeting,
  'goes-to-assembly': () => ({ toAssembly: true }),
  recuses: (topic, byId) => ({ recusedIds: byId === null ? topic.recusedIds ?? [] : [...new Set([...(topic.recusedIds ?? []), byId])] }),
} as const satisfies { readonly [Name in Brought]?: Effect }

/** What entering a state makes void: a plan talked over anew has been neither reviewed nor reported, a new notice is not the old one. */
const entering: { readonly [S in State]?: Partial<Topic> } = {
  topic_review: { reviewedHash: '', townReportedAt: null, noticedAt: null, toAssembly: false, ...anotherMeeting },
  two_committees: { reviewedHash: '', townReportedAt: null, noticedAt: null, toAssembly: false, ...anotherMeeting },
  legality_review: { reviewedHash: '', noticedAt: null },
  noticing: { noticedAt: null, boxId: null, counted: null },
  // A count taken again is another vote: what the box held before is void.
  voting: { counted: null },
}

/** States from which a matter may go back to where it was. */
const goesBack: readonly State[] = ['suspended', 'merged']

/** The topic with what the step brings about. `from` is where it was, `given` what the step was told, `byId` who took it. */
export function affected(topic: Topic, name: StepName, from: State, given: Evidence, byId: string | null): Topic {
  const text = typeof given.planText === 'string' ? { textHash: sha256Hex(given.planText) } : {}
  const moved = topic.state !== from
  const held = !moved ? {} : goesBack.includes(topic.state) ? { heldFrom: from } : goesBack.includes(from) ? { heldFrom: null } : {}
  // A matter put in another class leaves its old kind behind.
  const { matterCode, ...unnamed } = topic.dossier
  const dossier = given.matterClass !== undefined && given.matterCode === undefined && matterCode !== undefined ? { dossier: unnamed } : {}
  const next: Topic = { ...topic, ...dossier, ...(moved ? entering[topic.state] : {}), ...text, ...held }
  const byName: { readonly [Name in Brought]?: Effect } = effects
  return (stepOf(name).brings ?? []).reduce((so, brought) => ({ ...so, ...byName[brought]?.(so, byId) }), next)
}
