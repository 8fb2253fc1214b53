import { openTab, open } from './navigation'
import type { Place } from '@/domain/resident/scene'

/** Goes where a code leads. */
export async function goTo({ kind, id }: Place): Promise<void> {
  if (kind === 'topic') await open('topic/index', { id })
  else if (kind === 'session') await open('session/index', { id })
  else if (kind === 'bind') await open('mine/bind', { code: id })
  else await openTab('home')
}
