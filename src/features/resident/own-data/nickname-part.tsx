import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { TextField } from '@/components/field/text-field'
import { Stack } from '@/components/row/row'
import { Toast } from '@/components/toast/toast'
import { nicknameLength } from '@/domain/resident/nickname'
import type { Naming } from './naming'

/** A nickname, for who wants one. */
export function NicknamePart({
  naming,
  held,
  onSet,
}: {
  readonly naming: StoreApi<Naming>
  readonly held: string | null
  onSet(): Promise<void>
}) {
  const { written, wrong, busy, said, write, send, say } = useStore(naming)
  const set = async () => {
    if (await send()) await onSet()
  }
  return (
    <>
      <Stack>
        <TextField
          label='昵称'
          kind='nickname'
          hint='可以不填。留言时选了显示名字，才和您的姓一起显示，比如“阿朱（朱*）”'
          value={written ?? held ?? ''}
          most={nicknameLength}
          error={wrong ?? undefined}
          disabled={busy}
          onChange={write}
          onDone={() => void set()}
        />
        <Button look='ghost' busy={busy} disabled={written === null || written.trim() === (held ?? '')} onTap={() => void set()}>
          用这个昵称
        </Button>
      </Stack>
      <Toast text={said} onGone={() => say(null)} />
    </>
  )
}
