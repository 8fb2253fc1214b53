import type { ContentCheck } from '../ports'
import risky from './risky-words.json'

/** A short list, and nothing more: it stops advertisements for crimes, not crimes. Spaces and marks between the characters hide nothing. */
export const wordListCheck: ContentCheck = {
  async judge(text) {
    const bare = text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '')
    return risky.some(word => bare.includes(word)) ? 'risky' : 'clean'
  },
}
