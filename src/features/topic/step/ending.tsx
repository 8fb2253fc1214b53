import { Button } from '@/components/button/button'
import { Empty } from '@/components/empty/empty'
import { Pair } from '@/components/row/row'
import { back, replace } from '@/platform/screen/navigation'

/** The end of a form: what was done, and where to go from here. */
export function Ending({ title, line, topicId }: { readonly title: string; readonly line: string; readonly topicId: string }) {
  return (
    <Empty title={title} line={line}>
      <Pair>
        <Button look='ghost' onTap={() => void replace('topic/index', { id: topicId })}>
          看这件议题
        </Button>
        <Button onTap={() => void back()}>好了</Button>
      </Pair>
    </Empty>
  )
}
