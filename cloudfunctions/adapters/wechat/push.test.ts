import { expect, test } from 'vitest'
import { pushFrom, type CloudPush } from './push'

const settings = JSON.stringify({
  vote: { id: 'TEMPLATE', fields: { matter: 'thing1', closes: 'time4', standing: 'phrase3' } },
  session: { id: 'HALF', fields: { matter: 'thing1' } },
  posting: { id: 'WRONG', fields: { matter: 'phrase1', until: 'date2', standing: 'phrase3' } },
})
const message = {
  openid: 'o1',
  template: 'vote',
  values: { matter: '路灯', closes: '2026年3月16日 23:59', standing: '请您投票' },
  page: 'pages/vote/index?id=m',
} as const
type Sent = Parameters<CloudPush['openapi']['subscribeMessage']['send']>[0]
const wechat = (answer: (sent: Sent) => Promise<unknown>): CloudPush => ({ openapi: { subscribeMessage: { send: answer } } })

test('a message goes out under the names the village drew, to the one it is for', async () => {
  const sent: Sent[] = []
  const push = pushFrom(
    wechat(async one => void sent.push(one)),
    { PUSH_TEMPLATES: settings },
  )!
  expect(await push.send(message)).toBe('sent')
  expect(sent).toEqual([
    {
      touser: 'o1',
      templateId: 'TEMPLATE',
      page: 'pages/vote/index?id=m',
      miniprogramState: 'formal',
      lang: 'zh_CN',
      data: { thing1: { value: '路灯' }, time4: { value: '2026年3月16日 23:59' }, phrase3: { value: '请您投票' } },
    },
  ])
})

test.each([
  [43101, 'no-quota'],
  [43107, 'banned'],
  [43108, 'busy'],
  [45168, 'bad-message'],
  [47003, 'bad-message'],
  [40003, 'bad-message'],
  [40037, 'unknown-template'],
  [-1, 'retry'],
  [-604101, 'unsure'],
  [-501001, 'unsure'],
])('WeChat’s %s is %s', async (errCode, outcome) => {
  const push = pushFrom(
    wechat(() => Promise.reject(Object.assign(new Error('no'), { errCode }))),
    { PUSH_TEMPLATES: settings },
  )!
  expect(await push.send(message)).toBe(outcome)
})

test('only a connection that was never made is tried again; a silence may have been a message', async () => {
  const failing = (error: unknown) =>
    pushFrom(
      wechat(() => Promise.reject(error as Error)),
      { PUSH_TEMPLATES: settings },
    )!.send(message)
  expect(await failing(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))).toBe('retry')
  expect(await failing(new Error('socket hang up'))).toBe('unsure')
  expect(await failing(Object.assign(new Error('timeout'), { code: 'ESOCKETTIMEDOUT' }))).toBe('unsure')
  expect(await failing(null)).toBe('unsure')
})

test('a template that is not fully set is not asked for; a village with none, or with a slip in its settings, pushes nothing', () => {
  const cloud = wechat(async () => null)
  expect(pushFrom(cloud, { PUSH_TEMPLATES: settings })!.templates).toEqual({ vote: { id: 'TEMPLATE', lasting: false } })
  const longTerm = settings.replace('"id":"TEMPLATE"', '"id":"TEMPLATE","lasting":true')
  expect(pushFrom(cloud, { PUSH_TEMPLATES: longTerm })!.templates).toEqual({ vote: { id: 'TEMPLATE', lasting: true } })
  for (const given of [undefined, '', '{', '[]', 'null', '7', '{"vote":{"id":""}}', '{"constructor":{"id":"x","fields":{}}}'])
    expect(pushFrom(cloud, { PUSH_TEMPLATES: given }), given).toBeNull()
})
