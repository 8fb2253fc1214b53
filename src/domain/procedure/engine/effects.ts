import { isMatterCode } from '../../law/matters'
import { classOf } from '../../law/classes'
import { endOf } from '../../ground/calendar'
import { sha256Hex } from '../../ground/journal'
import { dossierText, type Topic } from '../../topic/topic'
import type { Evidence } from '../evidence'
import type { State } from '../states'
import { stepOf, type Brought, type StepName } from '../tracks/steps'

/** While the work is being done a topic is due on the day that was promised (`finishBy`), not when the state's own term ends. */
function asPromised({ state, dossier }: Topic): Partial<Topic> {
  const finishBy = state === 'implementing' || state === 'major_implementing' ? dossierText(dossier, 'finishBy') : null
  return finishBy === null ? {} : { dueAt: endOf(finishBy) }
}
/** A matter that several proposed goes on with those who stay: the first of them stands for it. */
function withoutAuthor(topic: Topic, leaver: string | null): Partial<Topic> {
  const [authorId, ...coAuthorIds] = [topic.authorId, ...topic.coAuthorIds].filter(id => id !== leaver)
  return authorId === undefined ? {} : { authorId, coAuthorIds }
}

/** For a meeting that is not the earlier one held again: how often it was noticed anew and recounted starts from nought. */
const anotherMeeting = { renotices: 0, recounts: 0 } as const
/** The class of a matter that a petition named by its kind alone: the class that kind belongs to. */
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
  // Only a session that was held counts, never one that was put off.
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
  // Votes are cast anew where a count is taken again, so what the ballot box held before must not fill the new form.
  voting: { counted: null },
}

/** States from which a matter may go back to where it was. */
const goesBack: readonly State[] = ['suspended', 'merged']

/** The topic with what the step brings about. `from` is where it was, `given` what the step was told, `byId` who took it. */
export function affected(topic: Topic, name: StepName, from: State, given: Evidence, byId: string | null): Topic {
  const text = typeof given.planText === 'string' ? { textHash: sha256Hex(given.planText) } : {}
  const moved = topic.state !== from
  const held = !moved ? {} : goesBack.includes(topic.state) ? { heldFrom: from } : goesBack.includes(from) ? { heldFrom: null } : {}
  // A new class named without a kind of matter drops the old kind: else the matter would keep one that its class does not have.
  const { matterCode, ...unnamed } = topic.dossier
  const dossier = given.matterClass !== undefined && given.matterCode === undefined && matterCode !== undefined ? { dossier: unnamed } : {}
  const next: Topic = { ...topic, ...dossier, ...(moved ? entering[topic.state] : {}), ...text, ...held }
  const byName: { readonly [Name in Brought]?: Effect } = effects
  return (stepOf(name).brings ?? []).reduce((so, brought) => ({ ...so, ...byName[brought]?.(so, byId) }), next)
}
