import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Facts } from '@/components/facts/facts'
import { Fold } from '@/components/fold/fold'
import { Heading } from '@/components/heading/heading'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { open, openTab } from '@/platform/screen/navigation'
import { dial } from '@/platform/phone/phone'
import type { MeView } from './store'
import { licence, version, whatWeKeep } from './words'
import look from './me.module.scss'

/** What this person can go and do from here. */
export function MenuPart({ person }: { readonly person: MeView['person'] }) {
  if (!person) return null
  return (
    <LinkRows>
      {person.staff ? <LinkRow title='工作台' line='等我办的事、安排议事、写结论' onTap={() => open('moderator/index')} /> : null}
      {person.roles.some(role => role === 'moderator' || role === 'recorder' || role === 'committee') ? (
        <LinkRow title='帮人登记' line='有人来登记，给他一个码，他就能用微信' onTap={() => open('moderator/register')} />
      ) : null}
      {person.roles.includes('grid_worker') ? (
        <LinkRow title='要我告知的人' line='打电话、上门，告诉没看到通知的人' onTap={() => open('moderator/calls')} />
      ) : null}
      {person.roles.includes('special_member') ? (
        <LinkRow title='听工友说' line='把工友的话记下来，看后来怎样' onTap={() => open('committee/index')} />
      ) : null}
      <LinkRow title='我要提一件事' onTap={() => open('raise/index', {})} />
      <LinkRow title='我的草稿' line='没写完的都在' onTap={() => open('raise/drafts')} />
      <LinkRow title='我提的、我附议的议题' onTap={() => openTab('topics')} />
      {person.roles.includes('household_representative') ? (
        <LinkRow title='请家人登记' line='给家里人一个码，他就能用微信' onTap={() => open('mine/household')} />
      ) : null}
      <LinkRow title='村里的规矩' line='公示几天、多少人通过，村里怎么定的' onTap={() => open('village/rules')} />
      <LinkRow title='名册' line='我在不在名册上，哪里不对可以说' onTap={() => open('roll/index')} />
      <LinkRow title='我的资料' line='昵称、头像，看看记了什么，注销' onTap={() => open('mine/index')} />
    </LinkRows>
  )
}

/** Where the hall is and how to reach it. */
export function HallPart({ org }: { readonly org: MeView['org'] }) {
  return (
    <Card>
      <Heading level={2} size={3}>
        {org.hall}
      </Heading>
      <Facts
        facts={[
          { label: '在哪里', value: org.hallPlace },
          { label: '电话', value: org.hallPhone },
        ]}
      />
      <Button look='ghost' onTap={() => dial(org.hallPhone)}>
        打电话给议事厅
      </Button>
    </Card>
  )
}

/** What is kept, and what this is. */
export function AboutPart() {
  return (
    <>
      <Fold title='我们记了您什么'>
        {whatWeKeep.map(line => (
          <View key={line} className='body'>
            <View className={look.line}>{line}</View>
          </View>
        ))}
      </Fold>
      <View className={look.foot}>
        <View className='small'>村议事厅 {version}</View>
        <View className='small'>{licence}</View>
      </View>
    </>
  )
}
