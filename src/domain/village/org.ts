import type { Composed, MakeUp } from '../law/composition'
import type { OrgKind } from '../law/rule-sets'
import type { Chosen } from '../law/settings'
import type { Switches } from '../law/switches'

/** A village and what it has chosen; what the law fixes is not here. */
export interface Org {
  readonly id: string
  readonly name: string
  /** A village (村) or a community (社区); what was founded before there were two kinds is a village. */
  readonly kind?: OrgKind
  readonly hall: string
  readonly hallPlace: string
  readonly hallPhone: string
  readonly groups: number
  /** Synthetic data, said on every screen that shows it. */
  readonly demo: boolean
  /** Supports an ordinary topic needs (procedures §3.3). */
  readonly supportsNeeded: number
  /** Who holds an office, so that forms and pages can name them without a search. */
  readonly officerIds: readonly string[]
  /** The by-law that authorises binding online votes; null: online votes only advise (procedures §0.2-10). */
  readonly onlineVoteByLaw: string | null
  /** Days and shares the village chose beside the law; what is not here has its default. */
  readonly chosen?: Chosen
  readonly switches?: Switches
  /** Who sits in its representatives' bodies, by number. */
  readonly makeUps?: { readonly [Body in Composed]?: MakeUp }
}

export const kindOf = (org: Pick<Org, 'kind'>): OrgKind => org.kind ?? 'village'
