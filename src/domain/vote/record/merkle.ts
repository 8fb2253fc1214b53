import { sha256 } from '@noble/hashes/sha2.js'

/** One hash over the parts, as if they stood in one row. */
const hashed = (mark: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 1))
  bytes[0] = mark
  let at = 1
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return sha256(bytes)
}

/** A leaf and a node can never be taken for each other: each has its own first byte (RFC 9162 §2.1.1). */
export const leafHash = (leaf: Uint8Array): Uint8Array => hashed(0, leaf)
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => hashed(1, left, right)

/**
 * Root of the tree over these leaves in their order, as RFC 9162 §2.1.1 has it: the left side is the largest power of two, a single leaf is
 * its own root, and of nothing the root is the hash of nothing. 32 bytes. Level by level that is: pairs, and who is left over goes up
 * alone.
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  let level = leaves.map(leafHash)
  while (level.length > 1) {
    const above: Uint8Array[] = []
    for (let at = 0; at < level.length; at += 2) {
      const left = level[at],
        right = level[at + 1]
      if (left) above.push(right ? nodeHash(left, right) : left)
    }
    level = above
  }
  return level[0] ?? sha256(new Uint8Array(0))
}
