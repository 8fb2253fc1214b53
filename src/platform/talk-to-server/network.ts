import Taro from '@tarojs/taro'
import { create } from 'zustand'

/** Whether there is a network. A hint for the screen, never a reason not to ask. */
export const useOnline = create<{ readonly online: boolean }>(() => ({ online: process.env.TARO_ENV === 'h5' ? navigator.onLine : true }))

const heard = new Set<() => void>()
/** Runs each time the network comes back; what waited on the phone can go out. Returns how to stop. */
export function whenBackOnline(run: () => void): () => void {
  heard.add(run)
  return () => heard.delete(run)
}

function tell(online: boolean) {
  const back = online && !useOnline.getState().online
  useOnline.setState({ online })
  if (back) heard.forEach(run => run())
}

/** Once, when the app starts. */
export function watchNetwork() {
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('online', () => tell(true))
    window.addEventListener('offline', () => tell(false))
  } else {
    void Taro.getNetworkType({ success: answer => tell(answer.networkType !== 'none') })
    Taro.onNetworkStatusChange(answer => tell(answer.isConnected))
  }
}
