import type { Notice } from '@/domain/notices'

export const noticeCard = ({ id, topicId, sessionId, motionId, board, title, body, at, postedUntil }: Notice) => ({
  id,
  topicId,
  sessionId,
  motionId,
  board,
  title,
  body,
  at,
  postedUntil,
})
