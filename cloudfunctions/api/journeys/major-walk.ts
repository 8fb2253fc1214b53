import { dayOf, startOf } from '@/domain/ground/calendar'
import type { EvidenceValue } from '@/domain/procedure/evidence'
import { fieldOf } from '@/domain/procedure/fields'
import type { State } from '@/domain/procedure/states'
import { isStepName, stepOf } from '@/domain/procedure/tracks/steps'
import type { Topic } from '@/domain/topic/topic'
import { allRows } from '../../village/ground/all-rows'
import { granted, hour, key, pixel, smallVillage } from './small-village'

type Given = Record<string, EvidenceValue>

/** One matter, by which class, before which body, with which numbers. */
export interface Matter {
  readonly matterClass: string
  readonly matterCode?: string
  readonly body?: string
  readonly rollSize?: number
  readonly present?: number
  readonly yes?: number
  readonly author?: string
}

export const plan: Given = { planText: '修三公里村道，预算三十万元', budgetTotal: 300_000, fundingSource: '村集体给村里的钱' }
export const proposal: Given = {
  ...plan,
  origin: 'villagers',
  need: '路烂了三年',
  risks: '雨季停工',
  pcmMembers: 5,
  pcmPresent: 5,
  pcmYes: 4,
  pcmMinutes: '五人到会，四人同意',
}
export const talked: Given = { ...plan, tcmMembers: 9, tcmPresent: 7, tcmYes: 6, tcmMinutes: '七人到会，六人同意', conflictsAsked: true }
export const opinion: Given = {
  checklist: Object.keys(checklistItems()).map(item => `${item}=ok`),
  opinionReasons: '权限、程序都对',
  opinionArticles: '村民委员会组织法第二十八条',
  riskLevel: 'low',
}
export const partyMeeting: Given = { pmmShouldAttend: 40, pmmPresent: 30, pmmYes: 21, pmmNo: 6, pmmAbstain: 3, pmmMinutes: '三十人到会' }
export const townLetter: Given = { townReply: '已收到', townReplyNo: '横府〔2026〕3号' }

function checklistItems(): Readonly<Record<string, string>> {
  const field = fieldOf('checklist')
  return field.kind === 'checklist' ? field.items : {}
}

/** A small village with one matter in it, and the forms of 四议两公开 filled in as they should be. */
export function majorWalk(matter: Matter, village = smallVillage()) {
  const { as, store } = village
  const id = key('road')
  const author = matter.author ?? 'rep5'
  const { body = 'VA_PERSON', rollSize = 90, present = 70, yes = 50 } = matter
  const topic = async (): Promise<Topic> => {
    const row = await store.get('topics', id)
    if (!row) throw new Error('nothing was raised')
    return row
  }
  const state = async (): Promise<State> => (await topic()).state
  const today = () => dayOf(village.now())

  /** What the form still wants of pictures is photographed by who fills it in. */
  async function filled(who: string, name: string, given: Given): Promise<Given> {
    const evidence: Given = { ...given }
    for (const field of isStepName(name) ? stepOf(name).asks : []) {
      if (evidence[field] === undefined && fieldOf(field).kind === 'photos')
        evidence[field] = [granted(await as(who)('photo.add', { data: pixel })).id]
    }
    return evidence
  }
  const send = async (who: string, name: string, given: Given = {}) =>
    as(who)('topic.step', {
      id,
      rev: (await topic()).rev,
      step: name,
      evidence: (await filled(who, name, given)) as Record<string, string>,
    })
  const step = async (who: string, name: string, given: Given = {}) => granted(await send(who, name, given))
  /** Why the step was refused; null where it was taken. */
  const refusal = async (who: string, name: string, given: Given = {}) => {
    const reply = await send(who, name, given)
    return reply.ok ? null : reply.refusal
  }
  const confirm = async (who = 'supervisor', agrees = true) =>
    as(who)('topic.confirm', { id, rev: (await topic()).rev, agrees, note: agrees ? '' : '再看看' })
  const keyed = async (who: string, name: string, given: Given = {}) => {
    await step(who, name, given)
    return granted(await confirm())
  }

  const notice = (meetingDay: string, more: Given = {}): Given => ({
    body,
    meetingDay,
    meetingTime: '晚上 7:30',
    meetingPlace: '村委会二楼',
    agenda: '修路一件事',
    rollSize,
    scrutineer: 'supervisor',
    teller: 'rep1',
    noticeAlso: ['broadcast'],
    documentsReady: true,
    paperReady: true,
    ...more,
  })
  const checkIn = (hall = present, more: Given = {}): Given => ({
    presentHall: hall,
    presentOnline: 0,
    presentProxy: 0,
    textRead: true,
    ...more,
  })
  const count = (votesYes = yes, more: Given = {}): Given => ({
    lateArrivals: 0,
    votesYes,
    votesNo: present - votesYes,
    votesAbstain: 0,
    votesInvalid: 0,
    votesUnreturned: 0,
    assemblyMinutes: '主持林主持，计票代表甲，监票何监委',
    resolutionText: '同意修三公里村道',
    ...more,
  })
  const promise = (): Given => ({ implementer: 'committee', finishBy: dayOf(village.now() + 60 * 24 * hour) })
  /** The board, photographed on its first and last day, looked at, and cleared by time. */
  async function posting(): Promise<void> {
    await step('committee', 'board_first')
    await village.until(((await topic()).dueAt ?? 0) - hour)
    await step('committee', 'board_last')
    await step('supervisor', 'certify_posting', { postingCertified: true })
    await village.until((await topic()).dueAt ?? 0)
  }
  const collective = matter.matterClass === 'C1' || matter.matterClass === 'C2'
  const party = collective ? 'party_members_to_town' : 'party_members_agree'
  const classes: Given = { matterClass: matter.matterClass, ...(matter.matterCode === undefined ? {} : { matterCode: matter.matterCode }) }

  /** The board calls the members, the committee the village. */
  const convener = collective ? 'board' : 'committee'
  async function meet(): Promise<void> {
    await step(convener, 'give_notice', notice(await earliest()))
    await village.until(startOf(String((await topic()).dossier.meetingDay)) + 19 * hour)
    await step('moderator', 'open_assembly')
  }
  /** Ten full days for an assembly, three for representatives and groups. */
  const earliest = async () => dayOf(village.now() + (['VA_PERSON', 'VA_HOUSEHOLD', 'CMA'].includes(body) ? 11 : 4) * 24 * hour)

  /** The straight road, one stop after the other. */
  const road: readonly (readonly [State, () => Promise<unknown>])[] = [
    [
      'screening',
      async () =>
        granted(
          await as(author)('topic.raise', {
            id,
            title: '修村道',
            what: '坑洼三年',
            where: '5组',
            affected: '全村',
            suggestion: '铺水泥',
            category: 'roads',
            photoIds: [],
            showName: true,
          }),
        ),
    ],
    ['topic_review', () => step('moderator', 'accept', author.startsWith('rep') ? {} : { urgent: true })],
    ['classified', () => keyed('committee', 'classify', { ...classes, classReason: '全村的路', affectedGroups: ['5'], lead: 'committee' })],
    ['party_proposal', () => step('committee', 'enter_major')],
    ['two_committees', () => step('partyMember', 'propose', proposal)],
    ['legality_review', () => step('committee', 'agree_plan', talked)],
    ['party_members', () => step('adviser', 'review_lawful', opinion)],
    ...(collective ? [['town_report', () => step('secretary', party, partyMeeting)] as const] : []),
    ['noticing', () => (collective ? step('town', 'town_answers', townLetter) : step('secretary', party, partyMeeting))],
    ['assembly_open', meet],
    ['voting', () => step('moderator', 'open_vote', checkIn())],
    ['counting', () => step('moderator', 'close_vote')],
    ['resolution_posting', () => keyed('recorder', 'announce', { ...count(), ...promise() })],
    ['major_implementing', posting],
    ['major_result_posting', () => keyed('committee', 'finish_major', { accepted: true, witness: 'rep2', finalAccount: 298_000 })],
    ['major_evaluating', posting],
    ['post_evaluation', async () => village.until((await topic()).dueAt ?? 0)],
  ]
  /** Along the straight road up to this state. */
  async function reach(target: State): Promise<void> {
    const here = (await store.get('topics', id))?.state
    for (const [next, go] of road.slice(road.findIndex(([stop]) => stop === here) + 1, road.findIndex(([stop]) => stop === target) + 1)) {
      await go()
      if ((await state()) !== next) throw new Error(`on the way to ${next}, at ${await state()}`)
    }
  }
  return {
    village,
    as,
    store,
    id,
    topic,
    state,
    today,
    step,
    refusal,
    confirm,
    keyed,
    notice,
    checkIn,
    count,
    promise,
    posting,
    meet,
    earliest,
    reach,
    journal: () => allRows(store, 'journal', { match: { topicId: id }, order: { by: 'n' } }),
    /** A topic put where no short way leads. */
    place: async (changes: Partial<Topic>) => store.put('topics', { ...(await topic()), ...changes }),
  }
}
