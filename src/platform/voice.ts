import { refusalOf } from './privacy'

/** How listening ended: with words, with none, or why not. */
export type Ended = 'heard' | 'nothing' | 'declined' | 'used-up' | 'failed'
export interface Listener { heard(words: string): void; ended(how: Ended): void }

type Settle = (how: Ended, words?: string) => void
interface Ear { stop(): void }
interface PluginEar extends Ear {
  onStart(): void
  onRecognize(): void
  onStop(answer: { readonly result?: string }): void
  onError(answer: { readonly retcode?: number; readonly msg?: string }): void
  start(how: { readonly duration: number; readonly lang: 'zh_CN' }): void
}
interface BrowserEar extends Ear {
  lang: string
  continuous: boolean
  onresult: (event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void
  onerror: (event: { readonly error: string }) => void
  onend: () => void
  start(): void
}
declare function requirePlugin(name: 'WechatSI'): { getRecordRecognitionManager(): PluginEar }
declare global { interface Window { readonly webkitSpeechRecognition?: new () => BrowserEar } }

/** WeChat's recogniser takes no more at once. */
const longest = 60_000
/** What was said is read back within this, or the network took it. */
const patience = 15_000
/** The plugin's number for a day's calls being used up. */
const usedUp = -40001

/** Whether this phone may turn speech into words; where it cannot, no button is drawn. */
export const canListen: boolean = process.env.TARO_ENV === 'weapp' || (typeof window !== 'undefined' && window.webkitSpeechRecognition !== undefined)

function pluginEar(settle: Settle): Ear {
  const ear = requirePlugin('WechatSI').getRecordRecognitionManager()
  ear.onStart = () => undefined
  ear.onRecognize = () => undefined
  ear.onStop = ({ result = '' }) => settle('heard', result)
  ear.onError = ({ retcode = 0, msg = '' }) => settle(retcode === usedUp ? 'used-up' : refusalOf({ errno: retcode, errMsg: msg }).at)
  ear.start({ duration: longest, lang: 'zh_CN' })
  return ear
}

function browserEar(Recognition: new () => BrowserEar, settle: Settle): Ear {
  const ear = new Recognition()
  let words = ''
  let how: Ended = 'heard'
  ear.lang = 'zh-CN'
  ear.continuous = true
  ear.onresult = ({ results }) => { words = Array.from(results, ({ 0: best }) => best?.transcript ?? '').join('') }
  ear.onerror = ({ error }) => { how = error === 'not-allowed' ? 'declined' : error === 'no-speech' || error === 'aborted' ? 'heard' : 'failed' }
  ear.onend = () => settle(how, words)
  ear.start()
  return ear
}

function openEar(settle: Settle): Ear | null {
  if (process.env.TARO_ENV === 'weapp') return pluginEar(settle)
  return window.webkitSpeechRecognition ? browserEar(window.webkitSpeechRecognition, settle) : null
}

let finish: (() => void) | null = null

/** Listens for a minute at most. Says once how it ended, after the words if there are any; keeps no sound. */
export function listen({ heard, ended }: Listener) {
  if (finish) return ended('failed')
  let over = false
  let ear: Ear | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined
  const settle: Settle = (how, text = '') => {
    if (over) return
    over = true
    clearTimeout(waiting)
    finish = null
    const words = text.trim()
    if (words) heard(words)
    ended(how === 'heard' && !words ? 'nothing' : how)
  }
  finish = () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => settle('failed'), patience)
    try { ear?.stop() } catch { settle('failed') }
  }
  waiting = setTimeout(finish, longest)
  // A plugin that the village has not added yet throws here.
  try { ear = openEar(settle) } catch { return settle('failed') }
  if (!ear) settle('failed')
}

/** No more is said; what was said still arrives. */
export function stopListening() { finish?.() }

/** What was heard, after what is written already. */
export const joined = (written: string, heard: string): string =>
  written === '' || /[\s，。！？；、：,.!?]$/.test(written) ? written + heard : `${written}，${heard}`
