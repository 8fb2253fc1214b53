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

/** Report a comment, a topic or one of its photos, or ask the supervision committee to look again at one's own. */
export function PleaSheet({ plea }: { readonly plea: StoreApi<Plea> }) {
  const { pleading, point, choose, write, send, leave } = useStore(plea)
  const form = pleading.at === 'writing' || pleading.at === 'sending' ? pleading : null
  const url = form?.said.photos && form.part ? photoUrl(form.part) : null
  const reporting = form?.kind !== 'appeal'
  const parts = form && reporting ? partsOf(form.said) : []
  return (
    <>
      <Sheet
        open={form !== null}
        title={reporting ? (form?.said.wordless ? '举报照片' : form?.said.photos ? '举报这件事' : '举报这条留言') : '请监督委员看看'}
        onClose={leave}
        actions={
          <Button busy={pleading.at === 'sending'} onTap={() => void send()}>
            {reporting ? '交给主持人看' : '交给监督委员'}
          </Button>
        }
      >
        {form ? (
          <View className={look.quoted}>
            <View className='small'>{form.said.text}</View>
          </View>
        ) : null}
        {parts.length > 0 ? (
          <Chips
            label='哪一样'
            options={[...(form?.said.wordless ? [] : [{ value: '', label: '文字' }]), ...parts]}
            value={form?.part ?? ''}
            onChange={part => point(part || null)}
          />
        ) : null}
        {url ? <PhotoGrid label='要举报的照片' photos={[{ id: url, url }]} onOpen={() => viewPhotos([url], url)} /> : null}
        {reporting ? <Chips label='哪里不妥' options={reasons} value={form?.reason ?? null} onChange={choose} /> : null}
        <TextArea
          label={reporting ? '再说几句（可以不写）' : '为什么不服'}
          hint={reporting ? '不会说是谁举报的。批评公事不算不妥。' : undefined}
          most={caseWordsLength}
          value={form?.words ?? ''}
          error={pleading.at === 'writing' ? (pleading.wrong ?? undefined) : undefined}
          onChange={write}
        />
      </Sheet>
      <Toast
        text={pleading.at === 'sent' ? (pleading.kind === 'report' ? '收到了，24 小时内有人看' : '交上去了，监督委员 7 天内答复您') : null}
        onGone={leave}
      />
    </>
  )
}
