import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { role } from '@/components/aria'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Check } from '@/components/choices/choices'
import { Chips } from '@/components/chips/chips'
import { TextArea } from '@/components/field/text-area'
import { TextField } from '@/components/field/text-field'
import { NoPermission } from '@/components/no-permission/no-permission'
import { Page } from '@/components/page/page'
import { Section } from '@/components/section/section'
import { Skeleton } from '@/components/skeleton/skeleton'
import { SpeakIn } from '@/components/speak-in/speak-in'
import { Toast } from '@/components/toast/toast'
import { opinionLength, settings, type Setting } from '@/domain/opinion/opinions'
import { toTop } from '@/platform/screen/scroll'
import { useVoice } from '@/platform/voice/use-voice'
import { BelongsPart } from './belongs-part'
import type { Queue } from './queue'
import type { Recorder, Recording } from './recording'
import { wrongParts } from './notebook'
import { RefusedNotes } from './refused-notes'
import { WaitingBanner } from './waiting-banner'

const title = '记一条意见'
const settingChips = (Object.keys(settings) as Setting[]).map(value => ({ value, label: settings[value] }))

/** The special member's notebook: one remark per page, kept on the phone first. */
export function RecordScreen({ recorder, queue }: { readonly recorder: StoreApi<Recorder>; readonly queue: StoreApi<Queue> }) {
  const { recording, says, store, mend, heard } = useStore(recorder)
  if (recording.at === 'opening')
    return (
      <Page title={title}>
        <Skeleton look='page' rows={3} />
      </Page>
    )
  if (recording.at === 'not-yours')
    return (
      <Page title={title}>
        <NoPermission title='这里由特别委员记录工友的意见' line='您有话想说，可以自己提一件事，也可以找特别委员替您带话。' />
      </Page>
    )
  const count = Object.keys(recording.wrong).length
  const keep = () => void store().then(toTop)
  return (
    <Page title={title} worksOffline actions={<Button onTap={keep}>存好，下一条</Button>} note='不记名字，不记电话，只记他说的话。'>
      <WaitingBanner queue={queue} />
      {count > 0 ? <Banner tone='red'>{`还要补：${wrongParts(recording.wrong)}`}</Banner> : null}
      <Notebook key={recording.note.key} recorder={recorder} page={recording} />
      <RefusedNotes
        queue={queue}
        onMend={key => {
          mend(key)
          toTop()
        }}
      />
      <Toast text={says} onGone={heard} />
    </Page>
  )
}

function Notebook({ recorder, page }: { readonly recorder: StoreApi<Recorder>; readonly page: Extract<Recording, { at: 'writing' }> }) {
  const { write, say } = useStore(recorder)
  const { note, wrong } = page
  const voice = useVoice(heard => say(note.key, heard))
  // Spoken words may run over: a field with a limit would cut them off.
  const long = note.words.length > opinionLength
  const meet = (setting: Setting) => write({ setting, voices: setting === 'one' ? '1' : note.setting === 'one' ? '' : note.voices })
  return (
    <>
      <TextArea
        label='他怎么说的'
        placeholder='照他的原话写，不写名字和电话'
        most={long ? undefined : opinionLength}
        value={note.words}
        error={long ? `写得太长了，最多 ${opinionLength} 字，现在 ${note.words.length} 字` : wrong.words}
        onChange={words => write({ words })}
      />
      <SpeakIn voice={voice} />
      <Section title='和谁说的'>
        <Chips label='和谁说的' hideLabel options={settingChips} value={note.setting} onChange={meet} />
        {note.setting === 'one' ? null : (
          <TextField
            label='一共几个人这样说'
            kind='number'
            value={note.voices}
            error={wrong.voices}
            onChange={voices => write({ voices })}
          />
        )}
      </Section>
      <BelongsPart recorder={recorder} page={page} />
      <Section title='他同意吗'>
        <Check label='已读给他听，他同意把这句话交给村里，不留姓名' on={note.consent} onChange={consent => write({ consent })} />
        {wrong.consent ? (
          <View className='small red' {...role('alert')}>
            {wrong.consent}
          </View>
        ) : null}
      </Section>
    </>
  )
}
