import { useState } from 'react'
import { View } from '@tarojs/components'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { TextArea } from '@/components/field/text-area'
import { Fold } from '@/components/fold/fold'
import { Heading } from '@/components/heading/heading'
import { Stars } from '@/components/stars/stars'
import { axes, ratersAtLeast, type Axis, type Stars as Count } from '@/domain/topic/ratings'
import { DeedSays } from './deed-says'
import { useKeptWords } from './kept-words'
import type { Rating as Given, TopicPage, TopicView } from './topic-store'
import look from './topic.module.scss'

const asStars = (value: number): Count => Math.min(5, Math.max(1, value)) as Count
const ratingLength = 200

/** How it was done, in the eyes of who took part. Sums only, and only once five have rated. */
export function Rating({ topic, page }: { readonly topic: TopicView; readonly page: TopicPage }) {
  const { rating } = topic
  if (!rating) return null
  const { raters, average, satisfiedPercent, words } = rating
  return (
    <Card>
      <Heading size={3}>大家评价</Heading>
      {average === null ? (
        <View className='sub'>
          {raters > 0 ? `已有 ${raters} 人评价，满 ${ratersAtLeast} 人后公布` : rating.open ? '还没有人评价' : '评价的人不到 5 位，不公布'}
        </View>
      ) : (
        <>
          <Stars label='平均' value={average} />
          <View className='sub'>
            {raters} 人评价{satisfiedPercent === null ? '' : `，${satisfiedPercent}% 满意`}
          </View>
          {rating.axes.length > 0 ? (
            <View className='sub'>{rating.axes.map(axis => `${axis.label} ${axis.average}`).join('，')}</View>
          ) : null}
        </>
      )}
      {words.length > 0 ? (
        <Fold title={`大家写的话（${words.length}）`}>
          {words.map((line, n) => (
            <View key={n} className='body'>
              {line}
            </View>
          ))}
        </Fold>
      ) : null}
      {rating.open ? <Give id={topic.card.id} mine={rating.mine} page={page} /> : null}
    </Card>
  )
}

function Give({
  id,
  mine,
  page,
}: {
  readonly id: string
  readonly mine: NonNullable<TopicView['rating']>['mine']
  readonly page: TopicPage
}) {
  const [stars, setStars] = useState<number>(mine?.stars ?? 0)
  const [finer, setFiner] = useState<Given['axes']>(mine?.axes ?? {})
  const [words, setWords] = useKeptWords(`rating:${id}`, mine?.words)
  const { doing } = page
  const here = doing.at !== 'nothing' && doing.deed === 'rate' ? doing : null
  return (
    <View className={`${look.stars} ${look.part}`}>
      <Stars label={mine === null ? '您觉得办得怎样' : `您打了 ${mine.stars} 星，7 天内可以改`} value={stars} onChange={setStars} />
      {stars > 0 ? (
        <>
          <Fold title='还可以分项说说'>
            {(Object.keys(axes) as Axis[]).map(axis => (
              <Stars
                key={axis}
                label={axes[axis]}
                value={finer[axis] ?? 0}
                onChange={value => setFiner({ ...finer, [axis]: asStars(value) })}
              />
            ))}
            <TextArea label='想说的话' hint={`可以不写，最多 ${ratingLength} 字，不会公开您的名字`} value={words} onChange={setWords} />
          </Fold>
          <DeedSays doing={doing} deed='rate' />
          {here?.at === 'done' ? <Banner tone='green'>收到您的评价，谢谢</Banner> : null}
          <Button busy={here?.at === 'sending'} onTap={() => void page.rate({ stars: asStars(stars), axes: finer, words })}>
            交上评价
          </Button>
        </>
      ) : null}
    </View>
  )
}
