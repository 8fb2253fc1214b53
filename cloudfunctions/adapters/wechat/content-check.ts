import type { ContentCheck, Kind, Verdict } from '../../ports'
import type { CloudSecurity } from './database'
import { placeOf } from './files'

/** WeChat's numbers for where words will stand. */
const scenes: Record<Kind, 1 | 2 | 3> = { profile: 1, comment: 2, forum: 3 }
const atOnce = 2_500
/** Each piece begins with the end of the one before: a bad word that a cut parts is whole in the next piece. */
const overlap = 20
const patience = 5_000

const suggestions: ReadonlyMap<unknown, Verdict> = new Map<unknown, Verdict>([
  ['pass', 'clean'],
  ['review', 'doubtful'],
  ['risky', 'risky'],
])
const worstFirst: readonly Verdict[] = ['risky', 'doubtful', 'unchecked', 'clean']

/** Pieces of at most `atOnce` units that cut no character in two. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (let from = 0; ; ) {
    let until = Math.min(from + atOnce, text.length)
    if (until < text.length && isHalf(text, until)) until -= 1
    pieces.push(text.slice(from, until))
    if (until === text.length) return pieces
    from = until - overlap
    if (isHalf(text, from)) from -= 1
  }
}

/** Whether a cut here would part a character's two halves. */
const isHalf = (text: string, at: number): boolean => /^[\udc00-\udfff]/.test(text.slice(at, at + 1))

/**
 * WeChat's check of words (msgSecCheck, version 2). It knows only who used the mini-program in the last two hours (61010 otherwise),
 * so words are checked when they are handed in. Whatever is no plain answer is 「unchecked」, never 「clean」.
 */
export function wechatContentCheck(cloud: CloudSecurity, filesRoot: string): ContentCheck {
  const { security } = cloud.openapi
  async function judgePiece(content: string, openid: string, kind: Kind, title: string | undefined): Promise<Verdict> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<undefined>(resolve => {
      timer = setTimeout(() => {
        resolve(undefined)
      }, patience)
    })
    try {
      const answer = await Promise.race([
        security.msgSecCheck({ openid, version: 2, scene: scenes[kind], content, ...(title ? { title } : {}) }),
        late,
      ])
      return suggestions.get(answer?.result?.suggest) ?? 'unchecked'
    } catch {
      return 'unchecked'
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    async judge(text, openid, { kind = 'comment', title } = {}) {
      const found = new Set(await Promise.all(piecesOf(text).map(piece => judgePiece(piece, openid, kind, title))))
      return worstFirst.find(verdict => found.has(verdict)) ?? 'unchecked'
    },
    /** WeChat fetches the picture by a link of ten minutes, and pushes its verdict within thirty to function `callback`. */
    async submitPicture(fileId, openid) {
      try {
        const { fileList } = await cloud.getTempFileURL({ fileList: [`${filesRoot}/${placeOf(fileId)}`] })
        const mediaUrl = fileList[0]?.tempFileURL
        if (!mediaUrl) return null
        const answer = await security.mediaCheckAsync({ openid, version: 2, scene: scenes.forum, mediaType: 2, mediaUrl })
        return typeof answer?.traceId === 'string' && /^[A-Za-z0-9_-]{1,120}$/.test(answer.traceId) ? answer.traceId : null
      } catch {
        return null
      }
    },
  }
}
