import type { Topic } from '../../topic/topic'
import type { Evidence } from '../evidence'
import type { Facts } from '../engine/facts'
import { classGuards } from './classes'
import { executionGuards } from './execution'
import type { GuardRow } from './guard-row'
import { meetingGuards } from './meetings'
import { ordinaryGuards } from './ordinary'
import { textGuards } from './texts'
import { guardWords, type Guard } from './words'

export const guards: Readonly<Record<Guard, GuardRow>> = {
  ...ordinaryGuards,
  ...classGuards,
  ...textGuards,
  ...meetingGuards,
  ...executionGuards,
}

/** What this guard still misses here: in the words of its row, else in its general ones. */
export const missingWordsOf = (guard: Guard, topic: Topic, facts: Facts, evidence: Evidence): string =>
  guards[guard].missing?.(topic, facts, evidence) ?? guardWords[guard]
