import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LoadableStore } from '../../cloudfunctions/adapters/bulk-load'
import { writePlace } from '../../cloudfunctions/adapters/query'
import { libsqlStore } from '../../cloudfunctions/adapters/sql/libsql'
import { postgresStore } from '../../cloudfunctions/adapters/sql/postgres'
import { startPostgres } from '../../cloudfunctions/adapters/sql/postgres-for-tests'
import { supportId } from '../../cloudfunctions/village/topic/unite-supports'
import { allStates, isEnded, isOpenToAll, runningStates } from '@/domain/procedure/states'
import { categories, type Category, type Topic } from '@/domain/topic/topic'
import { crowdedVillage, topicId } from './crowded-village'
import { atMost, rounded, type Bench, type Figure } from './figure'
import { median, p95, timed } from './repeated'

const few = 100
const many = 100_000
const pageSize = 20
/** So many different requests of every kind of list, each asked so often. */
const requests = 40
const times = 9
const readers = 200

const endedStates = allStates.filter(state => isOpenToAll(state) && isEnded(state))
const others = (Object.keys(categories) as Category[]).filter(category => category !== 'roads')

/**
 * A village's history, newest first. Half still runs and half is about roads, so that every page asked for below is full at 100 as at
 * 100,000.
 */
function history(like: Topic, n: number): Topic {
  const states = n % 2 === 0 ? runningStates : endedStates
  return {
    ...like,
    id: `t${String(n).padStart(6, '0')}`,
    title: `${like.title}（第 ${n} 件）`,
    what: like.what.repeat(20),
    authorId: `crowd${n % readers}`,
    activeAt: like.activeAt - n * 60_000,
    state: states[(n >> 2) % states.length]!,
    category: n % 4 < 2 ? 'roads' : others[(n >> 2) % others.length]!,
    dossier: {},
    pending: null,
    waitsForKey: false,
  }
}

async function load(store: LoadableStore, size: number) {
  const { village, voters } = await crowdedVillage(store, readers)
  const like = await store.get('topics', topicId)
  if (!like) throw new Error('no topic')
  const topics = Array.from({ length: size }, (_, n) => history(like, n + 1))
  for (let from = 0; from < size; from += 5000) {
    const some = topics.slice(from, from + 5000)
    await store.bulkLoad('topics', some)
    await store.bulkLoad(
      'supports',
      some.map(({ id, authorId: personId }) => ({ id: supportId(id, personId), orgId: 'v1', topicId: id, personId, at: like.activeAt })),
    )
  }
  const lists = {
    running: topics.filter(({ state }) => !endedStates.includes(state)),
    ended: topics.filter(({ state }) => endedStates.includes(state)),
  }
  /** The page behind this topic of its list, as a phone that has come so far asks for it. */
  const behind = (show: keyof typeof lists, share: number) => {
    const list = lists[show]
    const { activeAt: value, id } = list[Math.floor((list.length - pageSize - 1) * share)]!
    return writePlace({ value, id })
  }
  const asks = {
    running: () => ({ show: 'running' }),
    ended: () => ({ show: 'ended' }),
    'running, one category': () => ({ show: 'running', category: 'roads' }),
    'ended, one category': () => ({ show: 'ended', category: 'roads' }),
    'running, deep': (nth: number) => ({ show: 'running', after: behind('running', nth / requests) }),
    'ended, deep': (nth: number) => ({ show: 'ended', after: behind('ended', nth / requests) }),
  }
  return {
    kinds: Object.keys(asks) as (keyof typeof asks)[],
    /** Milliseconds of the nth request of this kind: each by another reader, the deep ones from all over the history. */
    async ask(kind: keyof typeof asks, nth: number): Promise<number> {
      const body = { name: 'topic.list', input: asks[kind](nth) },
        reader = voters[nth % readers]!
      let shown = 0
      const ms = await timed(async () => {
        const reply = await village.serve(body, reader.openid)
        if (reply.ok && 'topics' in reply.value) shown = reply.value.topics.length
      })
      if (shown !== pageSize) throw new Error(`${kind} showed ${shown} topics`)
      return ms
    },
  }
}

/**
 * A request's time is the median of its repetitions, so that what is compared is the slowest requests and not the machine's slowest
 * moments.
 */
async function growth(name: string, open: (size: number) => Promise<LoadableStore>): Promise<[string, Figure]> {
  const stores = [await open(few), await open(many)] as const
  const [small, large] = [await load(stores[0], few), await load(stores[1], many)]
  const kinds = small.kinds.map(kind => ({
    kind,
    few: Array.from({ length: requests }, (): number[] => []),
    many: Array.from({ length: requests }, (): number[] => []),
  }))
  for (let time = 0; time < times; time += 1)
    for (const { kind, few, many } of kinds)
      for (let nth = 0; nth < requests; nth += 1) {
        few[nth]!.push(await small.ask(kind, nth))
        many[nth]!.push(await large.ask(kind, nth))
      }
  for (const store of stores) await store.close()
  const found = kinds.map(({ kind, few, many }) => ({
    kind,
    few: p95(few.map(median)),
    many: p95(many.map(median)),
    rawFew: p95(few.flat()),
    rawMany: p95(many.flat()),
  }))
  return [
    name,
    atMost(
      2,
      Math.max(...found.map(each => each.many / each.few)),
      '× the p95 at 100 topics, worst kind of list',
      Object.fromEntries(
        found.map(each => [
          each.kind,
          {
            ratio: rounded(each.many / each.few),
            p95Ms: { [few]: rounded(each.few), [many]: rounded(each.many) },
            p95MsWithTheMachinesHiccups: { [few]: rounded(each.rawFew), [many]: rounded(each.rawMany) },
          },
        ]),
      ),
    ),
  ]
}

/**
 * Whole requests through `serve`, by turns in a village with 100 topics and in one with 100,000: no list may grow with the village's
 * history.
 */
export const topicList: Bench = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'village-bench-'))
  const server = await startPostgres()
  try {
    return Object.fromEntries([
      await growth('libsql', async size => libsqlStore(path.join(folder, `${size}.db`))),
      await growth('postgres', async () => postgresStore(await server.database())),
    ])
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}
