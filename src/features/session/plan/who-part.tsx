import { View } from '@tarojs/components'
import { role } from '@/components/aria'
import { Chips, ManyChips } from '@/components/chips/chips'
import { TextField } from '@/components/field/text-field'
import { Section } from '@/components/section/section'
import { Switch } from '@/components/switch/switch'
import type { Ground, Plan, Wrong } from './plan'

interface WhoPartProps {
  readonly plan: Plan
  readonly ground: Ground
  readonly wrong: Wrong
  onChange(part: Partial<Plan>): void
}

const alert = (words: string | undefined) =>
  words ? (
    <View className='small red' {...role('alert')}>
      {words}
    </View>
  ) : null

/** Who is invited, who leads, who writes it down. */
export function WhoPart({ plan, ground: { org, officers, affectsMigrants }, wrong, onChange }: WhoPartProps) {
  const groups = Array.from({ length: org.groups }, (_, index) => ({ value: String(index + 1), label: `${index + 1}组` }))
  const named = (office: string) =>
    officers.filter(({ roles }) => roles.includes(office)).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Section title='请哪些人来' note={plan.invitedGroups.length === 0 ? '没有选，就是全体村民' : undefined}>
        <ManyChips
          label='请哪些村民小组'
          hideLabel
          options={groups}
          values={plan.invitedGroups.map(String)}
          onChange={values => onChange({ invitedGroups: values.map(Number) })}
        />
        <Switch
          label='也请异地务工人员'
          note={affectsMigrants ? '这件事影响到他们，一定要请' : '特别委员会收到邀请，替他们带话'}
          on={plan.invitesMigrants || affectsMigrants}
          disabled={affectsMigrants}
          onChange={invitesMigrants => onChange({ invitesMigrants })}
        />
        {alert(wrong.migrants)}
        <TextField
          label='直接有关的人（户）请几位'
          kind='number'
          error={wrong.invited}
          hint='可以不填；填了，要有一半到会才能开始'
          value={plan.stakeholders ?? ''}
          onChange={stakeholders => onChange({ stakeholders })}
        />
      </Section>
      <Section title='主持和记录'>
        <Chips label='主持人' options={named('moderator')} value={plan.hostId || null} onChange={hostId => onChange({ hostId })} />
        <Chips
          label='记录员'
          options={named('recorder')}
          value={plan.recorderId || null}
          onChange={recorderId => onChange({ recorderId })}
        />
        <View className='small'>主持的人不能自己记录，两个人互相看着。</View>
        {alert(wrong.people)}
      </Section>
    </>
  )
}
