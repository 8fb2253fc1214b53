import { createStore } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import { photosAtMost } from '@/domain/topic'
import type { Client } from '@/platform/client'
import { asInput, emptyDraft, faultsIn, isEmpty, partsOf, stepOf, type Category, type Draft, type Faults, type Part, type Photo, type Step } from './draft'
import { fromHall, merged } from './drafts-store'

type Similar = Output<'topic.similar'>['topics'][number]

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
  pick(most: number): Promise<{ readonly paths: readonly string[]; readonly unusable: number }>
  send(path: string): Promise<{ readonly ok: true; readonly value: { readonly id: string } } | { readonly ok: false; readonly refusal: Refusal<'photo.add'> }>
  urlOf(photoId: string): string
}

export interface Raise {
  /** `opening`: what was being written is not yet known. `guest`: the hall does not know this person. */
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
  readonly said: Refusal<'topic.support'> | Refusal<'draft.save'> | 'not-a-picture' | 'no-answer' | null
  open(wanted: { readonly draft?: string | undefined; readonly edit?: string | undefined }): Promise<void>
  write(part: Part, words: string): void
  choose(category: Category): void
  name(showName: boolean): void
  go(step: Step): boolean
  addPhotos(): Promise<void>
  retryPhoto(path: string): Promise<void>
  removePhoto(path: string): void
  support(topicId: string): Promise<void>
  startAnother(): Promise<void>
  /** Words on the phone go to the hall now, not in a moment: the page is being left. */
  flush(): Promise<void>
  handIn(): Promise<void>
  /** `said` has been read. */
  heard(): void
}

const saveAfter = 1500
const lookAfter = 600
const enoughToCompare = 4

export const createRaise = (call: Client, phone: Phone) =>
  createStore<Raise>((set, get) => {
    let saving: ReturnType<typeof setTimeout> | undefined
    let looking: ReturnType<typeof setTimeout> | undefined
    let looked = 0
    let opening = 0
    const onTheWay = new Set<string>()

    const photosOf = (draft: Draft): readonly Photo[] => draft.photoIds.map(id => ({ path: phone.urlOf(id), id, at: 'sent', why: null }))
    const settled = { at: 'writing' } as const

    function show(draft: Draft, more: Partial<Raise> = {}) {
      clearTimeout(saving)
      clearTimeout(looking)
      set({ opened: 'ready', draft, photos: photosOf(draft), faults: {}, similar: [], said: null, mending: null, handing: draft.sent ? { at: 'unsure' } : settled, saved: 'phone', resumed: !draft.mending && !isEmpty(draft), ...more })
      look()
    }

    /** Every change is in the phone's drawer before anything else happens to it. */
    function change(change: Partial<Draft>, more: Partial<Raise> = {}) {
      const { handing } = get()
      if (handing.at === 'sending' || handing.at === 'raised') return
      const draft = { ...get().draft, ...change, touchedAt: phone.now(), dirty: true }
      phone.keep(draft)
      set({ draft, saved: 'phone', ...(handing.at === 'unsure' || handing.at === 'moved-on' ? {} : { handing: settled }), ...more })
      clearTimeout(saving)
      saving = setTimeout(() => void save(), saveAfter)
    }

    async function save() {
      clearTimeout(saving)
      const { draft, mending, handing } = get()
      // A returned topic's words go to the hall when they are handed in, not before.
      if (mending || isEmpty(draft) || handing.at === 'sending' || handing.at === 'raised') return
      const reply = await call('draft.save', asInput(draft)).catch(() => null)
      if (get().draft.id !== draft.id || get().handing.at === 'raised' || reply === null) return
      if (reply.ok) {
        const typedSince = get().draft !== draft
        const kept = { ...get().draft, savedAt: reply.value.savedAt, dirty: typedSince }
        phone.keep(kept)
        set({ draft: kept, ...(typedSince ? {} : { saved: 'hall' }) })
      }
      // It had arrived after all: handing in once more asks for the answer that was lost.
      else if (reply.refusal === 'already-raised') set({ handing: { at: 'unsure' } })
      else set({ said: reply.refusal })
    }

    function look() {
      clearTimeout(looking)
      const { draft } = get()
      const text = `${draft.words.title} ${draft.words.what}`.trim()
      if (text.length < enoughToCompare) {
        looked++
        if (get().similar.length > 0) set({ similar: [] })
        return
      }
      looking = setTimeout(() => {
        const ticket = ++looked
        void call('topic.similar', { text: text.slice(0, 2000), where: draft.words.where.slice(0, 200), not: draft.id })
          .then(reply => { if (ticket === looked && reply.ok) set({ similar: reply.value.topics }) })
          .catch(() => undefined) // only a courtesy: without it, writing goes on
      }, lookAfter)
    }

    const settle = (path: string, change: Partial<Photo>) => {
      if (!get().photos.some(photo => photo.path === path)) return
      const photos = get().photos.map(photo => (photo.path === path ? { ...photo, ...change } : photo))
      set({ photos })
      if (change.id) changePhotos(photos)
    }
    const changePhotos = (photos: readonly Photo[]) => change({ photoIds: photos.flatMap(({ id }) => (id ? [id] : [])) }, { photos })
    async function sendPhoto(path: string) {
      try {
        const reply = await phone.send(path)
        settle(path, reply.ok ? { at: 'sent', id: reply.value.id } : { at: 'failed', why: reply.refusal })
      } catch {
        settle(path, { at: 'failed', why: null })
      }
    }

    async function openMending(topicId: string) {
      const reply = await call('topic.view', { id: topicId })
      if (!reply.ok) return set({ opened: 'failed' })
      const { value } = reply
      const kept = phone.kept().find(({ id }) => id === topicId)
      if (!value.may.edit) {
        if (kept?.sent) phone.drop(topicId)
        return set({ opened: 'not-yours' })
      }
      const { card, words, photoIds } = value
      const before: Draft = { ...emptyDraft(topicId), mending: true, words: { title: card.title, ...words }, category: card.category, photoIds, showName: value.showName }
      show(kept ?? before, { mending: { rev: value.rev, before, toFix: value.answer?.told ?? [] } })
    }

    async function openDraft(wanted: string | undefined, ticket: number) {
      const pick = (drafts: readonly Draft[]) => (wanted === undefined ? drafts[0] : drafts.find(({ id }) => id === wanted))
      const here = merged(phone.kept(), [])
      const kept = pick(here)
      if (kept) show(kept, { drafts: here })
      const there = await fromHall(call)
      if (ticket !== opening) return
      if (there === 'guest') return set({ opened: 'guest' })
      const drafts = merged(phone.kept(), there ?? [])
      const found = pick(drafts)
      const { draft, opened } = get()
      if (opened === 'ready') {
        // One has begun to write meanwhile: only words that the hall took later, from another phone, may replace what stands there.
        set({ drafts })
        if (found && found.id === draft.id && !draft.dirty && found.savedAt !== draft.savedAt) show(found, { drafts })
      } else if (found) show(found, { drafts })
      else if (wanted !== undefined && there === null) set({ opened: 'failed' })
      else show(emptyDraft(await phone.drawKey()), { drafts })
    }

    return {
      opened: 'opening', draft: emptyDraft(''), photos: [], saved: 'phone', resumed: false, faults: {}, similar: [], drafts: [], mending: null, handing: settled, said: null,
      async open({ draft, edit }) {
        const ticket = ++opening
        set({ opened: 'opening', handing: settled })
        try {
          await (edit ? openMending(edit) : openDraft(draft, ticket))
        } catch {
          if (ticket === opening) set({ opened: 'failed' })
        }
      },
      write(part, text) {
        const { draft, faults } = get()
        const { [part]: mended, ...others } = faults
        change({ words: { ...draft.words, [part]: text } }, mended ? { faults: others } : {})
        if (part === 'title' || part === 'what' || part === 'where') look()
      },
      choose: category => change({ category }),
      name: showName => change({ showName }),
      go(step) {
        const { draft } = get()
        const faults = step > draft.step ? faultsIn(draft.words, partsOf[draft.step]) : {}
        if (stepOf(faults) !== null) {
          set({ faults, handing: { at: 'wrong' } })
          return false
        }
        change({ step }, { faults: {} })
        return true
      },
      async addPhotos() {
        const room = photosAtMost - get().photos.length
        if (room <= 0) return
        const { paths, unusable } = await phone.pick(room)
        set({ said: unusable > 0 ? 'not-a-picture' : null, photos: [...get().photos, ...paths.map((path): Photo => ({ path, id: null, at: 'sending', why: null }))] })
        for (const path of paths) await sendPhoto(path)
      },
      async retryPhoto(path) {
        if (get().photos.find(photo => photo.path === path)?.at !== 'failed') return
        settle(path, { at: 'sending', why: null })
        await sendPhoto(path)
      },
      removePhoto(path) {
        changePhotos(get().photos.filter(photo => photo.path !== path))
      },
      async support(topicId) {
        const topic = get().similar.find(({ id }) => id === topicId)
        if (!topic || onTheWay.has(topicId)) return
        onTheWay.add(topicId)
        const stands = (change: Partial<Similar>, said: Raise['said']) => set({ said, similar: get().similar.map(one => (one.id === topicId ? { ...one, ...change } : one)) })
        const on = !topic.supported
        stands({ supported: on, supports: topic.supports + (on ? 1 : -1) }, null)
        try {
          const reply = await call(on ? 'topic.support' : 'topic.unsupport', { id: topicId })
          stands(reply.ok ? { supports: reply.value.supports } : topic, reply.ok ? null : reply.refusal)
        } catch {
          stands(topic, 'no-answer')
        } finally {
          onTheWay.delete(topicId)
        }
      },
      async startAnother() {
        void save()
        show(emptyDraft(await phone.drawKey()), { drafts: merged(phone.kept(), get().drafts) })
      },
      flush: save,
      heard: () => set({ said: null }),
      async handIn() {
        const { draft, photos, mending, handing } = get()
        if (handing.at === 'sending' || handing.at === 'raised') return
        const faults = faultsIn(draft.words)
        const step = stepOf(faults)
        if (step !== null) return change({ step }, { faults, handing: { at: 'wrong' } })
        if (photos.some(({ at }) => at === 'sending')) return
        if (photos.some(({ at }) => at === 'failed')) return set({ handing: { at: 'refused', refusal: 'no-such-photo' } })
        clearTimeout(saving)
        phone.keep({ ...draft, sent: true })
        set({ handing: { at: 'sending' }, draft: { ...draft, sent: true } })
        try {
          const reply = await call('topic.raise', { ...asInput(draft), ...(mending ? { rev: mending.rev } : {}) })
          if (reply.ok) {
            phone.drop(draft.id)
            return set({ handing: { at: 'raised', ...reply.value }, drafts: get().drafts.filter(({ id }) => id !== draft.id) })
          }
          const kept = { ...draft, sent: false }
          phone.keep(kept)
          set({ handing: { at: 'refused', refusal: reply.refusal }, draft: kept })
          if (mending && (reply.refusal === 'changed-meanwhile' || reply.refusal === 'step-not-open')) {
            const now = await call('topic.view', { id: draft.id })
            if (now.ok && now.value.may.edit) set({ mending: { ...mending, rev: now.value.rev } })
            else if (now.ok) {
              // Handed in before and no answer heard: it is these very words that moved it on.
              if (draft.sent) phone.drop(draft.id)
              set({ handing: { at: 'moved-on' } })
            }
          }
        } catch {
          if (get().handing.at === 'sending') set({ handing: { at: 'unsure' } })
        }
      },
    }
  })
