import { createStore } from 'zustand/vanilla'
import type { Client } from '@/platform/talk-to-server/client'
import { joined } from '@/platform/voice/voice'
import { asInput, emptyDraft, faultsIn, isEmpty, partsOf, stepOf, type Draft, type Photo } from './draft'
import { merged } from './drafts-store'
import { finding } from './finding'
import { opening } from './opening'
import { photographing } from './photographing'
import type { Phone, Raise } from './raise'

const saveAfter = 1500

export const createRaise = (call: Client, phone: Phone) =>
  createStore<Raise>((set, get) => {
    let saving: ReturnType<typeof setTimeout> | undefined

    const photosOf = (draft: Draft): readonly Photo[] => draft.photoIds.map(id => ({ path: phone.urlOf(id), id, at: 'sent', why: null }))
    const settled = { at: 'writing' } as const

    function show(draft: Draft, more: Partial<Raise> = {}) {
      clearTimeout(saving)
      set({
        opened: 'ready',
        draft,
        photos: photosOf(draft),
        faults: {},
        similar: [],
        said: null,
        mending: null,
        handing: draft.sent ? { at: 'unsure' } : settled,
        saved: 'phone',
        resumed: !draft.mending && !isEmpty(draft),
        ...more,
      })
      look()
      // Typed where there was no network, or just before the app was killed.
      if (draft.dirty && !draft.mending && !draft.sent) saving = setTimeout(() => void save(), saveAfter)
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
      // A returned topic's words go to the server when they are handed in, not before.
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

    const desk = { get, set }
    const { look, support } = finding(call, desk)

    return {
      opened: 'opening',
      draft: emptyDraft(''),
      photos: [],
      saved: 'phone',
      resumed: false,
      faults: {},
      similar: [],
      drafts: [],
      mending: null,
      handing: settled,
      said: null,
      open: opening(call, phone, desk, show),
      support,
      ...photographing(phone, desk, change),
      write(part, text) {
        const { draft, faults } = get()
        const { [part]: mended, ...others } = faults
        change({ words: { ...draft.words, [part]: text } }, mended ? { faults: others } : {})
        if (part === 'title' || part === 'what' || part === 'where') look()
      },
      say(draftId, part, heard) {
        const { draft } = get()
        if (draft.id === draftId) get().write(part, joined(draft.words[part], heard))
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
