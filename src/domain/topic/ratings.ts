import { grant, refuse, type Decision } from '../ground/decision'
import { has, type Person } from '../resident/people'
import { isAuthor, type Topic } from './topic'

export const axes = { result: '结果', openness: '过程公开', voice: '发言机会', timeliness: '及时' } as const
export type Axis = keyof typeof axes
export type Stars = 1 | 2 | 3 | 4 | 5

/** One person's rating of one topic. The village sees sums, never rows. */
export interface Rating {
  readonly id: string
  readonly orgId: string
  readonly topicId: string
  readonly stars: Stars
  readonly axes: { readonly [A in Axis]?: Stars }
  readonly words: string
  readonly firstAt: number
  /** Left out: shown. `held`: a person looks at the words first. The stars count at once. */
  readonly wordsVisible?: 'shown' | 'held' | 'hidden'
}
export const ratingId = (topicId: string, personId: string): string => `${topicId}:${personId}`

/** Whom a matter concerns by what it is: who proposed it, or lives where it was done. Who took part may rate it too (procedures §4.9). */
export function concernedBy(topic: Pick<Topic, 'authorId' | 'coAuthorIds' | 'dossier'>, person: Person): boolean {
  const groups = topic.dossier.affectedGroups
  return (
    isAuthor(topic, person.id) ||
    (Array.isArray(groups) && groups.includes(String(person.group))) ||
    (topic.dossier.affectsMigrants === true && has(person, 'migrant'))
  )
}

const editDays = 7 * 86_400_000
/** A rating may be thought over for seven days (procedures §4.9). */
export const mayRate = (earlier: Rating | undefined, now: number): Decision<'now', 'rating-fixed'> =>
  earlier && now > earlier.firstAt + editDays ? refuse('rating-fixed') : grant('now')

/** Fewer than this many and a sum would show who said what. */
export const ratersAtLeast = 5
export interface Satisfaction {
  readonly raters: number
  readonly average: number
  readonly satisfiedPercent: number
}

/** The sum of all, once five have rated; the average in tenths. */
export function satisfaction(ratings: readonly Pick<Rating, 'stars'>[]): Satisfaction | null {
  const raters = ratings.length
  if (raters < ratersAtLeast) return null
  const sum = ratings.reduce((total, { stars }) => total + stars, 0)
  return {
    raters,
    average: Math.round((sum * 10) / raters) / 10,
    satisfiedPercent: Math.round((ratings.filter(({ stars }) => stars >= 4).length * 100) / raters),
  }
}

const tenths = (values: readonly number[]) => Math.round((values.reduce((sum, value) => sum + value, 0) * 10) / values.length) / 10

/** The axes that at least five raters filled in, each with its average in tenths. */
export const axisAverages = (ratings: readonly Pick<Rating, 'axes'>[]): { readonly label: string; readonly average: number }[] =>
  (Object.keys(axes) as Axis[]).flatMap(axis => {
    const given = ratings.flatMap(rating => rating.axes[axis] ?? [])
    return given.length < ratersAtLeast ? [] : [{ label: axes[axis], average: tenths(given) }]
  })

/** What raters wrote: shown once five have rated, and sorted by the words themselves, so that no order tells who came when. */
export const wordsOfAll = (ratings: readonly Pick<Rating, 'words' | 'wordsVisible'>[]): string[] =>
  ratings.length < ratersAtLeast
    ? []
    : ratings.flatMap(({ words, wordsVisible = 'shown' }) => (words === '' || wordsVisible !== 'shown' ? [] : [words])).sort()
