import { isStatutory } from '@/domain/notice/reach'
import { passportOf } from '@/domain/procedure/file/passport'
import { code, record, road } from '../topic-page'
import type { Seen } from './seen'

/** The way it came, line by line, and what proves it. */
export const recordShown = ({ topic, journal, people, actor, facts, parent, others, told }: Seen) => ({
  road: road(topic, journal),
  journal: record(topic, journal, people, [topic, ...others, ...(parent ? [parent] : [])], actor),
  boardCode: code(topic),
  fileLacks: passportOf(topic, journal, facts).missing.length,
  ledgers: told
    .filter(notice => isStatutory(notice.code))
    .reverse()
    .map(({ id: noticeId, title, at }) => ({ noticeId, title, at })),
})
