import type { Org } from '@/domain/village/org'

/** A village that is opened for the first time, as its settings say; afterwards it is what its database says. */
export function orgFrom(env: Readonly<Record<string, string | undefined>>, id: string): Org {
  const name = env.ORG_NAME || '本村'
  const groups = Number(env.ORG_GROUPS || 12)
  if (!Number.isInteger(groups) || groups < 1 || groups > 99)
    throw new Error(`ORG_GROUPS must be a number from 1 to 99, not ${env.ORG_GROUPS}`)
  return {
    id,
    name,
    hall: env.ORG_HALL || `${name}议事厅`,
    hallPlace: env.ORG_HALL_PLACE || '请在村务公开栏查看地址',
    hallPhone: env.ORG_HALL_PHONE || '请在村务公开栏查看电话',
    groups,
    demo: false,
    supportsNeeded: 5,
    officerIds: [],
    // Without a by-law, votes on the phone only advise (procedures §0.2-10).
    onlineVoteByLaw: env.ORG_ONLINE_VOTE_BY_LAW || null,
  }
}
