import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Facts } from '@/components/facts/facts'
import { Heading } from '@/components/heading/heading'
import { Old, Unseen } from '@/components/looked/looked'
import type { Shown as Read } from '@/platform/talk-to-server/looking'
import { Page } from '@/components/page/page'
import type { Block } from '@/components/paper/blocks'
import { OnScreen, PrintedSheet } from '@/components/paper/paper'
import { Row } from '@/components/row/row'
import { Tag } from '@/components/tag/tag'
import { Toast } from '@/components/toast/toast'
import { printSheet } from '@/platform/files/paper'
import { copy } from '@/platform/phone/phone'
import { photoUrl } from '@/platform/files/photos'
import { sheetOf, sheetText, type SheetStore, type SheetView } from './sheet'

/** The 计票单: what stands on it, and the way onto paper. */
export function SheetScreen({ sheet }: { readonly sheet: StoreApi<SheetStore> }) {
  const { seen, refresh } = useStore(sheet)
  if (seen.at !== 'shown')
    return (
      <Unseen title='计票单' seen={seen} look='page' rows={4} notYours={{ line: '可能还没有公开，或者链接不完整。' }} onRetry={refresh} />
    )
  return <Shown seen={seen} onRetry={() => void refresh()} />
}

function Shown({ seen, onRetry }: { readonly seen: Read<SheetView>; onRetry(): void }) {
  const { view: sheet } = seen
  const [said, say] = useState<string | null>(null)
  const blocks = sheetOf(sheet)
  const name = `计票单-${sheet.card.text.replace(/[\\/:*?"<>|\r\n]/g, '').slice(0, 40)}`
  const onCopy = async () => say((await copy(sheetText(blocks))) ? '复制好了' : '没有复制成，请再试一次')
  const actions =
    process.env.TARO_ENV === 'h5' ? (
      <Button onTap={() => printSheet(name)}>打印</Button>
    ) : (
      <Button onTap={() => void onCopy()}>复制全文</Button>
    )
  return (
    <>
      <OnScreen>
        <Page
          title='计票单'
          heading={sheet.card.text}
          actions={actions}
          note={process.env.TARO_ENV === 'h5' ? undefined : '要打印，请在电脑上打开村里的网页版'}
        >
          <Old seen={seen} words='没连上，这是上次看到的样子' onRetry={onRetry} />
          <Row>
            <Tag tone={sheet.card.result ? 'green' : 'amber'}>{sheet.card.result ? '结果已出' : '还没计票，打印出来是空表'}</Tag>
            {sheet.demo ? <Tag tone='grey'>示范数据</Tag> : null}
          </Row>
          <View className='lead' />
          {blocks.slice(1).map((block, at) => (
            <OnTheScreen key={at} block={block} />
          ))}
          <Toast text={said} onGone={() => say(null)} />
        </Page>
      </OnScreen>
      {process.env.TARO_ENV === 'h5' ? <PrintedSheet blocks={blocks} demo={sheet.demo} onePage photoUrl={photoUrl} /> : null}
    </>
  )
}

function OnTheScreen({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Heading level={2} size={3}>
          {block.note ? `${block.text}（${block.note}）` : block.text}
        </Heading>
      )
    case 'facts':
      return (
        <Card>
          <Facts facts={block.rows} />
        </Card>
      )
    case 'sheet':
      return (
        <Card>
          <Facts facts={block.cells} />
        </Card>
      )
    case 'line':
      return <View className='sub lead'>{block.text}</View>
    case 'signatures':
      return (
        <Card look='quiet'>
          {block.who.map((who, at) => (
            <View key={at} className='sub'>
              {who}：打印后签字
            </View>
          ))}
        </Card>
      )
    default:
      return null
  }
}
