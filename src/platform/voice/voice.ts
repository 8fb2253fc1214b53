import { refusalOf } from '../phone/privacy'

/** How listening ended: with words, with none, or why not. */
export type Ended = 'heard' | 'nothing' | 'declined' | 'used-up' | 'failed'
export interface Listener {
  heard(words: string): void
  ended(how: Ended): void
}

type Settle = (how: Ended, words?: string) => void
interface Ear {
  stop(): void
}
interface PluginEar extends Ear {
  onStart(): void
  onRecognize(): void
  onStop(answer: { readonly result?: string }): void
  onError(answer: { readonly retcode?: number; readonly msg?: string }): void
  start(how: { readonly duration: number; readonly lang: 'zh_CN' }): void
}
declare function requirePlugin(name: 'WechatSI'): { getRecordRecognitionManager(): PluginEar }

/** WeChat's recogniser takes no more at once. */
const longest = 60_000
/** What was said is read back within this, or the network took it. */
const patience = 15_000
/** The plugin's number for a day's calls being used up. */
const usedUp = -40001

/**
 * Whether this phone may turn speech into words; where it cannot, no button is drawn. A browser's own recogniser sends the sound to its
 * maker, often abroad: there the keyboard's dictation is left to the person.
 */
export const canListen: boolean = process.env.TARO_ENV === 'weapp'

function pluginEar(settle: Settle): Ear {
  const ear = requirePlugin('WechatSI').getRecordRecognitionManager()
  ear.onStart = () => undefined
  ear.onRecognize = () => undefined
  ear.onStop = ({ result = '' }) => settle('heard', result)
  ear.onError = ({ retcode = 0, msg = '' }) => settle(retcode === usedUp ? 'used-up' : refusalOf({ errno: retcode, errMsg: msg }).at)
  ear.start({ duration: longest, lang: 'zh_CN' })
  return ear
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
    try {
      ear?.stop()
    } catch {
      settle('failed')
    }
  }
  waiting = setTimeout(finish, longest)
  // A plugin that the village has not added yet throws here.
  try {
    ear = pluginEar(settle)
  } catch {
    settle('failed')
  }
}

/** No more is said; what was said still arrives. */
export function stopListening() {
  finish?.()
}

/** What was heard, after what is written already. */
export const joined = (written: string, heard: string): string =>
  written === '' || /[\s，。！？；、：,.!?]$/.test(written) ? written + heard : `${written}，${heard}`
