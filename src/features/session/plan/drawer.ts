import { kept, type Kept } from '@/platform/files/storage'
import type { Plan } from './plan'

const texts = [
  'key',
  'title',
  'day',
  'from',
  'to',
  'mode',
  'place',
  'meetingLink',
  'meetingNumber',
  'hostId',
  'recorderId',
  'commentDay',
] as const
const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === 'object' && raw !== null && !Array.isArray(raw)
const isLine = (raw: unknown): boolean => isObject(raw) && typeof raw.title === 'string' && typeof raw.minutes === 'string'
const isPlan = (raw: unknown): raw is Plan =>
  isObject(raw) &&
  texts.every(name => typeof raw[name] === 'string') &&
  Array.isArray(raw.agenda) &&
  raw.agenda.every(isLine) &&
  Array.isArray(raw.invitedGroups) &&
  raw.invitedGroups.every(Number.isInteger) &&
  typeof raw.invitesMigrants === 'boolean' &&
  (raw.stakeholders === undefined || typeof raw.stakeholders === 'string')

/** Where a half-made plan rests on this phone. */
export const planDrawer = (topicId: string): Kept<Plan> => kept(`schedule:${topicId}`, isPlan)
