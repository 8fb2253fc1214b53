import list from './functions.json'

export interface CloudFunction {
  readonly name: string
  readonly heard: string
  readonly timeoutSeconds: number
  readonly permissions: { readonly openapi: readonly string[] }
  readonly triggers?: readonly { readonly name: string; readonly type: string; readonly config: string }[]
}
export const functions: readonly CloudFunction[] = list.functions
export const { runtime, memoryMB } = list

/**
 * Who may call which function. Without a row of its own a function is open to every phone, by its name; so each has one. The functions
 * check for themselves as well.
 */
export const invokeRules = Object.fromEntries([
  ['*', { invoke: false }],
  ...functions.map(({ name, heard }) => [name, { invoke: heard === 'any-phone' ? 'auth != null' : false }] as const),
])
