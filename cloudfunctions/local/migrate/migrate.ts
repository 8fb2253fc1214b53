import { brokenAt, type JournalEntry } from '@/domain/ground/journal'
import { compare } from '../../adapters/rows'
import type { Table } from '../../ports'
import { tableNames, type Tables } from '../../tables'
import { canonical, digest, type Kept, type Place } from './places'

export interface Moved {
  readonly table: Table
  readonly rows: number
  readonly sha256: string
}

/** Source and target differ; the message says in which row. What was copied so far stays, and the same command goes on from there. */
export class Disagrees extends Error {}

const atOnce = 1000

/**
 * Copies a village, table by table. First everything at the target is looked at: it may hold rows of the source's, from a run that was
 * broken off, and no others. At the end both are read again, counted and compared, and every topic's journal is followed from its first
 * entry to its head.
 */
export async function migrate(source: Place, target: Place, say: (line: string) => void): Promise<Moved[]> {
  for (const table of tableNames)
    if (!(await source.isThere(table)))
      throw new Disagrees(`${table}：来源里缺这个文件；什么都没有写 · the source lacks its file; nothing was written`)
  for (const table of tableNames) {
    if (!(await target.isThere(table))) continue
    for await (const { id, from, to } of sideBySide(source.rows(table), target.rows(table))) {
      if (from === undefined)
        throw new Disagrees(
          `${table} ${id}：目标里有，来源里没有；什么都没有写 · is at the target and not at the source; nothing was written`,
        )
      if (to !== undefined && from !== to)
        throw new Disagrees(`${table} ${id}：目标里是另一行；什么都没有写 · is another row at the target; nothing was written`)
    }
  }
  for (const table of tableNames) await copy(source, target, table)
  const moved: Moved[] = []
  for (const table of tableNames) {
    const one = await agreed(source, target, table)
    say(`${one.sha256.slice(0, 16)}  ${String(one.rows).padStart(7)}  ${table}`)
    moved.push(one)
  }
  say(`${await wholeJournals(target)} 件议题的记录链都完整 · journals whole`)
  return moved
}

async function copy(source: Place, target: Place, table: Table): Promise<void> {
  const there = new Set<string>()
  if (await target.isThere(table)) for await (const { id } of target.rows(table)) there.add(id)
  let rows: Kept[] = []
  for await (const row of source.rows(table)) {
    if (!there.has(row.id)) rows.push(row)
    if (rows.length < atOnce) continue
    await target.add(table, rows)
    rows = []
  }
  if (rows.length > 0) await target.add(table, rows)
  await target.done(table)
}

async function agreed(source: Place, target: Place, table: Table): Promise<Moved> {
  const digested = digest()
  for await (const { id, from, to } of sideBySide(source.rows(table), target.rows(table))) {
    if (from !== to || to === undefined)
      throw new Disagrees(
        `${table} ${id}：` +
          `${from === undefined ? '来源里没有 is not at the source' : to === undefined ? '没有到 did not arrive' : '变了样 arrived as another'}`,
      )
    digested.add(to)
  }
  return { table, ...digested.end() }
}

interface Pair {
  readonly id: string
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Two places read at once in the order of ids: each id with its row, in canonical words, here and there. */
async function* sideBySide(some: AsyncIterable<Kept>, others: AsyncIterable<Kept>): AsyncGenerator<Pair> {
  const left = some[Symbol.asyncIterator](),
    right = others[Symbol.asyncIterator]()
  let a = await left.next(),
    b = await right.next()
  while (!a.done || !b.done) {
    const way = a.done ? 1 : b.done ? -1 : compare(a.value.id, b.value.id)
    yield {
      id: way <= 0 ? (a.value as Kept).id : (b.value as Kept).id,
      from: way <= 0 ? canonical(a.value) : undefined,
      to: way >= 0 ? canonical(b.value) : undefined,
    }
    if (way <= 0) a = await left.next()
    if (way >= 0) b = await right.next()
  }
}

/**
 * How many topics there are, each with its whole chain up to the head that is printed on the board. Entries lie by topic and number, as
 * their ids do.
 */
async function wholeJournals(place: Place): Promise<number> {
  const chains = new Map<string, JournalEntry[]>()
  for await (const entry of place.rows('journal') as AsyncIterable<JournalEntry>) {
    const chain = chains.get(entry.topicId)
    if (chain) chain.push(entry)
    else chains.set(entry.topicId, [entry])
  }
  let topics = 0
  for await (const topic of place.rows('topics') as AsyncIterable<Tables['topics']>) {
    const entries = (chains.get(topic.id) ?? []).sort((a, b) => a.n - b.n),
      broken = brokenAt(entries)
    if (broken !== null) throw new Disagrees(`topics ${topic.id}：第 ${broken} 条记录断了 · its journal is broken at entry ${broken}`)
    if (entries.length !== topic.rev || (entries.at(-1)?.hash ?? '') !== topic.head)
      throw new Disagrees(`topics ${topic.id}：记录没有到头 · its journal does not end at its head`)
    chains.delete(topic.id)
    topics += 1
  }
  const [stray] = chains.keys()
  if (stray !== undefined) throw new Disagrees(`journal ${stray}：没有这件议题 · of no topic`)
  return topics
}
