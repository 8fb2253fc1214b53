import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Facts } from '@/components/facts/facts'
import { Heading } from '@/components/heading/heading'
import { Pair } from '@/components/row/row'
import type { SessionView } from './store'
import { whenLong, whereWords } from './words'
import look from './sessions.module.scss'

/** When, where, how, who leads, who is invited. */
export function SessionFacts({
  view,
  onCalendar,
  onLink,
  onNumber,
}: {
  readonly view: SessionView
  onCalendar(): void
  onLink(): void
  onNumber(): void
}) {
  const { card, now, meetingLink, meetingNumber } = view
  const over = now > card.endsAt
  const online = card.mode !== 'hall'
  return (
    <Card>
      <Facts
        facts={[
          { label: '什么时候', value: whenLong(card, now) },
          { label: '在哪里', value: whereWords(card) },
          // Who leads it and who is invited is told to those who live here.
          ...[
            { label: '谁主持', value: view.host },
            { label: '谁记录', value: view.recorder },
            { label: '请了谁', value: view.invited },
          ].filter(({ value }) => value !== ''),
          ...(online && !over && meetingNumber ? [{ label: '会议号', value: meetingNumber }] : []),
          {
            label: over && view.present !== null ? '到了多少人' : '报名',
            value:
              over && view.present !== null
                ? `${view.present} 人签到`
                : view.present
                  ? `${card.coming} 人报名，${view.present} 人签到`
                  : `${card.coming} 人`,
          },
        ]}
      />
      {over ? null : (
        <View className={look.block}>
          {online && (meetingLink || meetingNumber) ? (
            <Pair>
              {meetingLink ? (
                <Button look='ghost' onTap={onLink}>
                  打开线上会议
                </Button>
              ) : null}
              {meetingNumber ? (
                <Button look='ghost' onTap={onNumber}>
                  复制会议号
                </Button>
              ) : null}
            </Pair>
          ) : null}
          <Button look='ghost' onTap={onCalendar}>
            记到手机日历
          </Button>
        </View>
      )}
    </Card>
  )
}

/** What will be spoken of, and for how long. */
export function Agenda({ agenda }: { readonly agenda: SessionView['agenda'] }) {
  const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0)
  return (
    <Card>
      <Heading level={2} size={3}>
        议程（一共 {minutes} 分钟）
      </Heading>
      {agenda.map((item, index) => (
        <View key={index} className={look.item}>
          <View className={look.number}>{index + 1}</View>
          <View className={look.words}>{item.title}</View>
          <View className='small'>{item.minutes} 分钟</View>
        </View>
      ))}
    </Card>
  )
}
