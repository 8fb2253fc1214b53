import { Button } from '@/components/button/button'
import { Empty } from '@/components/empty/empty'
import { Looked } from '@/components/looked/looked'
import { open } from '@/platform/screen/navigation'
import { Guest } from './guest'
import { Mine, Outcomes } from './news'
import { Sessions } from './sessions'
import type { Home as Page, HomeView } from './store'
import { Todo } from './todo'
import { Votes } from './votes'

/** What concerns me now. */
export function Home({ page }: { readonly page: Page }) {
  return (
    <Looked seen={page.seen} old='没连上，这是上次看到的样子' onRetry={() => void page.refresh()}>
      {({ view }) => <Now page={page} home={view} />}
    </Looked>
  )
}

function Now({ page, home }: { readonly page: Page; readonly home: HomeView }) {
  const quiet = home.votes.length + home.todo.length + home.sessions.length + home.mine.length + home.outcomes.length === 0
  return (
    <>
      {home.guest ? <Guest hall={page.hall} demo={home.demo} /> : null}
      <Votes home={home} onOver={() => void page.refresh()} />
      <Todo home={home} />
      <Sessions page={page} view={home} />
      <Mine home={home} />
      <Outcomes home={home} />
      {quiet ? <Empty title='现在没有要您办的事' line='村里有什么要商量，您可以提出来' /> : null}
      {home.guest ? null : (
        <Button look='ghost' onTap={() => void open('raise/index', {})}>
          我要提一件事
        </Button>
      )}
    </>
  )
}
