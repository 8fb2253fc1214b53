import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Unseen } from '@/components/looked/looked'
import { Facts } from '@/components/facts/facts'
import { Card } from '@/components/card/card'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { ListEnd } from '@/components/list-end/list-end'
import { Section } from '@/components/section/section'
import { dayWords } from '@/platform/phone/time'
import type { Brought, Families } from './families'
import { ReleaseSheet } from './release-sheet'
import type { Register } from './store'

/** Who was brought in by the own family, for a look over it; the wrong one is let go of from here. */
export function FamiliesPart({ families, register }: { readonly families: StoreApi<Families>; readonly register: StoreApi<Register> }) {
  const { seen, refresh, more } = useStore(families)
  const [chosen, choose] = useState<Brought | null>(null)
  if (seen.at === 'failed')
    return (
      <Section title='家里人请来的'>
        <Unseen seen={seen} onRetry={refresh} />
      </Section>
    )
  if (seen.at !== 'shown' || seen.view.rows.length === 0) return null
  const { rows, now, next } = seen.view
  const line = ({ by, at }: Brought) => `${by}请的 · ${dayWords(at, now)}`
  const named = ({ name, group }: Brought) => `${name}${group > 0 ? `（${group} 组）` : ''}`
  const still = rows.filter(one => one.still)
  const gone = rows.filter(one => !one.still)
  return (
    <Section title='家里人请来的'>
      <View className='sub'>不是本人的，点开可以解开。</View>
      {still.length > 0 ? (
        <LinkRows>
          {still.map(one => (
            <LinkRow key={one.id} title={named(one)} line={line(one)} onTap={() => choose(one)} />
          ))}
        </LinkRows>
      ) : null}
      {gone.length > 0 ? (
        <Card>
          <Facts facts={gone.map(one => ({ label: named(one), value: `${line(one)} · 已解开` }))} />
        </Card>
      ) : null}
      {next === null ? null : <ListEnd state={seen.more} onMore={() => void more()} />}
      {chosen ? (
        <ReleaseSheet
          person={{ id: chosen.personId, name: chosen.name }}
          register={register}
          usual='disputed'
          onClose={() => choose(null)}
          onReleased={refresh}
        />
      ) : null}
    </Section>
  )
}
