import Taro from '@tarojs/taro'
import { placeIn, type Place } from '@/domain/resident/scene'

/** Whether there is a camera to scan with here; in a browser the phone's own does it. */
export const canScan: boolean = process.env.TARO_ENV === 'weapp'

/** Where a code led that was just opened or scanned: `?scene=` arrives encoded. */
export function placeScanned(scene: string | undefined): Place | null {
  try {
    return placeIn(decodeURIComponent(scene ?? ''))
  } catch {
    return null
  }
}

/** Scans one code of ours. `foreign`: it was somebody else's, or none could be read; null: the person put the camera away. */
export async function scan(): Promise<Place | 'foreign' | null> {
  if (process.env.TARO_ENV === 'weapp') {
    const seen = await Taro.scanCode({}).catch(() => null)
    if (!seen) return null
    // WeChat gives a path only for codes of this very mini-program.
    const scene = /^\/?pages\/home\/index\?(?:.*&)?scene=([^&]*)/.exec(seen.path ?? '')?.[1]
    return placeScanned(scene) ?? 'foreign'
  } else {
    return null
  }
}
