import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['wx_unknown', 'success'],
  ['wx_client', 'refused'],
  ['wx_devtools', 'refused'],
  ['wx_http', 'refused'],
  ['wx_trigger', 'refused'],
  ['wx_client,scf', 'refused'],
  ['wx_unknown,scf', 'refused'],
  ['', 'refused'],
])('who comes by %j is %s', async (source, outcome) => {
  vi.stubEnv('VAULT_KEY', 'a long random word, as the console would hold it')
  vi.stubEnv('WX_CONTEXT_KEYS', 'WX_APPID')
  vi.stubEnv('TCB_SOURCE', source)
  const { main } = await import('./index')
  const answer = await main({ MsgType: 'event', Event: 'something_else' })
  expect(answer).toEqual(outcome === 'success' ? 'success' : { ok: false, refusal: 'not-the-push' })
})
