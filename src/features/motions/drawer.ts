import { kept, type Kept } from '@/platform/storage'
import type { Question } from './question'

const texts = ['key', 'text', 'form', 'openDay', 'openTime', 'closeDay', 'closeTime'] as const
const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === 'object' && raw !== null && !Array.isArray(raw)
const isQuestion = (raw: unknown): raw is Question => isObject(raw) && texts.every(name => typeof raw[name] === 'string') && (raw.body === null || typeof raw.body === 'string')

/** Where a half-written question rests on this phone. */
export const questionDrawer = (topicId: string): Kept<Question> => kept(`motion:${topicId}`, isQuestion)
