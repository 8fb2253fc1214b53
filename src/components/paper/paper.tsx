import type { ReactNode } from 'react'
import { Image, View } from '@tarojs/components'
import { classes } from '../classes'
import type { Block } from './blocks'
import look from './paper.module.scss'

type PhotoUrl = (id: string) => string

function Piece({ block, photoUrl }: { readonly block: Block; readonly photoUrl: PhotoUrl }) {
  switch (block.kind) {
    case 'title':
      return <View className={look.title}>{block.text}</View>
    case 'heading':
      return (
        <View className={look.heading}>
          {block.text}
          <View className={look.note}>{block.note}</View>
        </View>
      )
    case 'deed':
      return (
        <View className={look.deed}>
          {block.text}
          <View className={look.note}>{block.note}</View>
        </View>
      )
    case 'line':
      return <View className={look.line}>{block.text}</View>
    case 'facts':
      return (
        <View className={look.table}>
          {block.rows.map(({ label, value }, index) => (
            <View key={index} className={look.row}>
              <View className={look.label}>{label}</View>
              <View className={look.value}>{value}</View>
            </View>
          ))}
        </View>
      )
    case 'sheet':
      return (
        <View className={look.counts}>
          {block.cells.map(({ label, value }) => (
            <View key={label} className={look.count}>
              <View className={look.label}>{label}</View>
              <View className={look.value}>{value}</View>
            </View>
          ))}
        </View>
      )
    case 'photos':
      return (
        <View className={look.photos}>
          <View className={look.line}>
            {block.label}（{block.ids.length} 张）
          </View>
          {block.ids.map(id => (
            <Image
              key={id}
              className={look.photo}
              src={photoUrl(id)}
              mode='aspectFit'
              {...(process.env.TARO_ENV === 'h5' ? { imgProps: { alt: block.label } } : {})}
            />
          ))}
        </View>
      )
    case 'signatures':
      return (
        <View className={look.table}>
          {block.who.map((who, index) => (
            <View key={index} className={look.sign}>
              <View className={look.label}>{who}签字</View>
              <View className={look.value} />
              <View className={look.date}>　　年　　月　　日</View>
            </View>
          ))}
        </View>
      )
  }
}

/** The sheet that is printed; on a screen nobody sees it. `onePage`: set closer, for a form that is signed and must stay one leaf. */
export function PrintedSheet({
  blocks,
  demo,
  onePage,
  photoUrl,
}: {
  readonly blocks: readonly Block[]
  readonly demo: boolean
  readonly onePage?: boolean | undefined
  readonly photoUrl: PhotoUrl
}) {
  return (
    <View className={classes(look.sheet, onePage && look.onePage)} aria-hidden>
      {demo ? <View className={look.demo}>示范数据</View> : null}
      {blocks.map((block, index) => (
        <Piece key={index} block={block} photoUrl={photoUrl} />
      ))}
    </View>
  )
}

/** What stands on the screen and is not printed. */
export const OnScreen = ({ children }: { readonly children: ReactNode }) => <View className={look.onScreen}>{children}</View>
