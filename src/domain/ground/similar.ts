const clean = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Script=Han}a-z0-9]/gu, '')

/** Pairs of neighbouring characters: Chinese needs no dictionary to be compared this way. */
function pairs(text: string): Set<string> {
  const letters = [...clean(text)]
  return new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`))
}

export interface Sounding {
  readonly title: string
  readonly where: string
  readonly what: string
}

/** How much of the shorter text is in the longer, 0 to 1; the title and the place weigh more than the story. */
export function likeness(words: string, other: Sounding): number {
  const mine = pairs(words)
  if (mine.size === 0) return 0
  const share = (theirs: Set<string>) => {
    const smaller = Math.min(mine.size, theirs.size)
    if (smaller === 0) return 0
    let both = 0
    for (const pair of theirs) if (mine.has(pair)) both += 1
    return both / smaller
  }
  return 0.6 * share(pairs(other.title)) + 0.2 * share(pairs(other.where)) + 0.2 * share(pairs(other.what))
}

/** From here on it is worth asking 是不是这件. */
export const alikeFrom = 0.2
