import type { Input } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import { opinionLength, settings, voicesAtMost, type Setting } from '@/domain/opinion/opinions'
import { checkText } from '@/domain/ground/text'
import { categories, wordLimits, type Category } from '@/domain/topic/topic'

/** What it belongs to: a topic that stands already, or a matter nobody raised yet. */
export type Belongs =
  /** `topicId` is empty until one is chosen. */
  | { readonly to: 'topic'; readonly topicId: string; readonly title: string }
  | { readonly to: 'new'; readonly title: string; readonly where: string; readonly category: Category }

/** One page of the notebook: what was said, as it is being written down. */
export interface Note {
  /** Drawn once: sent twice, it is recorded once. */
  readonly key: string
  readonly words: string
  readonly setting: Setting
  /** How many people said so, as typed. */
  readonly voices: string
  readonly consent: boolean
  readonly belongs: Belongs | null
}

export type Part = 'words' | 'voices' | 'consent' | 'belongs' | 'title' | 'where'
export type Wrong = { readonly [P in Part]?: string }

const partNames: Record<Part, string> = {
  words: '他怎么说的',
  voices: '几个人',
  consent: '他同意吗',
  belongs: '说的是哪件事',
  title: '是什么事',
  where: '在哪里',
}
/** 「他怎么说的、他同意吗」: what is still to be mended, in the order of the page. */
export const wrongParts = (wrong: Wrong): string =>
  (Object.keys(partNames) as Part[])
    .filter(part => wrong[part])
    .map(part => partNames[part])
    .join('、')

export const emptyNote = (key: string, belongs: Belongs | null): Note => ({
  key,
  words: '',
  setting: 'one',
  voices: '1',
  consent: false,
  belongs,
})
/** The next page: the same people may say more about the same thing, but what they say, and that they agree, is asked anew. */
export const nextNote = ({ setting, voices, belongs }: Note, key: string): Note => ({
  key,
  words: '',
  setting,
  voices,
  consent: false,
  belongs: belongs?.to === 'topic' && belongs.topicId !== '' ? belongs : null,
})
export const newMatter: Belongs = { to: 'new', title: '', where: '', category: 'other' }
export const someTopic: Belongs = { to: 'topic', topicId: '', title: '' }

const said = (text: string, most: number, empty: string): string | null => {
  const checked = checkText(text, most)
  return checked.ok
    ? null
    : checked.refusal === 'empty-text'
      ? empty
      : checked.refusal === 'too-long'
        ? `最多 ${most} 字，请精简一些`
        : refusalWords[checked.refusal]
}

/** Judges a page by the rules the server judges by; empty when nothing is wrong. */
export function wrongIn(note: Note): Wrong {
  const { words, voices, consent, belongs } = note
  const wrong: Partial<Record<Part, string>> = {}
  const put = (part: Part, why: string | null) => {
    if (why !== null) wrong[part] = why
  }
  put('words', said(words, opinionLength, '请写下他怎么说的'))
  if (!/^\d{1,6}$/.test(voices) || Number(voices) < 1) put('voices', '请写几个人，至少 1 人')
  else if (Number(voices) > voicesAtMost) put('voices', refusalWords['too-many-voices'])
  if (!consent) put('consent', refusalWords['no-consent'])
  if (belongs === null || (belongs.to === 'topic' && belongs.topicId === '')) put('belongs', '请选这句话说的是哪件事')
  if (belongs?.to === 'new') {
    put('title', said(belongs.title, wordLimits.title, '请用一句话写上是什么事'))
    put('where', said(belongs.where, wordLimits.where, '请写上在哪里'))
  }
  return wrong
}

export type Entry =
  | { readonly name: 'opinion.record'; readonly input: Input<'opinion.record'> }
  | { readonly name: 'opinion.raise'; readonly input: Input<'opinion.raise'> }

/** What is sent; null while it is not said what it belongs to. */
export function entryOf({ key, words, setting, voices, consent, belongs }: Note): Entry | null {
  if (belongs === null) return null
  const base = { id: key, words: words.trim(), setting, voices: Number(voices), consent }
  return belongs.to === 'topic'
    ? { name: 'opinion.record', input: { ...base, topicId: belongs.topicId } }
    : { name: 'opinion.raise', input: { ...base, title: belongs.title.trim(), where: belongs.where.trim(), category: belongs.category } }
}

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === 'object' && raw !== null && !Array.isArray(raw)

function isBelongs(raw: unknown): raw is Belongs {
  if (!isObject(raw) || typeof raw.title !== 'string') return false
  if (raw.to === 'topic') return typeof raw.topicId === 'string'
  return raw.to === 'new' && typeof raw.where === 'string' && typeof raw.category === 'string' && raw.category in categories
}

/** Whether what the phone kept is still a page we can read. */
export const isNote = (raw: unknown): raw is Note =>
  isObject(raw) &&
  typeof raw.key === 'string' &&
  typeof raw.words === 'string' &&
  typeof raw.setting === 'string' &&
  raw.setting in settings &&
  typeof raw.voices === 'string' &&
  typeof raw.consent === 'boolean' &&
  (raw.belongs === null || isBelongs(raw.belongs))
