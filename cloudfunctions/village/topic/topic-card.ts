import { isStaff, masked, officeName, roleNames, type Person } from '@/domain/resident/people'
import { isOpenToAll } from '@/domain/procedure/states'
import { isAuthor, type Topic } from '@/domain/topic/topic'
import { mayRead, receives } from '@/domain/topic/visibility'
import type { Store } from '../../ports'
import { supportId } from './unite-supports'

/**
 * Who raised it, as this reader may know it: by the author's choice, masked; who takes it in sees the name, and once it is open whoever
 * runs the procedure. A passer-by learns of nobody.
 */
export function authorLabel(
  topic: Pick<Topic, 'showName' | 'origin' | 'state'>,
  author: Person | undefined,
  viewer: Person | null,
): string {
  if (!viewer) return topic.origin === 'collected' ? roleNames.special_member : '一位村民'
  if (!author) return '一位村民'
  if (topic.origin === 'collected') return officeName(author)
  if (receives(viewer) || (isOpenToAll(topic.state) ? isStaff(viewer) : mayRead('draft', viewer, 'full'))) return author.name
  return topic.showName ? masked(author.name) : '一位村民'
}

type Titled = Pick<Topic, 'title' | 'authorId' | 'coAuthorIds' | 'wordsHidden' | 'state' | 'dossier'>

/** Why this reader does not get to see the topic's words; null where he does. Its authors and who runs the procedure always do. */
export const wordsKept = (topic: Titled, viewer: Person | null): string | null =>
  topic.wordsHidden && !(viewer && (isAuthor(topic, viewer.id) || isStaff(viewer))) ? topic.wordsHidden : null

const closed = '（文字已收起）'
/** Grounds of a refusal on which the title itself may name a person: to others it stays unsaid (procedures TR-05). */
const unsaid: readonly unknown[] = ['personal_attack', 'illegal_content']

/** What stands in the title's place for this reader; null where he reads it. */
function inItsPlace(topic: Titled, viewer: Person | null): string | null {
  if (wordsKept(topic, viewer) !== null) return closed
  const harmful = topic.state === 'rejected' && unsaid.includes(topic.dossier.rejectReason)
  return harmful && !mayRead('turnedAside', viewer, 'full', { own: viewer !== null && isAuthor(topic, viewer.id) })
    ? '一件没有受理的事'
    : null
}

/** A topic's title, as this reader may know it. */
export const titleFor = (topic: Titled, viewer: Person | null): string => inItsPlace(topic, viewer) ?? topic.title

/** Other words that quote the title, as this reader may know them. */
export const quotedFor = (topic: Titled, viewer: Person | null, words: string): string => {
  const instead = inItsPlace(topic, viewer)
  return instead === null ? words : words.split(topic.title).join(instead)
}

/**
 * A session is called after its topic, in the moderator's words: where the topic's are put away and these do not simply quote it, they may
 * still say the same.
 */
export const sessionTitleFor = (topic: Titled, viewer: Person | null, title: string): string =>
  inItsPlace(topic, viewer) === null || title.includes(topic.title) ? quotedFor(topic, viewer, title) : `议事会${closed}`

export interface Card {
  readonly id: string
  readonly title: string
  readonly category: Topic['category']
  readonly state: Topic['state']
  readonly author: string
  readonly mine: boolean
  readonly supports: number
  readonly supported: boolean
  readonly raisedAt: number
  readonly activeAt: number
  readonly dueAt: number | null
  readonly overdue: boolean
}

/** A page of topics with their counts: three look-ups for the page, not three for each; one less where the supports are counted already. */
export async function topicCards(
  store: Store,
  topics: readonly Topic[],
  viewer: Person | null,
  now: number,
  counted?: ReadonlyMap<string, number>,
): Promise<Card[]> {
  const ids = topics.map(topic => topic.id)
  const [counts, authors, mine] = await Promise.all([
    counted ?? (ids.length > 0 ? store.countBy('supports', 'topicId', ids) : new Map<string, number>()),
    store.getMany('people', [...new Set(topics.map(topic => topic.authorId))]),
    viewer
      ? store.getMany(
          'supports',
          ids.map(id => supportId(id, viewer.id)),
        )
      : [],
  ])
  const byId = new Map(authors.map(person => [person.id, person]))
  const supported = new Set(mine.map(support => support.topicId))
  return topics.map(topic => ({
    id: topic.id,
    title: titleFor(topic, viewer),
    category: topic.category,
    state: topic.state,
    author: authorLabel(topic, byId.get(topic.authorId), viewer),
    mine: viewer !== null && isAuthor(topic, viewer.id),
    supports: counts.get(topic.id) ?? 0,
    supported: supported.has(topic.id),
    raisedAt: topic.raisedAt,
    activeAt: topic.activeAt,
    dueAt: topic.dueAt,
    overdue: topic.dueAt !== null && now >= topic.dueAt,
  }))
}
