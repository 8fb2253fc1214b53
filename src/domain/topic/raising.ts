import { dayOf, type RestDays } from '../ground/calendar'
import { grant, type Decision } from '../ground/decision'
import { checkText, type TextRefusal } from '../ground/text'
import { chosenOf } from '../village/choices'
import { ruleSetOn } from '../law/rule-sets'
import { advance, type Acting, type Advance } from '../procedure/engine/engine'
import { villageFacts } from '../procedure/engine/facts'
import type { Person } from '../resident/people'
import { kindOf, type Org } from '../village/org'
import { wordLimits, type Topic, type TopicWords } from './topic'

export const wordParts = ['title', 'what', 'where', 'affected', 'suggestion'] as const satisfies readonly (keyof TopicWords)[]

/** What whoever hands a topic in, or corrects it, has chosen of it. */
export type Wording = TopicWords & Pick<Topic, 'category' | 'photoIds' | 'showName'>

/** The words as they may be published; the first part that may not be refuses them all. */
export function checkWords(words: TopicWords): Decision<TopicWords, TextRefusal> {
  const checked = { ...words }
  for (const part of wordParts) {
    const decision = checkText(words[part], wordLimits[part])
    if (!decision.ok) return decision
    checked[part] = decision.value
  }
  return grant(checked)
}

/** All its words in one, for who has to judge them. */
export const textOf = (words: TopicWords): string => wordParts.map(part => words[part]).join('\n')

/** Whether a returned topic was corrected at all: unchanged, the moderators would read the same again. */
export const isReworded = (topic: Topic, words: Wording): boolean =>
  wordParts.some(part => words[part] !== topic[part]) ||
  words.category !== topic.category ||
  words.photoIds.join() !== topic.photoIds.join()

/** A topic before its first step. The law of this day and what the village has chosen by now go with it to its end. */
export function newTopic(given: Wording & Pick<Topic, 'id' | 'origin' | 'voices'>, org: Org, author: Person, now: number): Topic {
  const { collectiveSequence, townReportForVillage } = org.switches ?? {}
  return {
    ...given,
    orgId: org.id,
    authorId: author.id,
    coAuthorIds: [],
    state: 'submitted',
    enteredAt: now,
    dueAt: null,
    raisedAt: now,
    rules: ruleSetOn(kindOf(org), dayOf(now)),
    chosen: chosenOf(org),
    switches: {
      ...(collectiveSequence === undefined ? {} : { collectiveSequence }),
      ...(townReportForVillage === undefined ? {} : { townReportForVillage }),
    },
    activeAt: now,
    parentId: null,
    mergedIds: [],
    round: 1,
    sessions: 0,
    postponed: 0,
    sessionId: null,
    commentsUntil: null,
    openMotions: 0,
    openObjections: 0,
    pending: null,
    waitsForKey: false,
    dossier: {},
    rev: 0,
    head: '',
  }
}

/** Handed in and registered at once: the two first steps of the table, taken in order by the engine that takes every other. */
export function raiseTopic(topic: Topic, org: Org, author: Person, isRestDay: RestDays): readonly [Advance, Advance] {
  // Of a topic that nobody else has seen there is nothing to look up.
  const facts = {
    now: topic.raisedAt,
    supports: 0,
    authorNeedsNoSupport: false,
    supportsNeeded: org.supportsNeeded,
    session: null,
    parentOpen: true,
    changed: false,
    village: villageFacts(org, topic),
    fileComplete: false,
  }
  const step = (from: Topic, name: 'submit' | 'receive', acting: Acting): Advance => {
    const decision = advance({ topic: from, name, acting, evidence: {}, facts, isRestDay })
    if (!decision.ok) throw new Error(`a new topic's ${name} was refused: ${decision.refusal}`)
    return decision.value
  }
  const submitted = step(topic, 'submit', author)
  return [submitted, step(submitted.topic, 'receive', 'system')]
}
