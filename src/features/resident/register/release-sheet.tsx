import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/chips/chips'
import { Sheet } from '@/components/dialog/dialog'
import { allReleaseReasons, releaseReasons, type ReleaseReason } from '@/domain/resident/bind-codes'
import type { Register } from './store'

const options = allReleaseReasons.map(value => ({ value, label: releaseReasons[value] }))

interface ReleaseSheetProps {
  readonly person: { readonly id: string; readonly name: string }
  readonly register: StoreApi<Register>
  readonly usual: ReleaseReason
  onClose(): void
  onReleased?: (() => Promise<void>) | undefined
}

/** Letting go of a WeChat, and why: both stay on record, and the person reads them. */
export function ReleaseSheet({ person, register, usual, onClose, onReleased }: ReleaseSheetProps) {
  const { busy, release } = useStore(register)
  const [reason, choose] = useState<ReleaseReason>(usual)
  const sure = async () => {
    const released = await release(person.id, reason)
    if (!released) return
    onClose()
    await onReleased?.()
  }
  return (
    <Sheet
      open
      title={`解开${person.name}的微信`}
      onClose={onClose}
      actions={
        <Button look='danger' busy={busy} onTap={() => void sure()}>
          解开
        </Button>
      }
    >
      <Chips<ReleaseReason> label='为什么' options={options} value={reason} onChange={choose} />
      <View className='body'>解开后，原来的微信就只能看了，投过的票、说过的话都还在。</View>
      <View className='sub'>请先看清身份证件是他本人。谁解开的、为什么，会记下来，他看得到。</View>
    </Sheet>
  )
}
