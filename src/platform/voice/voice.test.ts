import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { joined } from './voice'

interface Plugin {
  onStop(answer: { result?: string }): void
  onError(answer: { retcode?: number; msg?: string }): void
  readonly start: ReturnType<typeof vi.fn>
  readonly stop: ReturnType<typeof vi.fn>
}
const makePlugin = (): Plugin => ({ onStop: () => undefined, onError: () => undefined, start: vi.fn(), stop: vi.fn() })

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetModules()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})

/** A fresh phone, and all that it says. */
async function listening() {
  const voice = await import('./voice')
  const said: string[] = []
  const again = () => voice.listen({ heard: words => said.push(`heard ${words}`), ended: how => said.push(how) })
  again()
  return { ...voice, said, again }
}
async function inWeChat(plugin: Plugin | null = makePlugin()) {
  vi.stubEnv('TARO_ENV', 'weapp')
  vi.stubGlobal('requirePlugin', () => {
    if (!plugin) throw new Error('plugin is not defined')
    return { getRecordRecognitionManager: () => plugin }
  })
  return { ...(await listening()), plugin: plugin ?? makePlugin() }
}

describe('in WeChat', () => {
  test('what was said arrives once, then the end, and it can be said again', async () => {
    const { plugin, said, stopListening, again } = await inWeChat()
    expect(plugin.start).toHaveBeenCalledWith({ duration: 60_000, lang: 'zh_CN' })
    stopListening()
    expect(plugin.stop).toHaveBeenCalledTimes(1)
    plugin.onStop({ result: '路灯坏了。' })
    plugin.onStop({ result: '路灯坏了。' })
    expect(said).toEqual(['heard 路灯坏了。', 'heard'])
    again()
    plugin.onStop({ result: '三天了' })
    expect(said.slice(2)).toEqual(['heard 三天了', 'heard'])
  })
  test.each([
    ['a no to the privacy sheet', { retcode: 103, msg: 'fail' }, 'declined'],
    ['a no ten seconds ago', { retcode: 104, msg: 'fail' }, 'declined'],
    ['a no to the microphone', { retcode: -30001, msg: 'operateRecorder:fail auth deny' }, 'declined'],
    ['a day’s calls used up', { retcode: -40001, msg: '' }, 'used-up'],
    ['no network', { retcode: -30003, msg: 'send frame failed' }, 'failed'],
    ['an error without a word', {}, 'failed'],
  ])('%s is an end of its own, and writes nothing', async (_, error, how) => {
    const { plugin, said } = await inWeChat()
    plugin.onError(error)
    expect(said).toEqual([how])
  })
  test('silence is told apart from failing', async () => {
    const { plugin, said } = await inWeChat()
    plugin.onStop({ result: ' ' })
    expect(said).toEqual(['nothing'])
  })
  test('a plugin the village has not added ends in words, each time', async () => {
    const { said, again } = await inWeChat(null)
    again()
    expect(said).toEqual(['failed', 'failed'])
  })
  test('after a minute it stops by itself, not before', async () => {
    const { plugin } = await inWeChat()
    vi.advanceTimersByTime(59_999)
    expect(plugin.stop).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(plugin.stop).toHaveBeenCalledTimes(1)
  })
  test('an answer that never comes does not hold the field', async () => {
    const { said, stopListening, plugin } = await inWeChat()
    stopListening()
    vi.advanceTimersByTime(15_000)
    plugin.onStop({ result: '太晚了' })
    expect(said).toEqual(['failed'])
  })
  test('there is one ear: a second field is told, the first goes on', async () => {
    const { said, again, plugin } = await inWeChat()
    again()
    expect(said).toEqual(['failed'])
    expect(plugin.start).toHaveBeenCalledTimes(1)
    plugin.onStop({ result: '第一个' })
    expect(said.slice(1)).toEqual(['heard 第一个', 'heard'])
  })
  test('stopping what does not listen does nothing', async () => {
    const { plugin, stopListening, said } = await inWeChat()
    plugin.onStop({ result: '好' })
    stopListening()
    vi.advanceTimersByTime(60_000)
    expect(plugin.stop).not.toHaveBeenCalled()
    expect(said).toEqual(['heard 好', 'heard'])
  })
})

test('a browser, whose recogniser would send the voice to its maker, offers nothing, even where it has one', async () => {
  vi.stubEnv('TARO_ENV', 'h5')
  vi.stubGlobal('window', {
    webkitSpeechRecognition: class {
      start() {
        throw new Error('nobody may listen here')
      }
    },
  })
  const { canListen, said } = await listening()
  expect(canListen).toBe(false)
  expect(said).toEqual(['failed'])
})

test.each([
  ['', '路灯坏了', '路灯坏了'],
  ['路灯坏了', '三天了', '路灯坏了，三天了'],
  ['路灯坏了。', '三天了', '路灯坏了。三天了'],
  ['路灯坏了\n', '三天了', '路灯坏了\n三天了'],
])('“%s” and “%s” are joined', (written, heard, whole) => {
  expect(joined(written, heard)).toBe(whole)
})
