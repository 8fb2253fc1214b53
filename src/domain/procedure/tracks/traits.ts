import { isCollectiveClass, isMajorClass } from '../../law/classes'
import { isOwed } from '../../topic/joint-petition'
import type { Topic } from '../../topic/topic'
import type { Facts } from '../engine/facts'
import type { Trait } from '../step'

const isCollective = (topic: Topic): boolean => isCollectiveClass(topic.dossier.matterClass)
const reported = (topic: Topic): boolean => topic.townReportedAt !== undefined && topic.townReportedAt !== null
/** A village that lets its assembly decide before the members' assembly does (procedures §2.3-2, reading b). */
const votesTwice = (topic: Topic, facts: Village): boolean => isCollective(topic) && facts.village.collectiveSequence === 'additional_fifth'

type Village = Pick<Facts, 'village'>

/** Whether a row is in this topic's table: by the matter and by what the village chose, never by the day, or a row would come and go. */
// biome-ignore format: a row a line
export const traits: Record<Trait, (topic: Topic, facts: Village) => boolean> = {
  'town-report-first': (topic, facts) => !reported(topic) && (isCollective(topic) ? !votesTwice(topic, facts) : facts.village.townReportForVillage),
  'no-town-report': (topic, facts) => !traits['town-report-first'](topic, facts),
  'first-of-two-votes': (topic, facts) => votesTwice(topic, facts) && !reported(topic),
  'deciding-vote': (topic, facts) => !traits['first-of-two-votes'](topic, facts),
  'decided-by-assembly': topic => isMajorClass(topic.dossier.matterClass),
  'decided-by-talk': topic => !isMajorClass(topic.dossier.matterClass),
  // A suspension by the town has no last day (`dueAt`); only the village's own has one.
  'own-suspension': topic => topic.dueAt !== null,
  'has-co-proposers': topic => topic.coAuthorIds.length > 0,
  // Where an opinion is in the file and the review still goes on, the review was handed on to somebody else.
  'passed-on': topic => topic.dossier.opinionReasons !== undefined,
  petitioned: topic => isOwed(topic) && topic.petition?.asks !== 'reopening',
  'not-petitioned': (topic, facts) => !traits.petitioned(topic, facts),
  'reopening-petitioned': topic => isOwed(topic) && topic.petition?.asks === 'reopening',
  'merge-objected': ({ state, dossier }) => state === 'merged' && dossier.mergeObjection !== undefined && dossier.mergeAnswer === undefined,
  noticed: topic => (topic.noticedAt ?? null) !== null,
  'not-noticed': topic => (topic.noticedAt ?? null) === null,
  'may-go-to-assembly': topic => topic.dossier.body === 'VRA' || topic.dossier.body === 'RRA',
}
