import { statSync } from 'node:fs'
import path from 'node:path'
import { pagesOf } from './phone'
import { filesUnder } from './render'

export interface Weights {
  readonly main: number
  readonly subpackages: Readonly<Record<string, number>>
  readonly whole: number
}

/** Bytes of each package as WeChat cuts them: a subpackage is what lies under its root, the main package is all the rest. */
export function weighPackages(dist: string): Weights {
  const subpackages = Object.fromEntries(pagesOf(dist).subpackages.map(({ root }) => [root, 0]))
  let main = 0
  for (const file of filesUnder(dist)) {
    const bytes = statSync(path.join(dist, file)).size
    const root = Object.keys(subpackages).find(root => file.startsWith(`${root}/`))
    if (root === undefined) main += bytes
    else subpackages[root] = (subpackages[root] ?? 0) + bytes
  }
  return { main, subpackages, whole: main + Object.values(subpackages).reduce((sum, bytes) => sum + bytes, 0) }
}
