import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { AvatarButton } from '@/components/avatar-button/avatar-button'
import { Button } from '@/components/button/button'
import { Face } from '@/components/face/face'
import { Pair, Row, Stack } from '@/components/row/row'
import { Toast } from '@/components/toast/toast'
import { signed } from '@/domain/resident/nickname'
import { photoUrl, pickAvatar } from '@/platform/files/photos'
import { avatarOf, type Asked } from '@/platform/phone/privacy'
import type { Picturing } from './picturing'
import type { View as Held } from './store'
import { avatarWords } from './words'

/** A picture of oneself, for who wants one, beside the name as neighbours read it. */
export function PicturePart({
  picturing,
  view,
  onSet,
}: {
  readonly picturing: StoreApi<Picturing>
  readonly view: Held
  onSet(): Promise<void>
}) {
  const { busy, wrong, said, given, remove, say } = useStore(picturing)
  const take = async (answer: Asked<string>) => {
    if (await given(answer)) await onSet()
  }
  const pick = async () => {
    const {
      paths: [path],
      unusable,
    } = await pickAvatar()
    await take(path !== undefined ? { at: 'given', value: path } : { at: unusable > 0 ? 'failed' : 'declined' })
  }
  const away = async () => {
    if (await remove()) await onSet()
  }
  const { photoId, letter } = view.face
  const words = photoId === null ? '放头像' : '换头像'
  return (
    <Stack>
      <Row wrap={false}>
        <Face large url={photoId === null ? null : photoUrl(photoId)} letter={letter} />
        <Stack tight>
          <View className='strong'>{signed({ name: view.name, ...(view.nickname === null ? {} : { nickname: view.nickname }) })}</View>
          <View className='small'>{avatarWords(view)}</View>
        </Stack>
      </Row>
      <Pair>
        {process.env.TARO_ENV === 'weapp' ? (
          <AvatarButton busy={busy === 'sending'} onAnswer={answer => void take(avatarOf(answer))}>
            {words}
          </AvatarButton>
        ) : (
          <Button look='ghost' busy={busy === 'sending'} disabled={busy !== 'no'} onTap={() => void pick()}>
            {words}
          </Button>
        )}
        {photoId === null ? null : (
          <Button look='ghost' busy={busy === 'removing'} disabled={busy !== 'no'} onTap={() => void away()}>
            去掉头像
          </Button>
        )}
      </Pair>
      {wrong ? (
        <View className='small red' aria-live='polite'>
          {wrong}
        </View>
      ) : null}
      <Toast text={said} onGone={() => say(null)} />
    </Stack>
  )
}
