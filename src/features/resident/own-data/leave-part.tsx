import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Dialog } from '@/components/dialog/dialog'
import { Heading } from '@/components/heading/heading'
import { Stack } from '@/components/row/row'
import { refusalWords } from '@/contract/refusal-words'
import { openTab } from '@/platform/screen/navigation'
import type { OwnData, View as Held } from './store'
import { goes, stays } from './words'

type Asked = 'nothing' | 'unbind' | 'close' | 'close-for-good'

/** Letting go of this WeChat, or of everything. What goes and what stays is said before; closing is asked twice. */
export function LeavePart({ data, view }: { readonly data: StoreApi<OwnData>; readonly view: Held }) {
  const { leaving, leave } = useStore(data)
  const [asked, ask] = useState<Asked>('nothing')
  const busy = leaving === 'asking'
  const go = async (how: 'close' | 'unbind') => {
    await leave(how)
    ask('nothing')
  }
  return (
    <Card>
      <Stack>
        <Heading level={2} size={3}>
          不用了
        </Heading>
        {view.boundSince !== null && process.env.TARO_ENV === 'weapp' ? (
          <Button look='ghost' onTap={() => ask('unbind')}>
            解开这个微信
          </Button>
        ) : null}
        {view.cannotClose ? (
          <View className='sub'>{refusalWords[view.cannotClose]}</View>
        ) : (
          <Button look='danger' onTap={() => ask('close')}>
            注销
          </Button>
        )}
      </Stack>
      <Dialog
        open={asked === 'unbind'}
        title='解开这个微信吗？'
        confirm='解开'
        busy={busy}
        onConfirm={() => void go('unbind')}
        onCancel={() => ask('nothing')}
      >
        <View className='body'>解开后这个微信只能看，资料都还在。想再用，点“用手机号登记”就行。</View>
      </Dialog>
      <Dialog
        open={asked === 'close'}
        title='要注销吗？'
        confirm='看懂了，往下'
        onConfirm={() => ask('close-for-good')}
        onCancel={() => ask('nothing')}
      >
        <View className='body'>会删掉：{goes.join('；')}。</View>
        <View className='body'>会留下：{stays.join('；')}。这些是村里决定事情的依据。</View>
      </Dialog>
      <Dialog
        open={asked === 'close-for-good'}
        title='注销了找不回来'
        confirm='注销'
        danger
        busy={busy}
        onConfirm={() => void go('close')}
        onCancel={() => ask('nothing')}
      >
        <View className='body'>以后想再参加，要带身份证件到议事厅重新登记。不能用手机也可以到会场、用纸票。</View>
      </Dialog>
      <Dialog
        open={leaving === 'gone'}
        title='办好了'
        confirm='知道了'
        cancel='回首页'
        onConfirm={() => void openTab('me')}
        onCancel={() => void openTab('home')}
      >
        <View className='body'>您现在是访客，议题、议事会和公示照样能看。</View>
      </Dialog>
    </Card>
  )
}
