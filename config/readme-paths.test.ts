import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')

/** Words that look like a path and name no file of the repository. */
const noFile: readonly string[] = [
  // Made by running and building
  ...['.data/', '.data/files', 'DATA_DIR/vault.key', 'clock.json'],
  ...['dist/', 'dist/weapp', 'dist/h5', 'dist/cloudfunctions/{api,tick,callback}'],
  // What a village's export looks like
  ...['COLLECTION.json', 'photos/ID'],
  // An address of the server, packages, and how any component's files are called
  ...['/healthz', '@tarojs/taro', '@tarojs/components', 'name/name.tsx', 'name.module.scss'],
]

const filesUnder = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)))
const inRoot = readdirSync(root, { withFileTypes: true }).flatMap(entry => (entry.isFile() ? [entry.name] : []))
const files = [...inRoot, ...['.github', 'cloudfunctions', 'config', 'src'].flatMap(filesUnder)]

/** Every file, every folder that holds one, and a source file's name without its ending, as imports write it. */
const there = new Set<string>()
for (const file of files) {
  there.add(file.replace(/\.(tsx?|mjs|js)$/, ''))
  for (let place = file; place !== '.'; place = path.dirname(place)) there.add(place)
}

/** A word in backticks is a path where it has a slash or ends as a file does. */
const looksLikePath = (word: string): boolean =>
  /^[\w./@{},*-]+$/.test(word) && /\/|\.(tsx?|mjs|json|md|scss|js)$/.test(word) && !noFile.includes(word)

function isThere(place: string): boolean {
  if (!place.includes('*')) return there.has(place.replace(/\/$/, ''))
  const pattern = new RegExp(`^${place.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`)
  return files.some(file => pattern.test(file))
}

/**
 * The paths of a README that lead nowhere. A path counts from the README's own folder, from the root, from `src`, or from a folder that
 * its line or the heading above has named: a row of a table need not repeat its folder.
 */
function leadingNowhere(readme: string): readonly string[] {
  const lost: string[] = []
  let ofHeading: readonly string[] = []
  for (const [n, line] of readFileSync(path.join(root, readme), 'utf8').split('\n').entries()) {
    const isHeading = line.startsWith('#')
    const from = [path.dirname(readme), '.', 'src', ...(isHeading ? [] : ofHeading)]
    const usual = from.length
    for (const [, word = ''] of line.matchAll(/`([^`]+)`/g)) {
      if (!looksLikePath(word)) continue
      const found = from.map(folder => path.join(folder, word)).find(isThere)
      if (found === undefined) lost.push(`${readme}:${n + 1}: ${word}`)
      else if (word.endsWith('/')) from.push(found)
    }
    if (isHeading) ofHeading = from.slice(usual)
  }
  return lost
}

test('every path that a README names is there', () => {
  const readmes = files.filter(file => path.basename(file) === 'README.md' || /^\.github\/.*\.md$/.test(file))

  expect(readmes.length).toBeGreaterThan(20)
  expect(readmes.flatMap(leadingNowhere)).toEqual([])
})
