import { dayOf, spokenDay, spokenTime, type Day } from '@/domain/ground/calendar'
import { boardCode, type JournalEntry } from '@/domain/ground/journal'
import { restsOn } from '@/domain/law/wants'
import type { Org } from '@/domain/village/org'
import { masked, officeName, roleNames, type Person, type Role } from '@/domain/resident/people'
import { fieldOf, type FieldName } from '@/domain/procedure/fields'
import { mayReadInFile } from '@/domain/procedure/readers'
import { meetings } from '@/domain/procedure/meetings'
import { lackingWords, type Deed, type Passport, type Stage } from '@/domain/procedure/file/passport'
import { isAuthor, type Topic } from '@/domain/topic/topic'
import { quotedFor } from '../topic-card'
import { tell, type People } from '../topic-page'

const namesIn = (deed: Deed): FieldName[] => Object.keys(deed.evidence) as FieldName[]
const deedsOf = ({ stages, earlier }: Passport): Deed[] => [...stages, ...earlier].flatMap(stage => stage.deeds)

/** Everybody who stands in the file: who acted, and who was named. */
export const personsIn = (passport: Passport): string[] => [
  ...new Set(
    deedsOf(passport).flatMap(deed =>
      [
        deed.byId,
        deed.laidById,
        ...namesIn(deed).map(name => (fieldOf(name).kind === 'person' ? String(deed.evidence[name]) : null)),
      ].filter(id => id !== null),
    ),
  ),
]

/** Photographs of the file that this reader may see. */
export const photosIn = (passport: Passport, topic: Topic, viewer: Person | null): string[] =>
  deedsOf(passport).flatMap(deed =>
    namesIn(deed).flatMap(name => {
      const value = deed.evidence[name]
      return fieldOf(name).kind === 'photos' && Array.isArray(value) && mayReadInFile(name, viewer, topic) ? ([...value] as string[]) : []
    }),
  )

/** A file is read years later. */
const withYear = (on: Day): string => `${on.slice(0, 4)}年${spokenDay(on)}`

const plain: readonly Role[] = ['resident', 'villager', 'migrant', 'household_representative']
const office = (person: Person): string => {
  const role = person.roles.find(each => !plain.includes(each))
  return role ? roleNames[role] : roleNames.resident
}

interface Reading {
  readonly topic: Topic
  readonly viewer: Person | null
  readonly people: People
  readonly titles: ReadonlyMap<string, string>
  /** Topics whose titles the record quotes. */
  readonly quoted: readonly Topic[]
  /** Of these photographs, those that this reader may see. */
  photos(ids: readonly string[]): string[]
}

/** Who acted for the village is named, to a passer-by by the office alone; who raised it chose what is shown. */
function byWords(id: string | null, { topic, people, viewer }: Reading): string {
  if (id === null) return '系统按期办理'
  const person = people.get(id)
  if (isAuthor(topic, id) && topic.origin !== 'collected')
    return topic.showName && person && viewer !== null ? masked(person.name) : '提出人'
  return person ? (viewer === null ? office(person) : officeName(person)) : ''
}

function deedShown(deed: Deed, reading: Reading) {
  const { topic, viewer, people, titles } = reading
  const read = namesIn(deed).filter(name => mayReadInFile(name, viewer, topic))
  // Numbers of 议一 to 议三 are for who lives here; how many came to the assembly everybody may know.
  const counted = viewer !== null || deed.meeting?.name === 'assembly'
  const count = deed.meeting && counted ? meetings[deed.meeting.name] : null
  const told = read
    .filter(name => !(count && (name === count.all || (count.present.length === 1 && count.present.includes(name)))))
    .flatMap(name => {
      const value = deed.evidence[name]
      if (value === undefined) return []
      const said = tell(name, value, people, titles)
      return [
        { ...said, value: fieldOf(name).kind === 'day' ? withYear(String(value)) : said.value, photoIds: reading.photos(said.photoIds) },
      ]
    })
  return {
    n: deed.n,
    at: deed.at,
    said: reading.quoted.reduce((said, other) => quotedFor(other, viewer, said), deed.said),
    by: byWords(deed.byId, reading),
    laidBy: deed.laidById === null ? '' : byWords(deed.laidById, reading),
    told,
    kept: namesIn(deed)
      .filter(name => !read.includes(name))
      .map(name => fieldOf(name).label),
    meeting: deed.meeting && counted ? { should: deed.meeting.should, present: deed.meeting.present } : null,
    judged: counted ? [...deed.judged] : [],
    ...restsOn(deed.article),
    confidence: deed.confidence,
  }
}

/** A passer-by reads what hangs on the board, and not what was done before it came there. */
const stagesShown = (stages: readonly Stage[], reading: Reading) =>
  stages
    .map(stage => ({
      ...stage,
      deeds: stage.deeds.map(deed => deedShown(deed, reading)).filter(({ told }) => reading.viewer !== null || told.length > 0),
      signers: [...stage.signers],
    }))
    .filter(({ deeds }) => deeds.length > 0)

/** 一事一档 as this reader may read it. `author`: who raised it, as this reader may know it; null: the words are not for this reader. */
export function filePage(
  org: Org,
  passport: Passport,
  journal: readonly JournalEntry[],
  reading: Reading,
  shown: { readonly title: string; readonly author: string; readonly words: boolean; readonly now: number },
) {
  const { topic } = reading
  const matter = [
    { label: '提出人', value: shown.author },
    { label: '提出时间', value: `${dayOf(topic.raisedAt).slice(0, 4)}年${spokenTime(topic.raisedAt)}` },
    ...(shown.words
      ? [
          { label: '什么事', value: topic.what },
          { label: '在哪里', value: topic.where },
          { label: '影响到谁', value: topic.affected },
          { label: '建议怎么办', value: topic.suggestion },
        ]
      : []),
  ]
  return {
    now: shown.now,
    village: org.name,
    demo: org.demo,
    title: shown.title,
    state: topic.state,
    matter: matter.filter(({ value }) => value !== ''),
    stages: stagesShown(passport.stages, reading),
    earlier: reading.viewer === null ? [] : stagesShown(passport.earlier, reading),
    asked: passport.asked,
    missing: passport.missing.map(lackingWords),
    head: topic.head,
    boardCode: boardCode(topic.head),
    manifest: journal.filter(entry => entry.n <= topic.rev).map(({ n, hash }) => ({ n, hash })),
    textHash: topic.textHash ?? null,
    reviewedHash: topic.reviewedHash ?? null,
  }
}
