import type { Guard } from '../step'
import type { GuardRow } from './guard-row'
import { classGuards } from './classes'
import { executionGuards } from './execution'
import { meetingGuards } from './meetings'
import { ordinaryGuards } from './ordinary'
import { textGuards } from './texts'

export const guards: Record<Guard, GuardRow> = { ...ordinaryGuards, ...classGuards, ...textGuards, ...meetingGuards, ...executionGuards }
