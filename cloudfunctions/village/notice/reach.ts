import { grant, refuse } from '@/domain/ground/decision'
import type { Message, Notice } from '@/domain/notice/notices'
import { has, type Person } from '@/domain/resident/people'
import { handedOver, handOverId, isStatutory, markTask, mayUndo, reachTaskId, type ReachTask } from '@/domain/notice/reach'
import { allWays, ways, waysKnown, type SendingWay, type Way } from '@/domain/notice/ways'
import type { Store } from '../../ports'
import { allRows } from '../ground/all-rows'
import { noticeCard } from './notice-card'
import { boardPhotos } from '../topic/topic-page'
import { knownBy, reachedBy, type Reached } from './reached'
import { senders } from './senders'
import type { Context, Handler } from '../ground/handler'
import { officersOf } from '../ground/officers'

const pageSize = 50
/** Each stands on a card with three buttons: fifty would be too many for a cheap phone. */
const cardsAtOnce = 20
const assignedAtOnce = 200
const writtenAtOnce = 50
const handOversShown = 20

export const viewReach: Handler<'reach.view'> = async ({ noticeId, show, after }, context) => {
  const { store, own, actor, clock } = context
  const notice = await own('notices', noticeId)
  if (!notice) return refuse('no-such-notice')
  const [topic, reached, page] = await Promise.all([
    own('topics', notice.topicId),
    reachedBy(store, notice),
    store.list('messages', { match: show === 'all' ? { noticeId } : { noticeId, readAt: null }, limit: pageSize, after }),
  ])
  const shown = show === 'all' ? page.rows : page.rows.filter(message => !knownBy(message, reached))
  const workers = [...new Set([...reached.tasks.values()].map(task => task.workerId))]
  const named = new Map(
    (await store.getMany('people', [...shown.map(message => message.personId), ...workers])).map(person => [person.id, person]),
  )
  return grant({
    now: clock.now(),
    notice: noticeCard(notice, actor),
    topicTitle: topic?.title ?? '',
    statutory: isStatutory(notice.code),
    without: waysKnown('sent').filter(way => !senders[way](context)),
    boardPhotoIds: topic ? [...boardPhotos(topic)] : [],
    figures: after === undefined ? await figuresOf(store, notice, reached) : null,
    people: shown.flatMap(message => {
      const person = named.get(message.personId)
      const task = reached.tasks.get(message.personId)
      const known = knownBy(message, reached)
      return person
        ? [
            {
              id: person.id,
              name: person.name,
              group: person.group,
              channel: known?.way ?? null,
              at: known?.at ?? null,
              worker: task ? (named.get(task.workerId)?.name ?? null) : null,
              away: task?.way === 'away',
              photoId: task?.photoId ?? null,
            },
          ]
        : []
    }),
    next: page.next,
  })
}

const gridWorkers = async (store: Store, orgId: string): Promise<Person[]> =>
  (await officersOf(store, orgId)).filter(person => has(person, 'grid_worker'))

/** Those who do not know yet, with who they are. */
async function missing(store: Store, notice: Notice, reached: Reached): Promise<Person[]> {
  const unread: Message[] = await allRows(store, 'messages', { match: { noticeId: notice.id, readAt: null } })
  const ids = unread.filter(message => !knownBy(message, reached)).map(message => message.personId)
  const people: Person[] = []
  for (let i = 0; i < ids.length; i += 1000) people.push(...(await store.getMany('people', ids.slice(i, i + 1000))))
  return people
}

async function figuresOf(store: Store, notice: Notice, reached: Reached) {
  const [people, unread, lacking, workers, handOvers] = await Promise.all([
    store.count('messages', { noticeId: notice.id }),
    store.count('messages', { noticeId: notice.id, readAt: null }),
    missing(store, notice, reached),
    gridWorkers(store, notice.orgId),
    store.list('handOvers', { match: { noticeId: notice.id }, order: { by: 'at', descending: true }, limit: handOversShown }),
  ])
  const others = [
    ...[...reached.tasks.values()].map(task => task.workerId),
    ...handOvers.rows.flatMap(one => [one.fromId, one.toId, one.byId]),
  ]
  const names = new Map((await store.getMany('people', [...new Set(others)].slice(0, 1000))).map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  const reachedSo: Record<(typeof ways)[Way]['known'], (way: Way) => number> = {
    read: () => people - unread,
    told: way => [...reached.tasks.values()].filter(task => task.way === way).length,
    sent: way => reached.sentAt(way as SendingWay).size,
  }
  const groups = [...new Set(lacking.map(person => person.group))].sort((a, b) => a - b)
  return {
    people,
    ...(Object.fromEntries(allWays.map(way => [way, reachedSo[ways[way].known](way)])) as Record<Way, number>),
    missing: lacking.length,
    groups: groups.map(group => {
      const here = lacking.filter(person => person.group === group)
      return {
        group,
        missing: here.length,
        unassigned: here.filter(person => !reached.tasks.has(person.id)).length,
        held: heldBy(here, reached).map(one => ({ ...one, name: nameOf(one.id) })),
      }
    }),
    handOvers: handOvers.rows.map(({ id, group, fromId, toId, people: given, byId, at }) => ({
      id,
      group,
      from: nameOf(fromId),
      to: nameOf(toId),
      people: given,
      by: nameOf(byId),
      at,
    })),
    workers: workers.map(({ id, name, group }) => ({ id, name, group })),
  }
}

/** How many of these are in whose hands. */
function heldBy(people: readonly Person[], reached: Reached): { readonly id: string; readonly people: number }[] {
  const held = new Map<string, number>()
  for (const { id } of people) {
    const worker = reached.tasks.get(id)?.workerId
    if (worker !== undefined) held.set(worker, (held.get(worker) ?? 0) + 1)
  }
  return [...held].map(([id, count]) => ({ id, people: count }))
}

export const assignReach: Handler<'reach.assign'> = async ({ noticeId, workerId, group }, { store, own, org, actor, clock }) => {
  const notice = await own('notices', noticeId)
  if (!notice) return refuse('no-such-notice')
  if (!(await gridWorkers(store, org.id)).some(worker => worker.id === workerId)) return refuse('no-such-person')
  const reached = await reachedBy(store, notice)
  const here = (await missing(store, notice, reached))
    .filter(person => person.group === group && !reached.tasks.has(person.id))
    .slice(0, assignedAtOnce)
  const tasks = here.map(
    ({ id: personId }): ReachTask => ({
      id: reachTaskId(noticeId, personId),
      orgId: org.id,
      noticeId,
      personId,
      workerId,
      assignedById: actor.id,
      assignedAt: clock.now(),
      way: null,
      markedAt: null,
      open: true,
    }),
  )
  let assigned = 0
  for (let i = 0; i < tasks.length; i += writtenAtOnce)
    assigned += await store.commit(async tx => {
      let written = 0
      for (const task of tasks.slice(i, i + writtenAtOnce)) {
        // Another of the staff may have given this person to somebody in this very moment: whoever came first.
        if (await tx.get('reachTasks', task.id)) continue
        await tx.insert('reachTasks', task)
        written += 1
      }
      return written
    })
  return grant({ assigned })
}

export const handOverReach: Handler<'reach.handOver'> = async ({ noticeId, group, fromId, toId }, { store, own, org, actor, clock }) => {
  const notice = await own('notices', noticeId)
  if (!notice) return refuse('no-such-notice')
  if (fromId === toId || !(await gridWorkers(store, org.id)).some(worker => worker.id === toId)) return refuse('no-such-person')
  const reached = await reachedBy(store, notice)
  const here = (await missing(store, notice, reached))
    .filter(person => person.group === group && reached.tasks.get(person.id)?.workerId === fromId)
    .slice(0, assignedAtOnce)
  const deed = { noticeId, group, fromId, toId, byId: actor.id, at: clock.now() }
  const id = handOverId(deed)
  let given = 0
  for (let i = 0; i < here.length; i += writtenAtOnce)
    given += await store.commit(async tx => {
      let written = 0
      for (const person of here.slice(i, i + writtenAtOnce)) {
        const task = await tx.get('reachTasks', reachTaskId(noticeId, person.id))
        // Told, or given to a third one, in this very moment: it stays where it is.
        const next = task ? handedOver(task, deed) : null
        if (!next) continue
        await tx.put('reachTasks', next)
        written += 1
      }
      const before = await tx.get('handOvers', id)
      if (written > 0) await tx.put('handOvers', { ...deed, id, orgId: org.id, people: (before?.people ?? 0) + written })
      return written
    })
  return grant({ given })
}

const openOf = (store: Store, workerId: string): Promise<number> => store.count('reachTasks', { workerId, open: true })

export const myReach: Handler<'reach.mine'> = async ({ show, after }, { store, actor, clock }) => {
  const order = show === 'open' ? ({ by: 'assignedAt' } as const) : ({ by: 'markedAt', descending: true } as const)
  const page = await store.list('reachTasks', { match: { workerId: actor.id, open: show === 'open' }, order, limit: cardsAtOnce, after })
  const now = clock.now()
  const [people, notices, open] = await Promise.all([
    store.getMany(
      'people',
      page.rows.map(task => task.personId),
    ),
    store.getMany('notices', [...new Set(page.rows.map(task => task.noticeId))]),
    openOf(store, actor.id),
  ])
  const personOf = new Map(people.map(person => [person.id, person])),
    noticeOf = new Map(notices.map(notice => [notice.id, notice]))
  return grant({
    now,
    open,
    tasks: page.rows.flatMap(task => {
      const person = personOf.get(task.personId),
        notice = noticeOf.get(task.noticeId)
      return person && notice
        ? [
            {
              id: task.id,
              name: person.name,
              group: person.group,
              title: notice.title,
              body: notice.body,
              way: task.way,
              markedAt: task.markedAt,
              mayUndo: mayUndo(task, now),
              photoId: task.photoId ?? null,
            },
          ]
        : []
    }),
    next: page.next,
  })
}

export const markReach: Handler<'reach.mark'> = async ({ id, way, photoId = null }, { store, own, actor, clock }: Context) => {
  if (photoId !== null && (way !== 'door' || (await own('photos', photoId))?.ownerId !== actor.id)) return refuse('no-such-photo')
  const decision = await store.commit(async tx => {
    const task = await tx.get('reachTasks', id)
    if (!task || task.workerId !== actor.id) return refuse('no-such-task')
    const marked = markTask(task, way, clock.now(), photoId)
    if (marked.ok) await tx.put('reachTasks', marked.value)
    return marked
  })
  return decision.ok ? grant({ open: await openOf(store, actor.id) }) : decision
}
