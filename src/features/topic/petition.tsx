import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { open } from '@/platform/screen/navigation'
import type { TopicView } from './topic-store'

/** 联名: how far it is, and the way to one's own name. */
export const PetitionLine = ({ topic: { card, petition } }: { readonly topic: TopicView }) =>
  petition ? (
    <LinkRows>
      <LinkRow title={petition.title} line={petition.line} onTap={() => open('village/petition', { topic: card.id })} />
    </LinkRows>
  ) : null
