import type { AnyRefusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { Decision } from '@/domain/ground/decision'

/** A screen that has nothing to show. `says`: the refusal in Chinese. */
export type Unseen<Refused extends AnyRefusal = AnyRefusal> =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refused; readonly says: string }

/**
 * `heardAt`: this phone's own time when the answer came, so that a clock runs on from the server's. `stale`: the last look found no answer;
 * what stands here is from before.
 */
export interface Shown<View> {
  readonly at: 'shown'
  readonly view: View
  readonly heardAt: number
  readonly stale: boolean
}
/** The moments of what is asked for with one look. */
export type Looked<View, Refused extends AnyRefusal = never> = Unseen<Refused> | Shown<View>

/** A list of which a page came at a time; `next`: where the rest begins. */
export interface Leaf {
  readonly next: string | null
}
/** Where a page begins; a list's first one at its head. */
export interface After {
  readonly after?: string
}
export interface Opened<View> extends Shown<View> {
  readonly more: 'more' | 'loading' | 'failed'
}
export type Leafed<View, Refused extends AnyRefusal = never> = Unseen<Refused> | Opened<View>

/** The part of a store in which the moment stands. */
interface Held<Seen> {
  set(part: { readonly seen: Seen }): void
  get(): { readonly seen: Seen }
}
type Answer<View, Refused extends AnyRefusal> = Promise<Decision<View, Refused>>

/** What was refused, as a screen holds it. */
export const refusedAs = <Refused extends AnyRefusal>(refusal: Refused) =>
  ({ at: 'refused', refusal, says: refusalWords[refusal] }) as const
/** The refusals that say: this page is somebody else's. */
export const notYours = ['not-your-role', 'not-a-resident'] as const
const loading = { at: 'loading' } as const

/**
 * Asks one look and holds its moment. What is shown stays while it is asked again and where no answer comes; an answer that a later look
 * has overtaken changes nothing. `tells`: the refusals that are an answer; any other is none. Without it every refusal is one.
 */
export function looking<View, Refused extends AnyRefusal, Told extends Refused = Refused>(
  { set, get }: Held<Looked<NoInfer<View>, NoInfer<Told>>>,
  ask: () => Answer<View, Refused>,
  tells?: readonly Told[],
) {
  const { refresh, anew } = asking(get, ask, tells, (view: View) => shown(view), set)
  return { seen: loading, refresh, anew }
}

/**
 * The same for a list of several pages. `join`: a page with the rows of a further one below its own. `rows`: how many a view has, where the
 * further pages stay when the first is asked again.
 */
export function leafing<View extends Leaf, Refused extends AnyRefusal, Told extends Refused = Refused>(
  { set, get }: Held<Leafed<NoInfer<View>, NoInfer<Told>>>,
  ask: (after: After) => Answer<View, Refused>,
  join: (view: NoInfer<View>, further: NoInfer<View>) => NoInfer<View>,
  { tells, rows }: { readonly tells?: readonly Told[]; readonly rows?: (view: NoInfer<View>) => number } = {},
) {
  const open = (view: View, before: View | null): Opened<View> => {
    const further = rows && before && view.next !== null && rows(before) > rows(view)
    return { ...shown(further ? { ...join(view, before), next: before.next } : view), more: 'more' }
  }
  const { refresh, anew, watch } = asking(get, () => ask({}), tells, open, set)
  return {
    seen: loading,
    refresh,
    anew,
    async more() {
      const { seen } = get()
      if (seen.at !== 'shown' || seen.view.next === null || seen.more === 'loading') return
      const current = watch()
      set({ seen: { ...seen, more: 'loading' } })
      const reply = await ask({ after: seen.view.next }).catch(() => null)
      const { seen: now } = get()
      // Asked anew meanwhile: what came belongs to a list that is gone.
      if (!current() || now.at !== 'shown') return
      if (!reply?.ok) return set({ seen: { ...now, more: 'failed' } })
      set({ seen: { ...now, more: 'more', view: { ...join(now.view, reply.value), next: reply.value.next } } })
    },
  }
}

/** Rows and those that follow: one that moved meanwhile is not shown twice. */
export function joined<Row extends { readonly id: string }>(rows: readonly Row[], further: readonly Row[]): Row[] {
  const known = new Set(rows.map(({ id }) => id))
  return [...rows, ...further.filter(({ id }) => !known.has(id))]
}

const shown = <View>(view: View): Shown<View> => ({ at: 'shown', view, heardAt: Date.now(), stale: false })

/** The one question behind both: which answer counts, and what follows from it. */
function asking<View, Refused extends AnyRefusal, Told extends Refused, Seen extends Shown<View>>(
  get: () => { readonly seen: Unseen<Told> | Seen },
  ask: () => Answer<View, Refused>,
  tells: readonly Told[] | undefined,
  show: (view: View, before: View | null) => Seen,
  set: (part: { readonly seen: Unseen<Told> | Seen }) => void,
) {
  let asked = 0
  const told = (refusal: Refused): refusal is Told => !tells || tells.some(one => one === refusal)
  async function refresh() {
    const ticket = ++asked
    const reply = await ask().catch(() => null)
    if (ticket !== asked) return
    const { seen } = get()
    const before = seen.at === 'shown' ? seen : null
    if (reply?.ok) set({ seen: show(reply.value, before && before.view) })
    else if (reply && told(reply.refusal)) set({ seen: refusedAs(reply.refusal) })
    else set({ seen: before ? { ...before, stale: true } : { at: 'failed' } })
  }
  return {
    refresh,
    /** For another question than before: what is shown goes at once. */
    async anew() {
      set({ seen: loading })
      await refresh()
    },
    /** Whether since now nothing has been asked anew. */
    watch() {
      const ticket = asked
      return () => ticket === asked
    },
  }
}
