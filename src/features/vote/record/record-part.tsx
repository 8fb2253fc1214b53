import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { Pair } from '@/components/row/row'
import { open } from '@/platform/screen/navigation'
import look from '../booth/ballots.module.scss'

/** The whole record of a settled vote, to take away and to have recounted. Files belong on a computer: WeChat says where to find it. */
export function RecordPart({ motionId, onTake }: { readonly motionId: string; onTake(): Promise<void> }) {
  const [busy, work] = useState(false)
  const recount = () => open('vote/verify', { id: motionId })
  return (
    <Card>
      <View className={look.stack}>
        <Heading level={2} size={3}>
          整份表决记录
        </Heading>
        <View className='small'>每一张票、名册的人数、怎么算的、议题的记录都在里面。谁都可以拿去重数。</View>
        {process.env.TARO_ENV === 'h5' ? (
          <Pair>
            <Button
              busy={busy}
              look='ghost'
              onTap={() => {
                work(true)
                void onTake().finally(() => work(false))
              }}
            >
              下载表决记录
            </Button>
            <Button look='ghost' onTap={recount}>
              自己重数一遍
            </Button>
          </Pair>
        ) : (
          <Button look='ghost' onTap={recount}>
            怎样自己重数
          </Button>
        )}
      </View>
    </Card>
  )
}
