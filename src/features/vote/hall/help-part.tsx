import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/dialog/dialog'
import { HelperChoice } from '@/components/helper-choice/helper-choice'
import { Spoken } from '@/components/read-aloud/spoken'
import { Pair, Row } from '@/components/row/row'
import type { Helping, Picked } from '@/platform/talk-to-server/helping'
import { useReadAloud } from '@/platform/voice/use-read-aloud'
import type { Device } from './device'

/** What is on the device, read to the voter. Give it its words as key. */
export const Heard = ({ words }: { readonly words: string }) => <Spoken aloud={useReadAloud(() => words)} />

/** 「有人帮我」 on the hall's device, or who helps now. */
export function HelpLine({ helper, onTap }: { readonly helper: Picked | null; onTap(): void }) {
  if (!helper)
    return (
      <Button look='quiet' onTap={onTap}>
        有人帮我
      </Button>
    )
  return (
    <Row apart>
      <View className='sub'>{helper.words}在帮忙，只读、只讲</View>
      <Button look='quiet' onTap={onTap}>
        换人
      </Button>
    </Row>
  )
}

export function HelpSheet({ helping, device }: { readonly helping: StoreApi<Helping>; readonly device: StoreApi<Device> }) {
  const { open, listed, kind, personId, name, wrong, begin, leave, chooseKind, choosePerson, write, done } = useStore(helping)
  const helper = useStore(device, state => state.helper)
  const begun = () => {
    const picked = done()
    if (picked) device.getState().helpedBy(picked)
  }
  const nobody = () => {
    device.getState().helpedBy(null)
    leave()
  }
  const main = <Button onTap={begun}>知道了，开始</Button>
  return (
    <Sheet
      open={open}
      title='有人帮我投票'
      onClose={leave}
      actions={
        helper ? (
          <Pair>
            {main}
            <Button look='ghost' onTap={nobody}>
              没有人帮了
            </Button>
          </Pair>
        ) : (
          main
        )
      }
    >
      <HelperChoice
        listed={listed}
        kind={kind}
        personId={personId}
        name={name}
        wrong={wrong}
        onKind={chooseKind}
        onPerson={choosePerson}
        onName={write}
        onRetry={() => void begin()}
      />
    </Sheet>
  )
}
