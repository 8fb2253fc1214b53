import type { Composed, MakeUp } from '../../law/composition'
import type { PlaceFacts } from '../../law/competence'
import type { Delegation } from '../../law/delegation'
import type { OrgKind } from '../../law/rule-sets'
import type { Topic } from '../../topic/topic'
import { kindOf, type Org } from '../../village/org'

/** What a village has chosen or granted that a step may hang on. */
export interface VillageFacts extends PlaceFacts {
  readonly kind: OrgKind
  /** Reading a: the members' assembly is the fourth deliberation; reading b: it follows as a fifth (procedures §2.3-2). */
  readonly collectiveSequence: 'replace_fourth' | 'additional_fifth'
  /** The town hears of the village's own major matters too. */
  readonly townReportForVillage: boolean
  /** The by-law that lets an assembly count who votes online. */
  readonly onlineByLaw?: string | null
  /** The make-up of its representatives' bodies, where it is recorded. */
  readonly makeUps?: { readonly [Body in Composed]?: MakeUp }
}

/** What the engine is told of the world; whoever calls has looked it up. */
export interface Facts {
  readonly now: number
  readonly supports: number
  /** Someone whose office needs no support raised it (procedures §3.3). */
  readonly authorNeedsNoSupport: boolean
  readonly supportsNeeded: number
  readonly session: {
    readonly startsAt: number
    readonly present: number
    /** Those directly concerned who were asked to come; 0 where nobody counted them. */
    readonly stakeholders: number
    readonly hostPresent: boolean
    readonly recorderPresent: boolean
  } | null
  /** Who has checked in to the meeting that is open, where it has a ballot box. */
  readonly arrived?: { readonly presentHall: number; readonly presentOnline: number; readonly presentProxy: number } | null
  /** The topic this one is to be merged into still goes on. */
  readonly parentOpen: boolean
  readonly changed: boolean
  readonly village: VillageFacts
  /** Everything its road asks for is in the file (一事一档). */
  readonly fileComplete: boolean
}

/** A topic goes on in the order it began with; who may decide what is asked of the village as it is today. */
export const villageFacts = (org: Org, topic: Pick<Topic, 'switches'>, delegations: readonly Delegation[] = []): VillageFacts => {
  const order = topic.switches ?? org.switches
  return {
    kind: kindOf(org),
    collectiveSequence: order?.collectiveSequence ?? 'replace_fourth',
    townReportForVillage: order?.townReportForVillage ?? false,
    charterGives: org.switches?.charterGives ?? [],
    committeeActsAsCollective: org.switches?.committeeActsAsCollective ?? false,
    delegations,
    makeUps: org.makeUps ?? {},
    onlineByLaw: org.onlineVoteByLaw,
  }
}
