import * as v from 'valibot'
import { guardNames } from '@/domain/procedure/guards/words'
import { staff } from '@/domain/resident/people'
import { operation } from '../operation'
import { axes, stars } from './objection'
import {
  basis,
  category,
  count,
  cursor,
  evidence,
  freshKey,
  instant,
  key,
  motionCard,
  next,
  openStep,
  photoIds,
  sessionCard,
  state,
  textRefusals,
  told,
  topicCard,
  topicWords,
  words,
} from '../shapes'

const draftShape = { id: freshKey, ...topicWords, category, photoIds, showName: v.boolean() }
const photoRefusals = ['too-many-photos', 'no-such-photo'] as const

/** Why a step may not be taken: every guard's name among them. */
export const stepRefusals = [
  'no-such-topic',
  'no-such-step',
  'step-not-open',
  'not-your-role',
  'not-the-convener',
  'changed-meanwhile',
  'second-key-same-person',
  'second-key-is-proposer',
  'second-key-is-secretary',
  'second-key-is-scrutineers',
  'conflict-declared',
  ...guardNames,
  'evidence-missing',
  'evidence-unknown',
  'evidence-malformed',
  'no-such-person',
  'content-risky',
  ...photoRefusals,
  ...textRefusals,
] as const

const similar = v.array(v.object({ id: v.string(), title: v.string(), where: v.string(), state, supports: count, supported: v.boolean() }))

/** The step that waits for its second key, for who runs the procedure. */
const pending = v.nullable(
  v.object({ label: v.string(), by: v.string(), confirmedBy: v.string(), at: instant, told: v.array(told), mayConfirm: v.boolean() }),
)

export const topic = {
  'draft.save': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject(draftShape),
    output: v.object({ savedAt: instant }),
    refusals: ['not-your-draft', 'already-raised', 'too-long', 'control-characters', ...photoRefusals],
  }),
  'draft.list': operation({
    kind: 'look',
    who: 'resident',
    input: v.strictObject({}),
    output: v.object({ drafts: v.array(v.object({ ...draftShape, id: v.string(), savedAt: instant })) }),
    refusals: [],
  }),
  'draft.discard': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: freshKey }),
    output: v.object({}),
    refusals: ['not-your-draft'],
  }),
  /** Hands in a topic under its draft's id, or the corrected words of a returned one (`rev` then says which version was read). */
  'topic.raise': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ ...draftShape, id: key, rev: v.optional(count) }),
    output: v.object({ id: v.string(), answerBy: v.nullable(instant) }),
    refusals: ['not-your-draft', 'changed-meanwhile', 'step-not-open', 'resubmission-changed', ...photoRefusals, ...textRefusals],
  }),
  /** Topics still open that sound like these words. */
  'topic.similar': operation({
    kind: 'look',
    who: 'resident',
    input: v.strictObject({ text: words, where: v.optional(words), not: v.optional(key) }),
    output: v.object({ topics: similar }),
    refusals: [],
  }),
  'topic.list': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({ show: v.picklist(['running', 'ended', 'mine', 'supported']), category: v.optional(category), after: cursor }),
    output: v.object({ topics: v.array(topicCard), next, now: instant }),
    refusals: [],
  }),
  'topic.view': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({ id: key }),
    output: v.object({
      now: instant,
      card: topicCard,
      rev: count,
      /** A reader who gets the title and not the words: a passer-by, or of what was never taken in. */
      limited: v.boolean(),
      words: v.object({ what: v.string(), where: v.string(), affected: v.string(), suggestion: v.string() }),
      /** Why its words are put away for this reader: the matter itself goes on. */
      wordsHidden: v.nullable(v.string()),
      mayReport: v.boolean(),
      /** What of it may be reported: its words, and the pictures this reader sees on its pages, others' own. */
      reportWords: v.boolean(),
      reportPhotos: v.array(v.object({ id: v.string(), label: v.string() })),
      photoIds: v.array(v.string()),
      /** Of its pictures, those not looked at yet: only the owner and who runs the procedure see them. */
      photosWaiting: count,
      showName: v.boolean(),
      coAuthors: count,
      origin: v.picklist(['resident', 'collected']),
      voices: count,
      supportsNeeded: count,
      maySupport: v.boolean(),
      parent: v.nullable(v.object({ id: v.string(), title: v.string() })),
      merged: v.array(v.object({ id: v.string(), title: v.string() })),
      /** 下一步: what, who, by when, what is missing, on what it rests. */
      next: v.object({
        what: v.string(),
        who: v.string(),
        by: v.nullable(instant),
        overdue: v.boolean(),
        missing: v.array(v.string()),
        article: v.nullable(v.string()),
        basis,
        /** The step it speaks of: whoever has it among their `steps` takes it from the card. */
        step: v.nullable(v.string()),
        /** Other ends of the same decision, shown beside it and no smaller. */
        ends: v.optional(v.array(v.string())),
        /** Why the step is there, in plain words. */
        why: v.string(),
      }),
      road: v.array(
        v.object({
          name: v.string(),
          says: v.string(),
          at: v.nullable(instant),
          phase: v.picklist(['done', 'now', 'to-come', 'turned']),
          six: v.optional(v.string()),
          side: v.optional(v.boolean()),
        }),
      ),
      steps: v.array(openStep),
      pending,
      /** Why it was returned, refused, merged or transferred, and the way on. */
      answer: v.nullable(v.object({ label: v.string(), told: v.array(told), wayOn: v.string() })),
      session: v.nullable(sessionCard),
      motions: v.array(motionCard),
      decision: v.nullable(
        v.object({
          level: v.string(),
          text: v.string(),
          implementer: v.string(),
          finishBy: v.string(),
          budget: count,
          postedUntil: v.nullable(instant),
          minutes: v.nullable(v.string()),
          views: v.nullable(v.string()),
        }),
      ),
      /** What kind of matter it is, and who alone may decide it. */
      matter: v.nullable(
        v.object({
          class: v.string(),
          reason: v.string(),
          kind: v.nullable(v.object({ name: v.string(), says: v.string(), decidedBy: v.string(), article: v.string(), basis })),
        }),
      ),
      /** The text that is to be voted on; a collective's money only to who may know it. */
      plan: v.nullable(v.object({ text: v.string(), budget: v.nullable(count), source: v.string() })),
      /**
       * 议一 to 议四 as far as their numbers are told, each judgement with its arithmetic and article; what was written there only for who may
       * read it.
       */
      meetings: v.array(
        v.object({
          name: v.string(),
          outcome: v.nullable(v.picklist(['passed', 'not_passed', 'quorum_failed'])),
          all: count,
          present: count,
          yes: v.nullable(count),
          against: v.nullable(count),
          abstain: v.nullable(count),
          explain: v.array(v.string()),
          told: v.array(told),
        }),
      ),
      /** How the legality review came out; why, for who may read it. `changedSince`: the text is another by now. */
      review: v.nullable(v.object({ at: instant, conclusion: v.string(), changedSince: v.boolean(), told: v.array(told) })),
      townReport: v.nullable(v.object({ at: instant, gist: v.string() })),
      progress: v.array(v.object({ at: instant, note: v.string(), percent: count, photoIds: v.array(v.string()) })),
      resultShown: v.nullable(v.object({ cost: count, photoIds: v.array(v.string()) })),
      opinions: v.array(v.object({ collector: v.string(), words: v.string(), voices: count, at: instant })),
      opinionVoices: count,
      discussion: v.object({ round: count, comments: count, until: v.nullable(instant), open: v.boolean() }),
      rating: v.nullable(
        v.object({
          open: v.boolean(),
          mine: v.nullable(v.object({ stars, axes, words: v.string() })),
          raters: count,
          average: v.nullable(v.number()),
          satisfiedPercent: v.nullable(count),
          axes: v.array(v.object({ label: v.string(), average: v.number() })),
          /** What raters wrote, without names and in no order of time; like every sum only once five have rated. */
          words: v.array(v.string()),
        }),
      ),
      objection: v.nullable(v.object({ open: v.boolean(), until: instant, waiting: count })),
      objections: v.array(
        v.object({
          id: v.string(),
          reason: v.string(),
          at: instant,
          answer: v.nullable(v.string()),
          upheld: v.nullable(v.boolean()),
          mayAnswer: v.boolean(),
        }),
      ),
      journal: v.array(v.object({ n: count, at: instant, said: v.string(), by: v.string() })),
      boardCode: v.string(),
      /** 一事一档: how many pieces its road has asked for so far are missing; 0 is 档案齐全. */
      fileLacks: count,
      /** 联名: what to say of it and lead to; null: none, and none may begin. */
      petition: v.optional(v.nullable(v.object({ title: v.string(), line: v.string() }))),
      /** What this reader wrote here beside the talk and others do not see: why, and whether it can be looked at again. */
      putAway: v.array(v.object({ id: v.string(), text: v.string(), why: v.string(), mayAppeal: v.boolean() })),
      /** Notices of it whose reach ledger this reader may open, newest first. */
      ledgers: v.array(v.object({ noticeId: v.string(), title: v.string(), at: instant })),
      may: v.object({ putMotion: v.boolean(), collect: v.boolean(), edit: v.boolean() }),
    }),
    refusals: ['no-such-topic'],
  }),
  'topic.support': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: key }),
    output: v.object({ supports: count }),
    refusals: ['no-such-topic', 'support-closed'],
  }),
  'topic.unsupport': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: key }),
    output: v.object({ supports: count }),
    refusals: ['no-such-topic', 'support-closed'],
  }),
  /** The form of one step with what is known already, and no more of its topic than the form shows. */
  'step.form': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({
      id: key,
      /** Left out by who comes for the step that waits for its second key. */
      step: v.optional(v.pipe(v.string(), v.maxLength(40))),
      /** The version it was sent at, where no answer came. */
      since: v.optional(count),
    }),
    output: v.object({
      id: v.string(),
      now: instant,
      rev: count,
      title: v.string(),
      where: v.string(),
      state,
      /** The text that is to be voted on, for who may read it. */
      plan: v.nullable(v.string()),
      /** What the matter waits for now. */
      next: v.string(),
      /** Null: it is not this reader's to take now. */
      step: v.nullable(openStep),
      pending,
      /** Whether the step is on record since `since`. */
      arrived: v.nullable(v.picklist(['taken', 'proposed'])),
    }),
    refusals: ['no-such-topic'],
  }),
  /** Takes a step of the table, or lays it before its second key. `rev` is the version the person saw. */
  'topic.step': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: key, rev: count, step: v.pipe(v.string(), v.maxLength(40)), evidence }),
    output: v.object({ taken: v.boolean(), state }),
    refusals: stepRefusals,
  }),
  /**
   * The same parsing and the same guards as the step itself, and nothing is written: what still stands against it, how its numbers are
   * judged, and what would be recorded.
   */
  'topic.tryStep': operation({
    kind: 'look',
    who: 'resident',
    leastAge: 16,
    input: v.strictObject({ id: key, step: v.pipe(v.string(), v.maxLength(40)), evidence }),
    output: v.object({ missing: v.array(v.string()), judged: v.array(v.string()), against: v.boolean(), becomes: v.nullable(v.string()) }),
    refusals: ['no-such-topic', 'no-such-step', 'step-not-open'],
  }),
  /** The second key: agrees, or hands it back with a note. */
  'topic.confirm': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: key, rev: count, agrees: v.boolean(), note: words }),
    output: v.object({ taken: v.boolean(), state }),
    refusals: stepRefusals,
  }),
  /** People a field of a form may name. */
  'people.inOffice': operation({
    kind: 'look',
    who: staff,
    input: v.strictObject({}),
    output: v.object({ people: v.array(v.object({ id: v.string(), name: v.string(), roles: v.array(v.string()) })) }),
    refusals: [],
  }),
}
