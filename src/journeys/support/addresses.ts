import path from 'node:path'
import type { Input, OperationName, Output } from '@/contract'
import type { Village } from './village'

/** A page as someone opens it. */
export interface Opening {
  readonly as: string | null
  readonly address: string
  readonly what: string
  /** Made for a wall, read from eight metres. */
  readonly wall?: true
}

interface AppConfig {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
}

/** Every page the app declares, from its own configuration: a page without a journey is noticed. */
export async function declaredPages(): Promise<string[]> {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config })
  const { default: app } = (await import('@/app.config')) as unknown as { default: AppConfig }
  return [...app.pages, ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map(page => `${root}/${page}`))]
}

/** Where each page is opened, and by whom: in the demo village, at things that are there. */
export async function openings(village: Village): Promise<Opening[]> {
  async function told<Name extends OperationName>(who: string | null, name: Name, input: Input<Name>): Promise<Output<Name>> {
    const reply = await village.ask(who, name, input)
    if (!reply.ok) throw new Error(`${name} as ${who} was refused: ${reply.refusal}`)
    return reply.value
  }
  const running = (await told('resident', 'topic.list', { show: 'running' })).topics
  const ended = (await told('resident', 'topic.list', { show: 'ended' })).topics
  const byState = [...new Map([...running, ...ended].map(topic => [topic.state, topic])).values()]
  const coming = (await told('resident', 'session.list', { show: 'coming' })).sessions
  const past = (await told('resident', 'session.list', { show: 'past' })).sessions
  const { votes } = await told('representative', 'home.view', {})
  const notices = (await told(null, 'notice.list', { board: 'all' })).notices
  const byBoard = [...new Map(notices.map(notice => [notice.board, notice])).values()]
  const desk = (await told('moderator', 'desk.view', { show: 'waiting' })).items
  const allOnDesk = [...desk, ...(await told('moderator', 'desk.view', { show: 'running' })).items]
  const toSchedule = allOnDesk.filter(item => item.steps.some(step => step.via === 'session.schedule'))
  const form = allOnDesk.flatMap(item => item.steps.filter(step => step.via === null).map(step => ({ id: item.id, step: step.name })))
  const waitingForKey = (await told('supervisor', 'home.view', {})).todo.find(todo => todo.kind === 'confirm')

  const first = <T>(list: readonly T[], what: string): T => {
    const [one] = list
    if (!one) throw new Error(`the demo village has no ${what}`)
    return one
  }

  const motionsOf = async (words: string) =>
    (await told('recorder', 'topic.view', { id: running.find(topic => topic.title.includes(words))?.id ?? '' })).motions
  const inTheHall = first(await motionsOf('地砖'), 'vote in the hall')
  const beingCounted = first(await motionsOf('护栏'), 'vote whose paper is being counted')
  const at = (as: string | null, address: string, what: string): Opening => ({ as, address, what })
  return [
    at('resident', 'pages/home/index', 'home'),
    at('elder', 'pages/home/index', 'home-of-an-elder'),
    at(null, 'pages/home/index', 'home-of-a-passer-by'),
    at('resident', 'pages/topics/index', 'topics'),
    at('resident', 'pages/sessions/index', 'sessions'),
    at(null, 'pages/notices/index', 'notices'),
    at('elder', 'pages/me/index', 'me'),
    ...byState.map(topic => at('resident', `pages/topic/index?id=${topic.id}`, `topic-${topic.state}`)),
    at('moderator', `pages/topic/index?id=${first(running, 'running topic').id}`, 'topic-for-the-moderator'),
    at('representative', `pages/vote/index?id=${first(votes, 'open vote').motion.id}`, 'vote'),
    at('nobody', `pages/vote/index?id=${first(votes, 'open vote').motion.id}`, 'vote-of-who-is-on-no-roll'),
    at(null, 'pages/vote/verify?id=any', 'verify-a-record'),
    ...byBoard.map(notice => at('resident', `pages/notice/index?id=${notice.id}`, `notice-${notice.board}`)),
    at('resident', 'pages/raise/index', 'raise'),
    at('resident', 'pages/raise/drafts', 'drafts'),
    at('resident', `pages/session/index?id=${first(coming, 'coming session').id}`, 'session-coming'),
    at('resident', `pages/session/index?id=${first(past, 'past session').id}`, 'session-past'),
    { ...at('moderator', `pages/session/hall?id=${first(coming, 'coming session').id}`, 'hall-screen'), wall: true },
    at('moderator', `pages/session/code?kind=session&id=${first(coming, 'coming session').id}`, 'code-to-print'),
    at('committee', 'pages/session/code?kind=village&id=village', 'code-of-the-village'),
    at('moderator', 'pages/moderator/index', 'desk'),
    at('resident', 'pages/moderator/index', 'desk-closed-to-a-resident'),
    ...first([form], 'form')
      .filter((one, n) => form.findIndex(other => other.step === one.step) === n)
      .map(({ id, step }) => at('moderator', `pages/moderator/step?id=${id}&step=${step}`, `step-${step}`)),
    ...(waitingForKey ? [at('supervisor', `pages/moderator/step?id=${waitingForKey.topicId}&confirm=1`, 'second-key')] : []),
    at('moderator', `pages/moderator/schedule?topic=${first(toSchedule, 'topic that waits for a session').id}`, 'schedule'),
    at(
      'moderator',
      `pages/moderator/motion?topic=${
        first(
          running.filter(topic => topic.state === 'outcome_drafting'),
          'topic whose outcome is being drafted',
        ).id
      }`,
      'motion',
    ),
    at('recorder', 'pages/moderator/register', 'register'),
    at('resident', 'pages/mine/index', 'own-data'),
    at('newcomer', 'pages/mine/bind', 'becoming-known-by-a-code'),
    at('household', 'pages/mine/household', 'own-household'),
    at('resident', 'pages/mine/household', 'own-household-closed-to-who-represents-none'),
    at(
      'resident',
      `pages/file/index?id=${
        first(
          ended.filter(topic => topic.state === 'closed'),
          'closed topic',
        ).id
      }`,
      'file-complete',
    ),
    at(
      null,
      `pages/file/index?id=${
        first(
          running.filter(topic => topic.state === 'outcome_posting'),
          'posted outcome',
        ).id
      }`,
      'file-of-a-passer-by',
    ),
    at(null, 'pages/mine/index', 'own-data-of-a-passer-by'),
    at('resident', 'pages/village/rules', 'village-rules'),
    at('resident', `pages/village/petition?topic=${first(running, 'running topic').id}`, 'petition'),
    at('committee', 'pages/village/rules', 'village-rules-for-the-committee'),
    at('moderator', `pages/moderator/reach?notice=${first(notices, 'notice').id}`, 'who-knows-of-a-notice'),
    at('resident', `pages/moderator/reach?notice=${first(notices, 'notice').id}`, 'who-knows-closed-to-a-resident'),
    at('grid', 'pages/moderator/calls', 'whom-to-tell'),
    at('moderator', 'pages/moderator/log', 'case-log'),
    at('recorder', `pages/teller/index?id=${inTheHall.id}`, 'hall-vote'),
    at('resident', `pages/teller/index?id=${inTheHall.id}`, 'hall-vote-closed-to-a-resident'),
    at('leader', `pages/teller/count?id=${beingCounted.id}`, 'paper-count'),
    at('recorder', `pages/teller/proxy?id=${inTheHall.id}`, 'written-proxies'),
    at('recorder', `pages/teller/sheet?id=${beingCounted.id}`, 'tally-sheet'),
    at('supervisor', 'pages/roll/index', 'rolls'),
    at('resident', 'pages/roll/index', 'rolls-of-a-resident'),
    at('committee', 'pages/roll/import?body=VRA', 'import-a-roll'),
    at('resident', 'pages/roll/import?body=VRA', 'import-closed-to-a-resident'),
    at('supervisor', 'pages/roll/change?id=nothing', 'a-change-that-is-not-there'),
    at('household', 'pages/roll/mine', 'own-entries'),
    at('special', 'pages/committee/index', 'collected-opinions'),
    at('special', `pages/committee/record?topic=${first(running, 'running topic').id}`, 'record-an-opinion'),
    at('special', 'pages/committee/record', 'record-a-new-matter'),
  ]
}

export const nameOfPage = (address: string): string => path.posix.normalize(address.split('?')[0] ?? '')
