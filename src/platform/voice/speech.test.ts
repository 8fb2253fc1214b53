import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { piecesOf } from './speech'

const player = {
  src: '',
  played: [] as string[],
  destroyed: 0,
  ended: () => {},
  failed: () => {},
  play() {
    this.played.push(this.src)
  },
  onEnded(run: () => void) {
    this.ended = run
  },
  onError(run: () => void) {
    this.failed = run
  },
  destroy() {
    this.destroyed += 1
  },
}
vi.mock('@tarojs/taro', () => ({ default: { createInnerAudioContext: () => player } }))

type Asked = { readonly content: string; success(answer: { filename?: string }): void; fail(): void }
let asked: Asked[]
beforeEach(() => {
  asked = []
  Object.assign(player, { src: '', played: [], destroyed: 0 })
  vi.resetModules()
  vi.stubEnv('TARO_ENV', 'weapp')
  vi.stubGlobal('requirePlugin', () => ({
    textToSpeech: (one: Asked) => {
      asked.push(one)
    },
  }))
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})
const long = `${'村口到小学的路灯要不要今年装。'.repeat(20)}`

test('no word is lost between the pieces, and none is longer than the reader takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('村', '灯', '。', '！', '\n', '😀', 'a'), maxLength: 900 }), words => {
      const pieces = piecesOf(words)
      if (pieces.some(piece => [...piece].length > 200)) throw new Error('too long')
      if (pieces.join('').replace(/[。！？；\s]/g, '') !== words.replace(/[。！？；\s]/g, '')) throw new Error('words were lost')
    }),
  )
})

test('in WeChat a long text is read piece by piece to its end, and the player is given back', async () => {
  const { speak } = await import('./speech')
  const ended = vi.fn()
  speak(long, ended)
  for (let n = 0; n < piecesOf(long).length; n += 1) {
    expect(ended).not.toHaveBeenCalled()
    asked[n]!.success({ filename: `piece${n}` })
    player.ended()
  }
  expect(player.played).toEqual(piecesOf(long).map((_, n) => `piece${n}`))
  expect([ended.mock.calls.length, player.destroyed]).toEqual([1, 1])
})

test('stopped in the middle it is silent: a piece that comes later is not played', async () => {
  const { speak, stopSpeaking } = await import('./speech')
  const ended = vi.fn()
  speak(long, ended)
  stopSpeaking()
  asked[0]!.success({ filename: 'late' })
  expect([player.played, ended.mock.calls.length, player.destroyed]).toEqual([[], 1, 1])
})

test.each([
  ['a reader that says no', () => asked[0]!.fail()],
  ['an empty answer', () => asked[0]!.success({})],
  [
    'a player that fails',
    () => {
      asked[0]!.success({ filename: 'a' })
      player.failed()
    },
  ],
])('%s is the end, once', async (_, fails) => {
  const { speak } = await import('./speech')
  const ended = vi.fn()
  speak(long, ended)
  fails()
  expect([ended.mock.calls.length, player.destroyed]).toEqual([1, 1])
})

test('a plugin that is not there ends at once', async () => {
  vi.stubGlobal('requirePlugin', () => {
    throw new Error('plugin is not defined')
  })
  const { speak } = await import('./speech')
  const ended = vi.fn()
  speak('好', ended)
  expect(ended).toHaveBeenCalledTimes(1)
})
