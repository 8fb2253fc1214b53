import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Stack } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { spokenTime } from '@/domain/ground/calendar'
import { open } from '@/platform/screen/navigation'
import { ToldFacts } from './told'
import type { TopicView } from './topic-store'
import { onDay } from './words'

type Step = TopicView['steps'][number]
const order = { main: 0, plain: 1, danger: 2 } as const
// The main one is on the 下一步 card: what stands here is beside it.
const looks = { main: 'ghost', plain: 'ghost', danger: 'danger' } as const

export const openStep = (step: Step, id: string) =>
  void (step.via === 'session.schedule' ? open('moderator/schedule', { topic: id }) : open('moderator/step', { id, step: step.name }))

/** A step laid before its second key. */
function Pending({ topic: { pending } }: { readonly topic: TopicView }) {
  if (!pending) return null
  return (
    <Card edge='amber'>
      <Stack>
        <View>
          <View className='small'>等{pending.confirmedBy}确认</View>
          <Heading size={3}>{pending.label}</Heading>
        </View>
        <View className='small'>
          {pending.by} · {spokenTime(pending.at)} 提出
        </View>
        <ToldFacts told={pending.told} />
      </Stack>
    </Card>
  )
}

/** Who can only withdraw it does not come for that: such steps stand at the end of the page. */
const onlyDanger = (topic: TopicView): boolean =>
  others(topic).every(({ look }) => look === 'danger') && !topic.may.putMotion && !topic.may.collect
/** What stands on the 下一步 card: the step itself where it can be taken now, and the other ends of the same decision. */
export const onCard = ({ steps, next }: TopicView): Step[] =>
  next.missing.length > 0
    ? []
    : steps.filter(({ name, missing }) => name === next.step || (next.ends?.includes(name) === true && missing.length === 0))
/** What waits for a day or a paper is told on the card, and has no button yet. */
const others = (topic: TopicView): Step[] =>
  topic.steps.filter(step => !onCard(topic).includes(step) && (step.name !== topic.next.step || step.look === 'danger'))

export function LastSteps({ topic }: { readonly topic: TopicView }) {
  return onlyDanger(topic) ? (
    <Stack>
      {others(topic).map(step => (
        <StepButton key={step.name} step={step} onTap={() => openStep(step, topic.card.id)} />
      ))}
    </Stack>
  ) : null
}

/** What this person may do here, by office or as the one who raised it. Nothing where there is nothing. */
export function MySteps({ topic }: { readonly topic: TopicView }) {
  const { may, card } = topic
  const sorted = [...others(topic)].sort((a, b) => order[a.look] - order[b.look])
  const plain = sorted.filter(({ look }) => look !== 'danger')
  return (
    <>
      <Pending topic={topic} />
      {onlyDanger(topic) ? null : (
        <Section title='您还可以办'>
          <Card>
            <Stack>
              {plain.map(step => (
                <StepButton key={step.name} step={step} onTap={() => openStep(step, card.id)} />
              ))}
              {may.putMotion ? (
                <Button look='ghost' onTap={() => void open('moderator/motion', { topic: card.id })}>
                  提请表决
                </Button>
              ) : null}
              {may.collect ? (
                <Button look='ghost' onTap={() => void open('committee/record', { topic: card.id })}>
                  记下工友的意见
                </Button>
              ) : null}
              {sorted
                .filter(({ look }) => look === 'danger')
                .map(step => (
                  <StepButton key={step.name} step={step} onTap={() => openStep(step, card.id)} />
                ))}
            </Stack>
          </Card>
        </Section>
      )}
    </>
  )
}

/** Who knows of its notices, for who has the others told. */
export function Ledgers({ topic: { ledgers } }: { readonly topic: TopicView }) {
  if (ledgers.length === 0) return null
  return (
    <Section title='谁知道了，谁还不知道'>
      <LinkRows>
        {ledgers.map(({ noticeId, title, at }) => (
          <LinkRow
            key={noticeId}
            title={title}
            line={`${onDay(at)}发出`}
            onTap={() => void open('moderator/reach', { notice: noticeId })}
          />
        ))}
      </LinkRows>
    </Section>
  )
}

function StepButton({ step, onTap }: { readonly step: Step; onTap(): void }) {
  const waits = step.missing.length > 0
  return (
    <View>
      <Button look={looks[step.look]} disabled={waits} onTap={onTap}>
        {step.label}
      </Button>
      {step.missing.map(missing => (
        <View key={missing} className='small'>
          还不能办：{missing}
        </View>
      ))}
    </View>
  )
}
