import type { Notice } from '@/domain/notice/notices'
import type { Person } from '@/domain/resident/people'

/** As this reader may have it: the way into an online room is for those who live here. */
export const noticeCard = ({ id, topicId, sessionId, motionId, board, title, body, at, postedUntil }: Notice, viewer: Person | null) => ({
  id,
  topicId,
  sessionId,
  motionId,
  board,
  title,
  body: board === 'session' && viewer === null ? body.replace(/线上会议 [\x20-\x7e]+/g, '线上会议') : body,
  at,
  postedUntil,
})
