import { Image, Text, View } from '@tarojs/components'
import { hidden, role } from '../aria'
import { Tap } from '../tap/tap'
import look from './photo-grid.module.scss'

export interface Photo {
  readonly id: string
  readonly url: string
  /** ready unless said. */
  readonly state?: 'ready' | 'sending' | 'failed' | undefined
}

export interface PhotoGridProps {
  readonly photos: readonly Photo[]
  /** What the photos show, for who cannot see them: 「议题照片」. */
  readonly label: string
  readonly most?: number | undefined
  /** With it, there is a tile to add. */
  readonly onAdd?: (() => void) | undefined
  readonly onRemove?: ((id: string) => void) | undefined
  /** Tap a photo: to see it large, or, when it failed, to send it again. */
  readonly onOpen?: ((id: string) => void) | undefined
}

const words = { ready: '', sending: '正在上传', failed: '没传上，点一下再传' } as const

export function PhotoGrid({ photos, label, most = 9, onAdd, onRemove, onOpen }: PhotoGridProps) {
  return (
    <View className={look.grid} {...role('group', label)}>
      {photos.map(({ id, url, state = 'ready' }, index) => {
        const name = `${label} ${index + 1}${state === 'ready' ? '' : `，${words[state]}`}`
        const picture = (
          <>
            <Image
              className={look.picture}
              src={url}
              mode='aspectFill'
              lazyLoad
              {...(process.env.TARO_ENV === 'h5' ? { imgProps: { alt: onOpen ? '' : name } } : { 'aria-label': name })}
            />
            {state === 'ready' ? null : (
              <Text className={look.state} {...hidden}>
                {words[state]}
              </Text>
            )}
          </>
        )
        return (
          <View key={id} className={look.tile}>
            {onOpen ? (
              <Tap className={look.open} label={name} onTap={() => onOpen(id)}>
                {picture}
              </Tap>
            ) : (
              picture
            )}
            {onRemove ? (
              <Tap className={look.remove} label={`删去${label} ${index + 1}`} onTap={() => onRemove(id)}>
                <Text className={look.cross} {...hidden}>
                  ×
                </Text>
              </Tap>
            ) : null}
          </View>
        )
      })}
      {onAdd && photos.length < most ? (
        <Tap className={look.add} onTap={onAdd}>
          <Text className={look.plus} {...hidden}>
            ＋
          </Text>
          <Text>加照片</Text>
          <Text>
            {photos.length} / {most}
          </Text>
        </Tap>
      ) : null}
    </View>
  )
}
