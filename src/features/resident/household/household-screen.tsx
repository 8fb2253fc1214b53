import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { CodeCard } from '@/components/code-card/code-card'
import { Sheet } from '@/components/dialog/dialog'
import { Empty } from '@/components/empty/empty'
import { Facts } from '@/components/facts/facts'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { Stack } from '@/components/row/row'
import { untilWords } from '@/platform/phone/time'
import type { Household, Member } from './household'

const title = '请家人登记'

/** The own household, for its representative: who is there yet, and a code for who is not. */
export function HouseholdScreen({ household }: { readonly household: StoreApi<Household> }) {
  const { seen, chosen, code, busy, wrong, refresh, choose, invite } = useStore(household)
  if (seen.at !== 'shown')
    return (
      <Unseen
        title={title}
        seen={seen}
        rows={3}
        notYours={{ title: '这里由户代表来办', line: '您家的户代表可以请家人登记；也可以带身份证件到议事厅，当场就办。' }}
        onRetry={refresh}
      />
    )
  return (
    <Page title={title}>
      <View className='lead sub'>名册上和您同一户的人，只有您和议事厅看得到。给家人一个码，他在自己的手机上登记，不用跑议事厅。</View>
      {seen.view.members.length <= 1 ? (
        <Empty title='名册上您这一户只有您一位' line='有人没写上去，请在“我的资料”里点“哪里不对？”告诉议事厅。' />
      ) : (
        <Members members={seen.view.members} now={seen.view.now} choose={choose} />
      )}
      <Sheet
        open={chosen !== null}
        title={chosen ? `请${chosen.name}登记` : ''}
        onClose={() => choose(null)}
        actions={
          <Button look={code ? 'ghost' : 'main'} busy={busy} onTap={() => void invite()}>
            {code ? '换一个码' : '给他一个码'}
          </Button>
        }
      >
        {code ? (
          <CodeCard {...code} says='让他在自己的手机上，打开“我的”，点“用码登记”，写这六个数字，再写他自己的姓名。' />
        ) : (
          <Stack tight>
            <View className='body'>码一天内有效，只能用一次，只给他本人。</View>
            <View className='sub'>是您替他担保：会记下是您请的，议事厅看得到；登记错了人，议事厅会解开。</View>
            {chosen?.codeUntil ? <View className='sub'>上次给的码还没用；再给一个，上次的就作废。</View> : null}
          </Stack>
        )}
        {wrong ? (
          <View className='body red' aria-live='polite'>
            {wrong}
          </View>
        ) : null}
      </Sheet>
    </Page>
  )
}

function Members({ members, now, choose }: { readonly members: readonly Member[]; readonly now: number; choose(member: Member): void }) {
  const there = members.filter(({ me, bound }) => me || bound)
  const free = members.filter(({ me, bound }) => !me && !bound)
  return (
    <>
      {free.length > 0 ? (
        <LinkRows>
          {free.map(one => (
            <LinkRow
              key={one.id}
              title={one.name}
              line={one.codeUntil === null ? '还没用微信登记，点这里给他一个码' : `给过码，${untilWords(one.codeUntil, now)} 前能用`}
              onTap={() => choose(one)}
            />
          ))}
        </LinkRows>
      ) : null}
      <Card>
        <Facts facts={there.map(({ name, me }) => ({ label: name, value: me ? '您自己' : '已经用微信登记' }))} />
      </Card>
    </>
  )
}
