import Taro from '@tarojs/taro'

/** What was pulled down for has come: the page may spring back. */
export const endPullDown = () => Taro.stopPullDownRefresh()
