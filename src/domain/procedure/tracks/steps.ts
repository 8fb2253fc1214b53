import { assembly } from './assembly'
import { deliberation } from './deliberation'
import { execution } from './execution'
import { intake } from './intake'
import { petitioned } from './petitioned'
import { preparation } from './preparation'
import { quick } from './quick'
import type { Step } from '../step'
import { turnings } from './turnings'

/** All that can happen to a topic, in the order in which it is offered. A new track is one more table here. */
export const steps = {
  ...intake,
  ...petitioned,
  ...quick,
  ...deliberation,
  ...preparation,
  ...assembly,
  ...execution,
  ...turnings,
} satisfies Record<string, Step>
export type StepName = keyof typeof steps
export const stepNames = Object.keys(steps) as StepName[]
export const stepOf = (name: StepName): Step => steps[name]
export const isStepName = (name: string): name is StepName => Object.hasOwn(steps, name)
