import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/chips/chips'
import { Sheet } from '@/components/dialog/dialog'
import { TextArea } from '@/components/field/text-area'
import { Toast } from '@/components/toast/toast'
import { allCorrectable, correctable, correctionLength } from '@/domain/resident/corrections'
import type { Correcting } from './correcting'

const options = allCorrectable.map(value => ({ value, label: correctable[value] }))

/** To have something put right: it is said here, and done by the moderator or the recorder. */
export function CorrectPart({ correcting }: { readonly correcting: StoreApi<Correcting> }) {
  const { at, field, words, wrong, said, begin, choose, write, send, leave, say } = useStore(correcting)
  return (
    <>
      <View className='sub'>写错了可以在这里说，急的打电话或者到议事厅，当场就改。</View>
      <Button look='ghost' onTap={begin}>
        哪里不对？
      </Button>
      <Sheet
        open={at !== 'idle'}
        title='哪里不对？'
        onClose={leave}
        actions={
          <Button busy={at === 'sending'} onTap={() => void send()}>
            告诉议事厅
          </Button>
        }
      >
        <Chips label='哪一项' options={options} value={field} onChange={choose} />
        <TextArea
          label='应该是什么'
          hint='只有主持人、记录员看得到。手机号、身份证号不要写在这里，到议事厅办'
          most={correctionLength}
          value={words}
          error={wrong ?? undefined}
          disabled={at === 'sending'}
          onChange={write}
        />
      </Sheet>
      <Toast text={said} onGone={() => say(null)} />
    </>
  )
}
