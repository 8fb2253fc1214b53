import { ballotId, channelOf, receiptHash, type Ballot, type Mark } from '@/domain/vote/ballot/ballots'
import { channels } from '@/domain/vote/channels'
import type { BallotForm, Motion } from '@/domain/vote/motions'
import type { Choice } from '@/domain/vote/question/answers'
import { settleVotes } from '../../village/vote/settle-votes'
import { allRows } from '../../village/ground/all-rows'
import { membersMotion, membersOf, scrutineer, tellers } from './meeting-for-tests'
import { granted, hour, key, minute, pixel, type smallVillage } from './small-village'

type Village = ReturnType<typeof smallVillage>

/** A household of three, of whom `m0` may vote for the others, and two by themselves. */
const households = [['m0', 'm1', 'm2'], ['m3'], ['m4']] as const
const agent = 'm0',
  principals = ['m1', 'm2'] as const
export const units = households.flat()

/** Numbers that are the same for the same seed. */
export function chanceFrom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    below: (n: number) => Math.floor(next() * n),
    one: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!,
    often: (share: number) => next() < share,
  }
}
type Chance = ReturnType<typeof chanceFrom>

type Command =
  | {
      readonly kind: 'cast'
      readonly channel: 'phone' | 'hall' | 'proxy'
      readonly unit: string
      readonly choice: Choice
      readonly receipt: string
      readonly teller: string
    }
  | { readonly kind: 'issue'; readonly key: string; readonly unit: string; readonly teller: string }
  | { readonly kind: 'takeBack'; readonly unit: string; readonly teller: string }
  | { readonly kind: 'spoil'; readonly key: string; readonly teller: string }
  | { readonly kind: 'checkIn' | 'leave' | 'write' | 'revoke'; readonly unit: string }
interface Done {
  readonly command: Command
  readonly batch: number
  readonly ok: boolean
  readonly refusal: string | null
}

const choices = ['for', 'against', 'abstain'] as const

/** Fails with the seed of the vote, which plays it again. */
function same(seed: number, what: string, found: unknown, expected: unknown): void {
  const [one, other] = [found, expected].map(value => JSON.stringify(value))
  if (one !== other) throw new Error(`vote ${seed}, ${what}: ${one}, not ${other}`)
}

/** What might happen during a vote: mostly casting, on few units, so that ways collide. */
function commandFrom(chance: Chance, name: string): Command {
  const unit = chance.one(units),
    teller = chance.one(tellers)
  const cast = (channel: 'phone' | 'hall' | 'proxy', of: string): Command => ({
    kind: 'cast',
    channel,
    unit: of,
    choice: chance.one(choices),
    receipt: `${name}:${chance.below(3)}:${of}`,
    teller,
  })
  switch (chance.below(14)) {
    case 0:
    case 1:
    case 2:
      return cast('phone', unit)
    case 3:
    case 4:
      return cast('hall', unit)
    case 5:
      return cast('proxy', chance.one(principals))
    case 6:
    case 7:
      return { kind: 'issue', key: key(`${name}p`), unit, teller }
    case 8:
      return { kind: 'takeBack', unit, teller }
    case 9:
      return chance.often(0.5)
        ? { kind: 'spoil', key: key(`${name}s${chance.below(2)}`), teller }
        : { kind: 'issue', key: key(`${name}p`), unit, teller }
    case 10:
      return { kind: chance.often(0.5) ? 'checkIn' : 'leave', unit: chance.one(units.filter(one => one !== agent)) }
    case 11:
      return { kind: 'revoke', unit: chance.one(principals) }
    default:
      return cast('proxy', chance.one(principals))
  }
}

/** One vote from its doors to its result, with a crowd that does everything at once and whose answers get lost. */
class Interleaving {
  readonly motion: Motion
  private readonly done: Done[] = []
  private readonly chance: Chance
  private readonly there = new Set<string>()
  private readonly proxies = new Set<string>()
  private readonly present = new Set<string>()
  private batch = 0
  private voided = false
  private box: Record<string, number> = {}

  constructor(
    private readonly village: Village,
    private readonly seed: number,
    topicId: string,
    private readonly most: number,
  ) {
    this.chance = chanceFrom(seed)
    const form: BallotForm = seed % 2 === 0 ? 'named' : 'secret'
    this.motion = membersMotion(village, topicId, units, { id: key(`i${seed}`), form })
  }

  private get form() {
    return this.motion.form
  }
  private receiptOf(text: string) {
    return this.form === 'secret' ? { receiptHash: receiptHash(`${this.seed}:${text}`) } : {}
  }

  private readonly seen = new Map<Command, Promise<string>>()
  /** Which paper the teller saw was out when she meant to take it back; asking again she means the same one. */
  private paperSeen(command: Command & { readonly unit: string }): Promise<string> {
    const looked =
      this.seen.get(command) ??
      this.village.store
        .get(this.form === 'secret' ? 'marks' : 'ballots', ballotId(this.motion.id, command.unit))
        .then(row => row?.paperId ?? key('no paper'))
    this.seen.set(command, looked)
    return looked
  }

  private async ask(command: Command): Promise<{ readonly ok: boolean; readonly refusal: string | null }> {
    const { as } = this.village,
      motionId = this.motion.id
    const reply = await (async () => {
      switch (command.kind) {
        case 'cast': {
          const { unit, choice, receipt, teller } = command
          if (command.channel === 'hall')
            return as(teller)('ballot.castInHall', { motionId, unitId: unit, choice, ...this.receiptOf(receipt) })
          if (command.channel === 'proxy')
            return as(agent)('ballot.castAsProxy', { motionId, unitId: unit, choice, ...this.receiptOf(receipt) })
          return this.form === 'secret'
            ? as(unit)('ballot.castSecret', { motionId, choice, receiptHash: receiptHash(`${this.seed}:${receipt}`) })
            : as(unit)('ballot.cast', { motionId, choice })
        }
        case 'issue':
          return as(command.teller)('paper.issue', { key: command.key, motionId, unitId: command.unit })
        case 'takeBack':
          return as(command.teller)('paper.takeBack', { motionId, unitId: command.unit, paperId: await this.paperSeen(command) })
        case 'spoil':
          return as(command.teller)('paper.spoil', { key: command.key, motionId, reason: '滴了水' })
        case 'checkIn':
          return as(command.unit)('vote.checkIn', { motionId })
        case 'leave':
          return as('recorder')('vote.leave', { motionId, unitId: command.unit })
        case 'write':
          return as('recorder')('proxy.write', { motionId, unitId: command.unit, agentId: agent, photoIds: [photoOf(this.village)] })
        case 'revoke':
          return as(command.unit)('proxy.revoke', { motionId, unitId: command.unit })
      }
    })()
    return reply.ok ? { ok: true, refusal: null } : { ok: false, refusal: reply.refusal }
  }

  /** All of a batch at once. What is asked twice is somebody whose answer was lost. */
  private async together(commands: readonly Command[]): Promise<void> {
    const batch = (this.batch += 1)
    this.done.push(...(await Promise.all(commands.map(async command => ({ command, batch, ...(await this.ask(command)) })))))
  }

  /** An hour before: proxies are written, people come and some go again. */
  async doors(): Promise<void> {
    await this.village.store.put('motions', this.motion)
    for (const unit of principals) if (this.chance.often(0.6) && (await this.ask({ kind: 'write', unit })).ok) this.proxies.add(unit)
    for (const unit of units) {
      if (!this.chance.often(0.6)) continue
      granted(await this.village.as(unit)('vote.checkIn', { motionId: this.motion.id }))
      this.there.add(unit)
      this.proxies.delete(unit)
    }
  }
  async before(): Promise<void> {
    for (const unit of units)
      if (this.there.has(unit) && this.chance.often(0.2)) {
        granted(await this.village.as('recorder')('vote.leave', { motionId: this.motion.id, unitId: unit }))
        this.there.delete(unit)
      }
    for (const unit of principals)
      if (this.proxies.has(unit) && this.chance.often(0.2)) {
        granted(await this.village.as(unit)('proxy.revoke', { motionId: this.motion.id, unitId: unit }))
        this.proxies.delete(unit)
      }
  }

  /** P at the opening, by the law's own words: who is there, and whom the agent who is there carries. */
  private carried() {
    return this.there.has(agent) ? [...this.proxies] : []
  }
  async open(): Promise<void> {
    const motionId = this.motion.id
    for (;;) {
      const P = new Set([...this.there, ...this.carried()]).size,
        reply = await this.village.as('moderator')('vote.open', { motionId })
      same(this.seed, `opened with ${P} there`, reply.ok || reply.refusal, 3 * P >= 2 * units.length || 'quorum-not-there')
      if (reply.ok) break
      const missing = units.find(unit => !this.there.has(unit))
      if (missing === undefined) throw new Error('everybody is there')
      granted(await this.village.as('recorder')('vote.admit', { motionId, unitId: missing }))
      this.there.add(missing)
      this.proxies.delete(missing)
    }
    for (const unit of [...this.there, ...this.carried()]) this.present.add(unit)
  }

  async vote(): Promise<void> {
    const waiting: Command[] = []
    for (let left = 2 + this.chance.below(this.most - 1); left > 0; ) {
      const batch = Array.from({ length: Math.min(left, 1 + this.chance.below(5)) }, (_, n) =>
        commandFrom(this.chance, `${this.seed}.${left}.${n}`),
      )
      left -= batch.length
      // Somebody hears nothing and asks again: at once, or later among other things.
      const again = batch.filter(() => this.chance.often(0.25))
      await this.together([...batch, ...again.filter((_, n) => n % 2 === 0), ...waiting.splice(0)])
      waiting.push(...again.filter((_, n) => n % 2 === 1))
    }
    if (waiting.length > 0) await this.together(waiting)
  }

  private kept: ReadonlyMap<string, Ballot | Mark> | undefined
  /** The rows of the units as the close found them: nothing changes them any more. */
  private async rows(): Promise<ReadonlyMap<string, Ballot | Mark>> {
    if (this.kept) return this.kept
    const match = { motionId: this.motion.id }
    const rows: readonly (Ballot | Mark)[] =
      this.form === 'secret'
        ? await allRows(this.village.store, 'marks', { match })
        : await allRows(this.village.store, 'ballots', { match })
    return (this.kept = new Map(
      units.flatMap(unit => rows.filter(row => row.id === ballotId(this.motion.id, unit)).map(row => [unit, row] as const)),
    ))
  }

  /** What was acknowledged against what lies there: every unit by itself. */
  private async check(): Promise<void> {
    const rows = await this.rows(),
      secret = this.form === 'secret' ? await allRows(this.village.store, 'secretBallots', { match: { motionId: this.motion.id } }) : []
    const receipts = new Map(secret.map(({ id, choice }) => [id.slice(this.motion.id.length + 1), choice]))
    const grantedOf = (unit: string, ...kinds: Command['kind'][]) =>
      this.done.filter(({ ok, command }) => ok && kinds.includes(command.kind) && 'unit' in command && command.unit === unit)
    for (const unit of units) {
      const casts = grantedOf(unit, 'cast').flatMap(({ batch, command }) => (command.kind === 'cast' ? [{ batch, ...command }] : []))
      const ways = new Set(casts.map(({ channel }) => channel)),
        row = rows.get(unit),
        is = (what: string, found: unknown, expected: unknown) => {
          same(this.seed, `${unit}: ${what}`, found, expected)
        }
      const papers = new Set(grantedOf(unit, 'issue').flatMap(({ command }) => (command.kind === 'issue' ? [command.key] : [])))
      const back = new Set(await Promise.all(grantedOf(unit, 'takeBack').map(({ command }) => this.seen.get(command))))
      const out = [...papers].filter(paper => !back.has(paper))
      is('acknowledged one way', ways.size <= 1, true)
      if (casts.length > 0) {
        is('the row’s way', row && channelOf(row), casts[0]!.channel)
        // A paper given out before was given back, else the other way had stayed shut.
        is('paper back before', out, [])
        if (this.form === 'named') {
          const last = Math.max(...casts.map(({ batch }) => batch)),
            said = new Set<string | null>(casts.filter(({ batch }) => batch === last).map(({ choice }) => choice))
          is('the last acknowledged choice stands', row && 'choice' in row && said.has(row.choice), true)
        } else {
          const mine = new Set(casts.map(({ receipt }) => receiptHash(`${this.seed}:${receipt}`)))
          is(
            'one receipt, with its choice',
            [[...mine].map(hash => receipts.get(hash)), new Set(casts.map(({ choice }) => choice)).size],
            [[casts[0]!.choice], 1],
          )
        }
        // Nothing else was let in after it.
        const first = Math.min(...casts.map(({ batch }) => batch))
        is(
          'paper after it',
          grantedOf(unit, 'issue').filter(({ batch }) => batch > first),
          [],
        )
      } else
        is(
          'no ballot but the one paper that is out',
          row === undefined
            ? out.length === 0
            : channelOf(row) === 'paper' &&
                row.paperId !== undefined &&
                papers.has(row.paperId) &&
                out.every(paper => paper === row.paperId),
          true,
        )
      if (row) this.present.add(unit)
    }
    for (const { command, ok } of this.done) if (ok && command.kind === 'checkIn') this.present.add(command.unit)
    // Nobody votes for another whose proxy was taken back before, or who never gave one.
    for (const { command, batch, ok } of this.done) {
      if (!ok || command.kind !== 'cast' || command.channel !== 'proxy') continue
      const { unit } = command,
        others = this.done.filter(other => other.ok && 'unit' in other.command && other.command.unit === unit)
      const used = others.some(other => other.batch < batch && other.command.kind === 'cast')
      const there = others.some(other => other.batch < batch && other.command.kind === 'checkIn')
      // What was used is not taken back, and what was taken back is not used, whichever came first.
      same(
        this.seed,
        `${unit}: by proxy`,
        [this.proxies.has(unit), there && !used, others.filter(other => other.command.kind === 'revoke')],
        [true, false, []],
      )
    }
    same(
      this.seed,
      'secret ballots',
      receipts.size,
      this.form === 'secret' ? [...rows.values()].filter(row => channelOf(row) !== 'paper').length : 0,
    )
  }

  /** After the close: what people put in the box is counted by two, sealed and confirmed. */
  async count(): Promise<void> {
    await this.check()
    const { as } = this.village,
      motionId = this.motion.id
    for (const row of (await this.rows()).values()) {
      if (channelOf(row) !== 'paper' || this.chance.often(0.2)) continue
      const found = this.chance.one([...choices, 'invalid'] as const)
      this.box[found] = (this.box[found] ?? 0) + 1
    }
    // Somebody brought one along.
    if (this.chance.often(0.05)) {
      this.box['for'] = (this.box['for'] ?? 0) + 5
      this.voided = true
    }
    if (Object.keys(this.box).length > 0) {
      const wrong = this.chance.often(0.2)
      await Promise.all(
        tellers.map((who, n) =>
          as(who)('paper.count', { motionId, batch: 1, found: wrong && n === 1 ? { for: 99 } : this.box }).then(granted),
        ),
      )
      if (wrong) {
        same(
          this.seed,
          'sealed though they differ',
          await as(tellers[0])('count.seal', { motionId, sheetPhotoIds: [photoOf(this.village)] }),
          { ok: false, refusal: 'batches-differ' },
        )
        granted(await as(tellers[1])('paper.count', { motionId, batch: 1, found: this.box, again: true }))
      }
    }
    granted(await as(tellers[0])('count.seal', { motionId, sheetPhotoIds: [photoOf(this.village)] }))
    granted(await as(scrutineer)('count.confirm', { motionId, yes: true }))
  }

  /** The result is what the village’s own eyes would have counted. */
  async settled(): Promise<void> {
    const rows = await this.rows(),
      motion = await this.village.store.get('motions', this.motion.id),
      { box } = this
    const by = channels.flatMap(channel => {
      const n = [...rows.values()].filter(row => channelOf(row) === channel).length
      return n > 0 ? [[channel, n] as const] : []
    })
    const said: string[] = []
    for (const [unit, row] of rows) {
      if (channelOf(row) === 'paper') continue
      const last = this.done.filter(({ ok, command }) => ok && command.kind === 'cast' && command.unit === unit).at(-1)?.command
      if ('choice' in row ? row.choice !== null : last?.kind === 'cast')
        said.push('choice' in row ? row.choice! : last?.kind === 'cast' ? last.choice : '')
    }
    const n = (answer: string) => said.filter(one => one === answer).length + (box[answer] ?? 0)
    const found = Object.values(box).reduce((sum, some) => sum + some, 0),
      spoiled = new Set(this.done.flatMap(({ ok, command }) => (ok && command.kind === 'spoil' ? [command.key] : []))).size
    const present = this.present.size,
      out = by.find(([channel]) => channel === 'paper')?.[1] ?? 0,
      tooMany = found > out,
      result = motion?.result
    const yes = n('for'),
      unreturned = Math.max(0, present - said.length - found)
    if (this.voided) same(this.seed, 'void', tooMany, true)
    same(
      this.seed,
      'result',
      result && [
        result.for,
        result.against,
        result.abstain,
        result.invalid,
        result.unreturned,
        result.present,
        Object.entries(result.byChannel ?? {}),
        result.paper,
        result.outcome,
      ],
      [
        yes,
        n('against'),
        n('abstain'),
        n('invalid'),
        unreturned,
        present,
        by,
        { issued: out + spoiled, spoiled, found },
        tooMany ? 'void' : 3 * yes >= 2 * units.length ? 'passed' : 'not_passed',
      ],
    )
    if (!tooMany) same(this.seed, 'sum', yes + n('against') + n('abstain') + n('invalid') + unreturned, present)
    // In the published list each stands once, the paper ones beside the others.
    const list = await this.village.store.count('secretBallots', { motionId: this.motion.id })
    same(this.seed, 'published', list, found + (this.form === 'secret' ? said.length : 0))
  }
}

const photos = new WeakMap<Village, string>()
const photoOf = (village: Village): string => photos.get(village)!

/** Members, a topic for each vote, and the picture that stands for every sheet and every form. */
export async function readyVillage(village: Village): Promise<Village> {
  await membersOf(village, households)
  photos.set(village, granted(await village.as('recorder')('photo.add', { data: pixel })).id)
  return village
}

/**
 * Plays votes, `atOnce` of them side by side: their doors, their opening, their crowd, their close, their count; throws with the seed of
 * the first that comes out wrong.
 * @param most commands of one vote, retries not counted
 */
export async function interleave(
  village: Village,
  seeds: readonly number[],
  { atOnce, most }: { readonly atOnce: number; readonly most: number },
): Promise<void> {
  granted(
    await village.as('zhu')('topic.raise', {
      id: key('matter'),
      title: '收益怎么分',
      what: '今年的收益',
      where: '本村',
      affected: '全体成员',
      suggestion: '按户分',
      category: 'other',
      photoIds: [],
      showName: true,
    }),
  )
  const matter = (await village.store.get('topics', key('matter')))!
  for (let from = 0; from < seeds.length; from += atOnce) {
    const some: Interleaving[] = []
    for (const seed of seeds.slice(from, from + atOnce)) {
      const topicId = key(`t${seed}`)
      await village.store.put('topics', { ...matter, id: topicId, state: 'deliberating', rev: 0, head: '' })
      some.push(new Interleaving(village, seed, topicId, most))
    }
    const phase = (of: (one: Interleaving) => Promise<void>) => Promise.all(some.map(of))
    village.set(village.now() + 90 * minute)
    await phase(one => one.doors())
    village.set(village.now() + minute)
    await phase(one => one.before())
    village.set(village.now() + 30 * minute)
    await phase(one => one.open())
    village.set(village.now() + minute)
    await phase(one => one.vote())
    village.set(village.now() + 3 * hour)
    await phase(one => one.count())
    await settleVotes(village.ports, () => true)
    await phase(one => one.settled())
  }
}
