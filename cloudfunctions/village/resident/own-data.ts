import { ballotId } from '@/domain/vote/ballot/ballots'
import { helperWords } from '@/domain/vote/ballot/assists'
import { releaseReasons } from '@/domain/resident/bind-codes'
import { bodyNames } from '@/domain/law/names'
import { correctionSays } from '@/domain/resident/corrections'
import { disputeSays } from '@/domain/roll/disputes'
import { grant, refuse } from '@/domain/ground/decision'
import { nodWords } from '@/domain/talk/discussion'
import { answerWords } from '@/domain/vote/question/answers'
import { meetingOf } from '@/domain/vote/motions'
import type { OwnPart } from '@/domain/resident/own-data'
import { closedName, holdsOffice, masked, officeName, roleNames, type Person } from '@/domain/resident/people'
import { maskedPhone } from '@/domain/ground/phones'
import { ratingId } from '@/domain/topic/ratings'
import type { TopicWords } from '@/domain/topic/topic'
import type { Row, Tx } from '../../ports'
import { tableNames, tables, type InClosing, type Listed, type ListedPart, type RegisterDeed, type ShownAs } from '../../tables'
import { allRows } from '../ground/all-rows'
import { ownAvatar } from '../ground/avatars'
import { keepTitles } from '../topic/kept-titles'
import { sessionTitleFor, titleFor } from '../topic/topic-card'
import type { Context, Handler } from '../ground/handler'
import { putAwayOfPerson } from '../moderation/cases'
import { rowsOfPerson } from './rows-of-person'
import { isOf } from '../ground/own'

const pageSize = 100

export const viewData: Handler<'data.view'> = async (_, { store, own, org, actor, vault, clock }) => {
  const [contact, binding, places, household, avatar, putAway] = await Promise.all([
    own('contacts', actor.id),
    own('bindings', actor.id),
    allRows(store, 'rollPlaces', { match: { personId: actor.id } }),
    actor.householdId === null ? null : store.count('people', { orgId: org.id, householdId: actor.householdId }),
    actor.avatarId === undefined ? undefined : own('photos', actor.avatarId),
    putAwayOfPerson(store, actor, clock.now()),
  ])
  return grant({
    name: actor.name,
    nickname: actor.nickname ?? null,
    face: ownAvatar(actor),
    avatar: !avatar
      ? null
      : avatar.check === 'clean' || avatar.check === 'by-person'
        ? 'shown'
        : putAway.some(({ kind, why }) => kind === 'avatar' && why !== '')
          ? 'hidden'
          : 'waiting',
    putAway,
    group: actor.group,
    roleNames: actor.roles.map(role => roleNames[role]),
    householdSize: household,
    phone: contact ? maskedPhone(vault.open(contact.phoneSealed)) : null,
    boundSince: binding?.at ?? null,
    rolls: places.map(({ body, since, until }) => ({ body: bodyNames[body].name, since, until })),
    cannotClose: holdsOffice(actor) ? 'holds-office' : null,
    now: clock.now(),
  })
}

export const viewPart: Handler<'data.part'> = async ({ part, after }, context) =>
  grant(isListed(part) ? await listed(tableOf(part), context, after) : await gathered[part](context, after))

interface Line {
  readonly at: number | null
  readonly says: string
}
interface Lines {
  readonly rows: Line[]
  readonly next: string | null
}

const tableOf = (part: OwnPart): Listed =>
  tableNames.find((table): table is Listed => {
    const shown: ShownAs = tables[table].shownAs
    return typeof shown === 'object' && 'list' in shown && shown.list === part
  })!
const isListed = (part: OwnPart): part is ListedPart => !(part in gathered)

/** A page of a table that is a part by itself, newest first. */
async function listed<T extends Listed>(table: T, context: Context, after: string | undefined): Promise<Lines> {
  const limit = table === 'drafts' ? 20 : pageSize
  const { rows, next } = await rowsOfPerson(context.store, table, context.actor.id, { newestFirst: true, limit, after })
  return { rows: await lists[table](rows, context), next }
}

/** 「《小学门口要装路灯》」, as this person may know it, before what each row says by itself. */
async function underTitles<R extends { readonly topicId: string }>(
  { store, actor }: Context,
  rows: readonly R[],
  line: (row: R) => Line,
): Promise<Line[]> {
  const topics = await inParts([...new Set(rows.map(row => row.topicId))], some => store.getMany('topics', some))
  const titles = new Map(topics.map(topic => [topic.id, `《${titleFor(topic, actor)}》`]))
  return rows.map(row => {
    const { at, says } = line(row)
    return { at, says: `${titles.get(row.topicId) ?? ''}${says}` }
  })
}

const wordsOf = ({ what, where, affected, suggestion }: TopicWords) => [what, where, affected, suggestion]
const joined = (words: readonly string[]) => words.filter(Boolean).join('；')

/** What each line of a table says that is a list by itself. */
const lists: { readonly [T in Listed]: (rows: readonly Row<T>[], context: Context) => Line[] | Promise<Line[]> } = {
  topics: rows => rows.map(topic => ({ at: topic.raisedAt, says: joined([`《${topic.title}》`, ...wordsOf(topic)]) })),
  drafts: rows => rows.map(draft => ({ at: draft.savedAt, says: joined([draft.title, ...wordsOf(draft)]) })),
  comments: (rows, context) => underTitles(context, rows, ({ at, text }) => ({ at, says: text })),
  supports: (rows, context) => underTitles(context, rows, ({ at }) => ({ at, says: '' })),
  signatures: (rows, context) => underTitles(context, rows, ({ at }) => ({ at, says: '' })),
  async reactions(rows, { store, actor }) {
    const comments = await store.getMany(
      'comments',
      rows.map(row => row.commentId),
    )
    const said = new Map(
      comments.map(comment => [comment.id, comment.visible === 'shown' || comment.authorId === actor.id ? comment.text : '']),
    )
    return rows.map(({ nod, commentId }) => ({ at: null, says: `${nodWords[nod]}：${said.get(commentId) ?? ''}` }))
  },
  objections: rows => rows.map(({ at, reason, answer }) => ({ at, says: answer === null ? reason : `${reason}（答复：${answer}）` })),
  opinions: rows => rows.map(({ at, words }) => ({ at, says: words })),
  photos: rows =>
    rows
      .filter(({ use }) => use !== 'dropped')
      .map(({ at, width, height, use }) => ({ at, says: `${use === 'avatar' ? '头像' : '照片'} ${width}×${height}` })),
  messages: async (rows, { store, actor }) =>
    (await keepTitles(store, rows, actor)).map(({ at, title, body }) => ({ at, says: `${title}：${body}` })),
  async registerDeeds(rows, { store, actor }) {
    const others = await store.getMany(
      'people',
      [...new Set(rows.map(row => row.byId))].filter(id => id !== actor.id),
    )
    const named = new Map(others.map(person => [person.id, person]))
    return rows.map(deed => ({ at: deed.at, says: deedSays(deed, actor, named.get(deed.byId)) }))
  },
}

const whole = (rows: Line[]): Lines => ({ rows, next: null })
const newest = { by: 'at', descending: true } as const

/** The parts in which rows of several tables stand together, or rows that are found by their keys. */
const gathered: { readonly [P in Exclude<OwnPart, ListedPart>]: (context: Context, after: string | undefined) => Promise<Lines> } = {
  votes: async context => whole(await votes(context)),
  async ratings(context) {
    const { store, actor } = context
    const [supported, raised] = await Promise.all([
      allRows(store, 'supports', { match: { personId: actor.id }, order: newest }),
      allRows(store, 'topics', { match: { authorId: actor.id }, order: { by: 'activeAt' } }),
    ])
    const ids = [...new Set([...supported.map(support => support.topicId), ...raised.map(topic => topic.id)])]
    const given = await inParts(
      ids.map(id => ratingId(id, actor.id)),
      some => store.getMany('ratings', some),
    )
    return whole(
      await underTitles(context, given, ({ firstAt, stars, words }) => ({ at: firstAt, says: `${stars} 星 ${words}`.trimEnd() })),
    )
  },
  async sessions({ store, actor }) {
    const mine = { match: { personId: actor.id }, order: newest }
    const [coming, present] = await Promise.all([allRows(store, 'signUps', mine), allRows(store, 'attendances', mine)])
    const ids = [...new Set([...coming, ...present].map(row => row.sessionId))]
    const sessions = await inParts(ids, some => store.getMany('sessions', some))
    const topics = new Map(
      (await inParts([...new Set(sessions.map(session => session.topicId))], some => store.getMany('topics', some))).map(topic => [
        topic.id,
        topic,
      ]),
    )
    const named = new Map(
      sessions.map(({ id, topicId, title }) => {
        const topic = topics.get(topicId)
        return [id, topic ? sessionTitleFor(topic, actor, title) : title]
      }),
    )
    return whole([
      ...coming.map(row => ({ at: row.at, says: `报名：${named.get(row.sessionId) ?? ''}` })),
      ...present.map(row => ({ at: row.at, says: `签到：${named.get(row.sessionId) ?? ''}` })),
    ])
  },
  async corrections({ store, actor }, after) {
    const { rows, next } = await rowsOfPerson(store, 'corrections', actor.id, { newestFirst: true, limit: pageSize, after })
    // What this person said of rolls is little: all of it stands before the first page of the other corrections.
    const ofRolls = after === undefined ? await allRows(store, 'rollDisputes', { match: { personId: actor.id }, order: newest }) : []
    return {
      rows: [
        ...ofRolls.map(one => ({ at: one.at, says: disputeSays(one) })),
        ...rows.map(one => ({ at: one.at, says: correctionSays(one) })),
      ],
      next,
    }
  },
}

const deedWords = {
  bound: '用微信登记',
  unbound: '解开微信',
  'phone-noted': '登记手机号',
  closed: '注销',
  'code-given': '给了登记码',
} as const
const waysBound = { phone: '，手机号对上了', desk: '，当面看过身份证件', family: '，家里人请的' } as const

/** 「用微信登记，家里人请的，何*办的」: who vouched, or who undid it and why. Who acts for the village is named; a relative is not. */
function deedSays({ what, how, reason, byId }: RegisterDeed, owner: Person, by: Person | undefined): string {
  const who = byId === owner.id ? '您自己' : !by ? '议事厅' : how === 'family' ? masked(by.name) : officeName(by)
  return `${deedWords[what]}${what === 'bound' && how ? waysBound[how] : ''}${reason ? `，${releaseReasons[reason]}` : ''}，${who}办的`
}

async function inParts<R>(ids: readonly string[], some: (part: readonly string[]) => Promise<R[]>): Promise<R[]> {
  const found: R[] = []
  for (let at = 0; at < ids.length; at += 500) found.push(...(await some(ids.slice(at, at + 500))))
  return found
}

/** Named ballots with their choice; of a secret one that it was cast, which is all anybody knows. Found by their keys. */
async function votes({ store, org, actor }: Context): Promise<Line[]> {
  const [motions, places] = await Promise.all([
    allRows(store, 'motions', {}),
    allRows(store, 'rollPlaces', { match: { personId: actor.id } }),
  ])
  const units = (body: string): readonly string[] =>
    body === 'POLL'
      ? [actor.id]
      : places.filter(place => place.body === body).flatMap(({ unitId, earlier }) => [unitId, ...(earlier ?? []).map(then => then.unitId)])
  const mine = new Map(
    motions.filter(isOf(org.id)).flatMap(motion => units(motion.body).map(id => [ballotId(motion.id, id), motion] as const)),
  )
  const ids = [...mine.keys()]
  const [ballots, marks, assists] = await Promise.all([
    inParts(ids, some => store.getMany('ballots', some)),
    inParts(ids, some => store.getMany('marks', some)),
    inParts(ids, some => store.getMany('assists', some)),
  ])
  const officers = new Map(
    (
      await inParts([...new Set(assists.flatMap(({ helper }) => (helper.kind === 'officer' ? [helper.personId] : [])))], some =>
        store.getMany('people', some),
      )
    ).map(person => [person.id, person]),
  )
  const helped = new Map(
    assists.map(({ id, helper }) => [
      id,
      `，${helperWords(helper, helper.kind === 'officer' ? officers.get(helper.personId) : undefined)}帮忙`,
    ]),
  )
  const [given, held, came] = await Promise.all([
    allRows(store, 'proxies', { match: { principalId: actor.id } }),
    allRows(store, 'proxies', { match: { agentId: actor.id } }),
    allRows(store, 'arrivals', { match: { personId: actor.id } }),
  ])
  const titles = new Map(motions.map(motion => [meetingOf(motion), motion.text]))
  const about = ({ meetingId }: { readonly meetingId: string }) => titles.get(meetingId) ?? ''
  const taken = ({ revokedAt }: { readonly revokedAt: number | null }) => (revokedAt === null ? '' : '，后来撤回了')
  return [
    ...given.map(proxy => ({ at: proxy.at, says: `${about(proxy)}：书面委托家里人代投${taken(proxy)}` })),
    ...held.map(proxy => ({ at: proxy.at, says: `${about(proxy)}：受家里人委托代投${taken(proxy)}` })),
    ...came.map(arrival => ({ at: arrival.at, says: `${about(arrival)}：表决会签到` })),
    ...ballots
      .filter(ballot => ballot.voterId === actor.id)
      .map(({ id, castAt, choice }) => ({
        at: castAt,
        says:
          `${mine.get(id)?.text ?? ''}：` +
          `${choice === null ? '领了纸质票' : answerWords(choice, mine.get(id)?.options)}${helped.get(id) ?? ''}`,
      })),
    ...marks.map(({ id }) => ({ at: null, says: `${mine.get(id)?.text ?? ''}：无记名，只记了投过${helped.get(id) ?? ''}` })),
  ]
}

/** One commit takes the person out of it; what is left lying about is cleared away by `tick`, which can be cut off and goes on. */
export const close: Handler<'data.close'> = async (_, { store, org, actor, openid, clock, chance }) => {
  if (!actor) return grant({}) // closed before, and the answer was lost
  if (holdsOffice(actor)) return refuse('holds-office')
  const at = clock.now(),
    deed = chance.id()
  const onRoll = (await store.list('rollPlaces', { match: { personId: actor.id }, limit: 1 })).rows.length > 0
  await store.commit(async tx => {
    const person = await tx.get('people', actor.id)
    const account = await tx.get('accounts', openid)
    if (!person || account?.personId !== person.id) return
    for (const take of Object.values(inClosing)) await take(tx, { person, openid, onRoll })
    await tx.put('closures', { id: person.id, orgId: org.id, at, doneAt: null })
    await tx.insert('registerDeeds', { id: deed, orgId: org.id, personId: person.id, byId: person.id, what: 'closed', at })
  })
  return grant({})
}

/** A statutory roll keeps its names (组织法): whoever stands on one keeps theirs there, and there alone. */
const withoutName = ({ id, orgId, name }: Person, onRoll: boolean): Person => ({
  id,
  orgId,
  name: closedName,
  roles: [],
  group: 0,
  householdId: null,
  ...(onRoll ? { rollName: name } : {}),
})

interface Leaving {
  readonly person: Person
  readonly openid: string
  readonly onRoll: boolean
}
const remove = async (tx: Tx, table: InClosing, id: string) => {
  if (await tx.get(table, id)) await tx.remove(table, id)
}
/** What closing itself does to each table whose row says so. */
const inClosing: Record<InClosing, (tx: Tx, leaving: Leaving) => Promise<void>> = {
  people: (tx, { person, onRoll }) => tx.put('people', withoutName(person, onRoll)),
  accounts: (tx, { openid }) => remove(tx, 'accounts', openid),
  bindings: (tx, { person }) => remove(tx, 'bindings', person.id),
  contacts: (tx, { person }) => remove(tx, 'contacts', person.id),
  async codeTries(tx, { openid }) {
    for (const what of ['bind', 'bindcode']) await remove(tx, 'codeTries', `${what}:${openid}`)
  },
  bindCodes: (tx, { person }) => remove(tx, 'bindCodes', person.id),
}
