import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import { withoutBallast } from './cloud-ballast.mjs'

// `npm run build:cloud`: one folder per function, complete in one file, nothing to install in the cloud.
const root = path.resolve(import.meta.dirname, '..')
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
const mostBytes = 1_300_000

// Which functions there are, what of WeChat's they may ask, and the timer: `config/console/functions.json`, which the console is checked
// against too. A timer may fire twice: a sweep that has nothing to do does nothing.
const { functions } = JSON.parse(await readFile(path.join(root, 'config/console/functions.json'), 'utf8'))

const out = path.join(root, 'dist', 'cloudfunctions')
await rm(out, { recursive: true, force: true })
for (const { name, permissions, triggers } of functions) {
  const folder = path.join(out, name)
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'index.js')
  // ASCII output on purpose: with one Chinese character in it V8 holds the whole file in two bytes a character, and starts slower.
  await build({
    entryPoints: [path.join(root, 'cloudfunctions', name, 'index.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    mainFields: ['module', 'main'],
    alias: { '@': path.join(root, 'src') },
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutBallast],
  })
  await writeFile(
    path.join(folder, 'package.json'),
    `${JSON.stringify({ name, version, private: true, main: 'index.js', dependencies: {} }, null, 2)}\n`,
  )
  await writeFile(path.join(folder, 'config.json'), `${JSON.stringify({ permissions, triggers }, null, 2)}\n`)
  const { size } = await stat(file)
  console.log(`dist/cloudfunctions/${name}  ${(size / 1000).toFixed(0)} KB`)
  if (size > mostBytes) throw new Error(`${name} is larger than ${mostBytes} bytes: its cold start would be slow`)
}
