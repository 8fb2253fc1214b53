import { isMatterCode } from '../../law/matters'
import { classOf } from '../../law/classes'
import { endOf } from '../../ground/calendar'
import { sha256Hex } from '../../ground/journal'
import { dossierText, type Topic } from '../../topic/topic'
import type { Evidence } from '../evidence'
import type { State } from '../states'
import type { StepName } from '../tracks/steps'

function promised(topic: Topic): Partial<Topic> {
  const finishBy = dossierText(topic.dossier, 'finishBy')
  return finishBy === null ? {} : { dueAt: endOf(finishBy) }
}
const asPromised = (topic: Topic): Partial<Topic> =>
  topic.state === 'implementing' || topic.state === 'major_implementing' ? promised(topic) : {}
/** A matter that several proposed goes on with those who stay: the first of them stands for it. */
function withoutAuthor(topic: Topic, leaver: string | null): Partial<Topic> {
  const [authorId, ...coAuthorIds] = [topic.authorId, ...topic.coAuthorIds].filter(id => id !== leaver)
  return authorId === undefined ? {} : { authorId, coAuthorIds }
}
const reviewed = (topic: Topic): Partial<Topic> => ({ reviewedHash: topic.textHash ?? '' })
const reported = (topic: Topic): Partial<Topic> => ({ townReportedAt: topic.activeAt })
const noticed = (topic: Topic): Partial<Topic> => ({ noticedAt: topic.activeAt })

/** Another meeting, not the same one once more: its notices and counts begin anew. */
const anotherMeeting = { renotices: 0, recounts: 0 } as const
/** What those who signed wanted is done: the notice is out, the matter open again. */
const served = (topic: Topic): Partial<Topic> => (topic.petition ? { petition: { ...topic.petition, servedAt: topic.activeAt } } : {})
/** A petition's matter is of the class its kind belongs to. */
const classNamed = ({ dossier }: Topic): string => {
  const code = dossierText(dossier, 'matterCode')
  return code !== null && isMatterCode(code) ? classOf(code) : 'L1'
}

/** What a taken step changes in the topic beside its state and dossier. */
// biome-ignore format: a row a line
const effects: { readonly [Name in StepName]?: (topic: Topic, byId: string | null) => Partial<Topic> } = {
  next_round: topic => ({ round: topic.round + 1 }),
  // A session counts once it is held.
  convene: topic => ({ sessions: topic.sessions + 1, postponed: 0 }),
  reschedule: topic => ({ postponed: topic.postponed + 1, sessionId: null, commentsUntil: null }),
  // From here on the day that matters is the one that was promised.
  start_work: promised,
  rework: promised,
  carry_out: promised,
  rework_major: promised,
  step_back: (topic, byId) => withoutAuthor(topic, byId),
  merge: (topic, byId) => ({ parentId: dossierText(topic.dossier, 'parent'), joined: { byId: byId ?? '', authorIds: [] }, partedFrom: null }),
  keep_merged: () => ({ dueAt: null }),
  part_again: topic => ({ parentId: null, joined: null, partedFrom: topic.parentId }),
  second_round: () => ({ sessionId: null, commentsUntil: null, round: 1 }),
  upgrade: () => ({ sessionId: null, commentsUntil: null }),
  review_lawful: reviewed,
  review_with_changes: reviewed,
  judicial_review_lawful: reviewed,
  town_answers: reported,
  town_silent: reported,
  give_notice: topic => ({ ...noticed(topic), ...served(topic) }),
  correct_notice: noticed,
  give_urgent_notice: topic => ({ ...noticed(topic), ...served(topic) }),
  convene_by_petition: topic => ({ sessionId: null, commentsUntil: null, dossier: { ...topic.dossier, matterClass: classNamed(topic) } }),
  reopen_by_petition: topic => ({ ...served(topic), sessionId: null, commentsUntil: null, round: 1, sessions: 0, postponed: 0 }),
  notice_again: topic => ({ renotices: (topic.renotices ?? 0) + 1 }),
  take_to_assembly: () => ({ ...anotherMeeting, toAssembly: true }),
  announce_to_town: () => anotherMeeting,
  redo_vote: () => anotherMeeting,
  resume: asPromised,
  resume_early: asPromised,
  resume_by_time: asPromised,
  suspend_emergency: topic => ({ emergencies: (topic.emergencies ?? 0) + 1 }),
  recount: topic => ({ recounts: (topic.recounts ?? 0) + 1 }),
  declare_interest: (topic, byId) => ({ recusedIds: byId === null ? topic.recusedIds ?? [] : [...new Set([...(topic.recusedIds ?? []), byId])] }),
  reopen: () => ({ sessionId: null, commentsUntil: null, round: 1, sessions: 0, postponed: 0 }),
}

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
  return { ...next, ...effects[name]?.(next, byId) }
}
