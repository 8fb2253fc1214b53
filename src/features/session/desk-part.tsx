import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Dialog } from '@/components/dialog/dialog'
import { TextField } from '@/components/field/text-field'
import { Heading } from '@/components/heading/heading'
import { Row } from '@/components/row/row'
import { refusalWords } from '@/contract/refusal-words'
import type { Desk, Found } from './desk-store'
import look from './sessions.module.scss'

const groupWords = ({ group }: Found): string => (group > 0 ? `${group} 组` : '不属于村民小组')

/** The recorder enters who came without a phone: by name, and only who stands there. */
export function DeskPart({ desk }: { readonly desk: StoreApi<Desk> }) {
  const { name, searching, entering, type, find, ask, leave, enter } = useStore(desk)
  const person = entering.at === 'rest' ? null : entering.person
  const trouble =
    entering.at === 'refused'
      ? refusalWords[entering.refusal]
      : entering.at === 'unsure'
        ? '没有收到回音，请再点一次“登记到会”，不会重复。'
        : null
  return (
    <Card>
      <Heading level={2} size={3}>
        替没有手机的人签到
      </Heading>
      <TextField
        label='姓名'
        value={name}
        most={20}
        placeholder='写全名'
        onChange={type}
        onDone={find}
        error={
          searching.at === 'refused'
            ? refusalWords[searching.refusal]
            : searching.at === 'failed'
              ? '没有查到，可能是网络不好，请再查一次。'
              : undefined
        }
      />
      <Button look='ghost' busy={searching.at === 'asking'} disabled={name.trim() === ''} onTap={find}>
        查一下
      </Button>
      {searching.at === 'found' && searching.people.length === 0 ? (
        <View className='sub'>没有找到叫这个名字的人，请核对一下全名怎么写。</View>
      ) : null}
      {searching.at === 'found'
        ? searching.people.map(one => (
            <View key={one.id} className={look.person}>
              <Row apart>
                <View className='body'>
                  {one.name}（{groupWords(one)}）
                </View>
                {one.present ? (
                  <View className='small'>✓ 已到</View>
                ) : (
                  <Button look='quiet' label={`登记 ${one.name} 到会`} onTap={() => ask(one)}>
                    登记到会
                  </Button>
                )}
              </Row>
            </View>
          ))
        : null}
      <View {...role('status', undefined, { 'aria-live': 'polite' })} className='sub'>
        {entering.at === 'entered' ? `✓ ${entering.person.name} 登记好了` : ''}
      </View>
      <Dialog
        open={entering.at !== 'rest' && entering.at !== 'entered'}
        title={`${person?.name ?? ''}就在您面前吗？`}
        confirm='登记到会'
        busy={entering.at === 'sending'}
        onConfirm={enter}
        onCancel={leave}
      >
        {trouble ? (
          <View className={look.error} {...role('alert')}>
            {trouble}
          </View>
        ) : null}
        <View className='sub'>{person ? groupWords(person) : ''}。请当面问过本人再登记，记录里会写明是您代为登记的。</View>
      </Dialog>
    </Card>
  )
}
