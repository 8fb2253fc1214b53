import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Facts } from '@/components/facts/facts'
import { Heading } from '@/components/heading/heading'
import { Stack } from '@/components/row/row'
import { openTab } from '@/platform/screen/navigation'
import { dial } from '@/platform/phone/phone'
import type { Hall } from './store'

/** Reading needs no name. Taking part does: how to be registered. */
export function Guest({ hall, demo }: { readonly hall: Hall | null; readonly demo: boolean }) {
  return (
    <Card look='amber'>
      <Stack>
        <Heading size={3}>您可以先看看</Heading>
        <View className='sub'>要提事、附议、投票，请带身份证到议事厅登记，当场就能用。异地务工人员也可以登记。</View>
        {hall ? (
          <Facts
            facts={[
              { label: '地点', value: hall.place },
              { label: '电话', value: hall.phone },
            ]}
          />
        ) : null}
        {demo ? <Button onTap={() => void openTab('me')}>示范：选一个身份试试</Button> : null}
        {hall && !demo ? (
          <Button look='ghost' onTap={() => dial(hall.phone)}>
            打电话问问
          </Button>
        ) : null}
      </Stack>
    </Card>
  )
}
