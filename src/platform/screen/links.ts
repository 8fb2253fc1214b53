import { copy } from '../phone/phone'

/** Opens an address of the outside world. WeChat lets a mini-program open none, so there it is copied: false. */
export async function openLink(address: string): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') {
    window.open(address, '_blank', 'noopener')
    return true
  } else {
    await copy(address)
    return false
  }
}
