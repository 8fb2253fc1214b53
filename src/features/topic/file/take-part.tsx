import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Pair } from '@/components/row/row'
import { pictureOf, printSheet, type Picture } from '@/platform/files/paper'
import { copy } from '@/platform/phone/phone'
import { download } from '@/platform/files/take-away'
import { paperOf, photosOn, textOf } from './paper'
import type { FileScreen, FileView } from './store'
import { docxName } from './words'

/**
 * Made on the computer that asks for it, by a writer fetched only then: no phone carries it, and no cloud function starts slower for it.
 */
async function takeDocx(file: FileView): Promise<string> {
  if (process.env.TARO_ENV === 'h5') {
    const { docxOf } = await import('./docx')
    const blocks = paperOf(file)
    const held = new Map<string, Picture>()
    let lost = 0
    for (const id of photosOn(blocks)) {
      const picture = await pictureOf(id)
      if (picture) held.set(id, picture)
      else lost += 1
    }
    const name = docxName(file)
    download(name, await docxOf(blocks, held, { title: name.replace(/\.docx$/, ''), demo: file.demo }))
    return lost > 0 ? `存好了，有 ${lost} 张照片没取到` : '存好了'
  }
  return ''
}

/**
 * The file on paper, or as a document. WeChat prints nothing and saves no Word file: there the words are copied, and it is said where to
 * print.
 */
export function TakePart({ file }: { readonly file: StoreApi<FileScreen> }) {
  const { seen, making, make } = useStore(file)
  if (seen.at !== 'shown') return null
  if (process.env.TARO_ENV === 'h5') {
    return (
      <Pair>
        <Button onTap={() => printSheet(docxName(seen.view).replace(/\.docx$/, ''))}>打印</Button>
        <Button look='ghost' busy={making} onTap={() => void make(takeDocx)}>
          存成 Word
        </Button>
      </Pair>
    )
  }
  return (
    <>
      <Button
        busy={making}
        onTap={() => void make(async shown => ((await copy(textOf(paperOf(shown)))) ? '复制好了' : '没有复制成，请再试一次'))}
      >
        复制全文
      </Button>
      <View className='small centre'>要打印、存成 Word，请在电脑上打开村里的网页版</View>
    </>
  )
}
