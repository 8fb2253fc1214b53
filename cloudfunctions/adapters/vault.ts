import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Vault } from '../ports'

const nonceBytes = 12
const tagBytes = 16

/**
 * Marks by HMAC-SHA-256, seals by AES-256-GCM, each with a key of its own drawn from the one secret. Whoever has the rows and not the
 * secret has nothing.
 */
export function vaultOf(secret: string): Vault {
  if (secret.length < 32) throw new Error('VAULT_KEY must have at least 32 characters')
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', use, 32))
  const marking = keyFor('mark')
  const sealing = keyFor('seal')
  return {
    mark: text => createHmac('sha256', marking).update(text).digest('hex'),
    seal(text) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64url')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const cipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      cipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
      return Buffer.concat([cipher.update(bytes.subarray(nonceBytes + tagBytes)), cipher.final()]).toString('utf8')
    },
  }
}

/** Where no secret is set, nothing is marked or opened with a guessable one: what needs it fails, the rest works. */
export function vaultFrom(secret: string | undefined): Vault {
  let made: Vault | undefined
  const vault = () => (made ??= vaultOf(secret ?? ''))
  return { mark: text => vault().mark(text), seal: text => vault().seal(text), open: sealed => vault().open(sealed) }
}
