/** What a village holds of one person, part by part, as its page and the file one takes away name it. */
export const ownParts = {
  topics: '提过的议题',
  drafts: '没交的草稿',
  comments: '说过的话',
  supports: '附议',
  petitions: '联名签过的',
  nods: '赞同和感谢',
  votes: '投过的票',
  ratings: '打过的分',
  objections: '提过的异议',
  sessions: '报名和签到',
  opinions: '记下的工友的话',
  photos: '照片',
  messages: '收到的消息',
  register: '登记上的改动',
  corrections: '说过哪里不对',
} as const
export type OwnPart = keyof typeof ownParts
export const allOwnParts = Object.keys(ownParts) as OwnPart[]
