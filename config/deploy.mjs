import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import { freshPages } from './pages.mjs'
import { root } from './server.mjs'

// `npm run deploy`: what it does stands in `config/console/deploy.ts`; here are its hands. The uploader is 276 MB, so it is fetched when it
// is used.
const uploaderVersion = '2.1.42'
const args = process.argv.slice(2)
const bundle = path.join(root, 'dist', 'local', 'deploy.mjs')
await build({
  entryPoints: [path.join(root, 'config/console/deploy.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  alias: { '@': path.join(root, 'src') },
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
})
const { deploy, missing } = await import(bundle)
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))

/** Runs the uploader. Its words are shown only where it fails; the AppSecret is not passed on to it. */
function upload(...what) {
  const env = { ...process.env }
  delete env.WECHAT_APP_SECRET
  return new Promise((resolve, reject) => {
    const child = spawn(
      'npx',
      ['--yes', `--package=miniprogram-ci@${uploaderVersion}`, '--', process.execPath, path.join(root, 'config/upload.mjs'), ...what],
      { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => {
        said = (said + text).slice(-2000)
      })
    child.once('error', reject)
    child.once('exit', code => (code === 0 ? resolve('已上传 uploaded') : reject(new Error(said.trimEnd()))))
  })
}

// Nothing is built for somebody who lacks the keys. The mini-program holds the environment's id and its pictures' address, so one built for
// another does not do.
const dryRun = args.includes('--dry-run')
if (dryRun || missing(process.env).length === 0) {
  if (!dryRun) {
    Object.assign(process.env, { TARO_APP_CLOUD_ENV: process.env.CLOUD_ENV, TARO_APP_PHOTOS: `${process.env.FILES_ROOT}/photos` })
    await rm(path.join(root, 'dist', 'weapp', 'app.json'), { force: true })
  }
  await freshPages('weapp')
  await import('./cloud.mjs')
}
process.exitCode = await deploy(args, {
  root,
  env: process.env,
  fetch,
  now: Date.now,
  say: line => console.log(line),
  uploader: {
    function: ({ name, triggers = [] }) => upload('function', name, JSON.stringify(triggers)),
    app: () => upload('app', version),
  },
})
