import { intake } from './intake'
import { deliberation } from './deliberation'
import type { Step } from './step'

/** All that can happen to a topic. A new track is one more table here. */
export const steps = { ...intake, ...deliberation } satisfies Record<string, Step>
export type StepName = keyof typeof steps
export const stepNames = Object.keys(steps) as StepName[]
export const stepOf = (name: StepName): Step => steps[name]
export const isStepName = (name: string): name is StepName => Object.hasOwn(steps, name)
