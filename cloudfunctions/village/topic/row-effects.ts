import type { effects } from '@/domain/procedure/engine/effects'
import type { State } from '@/domain/procedure/states'
import type { Brought, Row } from '@/domain/procedure/tracks/steps'
import { isAuthor, type Topic } from '@/domain/topic/topic'
import type { Store, Tx } from '../../ports'
import { putOnRecord } from '../ground/put-on-record'
import { lookedAt } from '../moderation/picture-verdicts'
import { partSupports, uniteSupports } from './unite-supports'

interface Taken {
  readonly before: Topic
  readonly after: Topic
  readonly at: number
}

interface RowEffect {
  /** In the commit of the step. What it answers, where it answers anything, is the topic as it is then written. */
  readonly inCommit: (tx: Tx, taken: Taken) => Promise<Topic | void>
  /** Row by row once the step is on record: too much for one commit. A sweep finishes what is cut off. */
  readonly afterwards?: (store: Store, topic: Topic) => Promise<void>
}

/** What a taken step changes in other rows than its topic, by the names its row brings and `engine/effects.ts` does not have. */
const rowEffects: { readonly [Name in Exclude<Brought, keyof typeof effects>]: RowEffect } = {
  // Whoever takes a topic in, or merges it, sees its pictures: with that all may read it.
  'passes-pictures': { inCommit: (tx, { after }) => lookedAt(tx, after.photoIds) },
  'joins-parent': {
    inCommit: joinParent,
    afterwards: async (store, { id, parentId }) => {
      if (parentId !== null) await uniteSupports(store, id, parentId)
    },
  },
  'leaves-parent': { inCommit: leaveParents, afterwards: partSupports },
  'opens-box': { inCommit: openBox },
}

/** What leaving a state changes, whichever step leads out of it. */
const leaving: { readonly [S in State]?: RowEffect['inCommit'] } = { scheduled: callOff }

const effectsOf = ({ brings = [] }: Row): RowEffect[] => {
  const byName: { readonly [Name in Brought]?: RowEffect } = rowEffects
  return brings.flatMap(name => byName[name] ?? [])
}

/** In the commit of a step: what it brings about in other rows. The topic as it is to be written. */
export async function bringAbout(tx: Tx, step: Row, taken: Taken): Promise<Topic> {
  const { before, after } = taken
  let topic = after
  for (const { inCommit } of effectsOf(step)) topic = (await inCommit(tx, { ...taken, after: topic })) ?? topic
  if (before.state !== after.state) await leaving[before.state]?.(tx, taken)
  return topic
}

export async function followUp(store: Store, step: Row, topic: Topic): Promise<void> {
  for (const { afterwards } of effectsOf(step)) await afterwards?.(store, topic)
}

/** A session whose topic went another way will not be held; nobody shall stand before a closed hall. */
async function callOff(tx: Tx, { before: { sessionId }, after }: Taken): Promise<void> {
  const session = sessionId === null || after.state === 'deliberating' ? undefined : await tx.get('sessions', sessionId)
  if (session) await tx.put('sessions', { ...session, calledOff: true })
}

/** The vote of a meeting begins with the step that says so, for the phones and the hall alike. */
async function openBox(tx: Tx, { after: { boxId }, at }: Taken): Promise<void> {
  const box = boxId ? await tx.get('motions', boxId) : undefined
  if (box && box.settledAt === null) await tx.put('motions', { ...box, openedAt: at })
}

/**
 * Merging keeps the originals: the parent learns its child and its co-proposers, the child whom it gave. Supports follow row by row, see
 * `unite-supports.ts`.
 */
async function joinParent(tx: Tx, { after: child }: Taken): Promise<Topic> {
  const parent = child.parentId === null ? undefined : await tx.get('topics', child.parentId)
  if (!parent) return child
  const authors = [child.authorId, ...child.coAuthorIds].filter(id => !isAuthor(parent, id))
  const deed = { at: child.enteredAt, step: 'joined', transition: 'TR-06', said: `并入《${child.title}》`, byId: null }
  await putOnRecord(tx, parent, deed, {
    mergedIds: [...parent.mergedIds, child.id, ...child.mergedIds],
    coAuthorIds: [...parent.coAuthorIds, ...authors],
  })
  return { ...child, joined: { byId: child.joined?.byId ?? '', authorIds: authors } }
}

/**
 * A merge undone: its parent, and whatever that was merged into since, forgets the child and whom it gave as proposers; who proposed
 * another of its topics too stays.
 */
async function leaveParents(tx: Tx, { before: child, at }: Taken): Promise<void> {
  const leaving = [child.id, ...child.mergedIds]
  let given = child.joined?.authorIds ?? []
  for (let parentId = child.parentId; parentId !== null; ) {
    const parent = await tx.get('topics', parentId)
    if (!parent) return
    const mergedIds = parent.mergedIds.filter(id => !leaving.includes(id))
    const gone = new Set(given)
    for (const id of mergedIds) {
      const other = await tx.get('topics', id)
      // Whoever proposed this one as well stays through it.
      const kept = other?.parentId === parent.id ? [...gone].filter(personId => isAuthor(other, personId)) : []
      if (other && kept.length > 0)
        await tx.put('topics', {
          ...other,
          joined: { byId: other.joined?.byId ?? '', authorIds: [...(other.joined?.authorIds ?? []), ...kept] },
        })
      for (const personId of kept) gone.delete(personId)
    }
    const [authorId, ...coAuthorIds] = [parent.authorId, ...parent.coAuthorIds].filter(personId => !gone.has(personId))
    const deed = { at, step: 'parted', transition: 'TR-06', said: `《${child.title}》分开办`, byId: null }
    await putOnRecord(tx, parent, deed, {
      mergedIds,
      partedIds: [...new Set([...(parent.partedIds ?? []), ...leaving])],
      ...(authorId === undefined ? {} : { authorId, coAuthorIds }),
    })
    given = [...gone].filter(personId => parent.joined?.authorIds.includes(personId))
    parentId = parent.parentId
  }
}
