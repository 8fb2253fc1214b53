import { assembly } from './assembly'
import { deliberation } from './deliberation'
import { execution } from './execution'
import { intake } from './intake'
import { petitioned } from './petitioned'
import { preparation } from './preparation'
import { quick } from './quick'
import type { Step } from '../step'
import { turnings } from './turnings'

/** A row that names another row names one that is there. */
const table = <const Rows extends { readonly [Name in keyof Rows]: Step<keyof Rows & string> }>(rows: Rows): Rows => rows

/** All that can happen to a topic, in the order in which it is offered. A new track is one more table here. */
export const steps = table({
  ...intake,
  ...petitioned,
  ...quick,
  ...deliberation,
  ...preparation,
  ...assembly,
  ...execution,
  ...turnings,
})
type Rows = typeof steps
export type StepName = keyof Rows
/** Every effect that some row brings; the tables of effects have one for each of these names. */
export type Brought = { [Name in StepName]: Rows[Name] extends { readonly brings: readonly (infer Effect)[] } ? Effect : never }[StepName]
/** The steps whose rows say this: a list by step that must know them all is a record of these names. */
export type StepThat<Says> = { [Name in StepName]: Rows[Name] extends Readonly<Says> ? Name : never }[StepName]
export type Row = Step<StepName, Brought>

export const stepNames = Object.keys(steps) as StepName[]
export const stepOf = (name: StepName): Row => steps[name]
export const isStepName = (name: string): name is StepName => Object.hasOwn(steps, name)
