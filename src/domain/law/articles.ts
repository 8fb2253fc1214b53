import { laws, type LawId } from './laws'

/** Where something stands: 「第三十条」, several joined by 、; empty where the whole text is meant. */
interface Place {
  readonly law: LawId
  readonly number: string
}

/**
 * Every article that a rule, a setting, a matter, a step or a refusal rests on, by what is wanted of it: one article may stand here twice,
 * for its notice and for its petition. What each wants in plain words is in `wants.ts`, which no page loads.
 */
// biome-ignore format: a row a line
export const articles = {
  'village.whole': { law: 'villages-2025', number: '' },
  'village.6': { law: 'villages-2025', number: '第六条' },
  'village.8': { law: 'villages-2025', number: '第八条' },
  'village.13-28': { law: 'villages-2025', number: '第十三条、第二十八条' },
  'village.19': { law: 'villages-2025', number: '第十九条' },
  'village.25.notice': { law: 'villages-2025', number: '第二十五条' },
  'village.25.urgent': { law: 'villages-2025', number: '第二十五条' },
  'village.25.petition': { law: 'villages-2025', number: '第二十五条' },
  'village.25-30.petition': { law: 'villages-2025', number: '第二十五条、第三十条' },
  'village.26.person': { law: 'villages-2025', number: '第二十六条' },
  'village.26.household': { law: 'villages-2025', number: '第二十五条、第二十六条' },
  'village.26-30-32': { law: 'villages-2025', number: '第二十六条、第三十条、第三十二条' },
  'village.27': { law: 'villages-2025', number: '第二十七条' },
  'village.27.alone': { law: 'villages-2025', number: '第二十七条' },
  'village.28': { law: 'villages-2025', number: '第二十八条' },
  'village.28.rest': { law: 'villages-2025', number: '第二十八条' },
  'village.28-3': { law: 'villages-2025', number: '第二十八条第三款' },
  'village.28-4': { law: 'villages-2025', number: '第二十八条第四款' },
  'village.29': { law: 'villages-2025', number: '第二十九条' },
  'village.30': { law: 'villages-2025', number: '第三十条' },
  'village.30.petition': { law: 'villages-2025', number: '第三十条' },
  'village.31.by-laws': { law: 'villages-2025', number: '第三十一条' },
  'village.31.filed': { law: 'villages-2025', number: '第三十一条' },
  'village.31.lawful': { law: 'villages-2025', number: '第三十一条' },
  'village.31.corrected': { law: 'villages-2025', number: '第三十一条' },
  'village.32': { law: 'villages-2025', number: '第三十二条' },
  'village.32.matters': { law: 'villages-2025', number: '第三十二条' },
  'village.33': { law: 'villages-2025', number: '第三十三条' },
  'village.33.talk': { law: 'villages-2025', number: '第三十三条' },
  'village.33.outcome': { law: 'villages-2025', number: '第三十三条' },
  'village.33-3': { law: 'villages-2025', number: '第三十三条第三款' },
  'village.34': { law: 'villages-2025', number: '第三十四条' },
  'village.35': { law: 'villages-2025', number: '第三十五条' },
  'village.35.anew': { law: 'villages-2025', number: '第三十五条' },
  'village.39': { law: 'villages-2025', number: '第三十九条' },
  'village.41': { law: 'villages-2025', number: '第四十一条' },
  'village-2018.16': { law: 'villages-2018', number: '第十六条' },
  'village-2018.21.notice': { law: 'villages-2018', number: '第二十一条' },
  'village-2018.21.petition': { law: 'villages-2018', number: '第二十一条' },
  'village-2018.22.person': { law: 'villages-2018', number: '第二十二条' },
  'village-2018.22.household': { law: 'villages-2018', number: '第二十一条、第二十二条' },
  'village-2018.26': { law: 'villages-2018', number: '第二十六条' },
  'village-2018.26.petition': { law: 'villages-2018', number: '第二十六条' },
  'village-2018.28': { law: 'villages-2018', number: '第二十八条' },
  'village-2018.29': { law: 'villages-2018', number: '第二十九条' },
  'community.8': { law: 'communities-2025', number: '第八条' },
  'community.20': { law: 'communities-2025', number: '第二十条' },
  'community.26.notice': { law: 'communities-2025', number: '第二十六条' },
  'community.26.petition': { law: 'communities-2025', number: '第二十六条' },
  'community.26-27': { law: 'communities-2025', number: '第二十六条、第二十七条' },
  'community.26-28.petition': { law: 'communities-2025', number: '第二十六条、第二十八条' },
  'community.28': { law: 'communities-2025', number: '第二十八条' },
  'community.28.petition': { law: 'communities-2025', number: '第二十八条' },
  'community.29': { law: 'communities-2025', number: '第二十九条' },
  'community.30': { law: 'communities-2025', number: '第三十条' },
  'community.30.undo': { law: 'communities-2025', number: '第三十条' },
  'community.32': { law: 'communities-2025', number: '第三十二条' },
  'community.34': { law: 'communities-2025', number: '第三十四条' },
  'community-2018.9': { law: 'communities-2018', number: '第九条' },
  'community-2018.10': { law: 'communities-2018', number: '第十条' },
  'collective.15': { law: 'collectives-2024', number: '第十五条' },
  'collective.15-27': { law: 'collectives-2024', number: '第十五条、第二十七条' },
  'collective.26-28': { law: 'collectives-2024', number: '第二十六条、第二十八条' },
  'collective.26-28.alone': { law: 'collectives-2024', number: '第二十六条、第二十八条' },
  'collective.27.notice': { law: 'collectives-2024', number: '第二十七条' },
  'collective.27': { law: 'collectives-2024', number: '第二十七条' },
  'collective.27-28': { law: 'collectives-2024', number: '第二十七条、第二十八条' },
  'collective.28': { law: 'collectives-2024', number: '第二十八条' },
  'collective.28.made-up': { law: 'collectives-2024', number: '第二十八条' },
  'collective.28.charter': { law: 'collectives-2024', number: '第二十八条' },
  'collective.31': { law: 'collectives-2024', number: '第三十一条' },
  'collective.46': { law: 'collectives-2024', number: '第四十六条' },
  'land-contracts.19-28-52': { law: 'land-contracts-2018', number: '第十九条、第二十八条、第五十二条' },
  'land-contracts.19': { law: 'land-contracts-2018', number: '第十九条' },
  'land-contracts.28': { law: 'land-contracts-2018', number: '第二十八条' },
  'land-contracts.52': { law: 'land-contracts-2018', number: '第五十二条' },
  'land.63': { law: 'land-2019', number: '第六十三条' },
  'party.11': { law: 'party-branches-2018', number: '第十一条' },
  'party.rural.19': { law: 'party-villages-2018', number: '第十九条' },
  'consultation.whole': { law: 'consultation-2015', number: '' },
  'fund-raising.9-10': { law: 'fund-raising-2007', number: '第九条、第十条' },
  'fund-raising.9-10.vote': { law: 'fund-raising-2007', number: '第九条、第十条' },
  'coordination.whole': { law: 'coordination-2013', number: '' },
  'province.supervised': { law: 'guangdong-2022', number: '' },
  'city.town-first': { law: 'zhongshan-2021', number: '' },
  'city.argued': { law: 'zhongshan-argued', number: '' },
  'city.looked-back': { law: 'zhongshan-looked-back', number: '' },
  'custom.own': { law: 'custom', number: '' },
  'custom.own.town-first': { law: 'custom', number: '' },
  'custom.notice.village': { law: 'custom', number: '' },
  'custom.notice.community': { law: 'custom', number: '' },
  'custom.notice.collective': { law: 'custom', number: '' },
  'custom.notice.party': { law: 'custom', number: '' },
  'custom.notice': { law: 'custom', number: '' },
  'custom.posting': { law: 'custom', number: '' },
  'custom.two-committees': { law: 'custom', number: '' },
  'custom.party-committee': { law: 'custom', number: '' },
  'custom.judicial-office': { law: 'custom', number: '' },
  'custom.change': { law: 'custom', number: '' },
  'custom.interest': { law: 'custom', number: '' },
  'custom.objection': { law: 'custom', number: '' },
} as const satisfies Record<string, Place>
export type ArticleId = keyof typeof articles

const placeOf = (id: ArticleId): Place => articles[id]

/** As it is quoted beside a figure: 「村民委员会组织法第三十条」. */
export const citation = (id: ArticleId): string => `${laws[placeOf(id).law].name}${placeOf(id).number}`

/** Several as they are quoted together: the name of a law once, then its articles. */
export function citations(ids: readonly ArticleId[]): string {
  const byLaw = new Map<string, string[]>()
  for (const id of ids) {
    const { name } = laws[placeOf(id).law]
    byLaw.set(name, [...(byLaw.get(name) ?? []), placeOf(id).number])
  }
  return [...byLaw].map(([name, numbers]) => `${name}${[...new Set(numbers)].join('、')}`).join('；')
}
