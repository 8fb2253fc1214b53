import type * as v from 'valibot'
import { moderation } from './moderation'
import { notice } from './notice'
import { opinion } from './opinion'
import { resident } from './resident'
import { roll } from './roll'
import { session } from './session'
import { talk } from './talk'
import { file } from './topic/file'
import { objection } from './topic/objection'
import { petition } from './topic/petition'
import { topic } from './topic/topic'
import { village } from './village'
import { assist } from './vote/assist'
import { hall } from './vote/hall'
import { motion } from './vote/motion'
import { record } from './vote/record'

/** The contract, subject by subject. */
export const subjects = {
  topic: { ...topic, ...petition, ...objection, ...file },
  vote: { ...motion, ...assist, ...hall, ...record },
  roll,
  session,
  talk,
  opinion,
  notice,
  resident,
  moderation,
  village,
}

/** Everything that may be asked of the village's server. */
export const operations = {
  ...subjects.topic,
  ...subjects.vote,
  ...roll,
  ...session,
  ...talk,
  ...opinion,
  ...notice,
  ...resident,
  ...moderation,
  ...village,
}

type Operations = typeof operations
export type OperationName = keyof Operations
export type Input<Name extends OperationName> = v.InferInput<Operations[Name]['input']>
export type Parsed<Name extends OperationName> = v.InferOutput<Operations[Name]['input']>
export type Output<Name extends OperationName> = v.InferOutput<Operations[Name]['output']>
/** Refusals any operation may give, before its handler is reached. */
export type CommonRefusal = 'bad-input' | 'no-such-operation' | 'not-a-resident' | 'under-sixteen' | 'busy'
/** Refusals an operation's handler may give. */
export type OwnRefusal<Name extends OperationName> = Operations[Name]['refusals'][number]
export type Refusal<Name extends OperationName> =
  | OwnRefusal<Name>
  | CommonRefusal
  | (Operations[Name]['who'] extends readonly string[] ? 'not-your-role' : never)
export type Reply<Name extends OperationName> =
  | { readonly ok: true; readonly value: Output<Name> }
  | { readonly ok: false; readonly refusal: Refusal<Name> }
export type AnyRefusal = { [Name in OperationName]: Refusal<Name> }[OperationName]
/** Operations that may be asked without being known to the village. */
export type GuestName = { [Name in OperationName]: Operations[Name]['who'] extends 'anyone' ? Name : never }[OperationName]
export type LookName = { [Name in OperationName]: Operations[Name]['kind'] extends 'look' ? Name : never }[OperationName]
export type DeedName = Exclude<OperationName, LookName>
