import { wordsKept } from '../topic-card'
import type { Read } from './seen'

/** The matter in its proposer's words, for who may read them. */
export function wordsShown({ topic, actor, readsText }: Read) {
  const wordsHidden = readsText ? wordsKept(topic, actor) : null
  const { what, where, affected, suggestion } = topic
  return {
    limited: !readsText,
    words:
      readsText && wordsHidden === null ? { what, where, affected, suggestion } : { what: '', where: '', affected: '', suggestion: '' },
    wordsHidden,
  }
}
