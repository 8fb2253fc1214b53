import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Banner } from '@/components/banner/banner'
import { Card } from '@/components/card/card'
import { Empty } from '@/components/empty/empty'
import { Facts } from '@/components/facts/facts'
import { Fold } from '@/components/fold/fold'
import { Heading } from '@/components/heading/heading'
import { Old, Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { OnScreen, PrintedSheet } from '@/components/paper/paper'
import { Row } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { Tag } from '@/components/tag/tag'
import { Toast } from '@/components/toast/toast'
import { photoUrl } from '@/platform/files/photos'
import { paperOf } from './paper'
import { StagePart } from './stage-part'
import type { FileScreen, FileView } from './store'
import { TakePart } from './take-part'
import { stateWords, wholeWords } from './words'
import look from './file.module.scss'

/** 一事一档: whether it is complete, then its stages as a list, then how it can be checked. */
export function FilePage({ file }: { readonly file: StoreApi<FileScreen> }) {
  const { seen, said, say, refresh } = useStore(file)
  if (seen.at !== 'shown')
    return (
      <Unseen title='一事一档' seen={seen} look='page' rows={4} notYours={{ line: '可能还没有公开，或者链接不完整。' }} onRetry={refresh} />
    )
  const { view } = seen
  return (
    <>
      <OnScreen>
        <Page title='一事一档' heading={view.title} actions={<TakePart file={file} />}>
          <Old seen={seen} words='没连上，这是上次看到的样子' onRetry={() => void refresh()} />
          <Whole file={view} />
          <Toast text={said} onGone={() => say(null)} />
        </Page>
      </OnScreen>
      {process.env.TARO_ENV === 'h5' ? <PrintedSheet blocks={paperOf(view)} demo={view.demo} photoUrl={photoUrl} /> : null}
    </>
  )
}

function Whole({ file }: { readonly file: FileView }) {
  return (
    <>
      <Row>
        <Tag tone='blue'>{stateWords(file)}</Tag>
        {file.demo ? <Tag tone='grey'>示范数据</Tag> : null}
      </Row>
      <View className={look.part}>
        {file.missing.length === 0 ? (
          <Banner tone='green'>{wholeWords(file)}</Banner>
        ) : (
          <Card look='amber'>
            <Heading level={2} size={3}>
              {wholeWords(file)}
            </Heading>
            {file.missing.map(line => (
              <View key={line} className='body'>
                {line}
              </View>
            ))}
          </Card>
        )}
      </View>
      <Card>
        <Facts facts={file.matter} />
      </Card>
      {file.stages.length > 0 ? (
        <Section title='一步一步'>
          {file.stages.map(stage => (
            <StagePart key={`${stage.state}${stage.from}`} stage={stage} now={file.now} />
          ))}
        </Section>
      ) : (
        <Empty title='公示栏上还没有这件事' line='在村里登记过的人，能看到办过的每一步。' />
      )}
      {file.earlier.length > 0 ? (
        <Section title='此前' note='后来重新办过'>
          {file.earlier.map((stage, index) => (
            <StagePart key={index} stage={stage} now={file.now} />
          ))}
        </Section>
      ) : null}
      <Card look='quiet'>
        <View className='small'>公示栏验证码</View>
        <View className='sub figures'>{file.boardCode}</View>
        <View className='small'>和墙上那张纸上的一样，就没有人改过。</View>
      </Card>
      <Fold title={`每一条记录的指纹（${file.manifest.length} 条）`}>
        <View className='small'>一条扣着一条，改动任何一条，后面的都对不上。</View>
        {file.manifest.map(({ n, hash }) => (
          <View key={n} className='small figures'>
            {n}. {hash.slice(0, 16)}
          </View>
        ))}
      </Fold>
    </>
  )
}
