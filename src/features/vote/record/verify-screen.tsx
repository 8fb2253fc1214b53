import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { Page } from '@/components/page/page'
import { replace } from '@/platform/screen/navigation'
import { chooseTextFile, onDroppedFile } from '@/platform/files/text-file'
import type { Verify, Verifying } from './verify'
import { checkCannot, checkProves } from '../booth/words'
import look from '../booth/ballots.module.scss'

/** Drop a record, have it recounted here, see every check with its numbers. */
export function VerifyScreen({ verify, motionId }: { readonly verify: StoreApi<Verify>; readonly motionId: string }) {
  const { verifying, read } = useStore(verify)
  useEffect(() => onDroppedFile(file => void read(file)), [read])
  if (process.env.TARO_ENV === 'h5') {
    return (
      <Page title='自己重数一遍'>
        <Card>
          <View className={look.stack}>
            <Heading level={2} size={3}>
              选一份表决记录
            </Heading>
            <View className='sub'>把下载的文件拖到这一页，或者点按钮选。文件只在这台电脑上看，哪里也不送。</View>
            <Button busy={verifying.at === 'reading'} onTap={() => void chooseTextFile('.json,application/json', '表决记录').then(read)}>
              选文件
            </Button>
            <View className='small'>不相信这一页？在自己的电脑上运行 npm run -s verify -- 文件名，算法是同一个，源代码是公开的。</View>
          </View>
        </Card>
        <Answer verifying={verifying} />
        <Limits />
      </Page>
    )
  }
  return (
    <Page title='自己重数一遍'>
      <Card>
        <View className={look.stack}>
          <Heading level={2} size={3}>
            请在电脑上重数
          </Heading>
          <View className='body'>在电脑上打开村里的网页版，进入这次表决，点“下载表决记录”，再点“自己重数一遍”。</View>
          <View className='sub'>手机上可以核对您自己的票在不在里面：回到表决结果，点“核对我的票”。</View>
          <Button onTap={() => replace('vote/index', { id: motionId })}>回到表决结果</Button>
        </View>
      </Card>
      <Limits />
    </Page>
  )
}

function Answer({ verifying }: { readonly verifying: Verifying }) {
  switch (verifying.at) {
    case 'asleep':
    case 'reading':
      return null
    case 'unreadable':
      return <Said title='这不是表决记录' words={`“${verifying.name}”读不懂。请选从表决结果页下载的文件。`} />
    case 'failed':
      return <Said title='没有数成' words='没有取到数票的程序，可能是网络不好。请再选一次。' />
    case 'read': {
      const { verified, name } = verifying
      return (
        <Card edge={verified.ok ? 'green' : 'red'}>
          <View className={look.stack} {...role(verified.ok ? 'status' : 'alert')}>
            <Heading level={2} size={2}>
              {verified.ok ? '✓ 全部对得上' : '✗ 有对不上的地方'}
            </Heading>
            <View className='small'>{name}</View>
            {verified.ok ? null : <View className='body'>{verified.fault}</View>}
            {verified.ok ? (
              <View className='body'>{`公示栏的验证码应是 ${verified.boardCode}。请对一对：不一样，就不是公示的那一份。`}</View>
            ) : null}
            {verified.checks.map(({ title, says }) => (
              <View key={title}>
                <View className='h3'>✓ {title}</View>
                <View className='sub'>{says}</View>
              </View>
            ))}
            {verified.ok ? null : <View className='small'>后面的没有再查。请把文件交给村务监督委员会看。</View>}
          </View>
        </Card>
      )
    }
  }
}

const Said = ({ title, words }: { readonly title: string; readonly words: string }) => (
  <Card edge='amber'>
    <View className={look.stack} {...role('alert')}>
      <Heading level={2} size={3}>
        {title}
      </Heading>
      <View className='body'>{words}</View>
    </View>
  </Card>
)

const Limits = () => (
  <Card look='quiet'>
    <View className={look.stack}>
      <Heading level={2} size={3}>
        能看出什么，看不出什么
      </Heading>
      <View className='sub'>{checkProves}</View>
      <View className='sub'>{checkCannot}</View>
    </View>
  </Card>
)
