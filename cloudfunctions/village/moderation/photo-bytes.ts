/** Marker segments a JPEG needs to be drawn; APP1 (EXIF, with the place and the phone), APP13, comments and the rest are dropped. */
const keptApps = new Set([0xe0, 0xee])

/**
 * The same picture without what it tells of its taking: where, when, with which phone (procedures §6.2: no precise location).
 * Null where the file is not built as its kind must be.
 */
export function withoutMetadata(bytes: Uint8Array, mime: string): Uint8Array | null {
  if (mime === 'image/jpeg') return plainJpeg(bytes)
  if (mime === 'image/png') return plainPng(bytes)
  return plainWebp(bytes)
}

function plainJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda) {
      parts.push(scans(bytes.subarray(at)))
      return joined(parts)
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (length < 2 || at + 2 + length > bytes.length) return null
    const app = marker >= 0xe0 && marker <= 0xef
    if (marker !== 0xfe && (!app || keptApps.has(marker))) parts.push(bytes.subarray(at, at + 2 + length))
    at += 2 + length
  }
  return null
}

/** The drawn part, up to its end mark: phones hang films and second pictures behind it. */
function scans(rest: Uint8Array): Uint8Array {
  for (let at = 2; at + 1 < rest.length; at += 1) if (rest[at] === 0xff && rest[at + 1] === 0xd9) return rest.subarray(0, at + 2)
  return rest
}

const keptChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'sRGB', 'cHRM', 'sBIT'])

function plainPng(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const size = view.getUint32(at) + 12
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (at + size > bytes.length) return null
    if (keptChunks.has(name)) parts.push(bytes.subarray(at, at + size))
    if (name === 'IEND') return joined(parts)
    at += size
  }
  return null
}

function plainWebp(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = []
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true)
    const padded = 8 + size + (size % 2)
    if (at + 8 + size > bytes.length) return null
    const name = String.fromCharCode(...bytes.subarray(at, at + 4))
    if (name !== 'EXIF' && name !== 'XMP ') parts.push(bytes.subarray(at, Math.min(at + padded, bytes.length)))
    at += padded
  }
  const body = joined(parts)
  const head = new Uint8Array(12)
  head.set(bytes.subarray(0, 12))
  new DataView(head.buffer).setUint32(4, body.length + 4, true)
  return joined([head, body])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
