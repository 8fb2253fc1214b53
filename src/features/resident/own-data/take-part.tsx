import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { Stack } from '@/components/row/row'
import { copy } from '@/platform/phone/phone'
import { giveFile } from '@/platform/files/take-away'
import type { OwnData } from './store'

/** Everything as a file. Two taps: WeChat hands a file over only straight from a tap, and gathering takes a while. */
export function TakePart({ data }: { readonly data: StoreApi<OwnData> }) {
  const { file, gather, say } = useStore(data)
  const give = async (text: string) => {
    if ((await giveFile('我的资料.json', text)) === 'given') say('存好了')
    else say('没有存，想存再点一次，也可以复制')
  }
  const copyIt = async (text: string) => say((await copy(text)) ? '复制好了' : '没有复制成，请再试一次')
  return (
    <Card>
      <Stack>
        <Heading level={2} size={3}>
          存一份带走
        </Heading>
        <View className='sub'>上面的都在里面。文件里有您的姓名，请自己收好。</View>
        {file.at === 'ready' ? (
          <>
            <Button onTap={() => give(file.text)}>{process.env.TARO_ENV === 'h5' ? '存到这台设备' : '发到我的微信'}</Button>
            <Button look='ghost' onTap={() => copyIt(file.text)}>
              复制文字
            </Button>
          </>
        ) : (
          <Button look='ghost' busy={file.at === 'gathering'} onTap={() => void gather()}>
            备好一份
          </Button>
        )}
      </Stack>
    </Card>
  )
}
