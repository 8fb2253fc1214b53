import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import { helperKindNames, helperName, type Helper, type HelperKind } from '@/domain/vote/ballot/assists'
import type { Client } from './client'

/** Who helps, and how that one is called on screen. */
export interface Picked {
  readonly by: Helper
  readonly words: string
}

export interface Helping {
  readonly open: boolean
  readonly listed: 'loading' | 'failed' | readonly { readonly id: string; readonly name: string }[]
  readonly kind: HelperKind | null
  readonly personId: string | null
  readonly name: string
  readonly wrong: string | null
  /** 「有人帮我」: asked for only then, so that a voter alone asks for nothing more. */
  begin(): Promise<void>
  leave(): void
  chooseKind(kind: HelperKind): void
  choosePerson(id: string): void
  write(name: string): void
  /** Who it is, and closes; null while that is not said. */
  done(): Picked | null
}

/** Who sits beside the voter: at the own phone, and at the hall's device. */
export const createHelping = (motionId: string, call: Client): StoreApi<Helping> =>
  createStore<Helping>((set, get) => ({
    open: false,
    listed: 'loading',
    kind: null,
    personId: null,
    name: '',
    wrong: null,
    async begin() {
      set({ open: true, wrong: null, ...(typeof get().listed === 'string' ? { listed: 'loading' } : {}) })
      const reply = await call('assist.helpers', { motionId }).catch(() => null)
      set(({ listed }) => (reply?.ok ? { listed: reply.value.helpers } : typeof listed === 'string' ? { listed: 'failed' } : {}))
    },
    leave: () => set({ open: false }),
    chooseKind: kind => set({ kind, wrong: null }),
    choosePerson: personId => set({ personId, wrong: null }),
    write: name => set({ name, wrong: null }),
    done() {
      const { kind, personId, name, listed } = get()
      const say = (wrong: string) => {
        set({ wrong })
        return null
      }
      const close = (by: Helper, words: string): Picked => {
        set({ open: false })
        return { by, words }
      }
      if (kind === null) return say('请点是谁来帮忙')
      if (kind === 'officer') {
        const officer = typeof listed === 'string' ? undefined : listed.find(one => one.id === personId)
        return officer ? close({ kind, personId: officer.id }, officer.name) : say('请点是哪一位')
      }
      const checked = helperName(name)
      if (!checked.ok) return say(checked.refusal === 'empty-text' ? '请写他的姓名' : refusalWords[checked.refusal])
      return close({ kind, name: checked.value }, `${checked.value}（${helperKindNames[kind]}）`)
    },
  }))
