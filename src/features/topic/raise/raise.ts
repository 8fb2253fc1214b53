import type { Output, Refusal } from '@/contract'
import type { Category, Draft, Faults, Part, Photo, Step } from './draft'

export type Similar = Output<'topic.similar'>['topics'][number]

/** What stands on the screen while one writes, from the first letter to the answer. */
export type Handing =
  | { readonly at: 'writing' }
  | { readonly at: 'wrong' } // `faults` says where
  | { readonly at: 'sending' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'topic.raise'> }
  | { readonly at: 'unsure' } // no answer: handing in again under the same key hands in once
  | { readonly at: 'moved-on' } // the returned topic no longer waits for its words
  | { readonly at: 'raised'; readonly id: string; readonly answerBy: number | null }

/** The returned topic being mended; null for a new one. */
export interface Mending {
  readonly rev: number
  readonly before: Draft
  readonly toFix: readonly { readonly label: string; readonly value: string }[]
}

/** What this needs of the phone. */
export interface Phone {
  drawKey(): Promise<string>
  now(): number
  kept(): readonly Draft[]
  keep(draft: Draft): void
  drop(id: string): void
  pick(most: number): Promise<{ readonly paths: readonly string[]; readonly unusable: number; readonly refused?: boolean }>
  send(
    path: string,
  ): Promise<
    { readonly ok: true; readonly value: { readonly id: string } } | { readonly ok: false; readonly refusal: Refusal<'photo.add'> }
  >
  urlOf(photoId: string): string
}

export interface Raise {
  /** `opening`: what was being written is not yet known. `guest`: the village does not know this person. */
  readonly opened: 'opening' | 'ready' | 'failed' | 'guest' | 'not-yours'
  readonly draft: Draft
  readonly photos: readonly Photo[]
  readonly saved: 'phone' | 'hall'
  /** What stands here was begun earlier. */
  readonly resumed: boolean
  readonly faults: Faults
  readonly similar: readonly Similar[]
  readonly drafts: readonly Draft[]
  readonly mending: Mending | null
  readonly handing: Handing
  /** A word on the last small thing done: a support, a photo. */
  readonly said: Refusal<'topic.support'> | Refusal<'draft.save'> | 'not-a-picture' | 'photos-refused' | 'no-answer' | null
  open(wanted: { readonly draft?: string | undefined; readonly edit?: string | undefined }): Promise<void>
  write(part: Part, words: string): void
  /** Spoken words come after what is written, if it is still that draft. */
  say(draftId: string, part: Part, heard: string): void
  choose(category: Category): void
  name(showName: boolean): void
  go(step: Step): boolean
  addPhotos(): Promise<void>
  retryPhoto(path: string): Promise<void>
  removePhoto(path: string): void
  support(topicId: string): Promise<void>
  startAnother(): Promise<void>
  /** Words on the phone go to the server now, not in a moment: the page is being left. */
  flush(): Promise<void>
  handIn(): Promise<void>
  /** `said` has been read. */
  heard(): void
}

/** How a part of the store reads and writes the whole. */
export interface Desk {
  get(): Raise
  set(part: Partial<Raise>): void
}
