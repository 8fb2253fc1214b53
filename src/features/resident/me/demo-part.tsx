import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Sheet } from '@/components/dialog/dialog'
import { Heading } from '@/components/heading/heading'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Pair, Stack } from '@/components/row/row'
import { roleNames, type Role } from '@/domain/resident/people'
import { moveDemoClock } from '@/platform/talk-to-server/demo-clock'
import { useIdentity } from '@/platform/talk-to-server/identity'
import { whenWords } from '@/platform/phone/time'
import { leaps } from './words'

const named = (roles: readonly string[]): string => roles.flatMap(role => (role in roleNames ? [roleNames[role as Role]] : [])).join('、')

/** Only in the demonstration village: be somebody else, and let time pass. */
export function DemoPart({ now, onMoved }: { readonly now: number; onMoved(moved: boolean): Promise<void> }) {
  const { list, chosen, load, choose } = useIdentity()
  const [choosing, setChoosing] = useState(false)
  const [moving, setMoving] = useState<string | null>(null)
  useEffect(() => void load(), [load])
  if (!list || list.length === 0) return null
  const move = async (advance: string) => {
    setMoving(advance)
    await onMoved(await moveDemoClock(advance))
    setMoving(null)
  }
  const present = list.find(identity => identity.id === chosen)
  return (
    <Card look='amber'>
      <Stack>
        <Heading level={2} size={3}>
          示范数据：换个身份、走快时间
        </Heading>
        <View className='sub'>
          这里的人和事都是编的，随便试。现在您是{present ? `${present.name}` : '路过的人'}，村里的时间是{whenWords(now, now)}。
        </View>
        <Button onTap={() => setChoosing(true)}>换个身份看看</Button>
        {[leaps.slice(0, 2), leaps.slice(2)].map((pair, index) => (
          <Pair key={index}>
            {pair.map(({ advance, label }) => (
              <Button key={advance} look='ghost' busy={moving === advance} disabled={moving !== null} onTap={() => move(advance)}>
                {label}
              </Button>
            ))}
          </Pair>
        ))}
      </Stack>
      <Sheet open={choosing} title='您想当谁' onClose={() => setChoosing(false)}>
        <LinkRows>
          {list.map(identity => (
            <LinkRow
              key={identity.id}
              title={`${identity.name}${identity.id === chosen ? '（现在）' : ''}`}
              line={identity.note || named(identity.roles)}
              onTap={() => choose(identity.id)}
            />
          ))}
          <LinkRow title='路过的人' line='没有登记，只能看' onTap={() => choose(null)} />
        </LinkRows>
      </Sheet>
    </Card>
  )
}
