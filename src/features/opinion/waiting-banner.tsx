import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Banner } from '@/components/banner/banner'
import { useFrame } from '@/components/page/frame'
import type { Queue } from './queue'

/** How many wait on the phone, and whether they are on their way. Nothing where nothing waits and the network is there. */
export function WaitingBanner({ queue }: { readonly queue: StoreApi<Queue> }) {
  const { online } = useFrame()
  const { waiting, sending, send } = useStore(queue)
  const ready = waiting.filter(({ refusal }) => refusal === null).length
  if (ready === 0) return online ? null : <Banner tone='amber'>没有网络也能记。先存在手机里，有网会自动上传。</Banner>
  if (sending === 'sending') return <Banner tone='blue'>{`正在交给村里，还有 ${ready} 条`}</Banner>
  return online ? (
    <Banner
      tone='amber'
      action={{ label: '现在上传', onTap: () => void send() }}
    >{`没有连上。已存在手机里 ${ready} 条，连上会自动上传。`}</Banner>
  ) : (
    <Banner tone='amber'>{`没有网络。已存在手机里 ${ready} 条，有网会自动上传。`}</Banner>
  )
}
