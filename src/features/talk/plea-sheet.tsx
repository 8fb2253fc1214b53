import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/chips/chips'
import { Sheet } from '@/components/dialog/dialog'
import { TextArea } from '@/components/field/text-area'
import { PhotoGrid } from '@/components/photo-grid/photo-grid'
import { Toast } from '@/components/toast/toast'
import { caseWordsLength, reasonNames, takedownReasons } from '@/domain/moderation/cases'
import { photoUrl, viewPhotos } from '@/platform/files/photos'
import { partsOf, type Plea } from './plea'
import look from './discussion.module.scss'

const reasons = reasonNames.map(value => ({ value, label: takedownReasons[value] }))

type Form = Extract<Plea['pleading'], { at: 'writing' | 'sending' }>
const titleOf = ({ kind, said }: Form): string =>
  kind === 'appeal' ? '请监督委员看看' : said.wordless ? '举报照片' : said.photos ? '举报这件事' : '举报这条留言'

/** Report a comment, a topic or one of its photos, or ask the supervision committee to look again at one's own. */
export function PleaSheet({ plea }: { readonly plea: StoreApi<Plea> }) {
  const { pleading, send, leave } = useStore(plea)
  const form = pleading.at === 'writing' || pleading.at === 'sending' ? pleading : null
  return (
    <>
      <Sheet
        open={form !== null}
        title={form ? titleOf(form) : '举报这条留言'}
        onClose={leave}
        actions={
          <Button busy={pleading.at === 'sending'} onTap={() => void send()}>
            {form?.kind === 'appeal' ? '交给监督委员' : '交给主持人看'}
          </Button>
        }
      >
        {form ? <Fields form={form} plea={plea} /> : null}
      </Sheet>
      <Toast
        text={pleading.at === 'sent' ? (pleading.kind === 'report' ? '收到了，24 小时内有人看' : '交上去了，监督委员 7 天内答复您') : null}
        onGone={leave}
      />
    </>
  )
}

function Fields({ form, plea }: { readonly form: Form; readonly plea: StoreApi<Plea> }) {
  const { point, choose, write } = useStore(plea)
  const { kind, said, part, reason, words } = form
  const url = said.photos && part ? photoUrl(part) : null
  const reporting = kind === 'report'
  const parts = reporting ? partsOf(said) : []
  return (
    <>
      <View className={look.quoted}>
        <View className='small'>{said.text}</View>
      </View>
      {parts.length > 0 ? (
        <Chips
          label='哪一样'
          options={[...(said.wordless ? [] : [{ value: '', label: '文字' }]), ...parts]}
          value={part ?? ''}
          onChange={one => point(one || null)}
        />
      ) : null}
      {url ? <PhotoGrid label='要举报的照片' photos={[{ id: url, url }]} onOpen={() => viewPhotos([url], url)} /> : null}
      {reporting ? <Chips label='哪里不妥' options={reasons} value={reason} onChange={choose} /> : null}
      <TextArea
        label={reporting ? '再说几句（可以不写）' : '为什么不服'}
        hint={reporting ? '不会说是谁举报的。批评公事不算不妥。' : undefined}
        most={caseWordsLength}
        value={words}
        error={form.at === 'writing' ? (form.wrong ?? undefined) : undefined}
        onChange={write}
      />
    </>
  )
}
