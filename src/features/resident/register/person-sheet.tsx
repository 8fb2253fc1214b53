import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { CodeCard } from '@/components/code-card/code-card'
import { Dialog, Sheet } from '@/components/dialog/dialog'
import { TextField } from '@/components/field/text-field'
import { Stack } from '@/components/row/row'
import { ReleaseSheet } from './release-sheet'
import type { Register, Registered } from './store'

/** One person of the register: a code for the phone in their hand, their number, letting go of an old WeChat. */
export function PersonSheet({
  person,
  register,
  onClose,
}: {
  readonly person: Registered
  readonly register: StoreApi<Register>
  onClose(): void
}) {
  const { busy, code, note, giveCode, putCodeAway } = useStore(register)
  const [phone, write] = useState('')
  const [asked, ask] = useState<'nothing' | 'remove' | 'release'>('nothing')
  const close = () => {
    putCodeAway()
    onClose()
  }
  const noted = async () => {
    if (await note(person.id, phone)) close()
  }
  const remove = async () => {
    await note(person.id, '')
    ask('nothing')
  }
  if (code) {
    return (
      <Sheet
        open
        title={`${person.name}的登记码`}
        onClose={close}
        actions={
          <Button look='ghost' busy={busy} onTap={() => void giveCode(person.id)}>
            换一个码
          </Button>
        }
      >
        <CodeCard {...code} says='请他在自己的手机上，打开“我的”，点“用码登记”，写这六个数字，或者扫下面的码。只能用一次。' />
      </Sheet>
    )
  }
  return (
    <>
      <Sheet
        open={asked !== 'release'}
        title={person.name}
        onClose={close}
        actions={
          <Button look={person.bound ? 'main' : 'ghost'} busy={busy} disabled={phone.trim() === ''} onTap={noted}>
            记下手机号
          </Button>
        }
      >
        <Stack>
          {person.bound ? null : (
            <>
              <View className='sub'>看清身份证件是他本人，再给码；证件上的号码不要记。是您替他担保，会记下来。</View>
              <Button busy={busy} onTap={() => void giveCode(person.id)}>
                给他一个码
              </Button>
            </>
          )}
          <View className='sub'>
            {person.phone ? `现在记的是 ${person.phone}` : '还没有记手机号'}
            。一个号码只给一个人用：家里合用的，请改天用他自己的，或者每次到场参加。
          </View>
          <TextField label='手机号' kind='phone' value={phone} most={20} onChange={write} />
          {person.phone ? (
            <Button look='ghost' disabled={busy} onTap={() => ask('remove')}>
              删掉手机号
            </Button>
          ) : null}
          {person.bound ? (
            <Button look='ghost' disabled={busy} onTap={() => ask('release')}>
              换了微信，解开原来的
            </Button>
          ) : null}
        </Stack>
      </Sheet>
      {asked === 'release' ? <ReleaseSheet person={person} register={register} usual='changed' onClose={() => ask('nothing')} /> : null}
      <Dialog
        open={asked === 'remove'}
        title='删掉手机号吗？'
        confirm='删掉'
        busy={busy}
        onConfirm={() => void remove()}
        onCancel={() => ask('nothing')}
      >
        <View className='body'>删掉后，他不能再用这个号码登记微信。</View>
      </Dialog>
    </>
  )
}
