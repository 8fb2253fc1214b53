import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Countdown } from '@/components/countdown/countdown'
import { Heading } from '@/components/heading/heading'
import { ListCard } from '@/components/list-card/list-card'
import { Meter } from '@/components/meter/meter'
import { Row, Stack } from '@/components/row/row'
import { bodyNames } from '@/domain/law/names'
import { turnoutWords } from '@/domain/vote/count/turnout'
import { open } from '@/platform/screen/navigation'
import type { HomeView } from './store'

type Vote = HomeView['votes'][number]['motion']
const waits = ({ onRoll, voted }: Vote): boolean => onRoll && !voted
const openVote = (id: string) => void open('vote/index', { id })

/** Votes now open; the one that waits for this person stands first and is the one green card. */
export function Votes({ home: { votes, now }, onOver }: { readonly home: HomeView; onOver(): void }) {
  const [first, ...others] = votes.map(({ motion }) => motion)
  if (!first) return null
  const hero = waits(first)
  return (
    <>
      {hero ? <Hero motion={first} now={now} onOver={onOver} /> : null}
      {(hero ? others : [first, ...others]).map(motion => (
        <ListCard
          key={motion.id}
          title={motion.text}
          tag={waits(motion) ? '等您投票' : motion.voted ? '您已投票' : '正在投票'}
          tone={waits(motion) ? 'amber' : 'green'}
          meta={bodyNames[motion.body].name}
          line={turnoutWords(motion)}
          onTap={() => openVote(motion.id)}
        />
      ))}
    </>
  )
}

function Hero({ motion, now, onOver }: { readonly motion: Vote; readonly now: number; onOver(): void }) {
  const { id, text, body, closesAt, turnout, rollSize, quorumNeeds } = motion
  const said = turnoutWords(motion)
  return (
    <Card look='hero'>
      <Stack>
        <Stack tight>
          <Row apart>
            <View className='small'>
              等您投票 · <Countdown until={closesAt} now={now} over='已经截止' onOver={onOver} />
            </View>
            <View className='small'>{bodyNames[body].name}</View>
          </Row>
          <Heading>{text}</Heading>
        </Stack>
        <View className='sub'>{said}</View>
        {quorumNeeds > 0 ? <Meter light label={said} value={turnout} of={rollSize} legal={quorumNeeds} /> : null}
        <Button look='light' label={`去投票：${text}`} onTap={() => openVote(id)}>
          去投票
        </Button>
      </Stack>
    </Card>
  )
}
