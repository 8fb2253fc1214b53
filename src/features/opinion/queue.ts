import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AnyRefusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import type { Kept } from '@/platform/files/storage'
import { entryOf, isNote, type Note } from './notebook'

/** A page that waits on the phone. Refused: the village gave a reason, and the words wait to be mended. */
export interface Waiting {
  readonly note: Note
  readonly refusal: AnyRefusal | null
}

export const isQueue = (raw: unknown): raw is readonly Waiting[] =>
  Array.isArray(raw) &&
  raw.every(
    (one: unknown) =>
      typeof one === 'object' &&
      one !== null &&
      'note' in one &&
      isNote(one.note) &&
      'refusal' in one &&
      (one.refusal === null || typeof one.refusal === 'string'),
  )

export type Sending = 'resting' | 'sending' | 'unreached'

export interface Queue {
  readonly waiting: readonly Waiting[]
  readonly sending: Sending
  /** How many reached the village since the page was opened. */
  readonly arrived: number
  /**
   * Keeps a page on the phone; false where the phone would not. Sending is another matter: see `send`. A page with a refusal is not sent,
   * it waits to be mended.
   */
  put(note: Note, refusal?: AnyRefusal): boolean
  /** Takes a refused page out, to mend it. */
  take(key: string): Note | null
  /** Sends what waits, one after another, until done or until nothing answers. Asked while it runs, it is the same run. */
  send(): Promise<void>
}

/** Refusals that say nothing about the words: the page stays as it is and is sent again later. */
const passing: readonly string[] = ['busy', 'no-such-operation']

/**
 * Opinions written down where there is no signal. A page is on the phone before it is sent and leaves it only after the village has
 * answered, so a killed app loses none; its key is drawn once, so a page sent twice is recorded once.
 */
export function createQueue(call: Client, box: Kept<readonly Waiting[]>): StoreApi<Queue> {
  return createStore<Queue>((set, get) => {
    /** The phone first, then the screen. */
    const keep = (waiting: readonly Waiting[]): boolean => {
      const safe = box.set(waiting)
      set({ waiting })
      return safe
    }
    const without = (key: string) => get().waiting.filter(({ note }) => note.key !== key)

    async function sendOne(note: Note): Promise<'gone' | 'unreached'> {
      const entry = entryOf(note)
      if (!entry) return 'gone'
      // Split by name, so that each call is checked against its own operation.
      const reply = await (entry.name === 'opinion.record' ? call(entry.name, entry.input) : call(entry.name, entry.input)).catch(
        () => null,
      )
      if (!reply || (!reply.ok && passing.includes(reply.refusal))) return 'unreached'
      if (reply.ok) {
        keep(without(note.key))
        set(({ arrived }) => ({ arrived: arrived + 1 }))
      } else {
        keep(get().waiting.map(one => (one.note.key === note.key ? { note, refusal: reply.refusal } : one)))
      }
      return 'gone'
    }

    let running: Promise<void> | null = null
    async function sendAll() {
      set({ sending: 'sending' })
      let outcome: Sending = 'resting'
      const next = () => get().waiting.find(({ refusal }) => refusal === null)
      for (let one = next(); one && outcome === 'resting'; one = next()) {
        if ((await sendOne(one.note)) === 'unreached') outcome = 'unreached'
      }
      set({ sending: outcome })
    }

    return {
      waiting: box.get() ?? [],
      sending: 'resting',
      arrived: 0,
      put: (note, refusal) => keep([...without(note.key), { note, refusal: refusal ?? null }]),
      take(key) {
        const found = get().waiting.find(({ note }) => note.key === key)
        if (!found || get().sending === 'sending') return null
        keep(without(key))
        return found.note
      },
      send() {
        running ??= sendAll().finally(() => {
          running = null
        })
        return running
      },
    }
  })
}
