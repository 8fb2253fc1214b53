import Taro from '@tarojs/taro'

interface Reader {
  textToSpeech(asked: {
    readonly lang: 'zh_CN'
    readonly tts: true
    readonly content: string
    success(answer: { readonly filename?: string }): void
    fail(): void
  }): void
}
declare function requirePlugin(name: 'WechatSI'): Reader

/** WeChat's reader takes so many characters at a time. */
const atOnce = 200

/**
 * Whether this phone can read aloud; where it cannot, the button is not drawn. In WeChat the plugin reads; one that is not there ends at
 * once.
 */
export const canSpeak: boolean = process.env.TARO_ENV === 'weapp' || (typeof window !== 'undefined' && 'speechSynthesis' in window)

/** Text in pieces that can be read at once: cut at the end of a sentence where there is one. */
export function piecesOf(words: string, most = atOnce): string[] {
  const pieces: string[] = []
  for (const sentence of words.match(/[^。！？；\n]+[。！？；\n]*/gu) ?? []) {
    const letters = [...sentence]
    for (let at = 0; at < letters.length; at += most) {
      const piece = letters.slice(at, at + most).join(''),
        last = pieces.at(-1)
      if (last !== undefined && [...last].length + [...piece].length <= most) pieces[pieces.length - 1] = last + piece
      else pieces.push(piece)
    }
  }
  return pieces.filter(piece => piece.trim() !== '')
}

let hush: (() => void) | null = null

/** One piece after another; any that cannot be had, or played, is the end. */
function readByPlugin(words: string, ended: () => void) {
  const player = Taro.createInnerAudioContext()
  const pieces = piecesOf(words)
  let over = false
  const end = () => {
    if (over) return
    over = true
    hush = null
    player.destroy()
    ended()
  }
  hush = end
  const next = () => {
    const content = pieces.shift()
    if (over || content === undefined) return end()
    try {
      requirePlugin('WechatSI').textToSpeech({
        lang: 'zh_CN',
        tts: true,
        content,
        fail: end,
        success({ filename }) {
          if (over) return
          if (!filename) return end()
          player.src = filename
          player.play()
        },
      })
    } catch {
      end() // the village has not added the plugin yet
    }
  }
  player.onEnded(next)
  player.onError(end)
  next()
}

/** Reads these words aloud in Mandarin, slowly; `ended` runs when they are finished or stopped. */
export function speak(words: string, ended: () => void) {
  if (process.env.TARO_ENV === 'weapp') {
    hush?.()
    readByPlugin(words, ended)
  } else {
    if (!canSpeak) return
    speechSynthesis.cancel()
    const said = new SpeechSynthesisUtterance(words)
    said.lang = 'zh-CN'
    said.rate = 0.9
    said.onend = ended
    said.onerror = ended
    speechSynthesis.speak(said)
  }
}

export function stopSpeaking() {
  if (process.env.TARO_ENV === 'weapp') hush?.()
  else if (canSpeak) speechSynthesis.cancel()
}
