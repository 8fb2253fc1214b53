import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Empty } from '@/components/empty/empty'
import { TextField } from '@/components/field/text-field'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { NoPermission } from '@/components/no-permission/no-permission'
import { Page } from '@/components/page/page'
import { Stack } from '@/components/row/row'
import { Skeleton } from '@/components/skeleton/skeleton'
import { Toast } from '@/components/toast/toast'
import type { Answering } from './answering'
import { CorrectionsPart } from './corrections-part'
import type { Families } from './families'
import { FamiliesPart } from './families-part'
import { PersonSheet } from './person-sheet'
import type { Register, Registered } from './store'

const stateOf = ({ phone, bound }: Registered): string =>
  `${phone ? `手机 ${phone}` : '没有留手机号'} · ${bound ? '已用微信登记' : '还没用微信'}`

/**
 * At the desk: somebody stands here with an identity card, and wants to be known by their phone: by a code now, or by the number they give.
 */
export function RegisterScreen({
  register,
  answering,
  families,
}: {
  readonly register: StoreApi<Register>
  readonly answering: StoreApi<Answering>
  readonly families: StoreApi<Families>
}) {
  const { found, said, find, say } = useStore(register)
  const [name, write] = useState('')
  const [chosen, choose] = useState<string | null>(null)
  if (found.at === 'closed')
    return (
      <Page title='帮人登记'>
        <NoPermission title='这里由主持人、记录员、村委会办' line='要登记，请带身份证件到议事厅。' />
      </Page>
    )
  const person = found.at === 'found' ? found.people.find(one => one.id === chosen) : undefined
  return (
    <Page title='帮人登记'>
      <View className='lead'>
        <Stack>
          <View className='sub'>先看身份证件，再按名册上的姓名找。</View>
          <TextField label='姓名' value={name} most={20} onChange={write} onDone={() => void find(name)} />
          <Button busy={found.at === 'looking'} disabled={name.trim() === ''} onTap={() => void find(name)}>
            找人
          </Button>
        </Stack>
      </View>
      {found.at === 'looking' ? <Skeleton rows={2} /> : null}
      {found.at === 'found' && found.people.length === 0 ? (
        <Empty title={`名册上没有“${found.name}”`} line='看看姓名的写法，要一字不差。' />
      ) : null}
      {found.at === 'found' && found.people.length > 0 ? (
        <LinkRows>
          {found.people.map(one => (
            <LinkRow
              key={one.id}
              title={`${one.name}${one.group > 0 ? `（${one.group} 组）` : ''}`}
              line={stateOf(one)}
              onTap={() => choose(one.id)}
            />
          ))}
        </LinkRows>
      ) : null}
      <CorrectionsPart answering={answering} />
      <FamiliesPart families={families} register={register} />
      {person ? <PersonSheet key={person.id} person={person} register={register} onClose={() => choose(null)} /> : null}
      <Toast text={said} onGone={() => say(null)} />
    </Page>
  )
}
