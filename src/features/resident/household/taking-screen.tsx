import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { TextField } from '@/components/field/text-field'
import { Heading } from '@/components/heading/heading'
import { Page } from '@/components/page/page'
import { Pair, Stack } from '@/components/row/row'
import { canScan, scan } from '@/platform/phone/codes'
import { openTab } from '@/platform/screen/navigation'
import type { Offered, Taking } from './taking'

const title = '用码登记'

/** A guest with a code, from the hall's desk or from the family. */
export function TakingScreen({ taking }: { readonly taking: StoreApi<Taking> }) {
  const { stage, code, name, wrong, write, scanned, look, call, back, take } = useStore(taking)
  const onScan = async () => {
    const place = await scan()
    if (place !== null && place !== 'foreign' && place.kind === 'bind') await scanned(place.id)
  }
  switch (stage.at) {
    case 'typing':
    case 'looking':
      return (
        <Page
          title={title}
          actions={
            <Button busy={stage.at === 'looking'} onTap={() => void look()}>
              下一步
            </Button>
          }
        >
          <Card>
            <Stack>
              <TextField
                label='登记码'
                hint='六个数字。村里给的，十分钟内用；家里人给的，一天内用'
                kind='number'
                value={code}
                error={wrong ?? undefined}
                disabled={stage.at === 'looking'}
                onChange={write}
                onDone={() => void look()}
              />
              {canScan ? (
                <Button look='ghost' onTap={() => void onScan()}>
                  扫一扫
                </Button>
              ) : null}
            </Stack>
          </Card>
          <Card look='quiet'>
            <Stack tight>
              <View className='body'>没有码？带身份证件到议事厅，当场就给；家里的户代表也能在“我的”里给您一个。</View>
              <View className='sub'>证件只看一眼，号码不记。</View>
            </Stack>
          </Card>
        </Page>
      )
    case 'confirming':
    case 'sending':
      return (
        <Page
          title={title}
          heading={`您是“${stage.offered.name}”吗？`}
          actions={
            <Pair>
              <Button look='ghost' disabled={stage.at === 'sending'} onTap={back}>
                不是我
              </Button>
              <Button busy={stage.at === 'sending'} onTap={() => void take()}>
                是我，登记
              </Button>
            </Pair>
          }
        >
          <Card>
            <Stack>
              <View className='body'>{vouched(stage.offered)}</View>
              {stage.offered.how === 'family' ? (
                <TextField
                  label='您的姓名'
                  hint='照身份证上的写，和名册对上才行'
                  most={20}
                  value={name}
                  error={wrong ?? undefined}
                  disabled={stage.at === 'sending'}
                  onChange={call}
                  onDone={() => void take()}
                />
              ) : null}
              {wrong && stage.offered.how === 'desk' ? (
                <View className='body red' aria-live='polite'>
                  {wrong}
                </View>
              ) : null}
              <View className='sub'>登记后，这个微信就是您本人：提事、附议、投票都算您的。别人的码不要用，谁给的码都有记录。</View>
            </Stack>
          </Card>
        </Page>
      )
    case 'done':
      return (
        <Page title={title} actions={<Button onTap={() => void openTab('home')}>去看看村里的事</Button>}>
          <Banner tone='green'>{`登记好了，您是“${stage.name}”。`}</Banner>
          <Card>
            <Stack tight>
              <Heading level={2} size={3}>
                以后不用再登记
              </Heading>
              <View className='body'>换了微信，到议事厅解开，再登记一次。谁给您办的，在“我的资料”里查得到。</View>
            </Stack>
          </Card>
        </Page>
      )
  }
}

const vouched = ({ how, by }: Offered): string => (how === 'desk' ? `${by}给的码，当面看过您的证件。` : `家里的户代表“${by}”给的码。`)
