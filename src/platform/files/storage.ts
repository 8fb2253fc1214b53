import Taro from '@tarojs/taro'

/** One thing kept on this phone. */
export interface Kept<Value> {
  /** null: never kept, unreadable, or no longer of the shape we expect. */
  get(): Value | null
  /** Written before it returns, so that a killed app has it; false where the phone would not keep it (full, or forbidden). */
  set(value: Value): boolean
  remove(): void
}

/** What an older version wrote is read by this one: `sound` says whether it still fits. Nothing here throws. */
export const kept = <Value>(key: string, sound: (raw: unknown) => raw is Value): Kept<Value> => ({
  get() {
    try {
      const text: unknown = Taro.getStorageSync(key)
      if (typeof text !== 'string' || text === '') return null
      const raw: unknown = JSON.parse(text)
      return sound(raw) ? raw : null
    } catch {
      return null
    }
  },
  set(value) {
    try {
      const text = JSON.stringify(value)
      Taro.setStorageSync(key, text)
      // A browser that forbids storage takes the write and forgets it: only reading back tells.
      return Taro.getStorageSync(key) === text
    } catch {
      return false
    }
  },
  remove() {
    try {
      Taro.removeStorageSync(key)
    } catch {
      // Not kept either way.
    }
  },
})

export const isText = (raw: unknown): raw is string => typeof raw === 'string'
export const isYesNo = (raw: unknown): raw is boolean => typeof raw === 'boolean'
