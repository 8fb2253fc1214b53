import type { JournalEntry } from '../../ground/journal'
import { carriedInto, freshIn } from '../dossier'
import type { Evidence } from '../evidence'
import type { State } from '../states'
import type { Step } from '../step'
import { isStepName, stepOf } from '../tracks/steps'

/**
 * An entry of the journal with the row it was taken by (none: it was recorded beside the table) and what the topic had been told by then.
 */
export interface Told {
  readonly entry: JournalEntry
  readonly row: Step | null
  readonly dossier: Evidence
  /** Who laid it before its second key. */
  readonly laidById: string | null
}

/** One stay of a topic in a state. */
export interface Run {
  readonly state: State
  readonly from: number
  readonly until: number | null
  readonly told: readonly Told[]
}

interface Open {
  state: State
  from: number
  until: number | null
  told: Told[]
  settled: boolean
}

const rowOf = (entry: JournalEntry): Step | null => (isStepName(entry.step) ? stepOf(entry.step) : null)
const isForgotten = ({ entry }: Told, state: State): boolean => freshIn(state).some(name => entry.evidence[name] !== undefined)

/**
 * A topic's stays in its states, in order: those that stand, and those that a later one has taken the place of. Coming into a state a
 * second time takes back everything since the first; a posting that starts over forgets its photographs and nothing else; of two votes
 * the first stands beside the second. The entries are the journal's, in order.
 */
export function runsOf(entries: readonly JournalEntry[]): { readonly standing: readonly Run[]; readonly earlier: readonly Run[] } {
  let standing: Open[] = []
  const earlier: Open[] = []
  let dossier: Evidence = {}
  let laid = null as { readonly step: string; readonly byId: string | null } | null
  const open = (state: State, from: number): Open => {
    const run: Open = { state, from, until: null, told: [], settled: false }
    standing.push(run)
    return run
  }
  /** Moves to `earlier` what the state must be told anew each time it is entered. */
  const forget = (state: State) => {
    for (const run of standing.filter(each => each.state === state)) {
      const gone = run.told.filter(told => isForgotten(told, state))
      if (gone.length > 0) earlier.push({ ...run, told: gone })
      run.told = run.told.filter(told => !gone.includes(told))
    }
  }
  const takeBack = (state: State) => {
    const first = standing.findIndex(run => run.state === state && !run.settled)
    if (first < 0) return
    earlier.push(...standing.slice(first))
    standing = standing.slice(0, first)
  }
  const settle = () => {
    const notice = standing.findLastIndex(run => run.state === 'noticing')
    standing.forEach((run, index) => {
      if (index >= notice) run.settled = true
    })
  }
  for (const entry of entries) {
    if (!entry.taken) {
      laid = laid?.step === entry.step ? null : { step: entry.step, byId: entry.byId }
      continue
    }
    const row = rowOf(entry),
      moves = entry.to !== entry.from
    const last = standing.at(-1)
    const here = last?.state === entry.from ? last : open(entry.from, entry.at)
    if (row?.restarts && !moves) forget(entry.from)
    here.told.push({ entry, row, dossier: { ...dossier, ...entry.evidence }, laidById: laid?.step === entry.step ? laid.byId : null })
    dossier = { ...(moves || row?.restarts ? carriedInto(entry.to, dossier) : dossier), ...entry.evidence }
    if (moves || laid?.step === entry.step) laid = null
    if (!moves) continue
    here.until = entry.at
    if (row?.only?.includes('first-of-two-votes')) settle()
    if (row?.to === 'held') forget(entry.to)
    else takeBack(entry.to)
    open(entry.to, entry.at)
  }
  return { standing, earlier: earlier.filter(run => run.told.length > 0) }
}
