import { randomBytes } from 'node:crypto'
import type { Input } from '@/contract'
import { addDays, dayOf, instantAt } from '@/domain/ground/calendar'
import { told } from './ask'
import { day, hour, minute, now, until } from './time'
import type { Village } from './village'

/** A key as a phone draws it. */
export const drawKey = (): string => randomBytes(16).toString('hex')

/** Past the screens, by asking alone: a matter handed in. */
export async function raised(village: Village, who: string, title: string, more: { readonly where?: string } = {}): Promise<string> {
  const { id } = await told(village, who, 'topic.raise', {
    id: drawKey(),
    title,
    what: `${title}，路过的人都说不方便。`,
    where: more.where ?? '牌坊往东第三条巷',
    affected: '附近几十户',
    suggestion: '请村里看看怎么办好',
    category: 'other',
    photoIds: [],
    showName: true,
  })
  return id
}

/** Takes a step as this person, by asking. */
export async function stepped(
  village: Village,
  who: string,
  id: string,
  step: string,
  evidence: Input<'topic.step'>['evidence'] = {},
): Promise<void> {
  const { rev } = await told(village, who, 'topic.view', { id })
  await told(village, who, 'topic.step', { id, rev, step, evidence })
}

/** A matter that people talk about, because its session is being held. */
export async function talkedAbout(village: Village, title: string): Promise<string> {
  const id = await raised(village, 'resident', title)
  await stepped(village, 'moderator', id, 'accept', { urgent: true })
  const { people } = await told(village, 'moderator', 'people.inOffice', {})
  const holding = (role: string): string => people.find(one => one.roles.includes(role))?.id ?? ''
  await stepped(village, 'secretary', id, 'classify', {
    matterClass: 'L2',
    classReason: '公共事务',
    affectedGroups: ['1', '2', '3'],
    lead: holding('committee'),
  })
  const { rev } = await told(village, 'supervisor', 'topic.view', { id })
  await told(village, 'supervisor', 'topic.confirm', { id, rev, agrees: true, note: '' })
  const [host, recorder] = [people.find(one => one.roles.includes('moderator')), people.find(one => one.roles.includes('recorder'))]
  const today = dayOf(await now(village))
  const startsAt = instantAt(addDays(today, 5), '19:30')
  const session = drawKey()
  await told(village, 'moderator', 'session.schedule', {
    id: session,
    topicId: id,
    rev: (await told(village, 'moderator', 'topic.view', { id })).rev,
    title: `${title}议事会`,
    startsAt,
    endsAt: startsAt + 2 * hour,
    mode: 'hall',
    place: '示范村文化中心一楼',
    meetingLink: '',
    meetingNumber: '',
    agenda: [{ title: '大家说', minutes: 60 }],
    invitedGroups: [],
    invitesMigrants: false,
    hostId: host?.id ?? '',
    recorderId: recorder?.id ?? '',
    commentsUntil: startsAt + 9 * day,
  })
  await until(village, startsAt - 10 * minute)
  const { code } = await told(village, 'moderator', 'session.hall', { id: session })
  for (const who of ['moderator', 'recorder', 'elder', 'household', 'resident'])
    await told(village, who, 'session.checkIn', { id: session, code: code ?? '', how: 'hall' })
  await until(village, startsAt)
  await stepped(village, 'moderator', id, 'convene')
  return id
}

export interface Put {
  readonly body: 'VRA' | 'POLL'
  readonly form: 'named' | 'secret'
  readonly text: string
}

/** A secret vote that is over is counted: both keys are turned. */
export async function turnKeys(village: Village, motionId: string): Promise<void> {
  for (const who of ['moderator', 'supervisor']) await told(village, who, 'vote.turnKey', { motionId })
  await village.advance('PT1M')
}

/** A question on that matter whose vote has just opened, for one day. */
export async function put(village: Village, topicId: string, { body, form, text }: Put): Promise<string> {
  const { rev } = await told(village, 'moderator', 'topic.view', { id: topicId })
  const { bodies } = await told(village, 'moderator', 'motion.bodies', {})
  const opensAt = Math.max(bodies.find(one => one.id === body)?.opensFrom ?? 0, await now(village)) + 2 * minute
  const { id } = await told(village, 'moderator', 'motion.put', {
    id: drawKey(),
    topicId,
    rev,
    text,
    body,
    form,
    opensAt,
    closesAt: opensAt + day,
  })
  await until(village, opensAt)
  return id
}
