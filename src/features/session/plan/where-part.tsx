import { View } from '@tarojs/components'
import { role } from '@/components/aria'
import { Chips } from '@/components/chips/chips'
import { TextField } from '@/components/field/text-field'
import { Section } from '@/components/section/section'
import { venueNames, type VenueMode } from '@/domain/session/sessions'
import { placeLength, type Plan, type Wrong } from './plan'

const modes = (Object.keys(venueNames) as VenueMode[]).map(value => ({ value, label: venueNames[value] }))

export function WherePart({ plan, wrong, onChange }: { readonly plan: Plan; readonly wrong: Wrong; onChange(part: Partial<Plan>): void }) {
  return (
    <Section title='在哪里开'>
      <Chips label='在哪里开' hideLabel options={modes} value={plan.mode} onChange={mode => onChange({ mode })} />
      {plan.mode === 'online' ? null : (
        <TextField label='地点' most={placeLength} value={plan.place} error={wrong.place} onChange={place => onChange({ place })} />
      )}
      {plan.mode === 'hall' ? null : (
        <>
          <TextField
            label='线上会议链接'
            hint='以 https:// 开头；没有链接就写会议号'
            most={300}
            value={plan.meetingLink}
            onChange={meetingLink => onChange({ meetingLink })}
          />
          <TextField label='会议号' kind='number' value={plan.meetingNumber} onChange={meetingNumber => onChange({ meetingNumber })} />
          {wrong.meeting ? (
            <View className='small red' {...role('alert')}>
              {wrong.meeting}
            </View>
          ) : null}
        </>
      )}
    </Section>
  )
}
