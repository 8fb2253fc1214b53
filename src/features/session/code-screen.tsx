import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { Toast } from '@/components/toast/toast'
import { savePicture } from '@/platform/files/save-picture'
import type { CodePage } from './code-store'
import look from './sessions.module.scss'

const title = '打印用的码'

/** A code for the notice board, the door, the leaflet. */
export function CodeScreen({ page, says }: { readonly page: StoreApi<CodePage>; readonly says: string }) {
  const { seen, refresh } = useStore(page)
  const [said, say] = useState<string | null>(null)
  if (seen.at !== 'shown')
    return (
      <Unseen
        title={title}
        seen={seen}
        look='page'
        rows={1}
        notYours={{ title: '码由议事厅的工作人员打印', only: ['not-your-role'] }}
        elsewhere='可以过一会儿再试。'
        onRetry={refresh}
      />
    )
  const { picture, name } = seen.view
  const spoken = `${name}的码`
  const save = async () => say((await savePicture(picture, name)) ? '存好了，可以拿去打印' : '手机没有让存，可以截一张屏再打印')
  return (
    <Page title={title} heading={name} actions={<Button onTap={() => void save()}>存下来打印</Button>}>
      <Card>
        <Image
          className={look.printed}
          src={picture}
          mode='aspectFit'
          {...(process.env.TARO_ENV === 'h5' ? { imgProps: { alt: spoken } } : { 'aria-label': spoken })}
        />
        <View className='centre sub'>{says}</View>
      </Card>
      <Toast text={said} onGone={() => say(null)} />
    </Page>
  )
}
