import { isCollectiveClass } from '../law/classes'
import { has, type Person, type Role } from '../resident/people'
import { dossierTexts, type Topic } from '../topic/topic'
import type { Facts } from './engine/facts'
import { states } from './states'
import { traits } from './tracks/traits'

type Village = Pick<Facts, 'village'>

/** Offices that call one meeting or another together. */
export const convening: readonly Role[] = ['committee', 'collective_board', 'group_leader']

/**
 * Who calls the meeting that decides this matter: the members' the collective's board (农村集体经济组织法第二十七条), or the village committee where
 * it acts for a collective that was never set up; the village's own the committee (村民委员会组织法第二十五条、第三十条), which speaks first in a village
 * that votes twice; a group's its leader, or the committee where the leader does not (the law is silent: D).
 */
export function convenersOf(topic: Topic, facts: Village): readonly Role[] {
  const { matterClass } = topic.dossier
  if (matterClass === 'G1') return ['group_leader', 'committee']
  return isCollectiveClass(matterClass) && !facts.village.committeeActsAsCollective && !traits['first-of-two-votes'](topic, facts)
    ? ['collective_board']
    : ['committee']
}

/** Whether this person calls it; a leader calls the own group, and no other. */
export function convenes(topic: Topic, person: Person, facts: Village): boolean {
  const groups = dossierTexts(topic.dossier, 'affectedGroups')
  return convenersOf(topic, facts).some(
    role => has(person, role) && (role !== 'group_leader' || groups.length === 0 || groups.includes(String(person.group))),
  )
}

/** Who has the matter now, by office. */
export function holdersOf(topic: Topic, facts: Village): readonly Role[] | 'proposer' {
  const { holders } = states[topic.state]
  return holders === 'convener' ? convenersOf(topic, facts) : holders
}
