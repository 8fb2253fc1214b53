import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { piecesOf, wechatContentCheck } from './content-check'
import type { CloudSecurity } from './database'

type Asked = Parameters<CloudSecurity['openapi']['security']['msgSecCheck']>[0]

/** WeChat's check, answering as it is told. */
function wechat(answer: (asked: Asked) => Promise<unknown>) {
  const asked: Asked[] = []
  const msgSecCheck = (one: Asked) => {
    asked.push(one)
    return answer(one) as Promise<{ readonly result?: { readonly suggest?: unknown } }>
  }
  const none = async () => {
    throw new Error('not asked here')
  }
  return {
    asked,
    check: wechatContentCheck(
      { openapi: { security: { msgSecCheck, mediaCheckAsync: none } }, getTempFileURL: none },
      'cloud://env.bucket',
    ),
  }
}
const suggesting = (suggest: unknown) => wechat(async () => ({ result: { suggest, label: 100 } }))

test.each([
  ['pass', 'clean'],
  ['review', 'doubtful'],
  ['risky', 'risky'],
  ['', 'unchecked'],
  ['PASS', 'unchecked'],
  [undefined, 'unchecked'],
  [0, 'unchecked'],
])('WeChat says %j: %s', async (suggest, verdict) => {
  expect(await suggesting(suggest).check.judge('水渠堵了', 'o-zhu')).toBe(verdict)
})

test.each([61010, -604101, 45009, -501001])('an error (%i) is no pass', async errCode => {
  const { check } = wechat(async () => {
    throw Object.assign(new Error(`openapi.security.msgSecCheck:fail ${errCode}`), { errCode })
  })
  expect(await check.judge('水渠堵了', 'o-zhu')).toBe('unchecked')
})

test.each([undefined, null, {}, { result: null }, 'ok'])('an answer of another shape (%j) is no pass', async answer => {
  expect(await wechat(async () => answer).check.judge('水渠堵了', 'o-zhu')).toBe('unchecked')
})

test('each kind of words goes to its scene, with the title and the author’s own identity', async () => {
  const { asked, check } = suggesting('pass')
  await check.judge('何阿华', 'o-ahua', { kind: 'profile' })
  await check.judge('我赞成', 'o-ahua')
  await check.judge('水渠堵了', 'o-zhu', { kind: 'forum', title: '水渠' })
  expect(asked).toEqual([
    { openid: 'o-ahua', version: 2, scene: 1, content: '何阿华' },
    { openid: 'o-ahua', version: 2, scene: 2, content: '我赞成' },
    { openid: 'o-zhu', version: 2, scene: 3, content: '水渠堵了', title: '水渠' },
  ])
})

describe('long words', () => {
  test.each([1, 2_499, 2_500, 2_501, 4_980, 4_981, 9_000])('of %i characters are asked whole, in pieces WeChat takes', length => {
    const text = Array.from({ length }, (_, i) => String.fromCharCode(0x4e00 + (i % 5_000))).join('')
    const pieces = piecesOf(text)
    expect(pieces.every(piece => piece.length <= 2_500)).toBe(true)
    expect(pieces.slice(1).reduce((whole, piece) => whole + piece.slice(20), pieces[0])).toBe(text)
    expect(pieces.length).toBe(length <= 2_500 ? 1 : length <= 4_980 ? 2 : length <= 7_460 ? 3 : 4)
  })
  test('no character is cut in two', () => {
    for (const shift of ['', 'a'])
      for (const piece of piecesOf(shift + '💡'.repeat(4_000))) expect(piece).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
  })
  test.each([
    [['pass', 'review', 'risky'], 'risky'],
    [['pass', 'oops', 'review'], 'doubtful'],
    [['pass', 'oops', 'pass'], 'unchecked'],
    [['pass', 'pass', 'pass'], 'clean'],
  ] as const)('of %j the worst counts: %s', async (says, verdict) => {
    let n = 0
    const { check } = wechat(async () => ({ result: { suggest: says[n++] } }))
    expect(await check.judge('长'.repeat(7_000), 'o-zhu')).toBe(verdict)
  })
})

describe('no answer in time', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  test('is no pass, and nobody waits for it longer', async () => {
    const verdict = wechat(() => new Promise(() => undefined)).check.judge('水渠堵了', 'o-zhu')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await verdict).toBe('unchecked')
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('pictures', () => {
  type Media = Parameters<CloudSecurity['openapi']['security']['mediaCheckAsync']>[0]
  function pictures(answer: () => Promise<unknown>, tempFileURL: string | undefined = 'https://tmp.example/p') {
    const asked: (Media | readonly string[])[] = []
    const { submitPicture } = wechatContentCheck(
      {
        openapi: {
          security: {
            msgSecCheck: async () => null,
            mediaCheckAsync: one => {
              asked.push(one)
              return answer() as Promise<{ readonly traceId?: unknown }>
            },
          },
        },
        getTempFileURL: async ({ fileList }) => {
          asked.push(fileList)
          return { fileList: [tempFileURL === '' ? {} : { tempFileURL }] }
        },
      },
      'cloud://env.bucket',
    )
    return { asked, submit: () => submitPicture?.('a1b2', 'o-zhu') }
  }
  test('are handed in by their link, and known by their trace', async () => {
    const { asked, submit } = pictures(async () => ({ traceId: '62f11967-2b24d27a' }))
    expect(await submit()).toBe('62f11967-2b24d27a')
    expect(asked).toEqual([
      ['cloud://env.bucket/photos/a1b2'],
      { openid: 'o-zhu', version: 2, scene: 3, mediaType: 2, mediaUrl: 'https://tmp.example/p' },
    ])
  })
  test.each([
    [
      'an error',
      async () => {
        throw new Error('-604101')
      },
    ],
    ['no trace', async () => ({})],
    ['a trace that is none', async () => ({ traceId: '../x y' })],
  ] as const)('%s: a person looks', async (_, answer) => {
    expect(await pictures(answer).submit()).toBeNull()
  })
  test('without a link a person looks', async () => {
    expect(await pictures(async () => ({ traceId: 't' }), '').submit()).toBeNull()
  })
})
