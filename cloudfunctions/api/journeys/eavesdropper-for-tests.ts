/**
 * What somebody holding everything could try to find out: who chose what. Every way it knows is an order of the voters laid beside an order
 * of the ballots.
 */
export interface Order {
  readonly name: string
  readonly ids: readonly string[]
}

/** Ids in the order in which they stand in some bytes: at their first, second, third … place, since a row and its indexes each have one. */
export function ordersInBytes(name: string, bytes: Buffer, needles: ReadonlyMap<string, string>): Order[] {
  const places = new Map<string, number[]>()
  for (const [id, needle] of needles) {
    const found: number[] = []
    for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) found.push(at)
    places.set(id, found)
  }
  const most = Math.max(...[...places.values()].map(found => found.length))
  const nth = (which: string, of: (found: readonly number[]) => number | undefined): Order[] => {
    const seen = [...places].flatMap(([id, found]) => {
      const at = of(found)
      return at === undefined ? [] : [[at, id] as const]
    })
    return seen.length < needles.size ? [] : [{ name: `${name}, ${which}`, ids: seen.sort(([a], [b]) => a - b).map(([, id]) => id) }]
  }
  return [
    ...Array.from({ length: most }, (_, n) => nth(`place ${n + 1}`, found => found[n])).flat(),
    ...nth('last place', found => found.at(-1)),
  ]
}

/** Ids in the order of every value that any row naming them holds. */
export function ordersInRows(table: string, rows: readonly object[], owners: ReadonlyMap<string, readonly string[]>): Order[] {
  const values = new Map<string, Map<string, string | number>>()
  const texts = rows.map(row => ({ row, text: JSON.stringify(row) }))
  for (const [id, names] of owners) {
    for (const { row } of texts.filter(({ text }) => names.some(name => text.includes(`"${name}"`)))) {
      for (const [field, value] of Object.entries(row) as [string, unknown][]) {
        if (typeof value !== 'number' && typeof value !== 'string') continue
        const held = values.get(field) ?? new Map<string, string | number>()
        values.set(field, held)
        if (!held.has(id)) held.set(id, value)
      }
    }
  }
  return [...values].flatMap(([field, held]) =>
    held.size < owners.size || new Set(held.values()).size < owners.size / 2
      ? []
      : [
          {
            name: `${table}.${field}`,
            ids: [...held].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([id]) => id),
          },
        ],
  )
}

export interface Attempt {
  readonly name: string
  readonly rightChoices: number
  readonly rightBallots: number
  /** How far from chance the right choices are, in standard deviations. */
  readonly z: number
}

/** Every order of voters beside every order of ballots, forwards and backwards: how many choices, and how many ballots, it gets right. */
export function attempts(
  voters: readonly Order[],
  ballots: readonly Order[],
  truth: ReadonlyMap<string, string>,
  choiceOf: ReadonlyMap<string, string>,
): Attempt[] {
  const n = truth.size,
    chosen = [...choiceOf.values()],
    kinds = [...new Set(chosen)].map(kind => chosen.filter(choice => choice === kind).length)
  // Of a matching drawn at random: hits of one kind are hypergeometric; the kinds together have this mean and, for two kinds, twice one's
  // deviation.
  const mean = kinds.reduce((sum, many) => sum + (many * many) / n, 0)
  const [a = 0, b = 0] = kinds,
    deviation = 2 * Math.sqrt((a * a * b * b) / (n * n * (n - 1)))
  return voters.flatMap(of =>
    ballots.flatMap(beside =>
      [beside, { name: `${beside.name} backwards`, ids: [...beside.ids].reverse() }].map(({ name, ids }): Attempt => {
        let rightChoices = 0,
          rightBallots = 0
        for (const [at, voter] of of.ids.entries()) {
          const guess = ids[at] ?? '',
            real = truth.get(voter) ?? ''
          if (guess === real) rightBallots += 1
          if (choiceOf.get(guess) === choiceOf.get(real)) rightChoices += 1
        }
        return { name: `${of.name} ~ ${name}`, rightChoices, rightBallots, z: (rightChoices - mean) / deviation }
      }),
    ),
  )
}
