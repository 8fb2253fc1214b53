import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'

// `npm run build:cloud`: one folder per function, complete in one file, nothing to install in the cloud.
const root = path.resolve(import.meta.dirname, '..')
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
const mostBytes = 1_300_000

// Which functions there are, what of WeChat's they may ask, and the timer: `config/console/functions.json`, which the console is checked against too.
// A timer may fire twice: a sweep that has nothing to do does nothing.
const { functions } = JSON.parse(await readFile(path.join(root, 'config/console/functions.json'), 'utf8'))

/** What the SDK asks for at its start and needs only when storage answers an upload in XML: asked for then. */
const neededLate = [
  { of: 'dist/storage/index.js', needs: [['const xml2js_1 = require("xml2js");', 'const xml2js_1 = { get parseString() { return require("xml2js").parseString; } };']] },
]

/**
 * What the SDK can do and the village never asks for; asked for, it would throw: AI models (the first two), data models and MySQL, tickets
 * for a login of one's own, and writing XML, where only reading it is needed.
 */
const neverAsked = /^(@cloudbase\/(ai|app|wx-cloud-client-sdk)|jsonwebtoken|xmlbuilder)$/
const kindsOfFiles = /^(image\/(jpeg|png|gif|webp)|text\/plain|multipart\/form-data|application\/(json|octet-stream))$/

/**
 * What is brought along and not needed would be a third of every cold start: besides what is never asked, a copy of the streams that Node 16
 * has itself, and two tables of every file kind known to man. Of the calendar only the lunar part is asked, and of its published table
 * only which days stand in it.
 */
const withoutBallast = {
  name: 'without-ballast',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: neverAsked }, () => ({ path: 'empty', namespace: 'empty' }))
    onLoad({ filter: /./, namespace: 'empty' }, () => ({ contents: 'module.exports = {}', loader: 'js' }))
    onResolve({ filter: /^web-streams-polyfill$/ }, () => ({ path: 'stream/web', external: true }))
    onResolve({ filter: /^chinese-days$/ }, () => ({ path: path.join(root, 'node_modules/chinese-days/src/solar_lunar/index.ts') }))
    onLoad({ filter: /@cloudbase[\\/]node-sdk[\\/]dist[\\/].*\.js$/ }, async ({ path: file }) => {
      const row = neededLate.find(({ of }) => file.endsWith(path.normalize(of)))
      if (!row) return undefined
      const source = await readFile(file, 'utf8')
      const patched = row.needs.reduce((text, [eager, lazy]) => text.replace(eager, lazy), source)
      if (row.needs.some(([eager]) => !source.includes(eager))) throw new Error(`${file} asks for its parts in another way now`)
      return { contents: patched, loader: 'js' }
    })
    onLoad({ filter: /mime-db[\\/]db\.json$/ }, async ({ path: file }) => {
      const kinds = Object.entries(JSON.parse(await readFile(file, 'utf8'))).filter(([kind]) => kindsOfFiles.test(kind))
      return { contents: JSON.stringify(Object.fromEntries(kinds)), loader: 'json' }
    })
    onLoad({ filter: /chinese-days[\\/]dist[\\/]chinese-days\.json$/ }, async ({ path: file }) => {
      const { holidays, workdays } = JSON.parse(await readFile(file, 'utf8'))
      const days = table => Object.fromEntries(Object.keys(table).map(day => [day, '']))
      return { contents: JSON.stringify({ holidays: days(holidays), workdays: days(workdays) }), loader: 'json' }
    })
  },
}

const out = path.join(root, 'dist', 'cloudfunctions')
await rm(out, { recursive: true, force: true })
for (const { name, permissions, triggers } of functions) {
  const folder = path.join(out, name)
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'index.js')
  // ASCII output on purpose: one Chinese character makes V8 keep, and read, the whole file in two bytes a character.
  await build({
    entryPoints: [path.join(root, 'cloudfunctions', name, 'index.ts')], outfile: file, bundle: true, platform: 'node', target: 'node16', format: 'cjs', mainFields: ['module', 'main'],
    alias: { '@': path.join(root, 'src') }, minify: true, legalComments: 'none', logLevel: 'error', define: { 'process.env.NODE_ENV': '"production"' }, plugins: [withoutBallast],
  })
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify({ name, version, private: true, main: 'index.js', dependencies: {} }, null, 2)}\n`)
  await writeFile(path.join(folder, 'config.json'), `${JSON.stringify({ permissions, triggers }, null, 2)}\n`)
  const { size } = await stat(file)
  console.log(`dist/cloudfunctions/${name}  ${(size / 1000).toFixed(0)} KB`)
  if (size > mostBytes) throw new Error(`${name} is larger than ${mostBytes} bytes: its cold start would be slow`)
}
