import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'
import { draftOf, valueOf, type Draft } from './draft'
import { lost, whyNot, type Rule, type View, type Waiting } from './words'

export interface Rules {
  readonly seen: Looked<View>
  /** The rule that lies open, and what is being proposed for it. */
  readonly open: {
    readonly rule: Rule
    readonly key: string
    readonly draft: Draft
    readonly reason: string
    readonly wrong: string | null
  } | null
  /** The proposal that is being refused, with the reason. */
  readonly refusing: { readonly one: Waiting; readonly note: string; readonly wrong: string | null } | null
  readonly busy: boolean
  readonly said: string | null
  refresh(): Promise<void>
  choose(rule: Rule | null): Promise<void>
  write(draft: Partial<Draft>): void
  explain(reason: string): void
  propose(): Promise<void>
  agree(one: Waiting): Promise<void>
  refuse(one: Waiting | null): void
  note(words: string): void
  decline(): Promise<void>
  say(words: string | null): void
}

const outcomes = {
  changed: '改好了，从现在起提的事按新的办',
  declined: '没有同意，记下来了',
  'waits-for-town': '您确认了，还要镇街同意',
} as const

/** 村里的规矩: reading them, proposing another, turning the second key. */
export const createRules = (call: Client, draw: () => Promise<string>): StoreApi<Rules> =>
  createStore<Rules>((set, get) => {
    async function decide(one: Waiting, agrees: boolean, note: string): Promise<string | null> {
      set({ busy: true })
      const reply = await call('settings.confirm', { id: one.id, key: one.key, agrees, note }).catch(() => null)
      if (reply?.ok) {
        set({ busy: false, refusing: null, said: outcomes[reply.value.outcome] })
        await get().refresh()
        return null
      }
      set({ busy: false })
      return reply ? refusalWords[reply.refusal] : lost
    }
    return {
      ...looking({ set, get }, () => call('settings.view', {}), []),
      open: null,
      refusing: null,
      busy: false,
      said: null,
      say: said => set({ said }),
      async choose(rule) {
        if (get().busy) return
        if (rule === null) return set({ open: null })
        const key = await draw()
        set({ open: { rule, key, draft: draftOf(rule), reason: '', wrong: null } })
      },
      write: draft => set(({ open }) => (open ? { open: { ...open, draft: { ...open.draft, ...draft }, wrong: null } } : {})),
      explain: reason => set(({ open }) => (open ? { open: { ...open, reason, wrong: null } } : {})),
      async propose() {
        const { open, busy } = get()
        if (!open || busy) return
        const value = valueOf(open.rule, open.draft)
        const wrong = value === null ? '还没有填好' : open.reason.trim() === '' ? '请写一句为什么要改' : null
        if (value === null || wrong) return set({ open: { ...open, wrong } })
        set({ busy: true })
        const reply = await call('settings.propose', { key: open.key, id: open.rule.id, value, reason: open.reason }).catch(() => null)
        if (!reply?.ok) return set({ busy: false, open: { ...open, wrong: reply ? whyNot(reply.refusal, open.rule) : lost } })
        set({ busy: false, open: null, said: '提出来了，等监督委员确认' })
        await get().refresh()
      },
      async agree(one) {
        if (get().busy) return
        const wrong = await decide(one, true, '')
        if (wrong) set({ said: wrong })
      },
      refuse: one => {
        if (!get().busy) set({ refusing: one && { one, note: '', wrong: null } })
      },
      note: words => set(({ refusing }) => (refusing ? { refusing: { ...refusing, note: words, wrong: null } } : {})),
      async decline() {
        const { refusing, busy } = get()
        if (!refusing || busy) return
        if (refusing.note.trim() === '') return set({ refusing: { ...refusing, wrong: '请写一句为什么不同意' } })
        const wrong = await decide(refusing.one, false, refusing.note)
        if (wrong) set({ refusing: { ...refusing, wrong } })
      },
    }
  })
