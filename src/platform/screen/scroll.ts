import Taro from '@tarojs/taro'

/** Back to the head of the page: where it says what is wrong, or where the next form begins. */
export const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 150 }).catch(() => undefined)
