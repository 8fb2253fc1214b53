import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'
import { everyone, type People } from './everyone'
import { lost, type Dispute, type Entry, type Mine } from './words'

export interface MyRolls {
  readonly seen: Looked<Mine>
  /** What is being said to be wrong, about which roll and whom. */
  readonly draft: {
    readonly key: string
    readonly entry: Entry
    readonly subject: { readonly id: string; readonly name: string } | null
    readonly kind: Dispute['kind'] | null
    readonly words: string
    readonly wrong: string | null
  } | null
  /** The group list that lies open. */
  readonly group: { readonly entry: Entry; readonly people: People | null } | null
  /** To whom the household is about to be handed. */
  readonly handing: { readonly id: string; readonly name: string } | null
  readonly busy: boolean
  readonly said: string | null
  refresh(): Promise<void>
  begin(entry: Entry, subject: { readonly id: string; readonly name: string } | null): Promise<void>
  write(change: { readonly kind?: Dispute['kind']; readonly words?: string }): void
  drop(): void
  file(): Promise<void>
  readGroup(entry: Entry | null): Promise<void>
  hand(to: { readonly id: string; readonly name: string } | null): void
  handOver(): Promise<void>
  say(words: string | null): void
}

/** One's own entries: where one stands, what is wrong with it, and who stands for the household. */
export const createMyRolls = (call: Client, draw: () => Promise<string>): StoreApi<MyRolls> =>
  createStore<MyRolls>((set, get) => ({
    ...looking({ set, get }, () => call('roll.mine', {}), []),
    draft: null,
    group: null,
    handing: null,
    busy: false,
    said: null,
    say: said => set({ said }),
    async begin(entry, subject) {
      const key = await draw()
      set({ group: null, draft: { key, entry, subject, kind: subject === null && !entry.on ? 'missing' : null, words: '', wrong: null } })
    },
    write: change => set(({ draft }) => (draft ? { draft: { ...draft, ...change, wrong: null } } : {})),
    drop: () => {
      if (!get().busy) set({ draft: null })
    },
    async file() {
      const { draft, busy } = get()
      if (!draft || busy) return
      const wrong = draft.kind === null ? '请选哪里不对' : draft.words.trim() === '' ? '请写一句怎么回事' : null
      if (wrong !== null || draft.kind === null) return set({ draft: { ...draft, wrong } })
      set({ busy: true })
      const reply = await call('roll.dispute', {
        key: draft.key,
        body: draft.entry.body,
        kind: draft.kind,
        words: draft.words,
        ...(draft.subject === null ? {} : { subjectId: draft.subject.id }),
      }).catch(() => null)
      if (!reply?.ok) return set({ busy: false, draft: { ...draft, wrong: reply ? refusalWords[reply.refusal] : lost } })
      set({ busy: false, draft: null, said: '交上去了，三天内答复您' })
      await get().refresh()
    },
    async readGroup(entry) {
      if (entry === null) return set({ group: null })
      set({ group: { entry, people: null } })
      const read = await everyone(call, entry.body)
      if ('says' in read) return set({ group: null, said: read.says })
      const { people } = read
      set(({ group }) => (group?.entry.body === entry.body ? { group: { entry, people } } : {}))
    },
    hand: to => {
      if (!get().busy) set({ handing: to })
    },
    async handOver() {
      const { handing, busy } = get()
      if (!handing || busy) return
      set({ busy: true })
      const reply = await call('roll.represent', { personId: handing.id, note: '' }).catch(() => null)
      set({
        busy: false,
        handing: null,
        said: reply?.ok ? `换好了，以后由${handing.name}代表全家投票` : reply ? refusalWords[reply.refusal] : lost,
      })
      await get().refresh()
    },
  }))
