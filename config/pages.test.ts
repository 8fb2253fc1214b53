import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const src = path.resolve(import.meta.dirname, '../src')
const read = (file: string): string => readFileSync(path.join(src, file), 'utf8')

/** The pages that stand as files, each with its `.config.ts` beside it. */
const files = readdirSync(path.join(src, 'pages'), { recursive: true, encoding: 'utf8' }).map(name => name.split(path.sep).join('/'))
const ending = (end: string): string[] =>
  files
    .filter(name => name.endsWith(end))
    .map(name => name.slice(0, -end.length))
    .sort()
/** Those the app is told of: 「pages: [..]」 alone, and under a root. */
const declared = [...read('app.config.ts').matchAll(/(?:root: 'pages\/(\w+)', )?pages: \[([^\]]*)\]/g)]
  .flatMap(([, root, names = '']) => [...names.matchAll(/'([^']+)'/g)].map(([, name = '']) => (root ? `${root}/${name}` : name.slice(6))))
  .sort()
/** Those one can be sent to, besides the tabs. */
const named = [...read('platform/screen/navigation.ts').matchAll(/^ {2}'(\w+\/\w+)':/gm)].map(([, name = '']) => name)

test('a page that stands as a file is declared and has its title, and one that is not a tab can be opened', () => {
  expect(ending('.tsx')).toEqual(declared)
  expect(ending('.config.ts')).toEqual(declared)
  const tabs = ['home', 'topics', 'sessions', 'notices', 'me'].map(tab => `${tab}/index`)
  expect([...tabs, ...named].sort()).toEqual(declared)
})

test('some screen leads to every page that is no tab', () => {
  const screens = readdirSync(path.join(src, 'features'), { recursive: true, encoding: 'utf8' })
    .filter(name => /(?<!\.test)\.tsx?$/.test(name))
    .map(name => read(`features/${name}`))
    .join('\n')
  expect(named.filter(name => !screens.includes(`'${name}'`))).toEqual([])
})
