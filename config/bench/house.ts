import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ESLint } from 'eslint'
import ts from 'typescript'
import tseslint from 'typescript-eslint'
import { importCircles, importGraph } from '../import-graph.mjs'
import { atMost, exactly, type Bench } from './figure'

const edge = 140
const isTest = (file: string): boolean => /\.(test|contract)\.tsx?$|-for-tests\.ts$|\/journeys\/|\/stand-in\//.test(file)
const isShipped = (file: string): boolean =>
  /^(src|cloudfunctions)\//.test(file) && /\.(tsx?|scss)$/.test(file) && !isTest(file) && !file.startsWith('cloudfunctions/local/demo/')
const isSource = (file: string): boolean => /^(src|cloudfunctions|config)\//.test(file) && /\.(tsx?|mjs)$/.test(file)

/** How the house is built: what may not grow crooked again. Read off the tracked files, so that it can be measured at any commit. */
export const house: Bench = async ({ root }) => {
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
  const text = (file: string) => readFileSync(path.join(root, file), 'utf8')
  const sources = files.filter(isSource)
  const wide = sources.flatMap(file => wideLines(file, text(file)))
  const folders = biggestFolders(files)
  const functions = await complexities(root, sources.filter(isShipped))
  const graph = importGraph(root, sources)
  const circles = importCircles(graph)
  const shipped = files.filter(isShipped).reduce((sum, file) => sum + text(file).replace(/\s/g, '').length, 0)
  const rooms = roomShare(graph)
  return {
    'wide-lines': exactly(0, wide.length, 'lines', { widest: wide.sort((a, b) => b.length - a.length).slice(0, 5) }),
    folder: atMost(26, folders[0]?.[1] ?? 0, 'files', { biggest: Object.fromEntries(folders.slice(0, 5)) }),
    complexity: atMost(25, functions[0]?.complexity ?? 0, undefined, { worst: functions.slice(0, 5) }),
    circles: exactly(0, circles.length, undefined, { circles: circles.slice(0, 5) }),
    // Before the rooms were made: 1,813,800 characters, 32 % of the server's imports stayed at home.
    shipped: atMost(1_813_800, shipped, 'characters without white space'),
    strangers: atMost(0.2, rooms.strangers / rooms.all, 'of the server’s imports go to another subject', rooms),
  }
}

/** Lines over the edge that no table of rows excuses: the formatter's own comment says which statements are one. */
function wideLines(file: string, source: string): readonly { readonly at: string; readonly length: number }[] {
  const lines = source.split('\n')
  if (!lines.some(line => line.length > edge)) return []
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const lineOf = (at: number) => parsed.getLineAndCharacterOfPosition(at).line
  const excused = new Set<number>()
  const visit = (node: ts.Node): void => {
    const above = source.slice(node.getFullStart(), node.getStart())
    if (above.includes('biome-ignore format')) {
      for (let line = lineOf(node.getStart()); line <= lineOf(node.getEnd()); line += 1) excused.add(line)
    } else ts.forEachChild(node, visit)
  }
  visit(parsed)
  return lines.flatMap((line, nth) => (line.length > edge && !excused.has(nth) ? [{ at: `${file}:${nth + 1}`, length: line.length }] : []))
}

/** Files a folder of the domain and the server holds, tests not counted. */
function biggestFolders(files: readonly string[]): readonly [string, number][] {
  const sizes = new Map<string, number>()
  for (const file of files) {
    if (!/^(src\/domain|cloudfunctions)\//.test(file) || isTest(file) || !file.endsWith('.ts')) continue
    const folder = path.dirname(file)
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1)
  }
  return [...sizes].sort(([, a], [, b]) => b - a)
}

async function complexities(root: string, files: readonly string[]) {
  const linter = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.ts', '**/*.tsx'],
        languageOptions: { parser: tseslint.parser },
        linterOptions: { reportUnusedDisableDirectives: 'off' },
        rules: { complexity: ['error', { max: 9 }] },
      },
    ],
  })
  const results = await linter.lintFiles(files.filter(file => /\.tsx?$/.test(file)))
  return results
    .flatMap(({ filePath, messages }) =>
      messages.flatMap(({ ruleId, message, line }) =>
        ruleId === 'complexity'
          ? [{ at: `${path.relative(root, filePath)}:${line}`, complexity: Number(/complexity of (\d+)/.exec(message)?.[1] ?? 0) }]
          : [],
      ),
    )
    .sort((a, b) => b.complexity - a.complexity)
}

/**
 * Of what the server's subjects import from one another's floor: how much goes to another subject, and not to their own or to the ground.
 */
function roomShare(graph: ReturnType<typeof importGraph>) {
  const floor = 'cloudfunctions/village/'
  const roomOf = (file: string) => file.slice(floor.length).split('/')[0]
  let all = 0
  let strangers = 0
  for (const [file, targets] of graph) {
    if (!file.startsWith(floor) || isTest(file)) continue
    for (const target of targets) {
      if (!target.startsWith(floor)) continue
      all += 1
      if (roomOf(target) !== roomOf(file) && roomOf(target) !== 'ground') strangers += 1
    }
  }
  return { all, strangers }
}
