import type { Output } from '@/contract'
import { unitWord } from '@/domain/law/names'
import { citation } from '@/domain/law/articles'
import { isVote } from '@/domain/law/rule-sets'
import { grant } from '@/domain/ground/decision'
import { isHost, isTeller, keepsTheDoor, mayConfirmCount, seesTheHall } from '@/domain/vote/meeting/hall-duties'
import { channelOf } from '@/domain/vote/ballot/ballots'
import { arrivalId, doorsShut, type CountSeal, type PaperCount } from '@/domain/vote/meeting/meetings'
import { ruleOfMotion } from '@/domain/vote/question/motion-rule'
import { channelsOf, isOpen, meetingOf, type Motion } from '@/domain/vote/motions'
import { officeName, type Person } from '@/domain/resident/people'
import { byChannelWords, foundInAll, paperWords, reconcile } from '@/domain/vote/count/reconcile'
import { inequality, inWords, meets } from '@/domain/ground/share'
import type { Topic } from '@/domain/topic/topic'
import type { Store } from '../../ports'
import { allRows } from '../ground/all-rows'
import { batchesOf, presentNow, rowsOfUnits, staysAt, unitOf, urnOf, votedTable, waysOfUnits, type Unit } from './meeting'
import { motionCard, placeOf } from './motion-card'
import { titleFor } from '../topic/topic-card'
import type { Handler } from '../ground/handler'
import { atMeeting } from './hall-door'

type Hall = Output<'vote.hall'>

export const viewHall: Handler<'vote.hall'> = async ({ motionId }, context) => {
  const at = await atMeeting(context, motionId, seesTheHall)
  if (!at.ok) return at
  const { store, own, clock, actor } = context,
    { motion, topic } = at.value,
    now = clock.now()
  const table = votedTable(motion),
    counted = (channel: 'hall' | 'paper' | 'proxy') => store.count(table, { motionId, channel })
  const [card, stays, arrivals, counts, seal, voted, hall, paper, proxy, spoiled] = await Promise.all([
    motionCard(store, motion, actor),
    staysAt(store, motion),
    allRows(store, 'arrivals', { match: { meetingId: meetingOf(motion) } }),
    allRows(store, 'paperCounts', { match: { motionId } }),
    own('countSeals', motionId),
    store.count(table, { motionId }),
    counted('hall'),
    counted('paper'),
    counted('proxy'),
    store.count('spoiledPapers', { motionId }),
  ])
  const batches = batchesOf(counts),
    people = new Map(
      (
        await store.getMany('people', [
          ...new Set([...counts.map(({ byId }) => byId), ...(seal ? [seal.tellerId, seal.supervisorId ?? seal.tellerId] : [])]),
        ])
      ).map(person => [person.id, person]),
    )
  const nameOf = (id: string) => {
    const person = people.get(id)
    return person ? actName(person) : ''
  }
  const sees = isTeller(motion, topic, actor) || mayConfirmCount(motion, topic, actor)
  const present = await presentNow(store, motion, stays, voted, now)
  const byChannel = { phone: Math.max(0, voted - hall - paper - proxy), hall, paper, proxy }
  return grant({
    now,
    title: titleFor(topic, actor),
    card,
    openedAt: motion.openedAt ?? null,
    present,
    left: arrivals.filter(({ leftAt }) => leftAt !== null).length,
    quorum: quorumWords(motion, present),
    byChannel,
    paper: {
      issued: paper + spoiled,
      spoiled,
      found: batches.filter(({ same }) => same).reduce((sum, { entries }) => sum + foundInAll(entries[0]?.found ?? {}), 0),
    },
    batches: batches.map(each => batchSeen(each, actor.id, sees, nameOf)),
    seal: seal ? sealSeen(seal, nameOf) : null,
    // Before both have counted every batch alike, a total would tell the second teller what the first found.
    sum: isOver(motion, now) && batches.every(({ same }) => same) ? await sumSeen(store, motion) : null,
    ...(await proxiesSeen(store, motion)),
    may: mayOf(motion, topic, seal, actor, now),
  })
}

/** Over, and not settled: the time of counting. */
const isOver = ({ closesAt, settledAt }: Motion, now: number): boolean => now >= closesAt && settledAt === null

/** What this person may do in this hall now. */
function mayOf(motion: Motion, topic: Topic, seal: CountSeal | undefined, actor: Person, now: number): Hall['may'] {
  const opened = (motion.openedAt ?? null) !== null
  const counter = isTeller(motion, topic, actor)
  const handing = counter && opened && isOpen(motion, now) && motion.settledAt === null
  const counting = counter && opened && isOver(motion, now) && !seal
  const channels = channelsOf(motion)
  return {
    admit: keepsTheDoor(motion, topic, actor) && doorsShut(motion, now) === null,
    // A meeting of 四议 opens its box with its own step.
    open: isHost(topic, actor) && !opened && isOpen(motion, now) && topic.boxId !== motion.id,
    hand: handing && channels.includes('hall'),
    issue: handing && channels.includes('paper'),
    count: counting && channels.includes('paper'),
    seal: counting,
    confirm: isOver(motion, now) && seal !== undefined && seal.confirmedAt === null && mayConfirmCount(motion, topic, actor),
  }
}

/** Written proxies that hold; nothing where the rule or the notice knows none. */
async function proxiesSeen(store: Store, motion: Motion): Promise<Pick<Hall, 'proxies'>> {
  const rule = ruleOfMotion(motion)
  if (!isVote(rule) || rule.proxy.kind === 'none' || !channelsOf(motion).includes('proxy')) return {}
  const live = (await allRows(store, 'proxies', { match: { meetingId: meetingOf(motion) } })).filter(({ revokedAt }) => revokedAt === null)
  const people = new Map(
    (
      await peopleIn(
        store,
        live.flatMap(({ principalId, agentId }) => [principalId, agentId]),
      )
    ).map(person => [person.id, person]),
  )
  const ways = await waysOfUnits(
    store,
    motion,
    live.map(({ unitId }) => unitId),
  )
  return {
    proxies: live.map(({ unitId, principalId, agentId, at, photoIds }) => ({
      unitId,
      name: people.get(principalId)?.name ?? '',
      group: people.get(principalId)?.group ?? 0,
      agent: people.get(agentId)?.name ?? '',
      at,
      voted: ways.get(unitId) === 'proxy',
      photoIds: [...photoIds],
    })),
  }
}

/** WeChat's database gives no more than a thousand rows at once. */
async function peopleIn(store: Store, ids: readonly string[]): Promise<Person[]> {
  const people: Person[] = [],
    wanted = [...new Set(ids)]
  for (let at = 0; at < wanted.length; at += 500) people.push(...(await store.getMany('people', wanted.slice(at, at + 500))))
  return people
}

/** Who acts in the hall is named in full: the act is public. */
export const actName = (person: Person): string => {
  const name = officeName(person)
  return name.startsWith(person.name) ? name : person.name
}

export function quorumWords(motion: Motion, present: number): string {
  const rule = ruleOfMotion(motion),
    unit = unitWord(motion.body)
  if (!isVote(rule)) return `到了 ${present} ${unit}，征询意见不限人数`
  const { share } = rule.quorum
  return (
    `${rule.rollWord} ${motion.rollSize} ${unit}，到了 ${present} ${unit}：` +
    `${inequality(present, motion.rollSize, share)}，` +
    `${meets(present, motion.rollSize, share) ? '达到' : '没有达到'}${inWords(share)}（${citation(rule.article)}` +
    `）`
  )
}

/** One batch as this reader may see it: figures only by who counts or watches, the other's once both are in. */
export function batchSeen(
  { batch, entries, same }: ReturnType<typeof batchesOf>[number],
  readerId: string,
  sees: boolean,
  nameOf: (id: string) => string,
): Hall['batches'][number] {
  const mine = entries.find(({ byId }) => byId === readerId),
    other: PaperCount | undefined = entries.length === 2 ? entries.find(({ byId }) => byId !== readerId) : undefined
  return {
    batch,
    state: entries.length < 2 ? 'one-entered' : same ? 'same' : 'different',
    mine: sees && mine ? { ...mine.found } : null,
    others: sees && other && (mine || same) ? { ...other.found } : null,
    by: entries.map(({ byId }) => nameOf(byId)),
  }
}

const sealSeen = ({ tellerId, at, sheetPhotoIds, confirmedAt, supervisorId }: CountSeal, nameOf: (id: string) => string): Hall['seal'] => ({
  by: nameOf(tellerId),
  at,
  photoIds: [...sheetPhotoIds],
  confirmedBy: confirmedAt === null || supervisorId === null ? null : nameOf(supervisorId),
})

/** How the sum stands before it is settled: how many took part and how many ballots came back, never what they say. */
async function sumSeen(store: Store, motion: Motion): Promise<Hall['sum']> {
  const { urn, same } = await urnOf(store, motion),
    sum = reconcile(urn),
    unit = unitWord(motion.body)
  const back = urn.cast + urn.box
  const wrong =
    sum.fault === 'void'
      ? ['票箱里的票比发出去的多：这样封存，整次表决作废，要重新投']
      : sum.fault === 'sum-wrong'
        ? ['投票记录和票数对不上，先不要封存']
        : []
  return {
    holds: sum.fault === null && same,
    says: [
      byChannelWords(sum, unit),
      ...(sum.paper.issued > 0 || sum.paper.found > 0 ? [paperWords(sum.paper)] : []),
      `交回 ${back} + 未交回 ${sum.unreturned} = 参加 ${sum.present}`,
      ...wrong,
    ],
  }
}

/** By name, from the village's people: each as the unit they vote for, or the household they belong to. */
export const findUnits: Handler<'vote.find'> = async ({ motionId, name }, context) => {
  const at = await atMeeting(context, motionId, keepsTheDoor)
  if (!at.ok) return at
  const { store, org } = context,
    { motion } = at.value,
    wanted = name.trim()
  if (wanted === '') return grant({ units: [] })
  const { rows } = await store.list('people', { match: { orgId: org.id, name: wanted }, limit: 20 })
  const found = await Promise.all(
    rows.map(async (person): Promise<Unit | undefined> => {
      const place = await placeOf(store, motion, person)
      return place
        ? unitOf(store, motion, place.unitId)
        : person.householdId === null
          ? undefined
          : unitOf(store, motion, person.householdId)
    }),
  )
  const units = [...new Map(found.flatMap(unit => (unit ? [[unit.place.unitId, unit] as const] : []))).values()]
  return grant({ units: await seenUnits(store, motion, units) })
}

async function seenUnits(store: Store, motion: Motion, units: readonly Unit[]): Promise<Output<'vote.find'>['units']> {
  const ids = units.map(({ place }) => arrivalId(meetingOf(motion), place.unitId))
  const [arrivals, proxies, voted] = await Promise.all([
    store.getMany('arrivals', ids),
    store.getMany('proxies', ids),
    rowsOfUnits(
      store,
      motion,
      units.map(({ place }) => place.unitId),
    ),
  ])
  const live = new Map(proxies.filter(({ revokedAt }) => revokedAt === null).map(proxy => [proxy.unitId, proxy.agentId]))
  const agents = new Map((await store.getMany('people', [...new Set(live.values())])).map(({ id, name }) => [id, name])),
    there = new Map(arrivals.map(arrival => [arrival.unitId, arrival]))
  return units.map(({ place: { unitId }, person }) => {
    const row = voted.get(unitId)
    return {
      unitId,
      personId: person.id,
      name: person.name,
      group: person.group,
      arrivedAt: there.get(unitId)?.at ?? null,
      leftAt: there.get(unitId)?.leftAt ?? null,
      votedBy: row ? channelOf(row) : null,
      paperId: row?.paperId ?? null,
      proxy: agents.get(live.get(unitId) ?? '') ?? null,
    }
  })
}
