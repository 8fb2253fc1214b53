import { filingOf, isCollectiveClass } from '@/domain/law/classes'
import { addDays, dayOf, startOf } from '@/domain/ground/calendar'
import { fields } from '@/domain/procedure/fields'
import { majorRoad, quickRoad } from '@/domain/procedure/roads'
import type { State } from '@/domain/procedure/states'
import { greatMatters, type GreatMatter } from './great-matters'
import { topicId, type Act, type Hands } from './hands'

/**
 * Days a matter rests at each station. A posting gets 25: fifteen and the longest holiday behind them; half a year passes before the look
 * back.
 */
const rests: { readonly [S in State]?: number } = {
  screening: 1,
  topic_review: 2,
  classified: 1,
  quick_registered: 1,
  quick_assigned: 3,
  quick_done: 2,
  party_proposal: 4,
  two_committees: 5,
  legality_review: 3,
  party_members: 5,
  town_report: 4,
  noticing: 13,
  resolution_posting: 25,
  major_implementing: 30,
  major_result_posting: 25,
  major_evaluating: 17,
  post_evaluation: 212,
}
/** For a state beside the road: the state on the road from which the matter came there. */
const turned: { readonly [S in State]?: State } = {
  quorum_failed: 'noticing',
  not_passed: 'noticing',
  suspended: 'major_implementing',
  annulled: 'resolution_posting',
}
const turnedAfter = 6

function wayOf({ matterClass, ends }: GreatMatter): readonly State[] {
  const whole = (matterClass === 'L3' ? quickRoad : majorRoad).flatMap((state): readonly State[] =>
    state === 'accepted' || state === 'voting'
      ? []
      : state === 'noticing' && isCollectiveClass(matterClass)
        ? ['town_report', 'noticing']
        : [state],
  )
  return whole.slice(0, whole.indexOf(turned[ends] ?? ends) + 1)
}

/** How many days ago it came to each station. */
function stations(matter: GreatMatter): ReadonlyMap<State, number> {
  const ago = new Map<State, number>()
  const turnedAt = turned[matter.ends]
  let days = matter.days
  for (const state of [...wayOf(matter)].reverse()) {
    if (state === turnedAt) days += state === 'noticing' ? (rests.noticing ?? 0) : turnedAfter
    else if (state !== matter.ends) days += rests[state] ?? 0
    ago.set(state, days)
  }
  return ago
}

type Do = (hands: Hands) => Promise<unknown>
const households = 2600
const members = 5250
/** Who comes and how they vote, by body; enough, unless the matter failed at it. */
const turnouts = {
  VA_HOUSEHOLD: { roll: households, present: 1863, yes: 1702 },
  CMA: { roll: members, present: 4406, yes: 4120 },
  VG_PERSON: { roll: 412, present: 301, yes: 226 },
} as const

/** The story of a small or a great matter, each step by whoever takes it in a village, as acts in time. */
function storyOf(matter: GreatMatter, now: number): Act[] {
  const { key, plan, budget, from, matterClass, code, ends } = matter
  const ago = stations(matter)
  const acts: Act[] = []
  const on = (state: State, does: Do, hour: number, later = 0) => {
    const days = ago.get(state)
    if (days !== undefined)
      acts.push({
        at: startOf(addDays(dayOf(now), later - days)) + hour * 3_600_000,
        matter: key,
        does: async hands => {
          await does(hands)
        },
      })
  }
  const collective = isCollectiveClass(matterClass)
  const body = collective ? 'CMA' : matterClass === 'G1' ? 'VG_PERSON' : 'VA_HOUSEHOLD'
  const turnout = turnouts[body]
  const minutes = (who: string) => `${who}，村委会二楼会议室，主持人宣读《${matter.title}》的方案，逐条议过，记录当场读给大家听，签名确认。`
  const plans = { planText: plan, budgetTotal: budget, fundingSource: from }
  const board = (state: State, last: State) => {
    on(
      state,
      async ({ step, photo }) => step('moderator', key, 'board_first', { boardPhotoFirst: [await photo('moderator', 'board_first')] }),
      state === 'resolution_posting' ? 23 : 11,
    )
    on(
      last,
      async ({ step, photo }) => {
        await step('moderator', key, 'board_last', { boardPhotoLast: [await photo('moderator', 'board_last')] })
        await step('supervisor2', key, 'certify_posting', { postingCertified: true })
      },
      9,
    )
  }

  on(
    'screening',
    ({ do: ask }) =>
      ask(matter.by, 'topic.raise', {
        id: topicId(key),
        title: matter.title,
        what: matter.what,
        where: matter.where,
        affected: matter.affected,
        suggestion: plan,
        category: matter.category,
        photoIds: [],
        showName: true,
      }),
    8.5,
  )
  on('topic_review', ({ step }) => step('moderator', key, 'accept', {}), 9.2)
  on(
    'classified',
    async ({ step, confirm, personOf }) => {
      await step('secretary', key, 'classify', {
        matterClass,
        classReason: matterClass === 'L3' ? '一个人跑一趟就办好。' : '动大家的钱和地，法律规定要由会议定。',
        affectedGroups: ['12'],
        lead: personOf('committee').id,
        ...(code ? { matterCode: code } : {}),
      })
      await confirm('supervisor', key)
    },
    10.1,
  )

  on('quick_registered', ({ step }) => step('committee', key, 'enter_quick', { powerCode: '无' }), 9.4)
  on('quick_assigned', ({ step, personOf }) => step('committee', key, 'assign', { worker: personOf('grid').id }), 10.4)
  on(
    'quick_done',
    async ({ step, photo }) => step('grid', key, 'do_it', { doneNote: plan, photosAfter: [await photo('grid', matter.scene)] }),
    16.4,
  )
  on('quick_closed', ({ step }) => step(matter.by, key, 'agree_done', {}), 19.4)

  on('party_proposal', ({ step }) => step('committee', key, 'enter_major', {}), 11.3)
  on(
    'two_committees',
    async ({ step, photo }) =>
      step('secretary', key, 'propose', {
        origin: 'villagers',
        need: matter.what,
        ...plans,
        risks: '按规定招标、留痕、公开，分段验收。',
        pcmMembers: 5,
        pcmPresent: 5,
        pcmYes: 5,
        pcmMinutes: minutes('党组织委员五人全到'),
        pcmSigned: [await photo('secretary', 'board_first')],
      }),
    20.1,
  )
  on(
    'legality_review',
    async ({ step, photo }) =>
      step('committee', key, 'agree_plan', {
        ...plans,
        tcmMembers: 11,
        tcmPresent: 10,
        tcmYes: 9,
        tcmMinutes: minutes('两委成员十一人，到十人'),
        tcmSigned: [await photo('committee', 'board_first')],
        conflictsAsked: true,
      }),
    20.4,
  )
  on(
    'party_members',
    ({ step }) =>
      step('adviser', key, 'review_lawful', {
        checklist: Object.keys(fields.checklist.items).map(
          item => `${item}=${item === 'land' || item === 'term' || item === 'delegation' ? 'na' : 'ok'}`,
        ),
        opinionReasons: '方案写清了钱从哪里来、由谁定，没有侵犯村民权利的内容。',
        opinionArticles: '村民委员会组织法第二十八条、第三十一条',
        riskLevel: 'low',
      }),
    15.2,
  )
  on(
    collective ? 'town_report' : 'noticing',
    async ({ step, photo }) =>
      step('party', key, collective ? 'party_members_to_town' : 'party_members_agree', {
        pmmShouldAttend: 86,
        pmmPresent: 63,
        pmmYes: 58,
        pmmNo: 2,
        pmmAbstain: 3,
        pmmMinutes: minutes('党员应到八十六人，实到六十三人'),
        pmmSigned: [await photo('party', 'board_first')],
      }),
    11.4,
  )
  if (collective)
    on(
      'noticing',
      ({ step }) =>
        step('town', key, 'town_answers', {
          townReply: '已收到，没有意见。请按三资管理规定公开办理。',
          townReplyNo: '示范镇复〔2026〕7 号',
        }),
      12.1,
    )

  const meetingAfter = rests.noticing ?? 0
  const host = collective ? 'board' : 'committee'
  on(
    'noticing',
    async ({ step, personOf, photo, ports }) =>
      step(host, key, 'give_notice', {
        body,
        meetingDay: addDays(dayOf(ports.clock.now()), meetingAfter),
        meetingTime: '19:30',
        meetingPlace: '文化中心广场',
        agenda: '一、读方案；二、回答提问；三、表决；四、当场计票公布',
        rollSize: turnout.roll,
        scrutineer: personOf('supervisor2').id,
        teller: personOf('recorder').id,
        noticePhoto: [await photo(host, 'board_first')],
        noticeAlso: ['broadcast', 'phone'],
        documentsReady: true,
        paperReady: true,
      }),
    16.2,
  )
  if (ends !== 'noticing') meet()
  after()
  return acts

  function meet(): void {
    const present = ends === 'quorum_failed' ? Math.floor(turnout.roll * 0.4) : turnout.present
    const yes = ends === 'not_passed' ? Math.floor(turnout.present * 0.4) : turnout.yes
    const held = (does: Do, hour: number) => on('noticing', does, hour, meetingAfter)
    held(({ step }) => step('moderator', key, 'open_assembly', {}), 19.55)
    held(
      async ({ step, photo }) =>
        step('moderator', key, 'open_vote', {
          presentHall: present,
          presentOnline: 0,
          presentProxy: 0,
          checkInSheet: [await photo('moderator', 'board_first')],
          textRead: true,
        }),
      19.9,
    )
    if (ends === 'quorum_failed') return
    held(({ step }) => step('moderator', key, 'close_vote', {}), 20.8)
    held(
      async ({ step, photo, personOf, ports }) =>
        step('recorder', key, 'announce', {
          lateArrivals: 0,
          votesYes: yes,
          votesNo: present - yes - 16,
          votesAbstain: 9,
          votesInvalid: 4,
          votesUnreturned: 3,
          tallySheet: [await photo('recorder', 'board_first')],
          assemblyMinutes: minutes(`应到 ${turnout.roll}，实到 ${present}`),
          resolutionText: plan,
          implementer: personOf('committee').id,
          finishBy: addDays(dayOf(ports.clock.now()), 70),
        }),
      21.4,
    )
    held(({ confirm }) => confirm('supervisor2', key), 21.7)
  }

  function after(): void {
    board('resolution_posting', 'major_implementing')
    if (filingOf(code) !== null)
      on(
        'resolution_posting',
        async ({ step, photo }) =>
          step(host, key, 'file', { filingReceipt: [await photo(host, 'board_first')], filingNo: '示范备 2026-19' }),
        10,
        2,
      )
    if (ends === 'major_implementing')
      on(
        'major_implementing',
        async ({ step, photo }) =>
          step('committee', key, 'report_progress', {
            progressNote: '材料进场，先做东边一段。',
            percent: 35,
            photos: [await photo('committee', matter.scene)],
          }),
        16,
        8,
      )
    if (ends === 'suspended' || ends === 'annulled')
      on(
        ends === 'suspended' ? 'major_implementing' : 'resolution_posting',
        async ({ step, photo }) =>
          step('town', key, ends === 'suspended' ? 'suspend' : 'annul', {
            orderNo: '示范镇函〔2026〕12 号',
            orderDoc: [await photo('town', 'board_first')],
            explanation: matter.order ?? '',
          }),
        15,
        turnedAfter,
      )
    on(
      'major_result_posting',
      async ({ step, photo, personOf, confirm }) => {
        await step('committee', key, 'finish_major', {
          accepted: true,
          witness: personOf('representative').id,
          finalAccount: Math.round(budget * 0.96),
          accounts: [await photo('committee', 'board_first')],
          photosAfter: [await photo('committee', matter.scene)],
        })
        await confirm('supervisor', key)
      },
      9.6,
    )
    board('major_result_posting', 'major_evaluating')
    on(
      'major_evaluating',
      async ({ do: ask, ports }) => {
        // Time asks for the stars as soon as the posting is over; those it concerns give theirs.
        const topic = await ports.store.get('topics', topicId(key))
        if (topic?.state === 'major_evaluating')
          await ask(matter.by, 'rating.give', { id: topicId(key), stars: 5, axes: { result: 5 }, words: '' })
      },
      20,
      1,
    )
    // The look back is written a month before it is due; its report hangs fifteen days, and the file is closed.
    on(
      'post_evaluation',
      ({ step }) =>
        step('supervisor', key, 'file_evaluation', {
          goalsMet: '不再漫污水，管道通畅。',
          benefits: '老街和三巷一样受益，没有纠纷。',
          lessons: '开挖前应该先通知商户。',
          evaluators: '监督委员和三名没有参与实施的代表',
          recommendation: 'keep',
        }),
      10,
      170,
    )
  }
}

export const greatStories = (now: number): readonly Act[] => greatMatters.flatMap(matter => storyOf(matter, now))
