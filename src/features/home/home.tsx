import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Empty } from '@/components/empty/empty'
import { ErrorState } from '@/components/error-state/error-state'
import { Skeleton } from '@/components/skeleton/skeleton'
import { open } from '@/platform/screen/navigation'
import { Guest } from './guest'
import { Mine, Outcomes } from './news'
import { Sessions } from './sessions'
import type { Home as Page, Showing } from './store'
import { Todo } from './todo'
import { Votes } from './votes'

/** What concerns me now. */
export function Home({ page }: { readonly page: Page }) {
  const { showing } = page
  if (showing.at === 'loading') return <Skeleton />
  if (showing.at === 'failed') return <ErrorState onRetry={() => void page.load()} />
  return <Now page={page} showing={showing} />
}

function Now({ page, showing: { home, hall, offline } }: { readonly page: Page; readonly showing: Extract<Showing, { at: 'shown' }> }) {
  const quiet = home.votes.length + home.todo.length + home.sessions.length + home.mine.length + home.outcomes.length === 0
  return (
    <>
      {offline ? (
        <Banner tone='amber' action={{ label: '再试', onTap: () => void page.load() }}>
          没连上，这是上次看到的样子
        </Banner>
      ) : null}
      {home.guest ? <Guest hall={hall} demo={home.demo} /> : null}
      <Votes home={home} onOver={() => void page.load()} />
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
