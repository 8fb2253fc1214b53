import type { Delivery } from '@/domain/notice/dispatches'
import type { Message, Notice } from '@/domain/notice/notices'
import type { TemplateKey } from '@/domain/notice/templates'
import type { Tables } from './tables'

/** A table's name, and its row. Every row has an `id`; every row of the village's has an `orgId`. */
export type Table = keyof Tables
export type Row<T extends Table> = Tables[T]

type Scalar = string | number | boolean | null
/** Equal to the value, or to one of several. Only fields that `tables.ts` indexes may be matched or ordered by. */
export type Match<T extends Table> = { readonly [K in keyof Tables[T]]?: Scalar | readonly Scalar[] }

export interface Query<T extends Table> {
  readonly match?: Match<T>
  /** Rows come in this order, then by id, so that a cursor never skips or repeats one. Without it: by id. */
  readonly order?: { readonly by: keyof Tables[T] & string; readonly descending?: boolean }
  /** Bounds on the ordered field, both included. */
  readonly from?: string | number
  readonly until?: string | number
  /** At most 1,000: WeChat's database gives no more at once. */
  readonly limit: number
  /** The `next` of the page before. */
  readonly after?: string | undefined
}

export interface Page<T extends Table> {
  readonly rows: readonly Tables[T][]
  /** Where the next page starts; null when this was the last. */
  readonly next: string | null
}

/** The key of an inserted row is taken: what must not happen twice has happened once already. */
export class KeyTaken extends Error {
  constructor(
    readonly table: string,
    readonly id: string,
  ) {
    super(`${table} ${id} is taken`)
  }
}

/** Others wrote the same rows again and again while a commit was tried: nothing is written, and the same may be asked again. */
export class Overtaken extends Error {}

/** Inside a commit only single rows can be touched: WeChat's transactions allow no queries, so neither does the type. */
export interface Tx {
  get<T extends Table>(table: T, id: string): Promise<Tables[T] | undefined>
  /** Fails the commit with `KeyTaken` where the id exists. */
  insert<T extends Table>(table: T, row: Tables[T]): Promise<void>
  put<T extends Table>(table: T, row: Tables[T]): Promise<void>
  remove(table: Table, id: string): Promise<void>
}

export interface Store {
  get<T extends Table>(table: T, id: string): Promise<Tables[T] | undefined>
  /** The rows that exist, in the order of the ids asked for. At most 1,000 ids. */
  getMany<T extends Table>(table: T, ids: readonly string[]): Promise<Tables[T][]>
  list<T extends Table>(table: T, query: Query<T>): Promise<Page<T>>
  count<T extends Table>(table: T, match: Match<T>): Promise<number>
  /** How many rows hold each of these values in `field`; values with no row are absent. */
  countBy<T extends Table>(
    table: T,
    field: keyof Tables[T] & string,
    values: readonly string[],
    match?: Match<T>,
  ): Promise<Map<string, number>>
  /**
   * All or nothing, serialisable for the rows it touched. The work may be run again on a conflict, so it must have no
   * other effect. What it throws, `KeyTaken` included, leaves nothing behind and is thrown on.
   */
  commit<R>(work: (tx: Tx) => Promise<R>): Promise<R>
  /** One row, written whole, with no transaction: for a row that nobody else writes. */
  put<T extends Table>(table: T, row: Tables[T]): Promise<void>
  /**
   * Puts in the rows that are not there and leaves those which are; not all or nothing: cut off, it may be asked again. How many it put in.
   */
  insertMissing<T extends Table>(table: T, rows: readonly Tables[T][]): Promise<number>
  /**
   * When a secret vote is over: gives up whatever the host itself still knows of the order in which its marks and ballots were written.
   * Absent where there is nothing to forget, or no way to.
   */
  forgetOrder?(motionId: string): Promise<void>
  close(): Promise<void>
}

/** Milliseconds since 1970. The demo's clock can be moved forward. */
export interface Clock {
  now(): number
}

/** Has tick called at an instant, or soon after it. Best effort: it never throws, and the timer's sweep finds whatever was missed. */
export interface Alarm {
  wake(at: number): Promise<void>
}

/**
 * What a check of words found; `doubtful` wants a person's eye, and so does `unchecked`: a check that could not be made is never `clean`.
 */
export type Verdict = 'clean' | 'doubtful' | 'risky' | 'unchecked'
/** Where the words will stand. */
export type Kind = 'profile' | 'comment' | 'forum'
export interface ContentCheck {
  judge(text: string, openid: string, said?: { readonly kind?: Kind; readonly title?: string }): Promise<Verdict>
  /**
   * Hands a stored picture in to be looked at; the verdict comes later under this trace. Null, or no such check on this host: a person
   * looks.
   */
  submitPicture?(fileId: string, openid: string): Promise<string | null>
}

/** Pictures. An id is long and random: who knows it may see it. */
export interface Files {
  put(id: string, bytes: Uint8Array, mime: string): Promise<void>
  get(id: string): Promise<{ readonly bytes: Uint8Array; readonly mime: string } | undefined>
  /** For good. One that is not there is gone already: cut off, the same may be asked again. */
  remove(id: string): Promise<void>
}

/** Codes to print: who scans one lands on `page`, told `scene`. Rejects where none can be had just now. */
export interface Codes {
  of(scene: string, page: string): Promise<Uint8Array>
}

/** Chance that cannot be guessed. */
export interface Chance {
  id(): string
  below(n: number): number
}

/** The mobile number behind a code of WeChat's phone button; null where the code gives none, or there is no such button. */
export interface PhoneNumbers {
  of(code: string): Promise<string | null>
}

/** What must be kept and not be readable. `mark`: the same for the same text, to find it again; `seal`: to open later. */
export interface Vault {
  mark(text: string): string
  seal(text: string): string
  open(sealed: string): string
}
/** A subscription message for one person; the values are within WeChat's limits already. */
export interface PushMessage {
  readonly openid: string
  readonly template: TemplateKey
  readonly values: Readonly<Record<string, string>>
  readonly page: string
}
/** `busy` and `retry`: certainly not taken, may be tried again. `unsure`: no answer came, so it is never sent again. */
export type PushOutcome = 'sent' | 'no-quota' | 'banned' | 'busy' | 'bad-message' | 'unknown-template' | 'retry' | 'unsure'
export interface Push {
  /**
   * The village's own templates; what is missing is not pushed. `lasting`: one tap, messages until it is taken back; WeChat allows it to
   * certain public services only.
   */
  readonly templates: { readonly [Key in TemplateKey]?: { readonly id: string; readonly lasting: boolean } }
  send(message: PushMessage): Promise<PushOutcome>
}

/**
 * One way of bringing notices to people who are not looking. What all ways share (claims, hundreds, trying again, what is written down) is
 * village/notice/push-messages.ts; a way says whom it can reach, how one is sent to, and what sending used up.
 */
export interface Sender {
  /** Null: this notice does not go this way. */
  errandOf(notice: Notice): Errand | null
}
/** One notice on one way. */
export interface Errand {
  /** Of each of these people: `claimed`, with the address to send to, or why she cannot be sent to. */
  standing(messages: readonly Message[]): Promise<Standing>
  /** Puts together what is sent, the same for all; then it goes to one address after another. What throws may have gone out. */
  ready(): Promise<(address: string) => Promise<Delivery>>
  /** Writes down what sending used up, or taught. */
  spend(dispatchId: string, came: ReadonlyMap<string, Delivery>): Promise<void>
}
export interface Standing {
  readonly outcomes: Readonly<Record<string, Delivery>>
  readonly addresses: ReadonlyMap<string, string>
}

export interface Ports {
  readonly store: Store
  readonly clock: Clock
  readonly alarm: Alarm
  readonly contentCheck: ContentCheck
  readonly files: Files
  readonly chance: Chance
  readonly codes: Codes
  readonly phones: PhoneNumbers
  readonly vault: Vault
  /** Null where the host has no way to a phone: then messages are read in the app alone. */
  readonly push: Push | null
  /** Official holidays and weekends, with the working Saturdays taken out. `day` is YYYY-MM-DD. */
  readonly isRestDay: (day: string) => boolean
}
