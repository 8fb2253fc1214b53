import Taro from '@tarojs/taro'

const sizeOf = (info: object): number => ('fontSizeSetting' in info && typeof info.fontSizeSetting === 'number' ? info.fontSizeSetting : 0)
const scaleOf = (info: object): number =>
  'fontSizeScaleFactor' in info && typeof info.fontSizeScaleFactor === 'number' ? info.fontSizeScaleFactor : 1

/**
 * Whether this person has WeChat set to its 关怀 size: 23.8 on an iPhone (usual: 17), 22 on Android (usual: 16), 1.4 times either way. A
 * browser says nothing of the kind.
 */
export function phoneIsSetLarge(): boolean {
  if (process.env.TARO_ENV === 'weapp') {
    try {
      const info: object = Taro.getAppBaseInfo()
      return sizeOf(info) >= 22 || scaleOf(info) >= 1.35
    } catch {
      return false
    }
  } else {
    return false
  }
}
