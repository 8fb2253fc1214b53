import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'

// `npm run build:cloud`: one folder per function, complete in one file, nothing to install in the cloud.
const root = path.resolve(import.meta.dirname, '..')
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
const mostBytes = 1_300_000

const functions = [
  { name: 'api', config: { permissions: { openapi: ['security.msgSecCheck', 'security.mediaCheckAsync'] } } },
  // Seven fields, Beijing time. May fire twice: a sweep that has nothing to do does nothing.
  { name: 'tick', config: { permissions: { openapi: [] }, triggers: [{ name: 'every-minute', type: 'timer', config: '0 */1 * * * * *' }] } },
  // Called by WeChat's message push (console: 设置 → 消息推送, type event, wxa_media_check).
  { name: 'callback', config: { permissions: { openapi: [] } } },
]

/**
 * What the SDK brings and the village never asks for would be a third of every cold start: its client of AI models (asked for, it would
 * throw), a copy of the streams that Node 16 has itself, its form encoder's table of every file kind known to man, and Node's own
 * fetch, which a mere look at `globalThis.Headers` loads. Of the calendar only the lunar part is asked.
 */
const withoutBallast = {
  name: 'without-ballast',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^@cloudbase\/ai$/ }, () => ({ path: 'ai', namespace: 'empty' }))
    onLoad({ filter: /./, namespace: 'empty' }, () => ({ contents: 'module.exports = {}', loader: 'js' }))
    onResolve({ filter: /^web-streams-polyfill$/ }, () => ({ path: 'stream/web', external: true }))
    onResolve({ filter: /^chinese-days$/ }, () => ({ path: path.join(root, 'node_modules/chinese-days/src/solar_lunar/index.ts') }))
    onLoad({ filter: /wxCloudClientSDK\.(cjs|esm|umd)\.js$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replaceAll('!globalThis.Headers', '!("Headers" in globalThis)'), loader: 'js',
    }))
    onLoad({ filter: /mime-db[\\/]db\.json$/ }, async ({ path: file }) => {
      const kinds = Object.entries(JSON.parse(await readFile(file, 'utf8'))).filter(([kind]) => /^(image|text|multipart)\/|^application\/(json|octet-stream)$/.test(kind))
      return { contents: JSON.stringify(Object.fromEntries(kinds)), loader: 'json' }
    })
  },
}

const out = path.join(root, 'dist', 'cloudfunctions')
await rm(out, { recursive: true, force: true })
for (const { name, config } of functions) {
  const folder = path.join(out, name)
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'index.js')
  // ASCII output on purpose: one Chinese character makes V8 keep, and read, the whole file in two bytes a character.
  await build({
    entryPoints: [path.join(root, 'cloudfunctions', name, 'index.ts')], outfile: file, bundle: true, platform: 'node', target: 'node16', format: 'cjs', mainFields: ['module', 'main'],
    alias: { '@': path.join(root, 'src') }, minify: true, legalComments: 'none', logLevel: 'error', define: { 'process.env.NODE_ENV': '"production"' }, plugins: [withoutBallast],
  })
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify({ name, version, private: true, main: 'index.js', dependencies: {} }, null, 2)}\n`)
  await writeFile(path.join(folder, 'config.json'), `${JSON.stringify(config, null, 2)}\n`)
  const { size } = await stat(file)
  console.log(`dist/cloudfunctions/${name}  ${(size / 1000).toFixed(0)} KB`)
  if (size > mostBytes) throw new Error(`${name} is larger than ${mostBytes} bytes: its cold start would be slow`)
}
