import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import { grant } from '@/domain/ground/decision'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'
import { everyone, type People } from './everyone'
import { lost, type Dispute, type RollsView } from './words'

export interface Rolls {
  readonly seen: Looked<RollsView & { readonly waiting: Dispute[] | null }>
  /** The dispute that is being decided. */
  readonly deciding: { readonly one: Dispute; readonly grants: boolean; readonly words: string; readonly wrong: string | null } | null
  readonly busy: boolean
  readonly said: string | null
  refresh(): Promise<void>
  decide(one: Dispute | null, grants?: boolean): void
  explain(words: string): void
  finish(): Promise<void>
  /** Reads every page of a roll and hands it over; says how it went. */
  take(body: RollsView['rolls'][number]['body'], work: (people: People) => Promise<void>): Promise<void>
  say(words: string | null): void
}

/** The rolls of the village, and the disputes about them that wait for this person. */
export const createRolls = (call: Client): StoreApi<Rolls> =>
  createStore<Rolls>((set, get) => ({
    ...looking({ set, get }, async () => {
      const reply = await call('roll.list', {})
      if (!reply.ok) return reply
      const asked = reply.value.decides ? await call('roll.disputes', {}).catch(() => null) : null
      return grant({ ...reply.value, waiting: asked?.ok ? asked.value.waiting : null })
    }, []),
    deciding: null,
    busy: false,
    said: null,
    say: said => set({ said }),
    decide: (one, grants = true) => {
      if (!get().busy) set({ deciding: one && { one, grants, words: '', wrong: null } })
    },
    explain: words => set(({ deciding }) => (deciding ? { deciding: { ...deciding, words, wrong: null } } : {})),
    async finish() {
      const { deciding, busy } = get()
      if (!deciding || busy) return
      if (deciding.words.trim() === '') return set({ deciding: { ...deciding, wrong: '请写一句查到了什么' } })
      set({ busy: true })
      const reply = await call('roll.decide', { id: deciding.one.id, grants: deciding.grants, words: deciding.words }).catch(() => null)
      if (!reply?.ok) return set({ busy: false, deciding: { ...deciding, wrong: reply ? refusalWords[reply.refusal] : lost } })
      const said =
        reply.value.outcome !== null
          ? '定下来了，已经告诉他'
          : deciding.one.may === 'first'
            ? '记下来了，等监督委员一起定'
            : '两个人看法不一样，请村委会再查'
      set({ busy: false, deciding: null, said })
      await get().refresh()
    },
    async take(body, work) {
      if (get().busy) return
      set({ busy: true })
      const read = await everyone(call, body)
      if ('says' in read) return set({ busy: false, said: read.says })
      await work(read.people).then(
        () => set({ said: `存好了，${read.people.length} 行` }),
        () => set({ said: '没有存成，请再试一次' }),
      )
      set({ busy: false })
    },
  }))
