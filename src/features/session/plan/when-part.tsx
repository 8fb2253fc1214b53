import { View } from '@tarojs/components'
import { role } from '@/components/aria'
import { DateField, TimeField } from '@/components/date-field/date-field'
import { Pair } from '@/components/row/row'
import { spokenDay } from '@/domain/ground/calendar'
import { commentDays, materialDays } from '@/domain/session/sessions'
import { commentDaysFrom, earliestDay, type Plan, type Wrong } from './plan'

interface WhenPartProps {
  readonly plan: Plan
  readonly now: number
  readonly wrong: Wrong
  onChange(part: Partial<Plan>): void
}

export function WhenPart({ plan, now, wrong, onChange }: WhenPartProps) {
  const earliest = earliestDay(now)
  const comments = commentDaysFrom(now)
  return (
    <>
      <DateField
        label='哪一天开'
        hint={`材料要提前 ${materialDays} 天发给大家，最早 ${spokenDay(earliest)}`}
        from={earliest}
        value={plan.day}
        error={wrong.day}
        onChange={day => onChange({ day })}
      />
      <Pair>
        <TimeField label='几点开始' value={plan.from} onChange={from => onChange({ from })} />
        <TimeField label='几点结束' value={plan.to} onChange={to => onChange({ to })} />
      </Pair>
      {wrong.time ? (
        <View className='small red' {...role('alert')}>
          {wrong.time}
        </View>
      ) : null}
      <DateField
        label='线上留言收到哪一天'
        hint={`一般 ${commentDays.usual} 天，最少 ${commentDays.least} 天，最多 ${commentDays.most} 天，到当天 24:00`}
        from={comments.from}
        until={comments.until}
        value={plan.commentDay}
        error={wrong.comments}
        onChange={commentDay => onChange({ commentDay })}
      />
    </>
  )
}
