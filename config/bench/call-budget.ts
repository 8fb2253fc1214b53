import { pushFrom, type CloudPush } from '../../cloudfunctions/adapters/wechat/push'
import { sharedReads } from '../../cloudfunctions/adapters/wechat/shared-reads'
import { startCloudBase, type Environment } from '../../cloudfunctions/adapters/wechat/stand-in/cloud-base'
import { day, granted, hour, key, minute, pixel, smallVillage, type Ask } from '../../cloudfunctions/api/journeys/small-village'
import { createServe } from '../../cloudfunctions/api/serve'
import { callback } from '../../cloudfunctions/callback/callback'
import type { PushMessage } from '../../cloudfunctions/ports'
import { tick } from '../../cloudfunctions/tick/tick'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { addDays, dayOf, startOf } from '@/domain/ground/calendar'
import { consentId } from '@/domain/notice/consents'
import { hallCode } from '@/domain/session/sessions'
import { templateKeys, templates, type Template } from '@/domain/notice/templates'
import { atMost, type Bench } from './figure'

const adults = 6_000
const days = 30
/**
 * The base plan's month: database, functions and storage together (pricing of the platform). Interfaces of WeChat are counted too, to be on
 * the safe side.
 */
const plan = 200_000
/** What a month of such a village is taken to be; printed with the figure. */
const life = { readersADay: 100, goOnToATopic: 0.5, acceptMessages: 0.6, turnout: 0.7, guests: 40, comments: 20, supporters: 30 }
/** Readers and voters are played by one in so many, and their calls weigh as much. */
const sample = 20

/**
 * One month of a village of 6,000 adults on WeChat's cloud: two matters with a session each, one question to everybody, people reading
 * every day. Every request of the real SDK is counted by the stand-in.
 */
export const callBudget: Bench = async () => {
  const cloud = await startCloudBase()
  try {
    const { counts, byWhat } = await month(cloud.environment())
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return { month: atMost(plan, total, 'calls', { ...counts, byWhat, adults, days, ...life, sampledOneIn: sample }) }
  } finally {
    await cloud.stop()
  }
}

/** Templates as a village would have drawn them from WeChat's library. */
const drawn = Object.fromEntries(
  templateKeys.map(key => [
    key,
    { id: key, fields: Object.fromEntries((templates[key] as Template).fields.map(({ name, type }, n) => [name, `${type}${n + 1}`])) },
  ]),
)

async function month(environment: Environment) {
  const toPhones = pushFrom(environment.cloud as unknown as CloudPush, { PUSH_TEMPLATES: JSON.stringify(drawn) })!
  const taken: PushMessage[] = []
  const village = smallVillage({
    store: environment.store,
    push: {
      ...toPhones,
      send: message => {
        taken.push(message)
        return toPhones.send(message)
      },
    },
  })
  const { seed, ports } = village,
    orgId = 'v1',
    begun = village.now()
  const crowd = Array.from({ length: adults }, (_, n) => ({
    id: `adult${n}`,
    orgId,
    name: `村民${n}`,
    roles: ['resident', 'villager'] as const,
    group: (n % 12) + 1,
    householdId: `h${Math.floor(n / 2)}`,
  }))
  environment.load('orgs', seed.orgs)
  environment.load('people', [...seed.people, ...crowd])
  environment.load('accounts', [...seed.accounts, ...crowd.map(({ id }) => ({ id: `o-${id}`, orgId, personId: id }))])
  environment.load('rollPlaces', seed.rollPlaces)
  environment.load(
    'consents',
    crowd.slice(0, adults * life.acceptMessages).flatMap(({ id: personId }) =>
      templateKeys.map(template => ({
        id: consentId(personId, template),
        orgId,
        personId,
        template,
        left: 2,
        longTerm: false,
        lastAskedAt: 0,
        refusedAt: null,
        learned: null,
        tap: '',
      })),
    ),
  )

  const counts: Record<string, number> = { functions: 0, database: 0, storage: 0, interfaces: 0 }
  const kinds = { database: 'database', storage: 'storage', wx: 'interfaces' } as const
  const byWhat: Record<string, number> = {}
  /** Whatever was asked of the platform since the last tally, for one call of a function, weighed. */
  function tally(what: string, weight: number) {
    counts['functions']! += weight
    byWhat[what] = (byWhat[what] ?? 0) + weight * [...environment.calls.values()].reduce((sum, times) => sum + times, 1)
    for (const [action, times] of environment.calls)
      counts[kinds[action.split('.')[0] as keyof typeof kinds] ?? 'database']! += times * weight
    environment.reset()
  }
  const serve = createServe({ ...ports, store: sharedReads(environment.store, ports.clock) }, orgId)
  const asking =
    (weight: number) =>
    (id: string): Ask =>
    async (name, input) => {
      const reply = await serve({ name, input }, `o-${id}`)
      tally(name, weight)
      return reply as Awaited<ReturnType<Ask>> as never
    }
  const as = asking(1),
    asMany = asking(sample)

  /** From eight in the morning to eight in the evening, evenly. */
  let reader = 0,
    due = 0
  async function somebodyReads() {
    const hourOfDay = Math.floor((village.now() - startOf(dayOf(village.now()))) / hour)
    if (hourOfDay < 8 || hourOfDay >= 20) return
    for (due += life.readersADay / sample / 24; due >= 1; due -= 1) {
      const me = asMany(`adult${(reader += 137) % adults}`)
      granted(await me('home.view', {}))
      if (reader % 2 === 0) continue
      const { topics } = granted(await me('topic.list', { show: 'running' }))
      if (topics[0]) granted(await me('topic.view', { id: topics[0].id }))
    }
  }

  /** The timer's half hours up to an instant, and between them the alarms that were set, once each. */
  let swept = begun
  async function passTo(instant: number) {
    for (;;) {
      const timer = swept + 30 * minute
      const alarm = village.alarms.sort((a, b) => a - b)[0]
      const next = Math.min(timer, alarm === undefined ? timer : Math.max(alarm, village.now()))
      if (next > instant) break
      if (alarm !== undefined && next !== timer) village.alarms.splice(0, village.alarms.filter(at => at <= next).length)
      village.set(next)
      await tick(ports, next === timer ? { alarmsAheadMs: 35 * minute } : {})
      tally('tick', 1)
      // WeChat calls back about each message it took.
      for (const { openid, template } of taken.splice(0)) {
        await callback(ports, orgId, {
          MsgType: 'event',
          Event: 'subscribe_msg_sent_event',
          FromUserName: openid,
          CreateTime: `${Math.floor(village.now() / 1000)}`,
          List: { TemplateId: template, MsgID: '1', ErrorCode: '0', ErrorStatus: 'success' },
        })
        tally('callback', 1)
      }
      if (next === timer) {
        swept = next
        await somebodyReads()
      }
    }
    village.set(instant)
  }
  const photo = async (who: string) => granted(await as(who)('photo.add', { data: pixel })).id

  /** A matter from raising to its outcome on the board. */
  async function matter(name: string, from: number): Promise<void> {
    const id = key(name)
    const rev = async () => (await environment.store.get('topics', id))!.rev
    const step = async (who: string, what: string, evidence: Record<string, string | number | boolean | string[]> = {}) =>
      granted(await as(who)('topic.step', { id, rev: await rev(), step: what, evidence }))
    const confirm = async (who: string) => granted(await as(who)('topic.confirm', { id, rev: await rev(), agrees: true, note: '' }))
    granted(
      await as('ahua')('topic.raise', {
        id,
        title: `${name}：排水渠要不要重修`,
        what: '一下雨就漫上路面',
        where: '5 组',
        affected: '5 组三十多户',
        suggestion: '清淤，再修一段',
        category: 'drainage',
        photoIds: [await photo('ahua')],
        showName: true,
      }),
    )
    await step('moderator', 'accept')
    for (let n = 0; n < life.supporters; n += 1) {
      const reply = await as(`adult${n}`)('topic.support', { id })
      if (!reply.ok && reply.refusal !== 'support-closed') throw new Error(reply.refusal)
    }
    await passTo(village.now() + day)
    await step('secretary', 'classify', {
      matterClass: 'L2',
      classReason: '只涉及两个小组',
      affectedGroups: ['3', '5'],
      lead: 'moderator',
      affectsMigrants: false,
    })
    await confirm('supervisor')
    const startsAt = startOf(addDays(dayOf(from), 10)) + 19.5 * hour,
      session = key(`${name}-session`)
    granted(
      await as('moderator')('session.schedule', {
        id: session,
        topicId: id,
        rev: await rev(),
        title: '排水渠议事会',
        startsAt,
        endsAt: startsAt + 2 * hour,
        mode: 'hall',
        place: '村委会二楼议事厅',
        meetingLink: '',
        meetingNumber: '',
        agenda: [{ title: '大家说', minutes: 60 }],
        invitedGroups: [3, 5],
        invitesMigrants: false,
        hostId: 'moderator',
        recorderId: 'recorder',
        commentsUntil: startsAt + 2 * hour,
      }),
    )
    await passTo(village.now() + hour)
    for (let n = 0; n < life.guests; n += 1) granted(await as(`adult${12 * n + 2}`)('session.signUp', { id: session, how: 'hall' }))
    for (let n = 0; n < life.comments; n += 1)
      granted(
        await as(`adult${12 * n + 4}`)('comment.say', {
          id: key(`${name}-c${n}`),
          topicId: id,
          parentId: null,
          text: '早修早好，雨季快到了',
          showName: false,
        }),
      )
    await passTo(startsAt - 10 * minute)
    const { seed: secret } = (await environment.store.get('sessions', session))!
    for (const who of ['moderator', 'recorder', ...Array.from({ length: life.guests }, (_, n) => `adult${12 * n + 2}`)])
      granted(await as(who)('session.checkIn', { id: session, code: hallCode(secret, village.now()), how: 'hall' }))
    await passTo(startsAt)
    await step('moderator', 'convene')
    await passTo(startsAt + 2 * hour)
    await step('moderator', 'close_discussion', { viewsSummary: '多数人赞成今年就修，有人担心钱不够。' })
  }

  async function fullVote(name: string): Promise<void> {
    const id = key(name),
      opensAt = village.now() + day,
      motion = key(`${name}-motion`)
    granted(
      await as('moderator')('motion.put', {
        id: motion,
        topicId: id,
        rev: (await environment.store.get('topics', id))!.rev,
        text: '同意今年重修五组排水渠',
        body: 'POLL',
        form: 'secret',
        opensAt,
        closesAt: opensAt + 2 * day,
      }),
    )
    await passTo(opensAt + hour)
    for (let n = 0; n < adults * life.turnout; n += sample) {
      const me = asMany(`adult${n}`)
      if (n % (2 * sample) === 0) granted(await me('home.view', {}))
      granted(await me('motion.view', { id: motion }))
      granted(
        await me('ballot.castSecret', {
          motionId: motion,
          choice: n % 3 === 0 ? 'against' : 'for',
          receiptHash: receiptHash(`receipt${n}`),
        }),
      )
      if (n % 200 === 0) await passTo(village.now() + 20 * minute)
    }
    await passTo(opensAt + 2 * day + 10 * minute)
    granted(await as('ahua')('motion.view', { id: motion }))
  }

  await matter('first', begun)
  await fullVote('first')
  await matter('second', village.now() - 4 * day)
  await passTo(begun + days * day)
  return { counts, byWhat }
}
