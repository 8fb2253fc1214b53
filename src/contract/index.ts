import type * as v from 'valibot'
import { after } from './after'
import { assists } from './assists'
import { codes } from './codes'
import { consents } from './consents'
import { cases } from './cases'
import { corrections } from './corrections'
import { desk } from './desk'
import { discussion } from './discussion'
import { files } from './files'
import { hallVote } from './hall-vote'
import { me } from './me'
import { motions } from './motions'
import { notices } from './notices'
import { opinions } from './opinions'
import { ownData } from './own-data'
import { petitions } from './petitions'
import { photos } from './photos'
import { profile } from './profile'
import { registration } from './registration'
import { reach } from './reach'
import { records } from './records'
import { rolls } from './rolls'
import { sessions } from './sessions'
import { topics } from './topics'
import { villageRules } from './village-rules'
import { voteSheet } from './vote-sheet'

/** Everything that may be asked of the village's server. */
export const operations = {
  ...assists,
  ...hallVote,
  ...voteSheet,
  ...me,
  ...topics,
  ...photos,
  ...after,
  ...desk,
  ...sessions,
  ...discussion,
  ...motions,
  ...notices,
  ...opinions,
  ...codes,
  ...registration,
  ...ownData,
  ...consents,
  ...reach,
  ...cases,
  ...corrections,
  ...profile,
  ...villageRules,
  ...petitions,
  ...files,
  ...records,
  ...rolls,
}

type Operations = typeof operations
export type OperationName = keyof Operations
export type Input<Name extends OperationName> = v.InferInput<Operations[Name]['input']>
export type Parsed<Name extends OperationName> = v.InferOutput<Operations[Name]['input']>
export type Output<Name extends OperationName> = v.InferOutput<Operations[Name]['output']>
/** Refusals any operation may give, before its handler is reached. */
export type CommonRefusal = 'bad-input' | 'no-such-operation' | 'not-a-resident' | 'under-sixteen' | 'busy'
export type Refusal<Name extends OperationName> = Operations[Name]['refusals'][number] | CommonRefusal
export type Reply<Name extends OperationName> =
  | { readonly ok: true; readonly value: Output<Name> }
  | { readonly ok: false; readonly refusal: Refusal<Name> }
export type AnyRefusal = { [Name in OperationName]: Refusal<Name> }[OperationName]
/** Operations that may be asked without being known to the village. */
export type GuestName = { [Name in OperationName]: Operations[Name] extends { readonly guest: true } ? Name : never }[OperationName]
