import Taro from '@tarojs/taro'

export type TabPage = 'home' | 'topics' | 'sessions' | 'notices' | 'me'

/** Every page that is not a tab, with what it must be told. */
export interface Pages {
  'topic/index': { readonly id: string }
  'vote/index': { readonly id: string }
  /** A published record, recounted; `id`: the vote one came from. */
  'vote/verify': { readonly id: string }
  'notice/index': { readonly id: string }
  /** A new topic; `draft`: go on with that one; `edit`: mend the returned topic of this id. */
  'raise/index': { readonly draft?: string; readonly edit?: string }
  'raise/drafts': Record<never, string>
  'session/index': { readonly id: string }
  'session/hall': { readonly id: string }
  'session/code': { readonly kind: 'village' | 'topic' | 'session'; readonly id: string }
  'moderator/index': Record<never, string>
  /** One step of the topic's table, or with `confirm` the step that waits for its second key, or an `objection` to answer. */
  'moderator/step': { readonly id: string; readonly step?: string; readonly confirm?: '1'; readonly objection?: string }
  'moderator/schedule': { readonly topic: string }
  /** `second`: the vote whose second ballot is put. */
  'moderator/motion': { readonly topic: string; readonly second?: string }
  'moderator/register': Record<never, string>
  'moderator/reach': { readonly notice: string }
  'moderator/calls': Record<never, string>
  'moderator/log': Record<never, string>
  'committee/index': Record<never, string>
  'mine/index': Record<never, string>
  /** Becoming known by a code; `code`: the one just scanned. */
  'mine/bind': { readonly code?: string }
  'mine/household': Record<never, string>
  /** 一事一档 of the topic of this id. */
  'file/index': { readonly id: string }
  'village/rules': Record<never, string>
  'village/petition': { readonly topic: string }
  /** A vote in the hall, for who runs it; its paper count, written proxies and 计票单. The id is the motion's. */
  'teller/index': { readonly id: string }
  'teller/count': { readonly id: string }
  'teller/proxy': { readonly id: string }
  'teller/sheet': { readonly id: string }
  'roll/index': Record<never, string>
  /** Another roll for this body. */
  'roll/import': { readonly body: string }
  /** A laid roll, and its second key. */
  'roll/change': { readonly id: string }
  'roll/mine': Record<never, string>
  'committee/record': { readonly topic?: string }
}
export type PageName = keyof Pages
type Told<Name extends PageName> = Record<never, string> extends Pages[Name] ? [told?: Pages[Name]] : [told: Pages[Name]]

/** What a page was told, as it was meant: neither WeChat nor Taro decodes it, and a link from outside may be encoded. */
export function readTold(value: string | undefined): string {
  try {
    return decodeURIComponent(value ?? '')
  } catch {
    return value ?? ''
  }
}

export function urlOf<Name extends PageName>(name: Name, ...[told]: Told<Name>): string {
  const query = Object.entries(told ?? {})
    .filter((pair): pair is [string, string] => typeof pair[1] === 'string')
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return `/pages/${name}${query ? `?${query}` : ''}`
}

// WeChat keeps at most ten pages; the eleventh takes the place of the tenth.
const deepest = 10

/** Open a page above this one. A second tap while it opens does nothing. */
export async function open<Name extends PageName>(name: Name, ...told: Told<Name>): Promise<void> {
  const url = urlOf(name, ...told)
  if (Taro.getCurrentPages().length >= deepest) await Taro.redirectTo({ url })
  else await Taro.navigateTo({ url })
}

/** Open a page in place of this one: back must not return here. */
export async function replace<Name extends PageName>(name: Name, ...told: Told<Name>): Promise<void> {
  await Taro.redirectTo({ url: urlOf(name, ...told) })
}

export async function openTab(tab: TabPage): Promise<void> {
  await Taro.switchTab({ url: `/pages/${tab}/index` })
}

/** Where one came from; home, where one came from outside (a notice, a link on the board). */
export async function back(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
  else await openTab('home')
}
