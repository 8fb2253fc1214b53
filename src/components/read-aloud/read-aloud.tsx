import { Text } from '@tarojs/components'
import { hidden } from '../aria'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import look from './read-aloud.module.scss'

interface ReadAloudProps {
  readonly aloud: { readonly speaking: boolean; turn(): void } | null
  /** Beside something else in one row, and not a line of its own. */
  readonly beside?: boolean | undefined
}

/** Hear it instead of reading it. Draws nothing where the phone has no voice. */
export function ReadAloud({ aloud, beside }: ReadAloudProps) {
  if (!aloud) return null
  return (
    <Tap className={classes(look.speak, !beside && look.apart)} onTap={aloud.turn}>
      <Text className={look.mouth} {...hidden}>
        {aloud.speaking ? '停' : '读'}
      </Text>
      <Text>{aloud.speaking ? '停下' : '读给我听'}</Text>
    </Tap>
  )
}
