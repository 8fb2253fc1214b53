import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Face } from '@/components/face/face'
import { Heading } from '@/components/heading/heading'
import { PhoneButton } from '@/components/phone-button/phone-button'
import { Row, Stack } from '@/components/row/row'
import { Tag } from '@/components/tag/tag'
import { open } from '@/platform/screen/navigation'
import { dial } from '@/platform/phone/phone'
import { photoUrl } from '@/platform/files/photos'
import type { Registering } from './registering'
import type { MeView } from './store'
import look from './me.module.scss'

/** Who the village takes this person for; a passer-by is told how to become known. */
export function WhoPart({ view, registering }: { readonly view: MeView; readonly registering: StoreApi<Registering> }) {
  const { stage, given } = useStore(registering)
  const { person, org } = view
  if (!person) {
    return (
      <Card>
        <View className={look.who}>
          <Heading level={2} size={2}>
            您还没有登记
          </Heading>
          <View className='sub'>
            不登记也可以看议题、议事会和公示。要提事、附议、投票，请带身份证件到议事厅登记，当场就能办好；走不动的可以打电话，请人上门办。
          </View>
          {process.env.TARO_ENV === 'weapp' ? (
            <>
              <View className='sub'>手机号在议事厅留过的，点一下就能认出您。只用来核对您是谁，不给别人看；不想用也没关系，照样能看。</View>
              <PhoneButton busy={stage.at === 'asking'} onAnswer={given}>
                用手机号登记
              </PhoneButton>
              {stage.at === 'told' ? (
                <View className='body' aria-live='polite'>
                  {stage.words}
                </View>
              ) : null}
            </>
          ) : null}
          <View className='sub'>村里给了您登记码，或者家里的户代表给了您，写上六个数字就行。</View>
          <Button look={process.env.TARO_ENV === 'weapp' ? 'ghost' : 'main'} onTap={() => open('mine/bind')}>
            用码登记
          </Button>
          <View className='sub'>{org.hallPlace}</View>
          <Button look='ghost' onTap={() => dial(org.hallPhone)}>
            打电话 {org.hallPhone}
          </Button>
        </View>
      </Card>
    )
  }
  return (
    <Card>
      <View className={look.who}>
        <Row wrap={false}>
          <Face large url={person.face.photoId === null ? null : photoUrl(person.face.photoId)} letter={person.face.letter} />
          <Stack tight>
            <Heading level={2} size={2}>
              {person.name}
            </Heading>
            <View className='small'>
              {org.name}
              {person.group > 0 ? ` ${person.group} 组` : ''} · 别人最多看到这样的名字
            </View>
          </Stack>
        </Row>
        <Row>
          {person.roleNames.map(role => (
            <Tag key={role} tone='blue'>
              {role}
            </Tag>
          ))}
        </Row>
      </View>
    </Card>
  )
}
