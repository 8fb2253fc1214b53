import Taro from '@tarojs/taro'

const hex = (bytes: Uint8Array): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/**
 * 128 bits that nobody can guess, as 32 hex digits: the key under which a thing is sent twice and done once, and a secret ballot's receipt.
 * Throws where the phone has no such source: a receipt that can be guessed is worse than none.
 */
export async function drawKey(): Promise<string> {
  if (process.env.TARO_ENV === 'h5') {
    return hex(crypto.getRandomValues(new Uint8Array(16)))
  } else {
    const { randomValues } = await Taro.getRandomValues({ length: 16 })
    const bytes = new Uint8Array(randomValues)
    if (bytes.length !== 16) throw new Error('no source of chance on this phone')
    return hex(bytes)
  }
}
