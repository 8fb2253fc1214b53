import { Image, Text, View } from '@tarojs/components'
import { hidden } from '../aria'
import { classes } from '../classes'
import look from './face.module.scss'

/** Who speaks, as a picture or as one character. Only repeats the name beside it, so nothing of it is read out. */
export function Face({
  url,
  letter,
  large,
}: {
  readonly url: string | null
  readonly letter: string
  readonly large?: boolean | undefined
}) {
  return (
    <View className={classes(look.face, large && look.large)} {...hidden}>
      <Text>{letter}</Text>
      {url === null ? null : (
        <Image
          className={look.picture}
          src={url}
          mode='aspectFill'
          lazyLoad
          {...(process.env.TARO_ENV === 'h5' ? { imgProps: { alt: '' } } : {})}
        />
      )}
    </View>
  )
}
