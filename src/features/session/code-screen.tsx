import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ErrorState } from '@/components/error-state/error-state'
import { NoPermission } from '@/components/no-permission/no-permission'
import { Page } from '@/components/page/page'
import { Skeleton } from '@/components/skeleton/skeleton'
import { Toast } from '@/components/toast/toast'
import { refusalWords } from '@/contract/refusal-words'
import { savePicture } from '@/platform/files/save-picture'
import type { CodePage } from './code-store'
import look from './sessions.module.scss'

const title = '打印用的码'

/** A code for the notice board, the door, the leaflet. */
export function CodeScreen({ page, says }: { readonly page: StoreApi<CodePage>; readonly says: string }) {
  const { shown, refresh } = useStore(page)
  const [said, say] = useState<string | null>(null)
  if (shown.at === 'loading')
    return (
      <Page title={title}>
        <Skeleton look='page' rows={1} />
      </Page>
    )
  if (shown.at === 'failed')
    return (
      <Page title={title}>
        <ErrorState onRetry={refresh} />
      </Page>
    )
  if (shown.at === 'refused') {
    return (
      <Page title={title}>
        {shown.refusal === 'not-your-role' ? (
          <NoPermission title='码由议事厅的工作人员打印' />
        ) : (
          <ErrorState title={refusalWords[shown.refusal]} reason='可以过一会儿再试。' onRetry={refresh} />
        )}
      </Page>
    )
  }
  const { picture, name } = shown.code
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
