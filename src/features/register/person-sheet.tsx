import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Dialog, Sheet } from '@/components/dialog/dialog'
import { TextField } from '@/components/field/text-field'
import { Stack } from '@/components/row/row'
import type { Register, Registered } from './store'

/** One person's number: note it, take it out, let go of an old WeChat. */
export function PersonSheet({ person, register, onClose }: { readonly person: Registered; readonly register: StoreApi<Register>; onClose(): void }) {
  const { busy, note, release } = useStore(register)
  const [phone, write] = useState('')
  const [asked, ask] = useState<'nothing' | 'remove' | 'release'>('nothing')
  const noted = async () => { if (await note(person.id, phone)) onClose() }
  const sure = async () => {
    if (asked === 'remove') await note(person.id, '')
    if (asked === 'release') await release(person.id)
    ask('nothing')
  }
  return (
    <>
      <Sheet open title={person.name} onClose={onClose} actions={<Button busy={busy} disabled={phone.trim() === ''} onTap={noted}>记下手机号</Button>}>
        <Stack>
          <View className='sub'>{person.phone ? `现在记的是 ${person.phone}` : '还没有记手机号'}。一个号码只给一个人用：家里合用的，请改天用他自己的，或者每次到场参加。</View>
          <TextField label='手机号' kind='phone' value={phone} most={20} onChange={write} />
          {person.phone ? <Button look='ghost' disabled={busy} onTap={() => ask('remove')}>删掉手机号</Button> : null}
          {person.bound ? <Button look='ghost' disabled={busy} onTap={() => ask('release')}>换了微信，解开原来的</Button> : null}
        </Stack>
      </Sheet>
      <Dialog open={asked !== 'nothing'} title={asked === 'remove' ? '删掉手机号吗？' : '解开原来的微信吗？'} confirm={asked === 'remove' ? '删掉' : '解开'} busy={busy} onConfirm={() => void sure()} onCancel={() => ask('nothing')}>
        <View className='body'>{asked === 'remove' ? '删掉后，他不能再用这个号码登记微信。' : '原来的微信就只能看了。请先看清身份证件是他本人。'}</View>
      </Dialog>
    </>
  )
}
