import { kept, type Kept } from '@/platform/files/storage'
import type { Reply } from './answering'
import type { Entries } from './entries'

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === 'object' && raw !== null && !Array.isArray(raw)
const isEntry = (raw: unknown): boolean =>
  typeof raw === 'string' || typeof raw === 'boolean' || (Array.isArray(raw) && raw.every(one => typeof one === 'string'))
const isEntries = (raw: unknown): raw is Entries => isObject(raw) && Object.values(raw).every(isEntry)
const isReply = (raw: unknown): raw is Reply =>
  isObject(raw) && typeof raw.answer === 'string' && (raw.upheld === null || typeof raw.upheld === 'boolean')

/** Where a half-filled form rests on this phone. */
export const stepDrawer = (topicId: string, step: string): Kept<Entries> => kept(`step:${topicId}:${step}`, isEntries)
export const replyDrawer = (topicId: string, objectionId: string): Kept<Reply> => kept(`objection:${topicId}:${objectionId}`, isReply)
