import type { PhoneNumbers } from '../../ports'

export interface CloudPhones {
  readonly openapi: {
    readonly phonenumber: {
      getPhoneNumber(one: {
        readonly code: string
      }): Promise<{ readonly phoneInfo?: { readonly purePhoneNumber?: string; readonly countryCode?: string } }>
    }
  }
}

/** The number behind the phone button. A code holds once and for five minutes: an old, used or invented one gives no number. */
export const wechatPhones = (cloud: CloudPhones): PhoneNumbers => ({
  async of(code) {
    const { phoneInfo } = await cloud.openapi.phonenumber.getPhoneNumber({ code }).catch(codeRefused)
    return phoneInfo?.purePhoneNumber ? `+${phoneInfo.countryCode ?? '86'}${phoneInfo.purePhoneNumber}` : null
  },
})

/** 40029 no such code, 40163 used before. Anything else is a fault of ours, or WeChat's, and its words may quote what was sent. */
function codeRefused(fault: unknown): { readonly phoneInfo?: undefined } {
  if (typeof fault === 'object' && fault !== null && 'errCode' in fault && (fault.errCode === 40029 || fault.errCode === 40163)) return {}
  throw new Error('getPhoneNumber did not answer')
}
