import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { open } from '@/platform/screen/navigation'
import type { TopicView } from './topic-store'

/** The way to the whole file, and whether it is all there. */
export function FileLink({ topic: { card, fileLacks } }: { readonly topic: TopicView }) {
  return (
    <LinkRows>
      <LinkRow
        title='一事一档'
        value={fileLacks === 0 ? '档案齐全' : `还缺 ${fileLacks} 样`}
        onTap={() => void open('file/index', { id: card.id })}
      />
    </LinkRows>
  )
}
