import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { builtAt, isStale } from './freshness.mjs'
import { freshServer, serve } from './serve.mjs'
import { root } from './server.mjs'

// `npm start`: a village to try on this machine. Builds what is missing or older than its sources, then serves the demo village.
const at = (...parts) => path.join(root, ...parts)
const port = Number(process.env.PORT ?? 10086)
const page = at('dist', 'h5', 'index.html')

try {
  await portIsFree()
  if (process.argv.includes('--fresh')) await startOver()
  await freshPages()
  await freshServer()
  process.env.DEMO = '1'
  await serve()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

/** Before minutes of building, not after. */
function portIsFree() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => reject(new Error(`端口 ${port} 已被占用，换一个：PORT=10087 npm start · port ${port} is taken, choose another: PORT=10087 npm start`)))
    probe.listen(port, '127.0.0.1', () => probe.close(resolve))
  })
}

/** Only what we put there ourselves. */
async function startOver() {
  const data = path.resolve(root, process.env.DATA_DIR || '.data')
  for (const name of ['village.db', 'village.db-wal', 'village.db-shm', 'clock.json', 'files']) await rm(path.join(data, name), { recursive: true, force: true })
  console.log('数据已清空，重新开始。Starting over with a new village.')
}

async function freshPages() {
  const sources = ['src', 'config/index.ts', 'config/dev.ts', 'config/prod.ts', 'config/weapp', 'babel.config.js', 'package-lock.json']
  if (!(await isStale(page, sources.map(source => at(source))))) return
  const begun = new Date()
  console.log('正在构建网页，第一次约一分钟… Building the web app, about a minute the first time…')
  await mkdir(at('dist'), { recursive: true })
  const log = at('dist', 'build-h5.log')
  const written = await open(log, 'w')
  const clock = setInterval(() => console.log(`  … ${Math.round((Date.now() - begun.getTime()) / 1000)} 秒 s`), 10_000)
  try {
    await run([at('node_modules', '@tarojs', 'cli', 'bin', 'taro'), 'build', '--type', 'h5'], written)
  } catch {
    const end = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-40).join('\n')
    throw new Error(`${end}\n网页没有构建成功，全部输出在 ${log} · the web app did not build, see ${log}`)
  } finally {
    clearInterval(clock)
    await written.close()
  }
  await builtAt(page, begun)
}

function run(args, output) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', output.fd, output.fd], env: { ...process.env, NODE_ENV: 'production' } })
    child.once('error', reject)
    child.once('exit', code => (code === 0 ? resolve() : reject(new Error(`exit ${code}`))))
  })
}
