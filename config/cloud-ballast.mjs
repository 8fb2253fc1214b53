import { readFile } from 'node:fs/promises'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

/** Modules the SDK loads at its start and needs only when storage answers an upload in XML; they are loaded at that moment instead. */
const neededLate = [
  {
    of: 'dist/storage/index.js',
    needs: [['const xml2js_1 = require("xml2js");', 'const xml2js_1 = { get parseString() { return require("xml2js").parseString; } };']],
  },
]

/**
 * What the SDK can do and the village never asks for; asked for, it would throw: AI models (the first two), data models and MySQL, tickets
 * for a login of one's own, and writing XML, where only reading it is needed.
 */
const neverAsked = /^(@cloudbase\/(ai|app|wx-cloud-client-sdk)|jsonwebtoken|xmlbuilder)$/
const kindsOfFiles = /^(image\/(jpeg|png|gif|webp)|text\/plain|multipart\/form-data|application\/(json|octet-stream))$/

/**
 * Leaves out of the bundles what would be a third of every cold start and is never used: the modules above, a copy of the streams that
 * Node 16 has itself, and two tables of all file kinds. Of the calendar package only the lunar part stays, and of its published table only
 * which days stand in it.
 */
export const withoutBallast = {
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
