import { kept, type Kept } from '@/platform/files/storage'
import type { Item, Question } from './question'

const texts = ['form', 'openDay', 'openTime', 'closeDay', 'closeTime'] as const
const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === 'object' && raw !== null && !Array.isArray(raw)
const isItem = (raw: unknown): raw is Item =>
  isObject(raw) &&
  typeof raw.key === 'string' &&
  typeof raw.text === 'string' &&
  typeof raw.method === 'string' &&
  Array.isArray(raw.options) &&
  raw.options.every(option => typeof option === 'string')
const isQuestion = (raw: unknown): raw is Question =>
  isItem(raw) &&
  isObject(raw) &&
  texts.every(name => typeof raw[name] === 'string') &&
  Array.isArray(raw.more) &&
  raw.more.every(isItem) &&
  (raw.body === null || typeof raw.body === 'string')

/** Where a half-written question rests on this phone. */
export const questionDrawer = (topicId: string, second: string): Kept<Question> => kept(`motion:${second || topicId}`, isQuestion)
