import Taro from '@tarojs/taro'

/** Opens the phone's dialler with this number; the person still has to press call. */
export function dial(phone: string) {
  if (process.env.TARO_ENV === 'h5') location.href = `tel:${phone.replace(/[^\d+]/g, '')}`
  // Cancelling is an answer, not a fault.
  else void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
}

/** Puts words where they can be pasted: a meeting number, a verification code. False where the phone refuses. */
export async function copy(words: string): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'h5') await navigator.clipboard.writeText(words)
    else await Taro.setClipboardData({ data: words })
    return true
  } catch {
    return false
  }
}
