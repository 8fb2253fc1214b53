import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LoadableStore } from '../../cloudfunctions/adapters/bulk-load'
import { writePlace } from '../../cloudfunctions/adapters/query'
import { libsqlStore } from '../../cloudfunctions/adapters/sql/libsql'
import { postgresStore } from '../../cloudfunctions/adapters/sql/postgres'
import { startPostgres } from '../../cloudfunctions/adapters/sql/postgres-for-tests'
import { supportId } from '../../cloudfunctions/village/unite-supports'
import { allStates, isEnded, isOpenToAll, runningStates } from '@/domain/procedure/states'
import { categories, type Category, type Topic } from '@/domain/topic'
import { crowdedVillage, topicId } from './crowded-village'
import { atMost, rounded, type Bench, type Figure } from './figure'
import { median, p95, timed } from './repeated'

const few = 100
const many = 100_000
const pageSize = 20
const rounds = 5
const perRound = 40
const readers = 200

const endedStates = allStates.filter(state => isOpenToAll(state) && isEnded(state))
const others = (Object.keys(categories) as Category[]).filter(category => category !== 'roads')

/** A village's history, newest first. Half still runs and half is about roads, so that every page asked for below is full at 100 as at 100,000. */
function history(like: Topic, n: number): Topic {
  const states = n % 2 === 0 ? runningStates : endedStates
  return {
    ...like, id: `t${String(n).padStart(6, '0')}`, title: `${like.title}（第 ${n} 件）`, what: like.what.repeat(20), authorId: `crowd${n % readers}`, activeAt: like.activeAt - n * 60_000,
    state: states[(n >> 2) % states.length]!, category: n % 4 < 2 ? 'roads' : others[(n >> 2) % others.length]!, dossier: {}, pending: null, waitsForKey: false,
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
    await store.bulkLoad('supports', some.map(({ id, authorId: personId }) => ({ id: supportId(id, personId), orgId: 'v1', topicId: id, personId, at: like.activeAt })))
  }
  const lists = { running: topics.filter(({ state }) => !endedStates.includes(state)), ended: topics.filter(({ state }) => endedStates.includes(state)) }
  /** The page behind this topic of its list, as a phone that has come so far asks for it. */
  const behind = (show: keyof typeof lists, share: number) => {
    const list = lists[show]
    const { activeAt: value, id } = list[Math.floor((list.length - pageSize - 1) * share)]!
    return writePlace({ value, id })
  }
  let turn = 0
  const asks = {
    'running': () => ({ show: 'running' }),
    'ended': () => ({ show: 'ended' }),
    'running, one category': () => ({ show: 'running', category: 'roads' }),
    'ended, one category': () => ({ show: 'ended', category: 'roads' }),
    'running, deep': () => ({ show: 'running', after: behind('running', (turn % 97) / 97) }),
    'ended, deep': () => ({ show: 'ended', after: behind('ended', (turn % 97) / 97) }),
  }
  return {
    kinds: Object.keys(asks) as (keyof typeof asks)[],
    async ask(kind: keyof typeof asks): Promise<number> {
      turn += 1
      const body = { name: 'topic.list', input: asks[kind]() }, reader = voters[turn % readers]!
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

async function growth(name: string, open: (size: number) => Promise<LoadableStore>): Promise<[string, Figure][]> {
  const stores = [await open(few), await open(many)] as const
  const [small, large] = [await load(stores[0], few), await load(stores[1], many)]
  const ratios = new Map<string, number[]>(), took = new Map<string, { few: number[]; many: number[] }>()
  // The first round only warms both.
  for (let round = -1; round < rounds; round += 1) {
    for (const kind of small.kinds) {
      const ms = { few: [] as number[], many: [] as number[] }
      for (let n = 0; n < perRound; n += 1) { ms.few.push(await small.ask(kind)); ms.many.push(await large.ask(kind)) }
      if (round < 0) continue
      ratios.set(kind, [...(ratios.get(kind) ?? []), p95(ms.many) / p95(ms.few)])
      const all = took.get(kind) ?? { few: [], many: [] }
      took.set(kind, { few: [...all.few, ...ms.few], many: [...all.many, ...ms.many] })
    }
  }
  for (const store of stores) await store.close()
  const kinds = [...ratios].map(([kind, each]) => ({ kind, ratio: median(each), all: took.get(kind)! }))
  const worst = Math.max(...kinds.map(({ ratio }) => ratio))
  return [[name, atMost(2, worst, '× the p95 at 100 topics, worst kind of list',
    Object.fromEntries(kinds.map(({ kind, ratio, all }) => [kind, { ratio: rounded(ratio), p95Ms: { [few]: rounded(p95(all.few)), [many]: rounded(p95(all.many)) }, medianMs: { [few]: rounded(median(all.few)), [many]: rounded(median(all.many)) } }])))]]
}

/** Whole requests through `serve`, by turns in a village with 100 topics and in one with 100,000: no list may grow with the village's history. */
export const topicList: Bench = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'village-bench-'))
  const server = await startPostgres()
  try {
    return Object.fromEntries([
      ...await growth('libsql', async size => libsqlStore(path.join(folder, `${size}.db`))),
      ...await growth('postgres', async () => postgresStore(await server.database())),
    ])
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}
