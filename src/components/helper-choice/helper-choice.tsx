import { View } from '@tarojs/components'
import { helperKindNames, helperKinds, helperNameLength, helpRules, type HelperKind } from '@/domain/vote/ballot/assists'
import { Chips } from '../chips/chips'
import { Choices } from '../choices/choices'
import { ErrorState } from '../error-state/error-state'
import { TextField } from '../field/text-field'
import { Stack } from '../row/row'
import { Skeleton } from '../skeleton/skeleton'

export interface HelperChoiceProps {
  readonly listed: 'loading' | 'failed' | readonly { readonly id: string; readonly name: string }[]
  readonly kind: HelperKind | null
  readonly personId: string | null
  readonly name: string
  readonly wrong: string | null
  onKind(kind: HelperKind): void
  onPerson(id: string): void
  onName(name: string): void
  onRetry(): void
}

const kinds = helperKinds.map(value => ({ value, label: helperKindNames[value] }))

/** Who helps the voter, and what that one may not do: on one's own phone, and on the hall's device. */
export function HelperChoice({ listed, kind, personId, name, wrong, onKind, onPerson, onName, onRetry }: HelperChoiceProps) {
  return (
    <Stack>
      <View>
        {helpRules.map(rule => (
          <View key={rule} className='body strong'>
            {rule}
          </View>
        ))}
      </View>
      <Chips<HelperKind> label='谁来帮忙' options={kinds} value={kind} onChange={onKind} />
      {kind === 'officer' && listed === 'loading' ? <Skeleton rows={2} /> : null}
      {kind === 'officer' && listed === 'failed' ? <ErrorState onRetry={onRetry} /> : null}
      {kind === 'officer' && typeof listed !== 'string' ? (
        listed.length === 0 ? (
          <View className='sub'>名单上现在没有能帮忙的人，请写家里人或者邻居的姓名。</View>
        ) : (
          <Choices
            label='哪一位'
            hideLabel
            options={listed.map(one => ({ value: one.id, label: one.name }))}
            value={personId}
            onChange={onPerson}
          />
        )
      ) : null}
      {kind === 'family' || kind === 'neighbour' ? (
        <TextField label='帮忙的人姓名' most={helperNameLength} value={name} onChange={onName} />
      ) : null}
      {wrong ? (
        <View className='body red' aria-live='polite'>
          {wrong}
        </View>
      ) : null}
      <View className='sub'>谁帮了忙会记下来，监督委员看得到；选了什么不记。</View>
    </Stack>
  )
}
