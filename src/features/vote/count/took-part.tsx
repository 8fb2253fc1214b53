import { Article } from '@/components/article/article'
import { Card } from '@/components/card/card'
import { Facts } from '@/components/facts/facts'
import { Heading } from '@/components/heading/heading'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { open } from '@/platform/screen/navigation'
import type { MotionView } from '../booth/store'
import { tookPart } from './took-part-words'

/** Who could vote, who took part and how, and what became of every paper; then the sheet that is signed. */
export function TookPart({ view }: { readonly view: MotionView }) {
  return (
    <>
      <Card>
        <Heading level={2} size={3}>
          谁能投，谁投了
        </Heading>
        <Facts facts={tookPart(view)} />
        <Article cites={view.passes.article} basis={view.passes.basis} />
      </Card>
      <LinkRows>
        <LinkRow title='计票单' line='可以打印，主持人、计票人、监票人签字' onTap={() => void open('teller/sheet', { id: view.card.id })} />
      </LinkRows>
    </>
  )
}
