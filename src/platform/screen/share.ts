import Taro from '@tarojs/taro'

/** Opened from somebody's timeline: WeChat shows this one page, knows nobody, and lets nothing be opened or filled in from it. */
export const inTimeline = (): boolean => process.env.TARO_ENV === 'weapp' && Taro.getLaunchOptionsSync().scene === 1154

/** Whether WeChat's own menu offers to pass this page on. A page says so only once it shows what everybody may see. */
export function offerSharing(offered: boolean) {
  if (process.env.TARO_ENV === 'weapp') {
    const asked = offered ? Taro.showShareMenu({ showShareItems: ['shareAppMessage', 'shareTimeline'] }) : Taro.hideShareMenu({})
    void asked.catch(() => undefined)
  }
}
