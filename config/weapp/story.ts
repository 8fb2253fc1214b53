import { hallCode } from '@/domain/session/sessions'
import { addDays, dayOf, startOf } from '@/domain/ground/calendar'
import type { Category } from '@/domain/topic/topic'
import { granted, hour, key, minute, smallVillage, day } from '../../cloudfunctions/api/journeys/small-village'
import type { Answer } from './wx'

const titles = [
  '文化楼前的路面坑洼',
  '小学门口的斑马线看不清',
  '河边步道的护栏松了',
  '三组排水渠堵了',
  '菜市场后面的垃圾没人收',
  '老年活动室缺一台饮水机',
  '球场的灯晚上九点就关',
  '村口停车位不够',
  '出租屋楼道堆满杂物',
  '祠堂前的石阶滑',
  '饮用水有时发黄',
  '快递柜放在哪里好',
  '七组巷口的电线太低',
  '暑假给孩子开个自习室',
  '鱼塘边要装围栏',
  '公交站没有雨棚',
  '厂房租金的账想看看',
  '早市占了人行道',
  '卫生站能不能周末开',
  '广场舞的音响太大',
  '五组的路牌写错了',
  '老榕树要请人看看',
] as const

/**
 * A small village in the middle of its affairs, behind the real `serve`: enough open topics for more than a page, and one matter whose
 * session is over and whose question the representatives are voting on, secretly, right now. Synthetic.
 */
export async function villageAtTheVote() {
  const village = smallVillage()
  const { as, store } = village
  const raise = async (id: string, title: string, who: string, category: Category) =>
    granted(
      await as(who)('topic.raise', {
        id,
        title,
        what: `${title}，路过的人都说不方便，希望今年能解决。`,
        where: '村里',
        affected: '附近几十户',
        suggestion: '请议事厅看看怎么办好',
        category,
        photoIds: [],
        showName: true,
      }),
    )
  const take = async (who: string, id: string, step: string, evidence: Record<string, string | number | boolean | string[]> = {}) => {
    const { rev } = granted(await as('moderator')('topic.view', { id }))
    granted(await as(who)('topic.step', { id, rev, step, evidence }))
  }

  for (const [n, title] of titles.entries()) {
    const id = key(`open-${n}`)
    await raise(id, title, `res${(n % 30) + 1}`, 'roads')
    if (n < titles.length - 1) await take('moderator', id, 'accept') // the last still waits on the moderator's desk
  }
  const id = key('lamps')
  await raise(id, '村口到小学的路灯，要不要今年装', 'ahua', 'lighting')
  await take('moderator', id, 'accept')
  for (const who of ['zhu', 'elder', 'res1', 'res2', 'res3']) granted(await as(who)('topic.support', { id }))
  await take('secretary', id, 'classify', {
    matterClass: 'L2',
    classReason: '公共道路照明，影响两个组',
    affectedGroups: ['3', '4'],
    lead: 'committee',
    affectsMigrants: true,
  })
  const rev = async () => granted(await as('moderator')('topic.view', { id })).rev
  granted(await as('supervisor')('topic.confirm', { id, rev: await rev(), agrees: true, note: '' }))
  const session = key('session')
  const startsAt = startOf(addDays(dayOf(village.now()), 7)) + 19.5 * hour
  granted(
    await as('moderator')('session.schedule', {
      id: session,
      topicId: id,
      rev: await rev(),
      title: '路灯议事会',
      startsAt,
      endsAt: startsAt + 2 * hour,
      mode: 'both',
      place: '村委会二楼议事厅',
      meetingLink: '',
      meetingNumber: '123 456 789',
      agenda: [
        { title: '村委会说方案', minutes: 15 },
        { title: '大家说', minutes: 60 },
      ],
      invitedGroups: [3, 4],
      invitesMigrants: true,
      hostId: 'moderator',
      recorderId: 'recorder',
      commentsUntil: startsAt + 2 * hour,
    }),
  )
  await village.until(startsAt - 10 * minute)
  const row = await store.get('sessions', session)
  if (!row) throw new Error('no session')
  for (const who of ['moderator', 'recorder', 'ahua', 'elder', 'zhu'])
    granted(await as(who)('session.checkIn', { id: session, code: hallCode(row.seed, village.now()), how: 'hall' }))
  await village.until(startsAt)
  await take('moderator', id, 'convene')
  await village.until(startsAt + 2 * hour)
  await take('moderator', id, 'close_discussion', { viewsSummary: '多数人赞成一次装完；有人主张先装路口，怕电费高。' })
  const motion = key('motion')
  const opensAt = startOf(addDays(dayOf(village.now()), 4))
  granted(
    await as('moderator')('motion.put', {
      id: motion,
      topicId: id,
      rev: await rev(),
      text: '同意今年装 24 盏路灯，村里出 8.6 万元',
      body: 'VRA',
      form: 'secret',
      opensAt,
      closesAt: opensAt + 2 * day,
    }),
  )
  // Two questions in the hall: one waits for the host to open it, one is closed and its paper is being counted.
  const [hall, counted] = [key('hall'), key('counted')]
  for (const [id2, text, closesAt] of [
    [hall, '路灯夜里十二点关', opensAt + 2 * day],
    [counted, '电费由村集体付', opensAt + hour],
  ] as const) {
    granted(
      await as('moderator')('motion.put', {
        id: id2,
        topicId: id,
        rev: await rev(),
        text,
        body: 'VRA',
        form: 'named',
        opensAt,
        closesAt,
        channels: ['phone', 'hall', 'paper'],
        tellerIds: ['recorder', 'leader'],
        scrutineerId: 'supervisor',
      }),
    )
  }
  await village.until(opensAt)
  for (const motionId of [hall, counted])
    for (let n = 1; n <= 8; n += 1) granted(await as('recorder')('vote.admit', { motionId, unitId: `rep${n}` }))
  granted(await as('moderator')('vote.open', { motionId: counted }))
  for (const unitId of ['rep1', 'rep2'])
    granted(await as('recorder')('paper.issue', { key: key(`paper ${unitId}`), motionId: counted, unitId }))
  await village.until(opensAt + hour)
  const [notice] = granted(await as('ahua')('notice.list', { board: 'all' })).notices
  if (!notice) throw new Error('no notice')
  return {
    village,
    ids: { topic: id, open: key('open-0'), waiting: key(`open-${titles.length - 1}`), session, motion, hall, counted, notice: notice.id },
  }
}

/** Whose phone it is: WeChat vouches for the person, the real `serve` answers. */
export const answeredFor =
  (village: { serve: (body: unknown, openid: string | undefined) => Promise<unknown> }, who: string | null): Answer =>
  body =>
    village.serve(body, who === null ? undefined : `o-${who}`)

/** In that village a session people are still invited to, and a topic whose session is still to be planned. */
export async function withAComingSession({ village }: Awaited<ReturnType<typeof villageAtTheVote>>) {
  const { as } = village
  const rev = async (id: string) => granted(await as('moderator')('topic.view', { id })).rev
  const ready = async (id: string) => {
    for (const who of ['ahua', 'zhu', 'elder', 'res11', 'res12', 'res13', 'res14']) await as(who)('topic.support', { id })
    granted(
      await as('secretary')('topic.step', {
        id,
        rev: await rev(id),
        step: 'classify',
        evidence: { matterClass: 'L2', classReason: '一个组的公共设施', affectedGroups: ['3'], lead: 'committee', affectsMigrants: false },
      }),
    )
    granted(await as('supervisor')('topic.confirm', { id, rev: await rev(id), agrees: true, note: '' }))
    return id
  }
  const [topicId, toPlan, session] = [await ready(key('open-2')), await ready(key('open-3')), key('coming')]
  const startsAt = startOf(addDays(dayOf(village.now()), 9)) + 19.5 * hour
  granted(
    await as('moderator')('session.schedule', {
      id: session,
      topicId,
      rev: await rev(topicId),
      title: '护栏议事会',
      startsAt,
      endsAt: startsAt + 2 * hour,
      mode: 'both',
      place: '村委会二楼议事厅',
      meetingLink: '',
      meetingNumber: '123 456 789',
      agenda: [{ title: '大家说', minutes: 60 }],
      invitedGroups: [3],
      invitesMigrants: false,
      hostId: 'moderator',
      recorderId: 'recorder',
      commentsUntil: startsAt + 2 * hour,
    }),
  )
  return { session, toPlan }
}

/** The representatives' roll, renewed an hour ago and open to dispute, and the next change of it waiting for its second key. */
export async function withLaidRoll({ village }: Awaited<ReturnType<typeof villageAtTheVote>>) {
  const { as } = village
  const lay = async (id: string, who: readonly string[]) => {
    const { people } = granted(await as('committee')('roll.people', { body: 'VRA' }))
    const rows = people
      .filter(one => !who.includes(one.id))
      .map((one, n) => ({ row: n + 2, name: one.name, group: one.group, household: null, phone: null, code: one.code, adultFrom: null }))
    granted(await as('committee')('roll.begin', { key: id, body: 'VRA', rows: rows.length, parts: 1 }))
    granted(await as('committee')('roll.rows', { id, part: 0, rows }))
    granted(await as('committee')('roll.compare', { id }))
    granted(await as('committee')('roll.submit', { id, reason: '有一位代表辞职' }))
    return id
  }
  granted(await as('supervisor')('roll.confirm', { id: await lay(key('roll-1'), ['rep8']), agrees: true, note: '' }))
  await village.pass(hour)
  return { laid: await lay(key('roll-2'), ['rep9']) }
}
