import { ballotCost } from './ballot-cost'
import { callBudget } from './call-budget'
import { castRatio } from './cast-ratio'
import { city } from './city'
import { coldStarts } from './cold-starts'
import { counted } from './counting'
import type { Bench, Figure, Place } from './figure'
import { house } from './house'
import { firstLoad } from './first-load'
import { lastHour } from './last-hour'
import { listPage } from './list-page'
import { noticeToBallot } from './notice-to-ballot'
import { settling } from './settling'
import { sheetImport } from './sheet-import'
import { startTime } from './start-time'
import { topicList } from './topic-list'
import { verifying } from './verifying'
import { weappWeights } from './weapp-weights'

/** Every bench by its name; its figures carry the name in front. */
const benches: Readonly<Record<string, Bench>> = {
  weapp: weappWeights,
  h5: firstLoad,
  functions: coldStarts,
  'list-page': listPage,
  'notice-to-ballot': noticeToBallot,
  ballot: ballotCost,
  cast: castRatio,
  'topic-list': topicList,
  'last-hour': lastHour,
  count: counted,
  settle: settling,
  verify: verifying,
  city: city,
  xlsx: sheetImport,
  start: startTime,
  calls: callBudget,
  house,
}

export async function measure(asked: string | undefined, place: Place): Promise<Record<string, Figure>> {
  const figures: Record<string, Figure> = {}
  const chosen = Object.entries(benches).filter(([name]) => asked === undefined || asked === name || asked.startsWith(`${name}.`))
  if (chosen.length === 0) throw new Error(`no bench ${asked}; there are: ${Object.keys(benches).join(', ')}`)
  for (const [name, bench] of chosen) {
    const begun = performance.now()
    for (const [part, figure] of Object.entries(await bench(place))) {
      const full = `${name}.${part}`
      if (asked !== undefined && asked !== name && asked !== full) continue
      figures[full] = figure
      process.stderr.write(
        `${figure.holds ? '✓' : '✗'} ${full}: ${figure.value} ${figure.unit ?? ''} (` +
          `${figure.exactly ? 'exactly' : 'at most'} ${figure.budget})\n`,
      )
    }
    process.stderr.write(`  ${name} took ${((performance.now() - begun) / 1000).toFixed(1)} s\n`)
  }
  return figures
}
