import { createStore, type StoreApi } from 'zustand/vanilla'
import { dayOf } from '@/domain/ground/calendar'
import type { Input, Output } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'
import type { Checked, Opened } from './sheet/computer'
import { lost, type Change, type Roll } from './words'

type Body = Roll['body']
/** What is fetched only on a computer that imports a roll. */
export type Computer = typeof import('./sheet/computer')
type Compared = Output<'roll.compare'>

export type Phase =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'not-yours' }
  | { readonly at: 'file'; readonly wrong: string | null }
  | { readonly at: 'reading' }
  | { readonly at: 'columns'; readonly opened: Opened; readonly wrong: string | null }
  | { readonly at: 'preview'; readonly opened: Opened; readonly checked: Checked }
  | { readonly at: 'sending'; readonly done: number; readonly of: number }
  | { readonly at: 'unsent'; readonly checked: Checked; readonly wrong: string }
  | { readonly at: 'refused'; readonly compared: Compared }
  | {
      readonly at: 'difference'
      readonly compared: Compared
      readonly lines: readonly Change[]
      readonly next: string | null
      readonly reason: string
      readonly wrong: string | null
    }
  | { readonly at: 'sent' }

export interface Importing {
  readonly phase: Phase
  readonly roll: Roll | null
  readonly groups: number
  readonly busy: boolean
  open(): Promise<void>
  read(file: Blob | null): Promise<void>
  match(id: Opened['columns'][number]['id'], column: number | null): void
  check(): Promise<void>
  send(): Promise<void>
  more(): Promise<void>
  explain(reason: string): void
  submit(): Promise<void>
  /** Back to choosing a file; what was sent is thrown away there. */
  again(): Promise<void>
}

const rowsAtOnce = 500

/** From a file to a difference that waits for its second key. Nothing is sent before the sheet is whole. */
export const createImporting = (
  body: Body,
  call: Client,
  draw: () => Promise<string>,
  computer: () => Promise<Computer>,
): StoreApi<Importing> =>
  createStore<Importing>((set, get) => {
    let id: string | null = null
    let now = 0
    const refused = (reply: { readonly ok: false; readonly refusal: keyof typeof refusalWords } | null): string =>
      reply ? refusalWords[reply.refusal] : lost
    return {
      phase: { at: 'loading' },
      roll: null,
      groups: 0,
      busy: false,
      async open() {
        if (get().phase.at !== 'loading' && get().phase.at !== 'failed') return
        const reply = await call('roll.list', {}).catch(() => null)
        if (!reply?.ok) return set({ phase: { at: 'failed' } })
        const roll = reply.value.rolls.find(one => one.body === body) ?? null
        now = reply.value.now
        set({ roll, groups: reply.value.groups, phase: roll?.mayImport ? { at: 'file', wrong: null } : { at: 'not-yours' } })
      },
      async read(file) {
        if (!file || get().phase.at === 'reading') return
        set({ phase: { at: 'reading' } })
        try {
          const { openFile } = await computer()
          const read = await openFile(body, file)
          set({ phase: read.ok ? { at: 'columns', opened: read.opened, wrong: null } : { at: 'file', wrong: read.says } })
        } catch {
          set({ phase: { at: 'file', wrong: '没有打开，请再试一次' } })
        }
      },
      match(column, at) {
        const { phase } = get()
        if (phase.at !== 'columns') return
        const { opened } = phase
        set({
          phase: {
            at: 'columns',
            opened: { ...opened, mapping: { ...opened.mapping, [column]: at }, unsure: opened.unsure.filter(one => one !== column) },
            wrong: null,
          },
        })
      },
      async check() {
        const { phase, groups } = get()
        if (phase.at !== 'columns') return
        const { columnsWrong, checkSheet } = await computer()
        const wrong = columnsWrong(body, phase.opened.mapping)
        if (wrong !== null) return set({ phase: { ...phase, wrong } })
        set({
          phase: {
            at: 'preview',
            opened: phase.opened,
            checked: checkSheet(body, phase.opened, phase.opened.mapping, { groups, today: dayOf(now) }),
          },
        })
      },
      async send() {
        const { phase } = get()
        if (phase.at !== 'preview' && phase.at !== 'unsent') return
        const { checked } = phase
        const { rows, wrongs } = checked
        if (wrongs.length > 0 || rows.length === 0) return
        const parts = Math.ceil(rows.length / rowsAtOnce)
        set({ phase: { at: 'sending', done: 0, of: parts } })
        const fail = (wrong: string) => set({ phase: { at: 'unsent', checked, wrong } })
        // The same sheet sent again is the same import.
        id ??= await draw()
        const begun = await call('roll.begin', { key: id, body, rows: rows.length, parts }).catch(() => null)
        if (!begun?.ok) return fail(refused(begun))
        for (let part = 0; part < parts; part += 1) {
          const reply = await call('roll.rows', {
            id,
            part,
            rows: rows.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce) as Input<'roll.rows'>['rows'],
          }).catch(() => null)
          if (!reply?.ok) return fail(refused(reply))
          set({ phase: { at: 'sending', done: part + 1, of: parts } })
        }
        const reply = await call('roll.compare', { id }).catch(() => null)
        if (!reply?.ok) return fail(refused(reply))
        if (reply.value.wrong > 0) return set({ phase: { at: 'refused', compared: reply.value } })
        set({ phase: { at: 'difference', compared: reply.value, lines: [], next: '0', reason: '', wrong: null } })
        await get().more()
      },
      async more() {
        const { phase, busy } = get()
        if (phase.at !== 'difference' || phase.next === null || busy || id === null) return
        set({ busy: true })
        const reply = await call('roll.changes', { id, after: phase.next }).catch(() => null)
        set(({ phase: current }) => {
          if (current.at !== 'difference') return { busy: false }
          return {
            busy: false,
            phase: reply?.ok
              ? { ...current, lines: [...current.lines, ...reply.value.lines], next: reply.value.next }
              : { ...current, wrong: refused(reply) },
          }
        })
      },
      explain(reason) {
        const { phase } = get()
        if (phase.at === 'difference') set({ phase: { ...phase, reason, wrong: null } })
      },
      async submit() {
        const { phase, busy } = get()
        if (phase.at !== 'difference' || busy || id === null) return
        if (phase.reason.trim() === '') return set({ phase: { ...phase, wrong: '请写一句为什么更新' } })
        set({ busy: true })
        const reply = await call('roll.submit', { id, reason: phase.reason }).catch(() => null)
        set({ busy: false, phase: reply?.ok ? { at: 'sent' } : { ...phase, wrong: refused(reply) } })
      },
      async again() {
        const dropped = id
        id = null
        set({ phase: { at: 'file', wrong: null } })
        if (dropped !== null) await call('roll.drop', { id: dropped }).catch(() => null)
      },
    }
  })
