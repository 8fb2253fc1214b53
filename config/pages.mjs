import { spawn } from 'node:child_process'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { builtAt, isStale } from './freshness.mjs'
import { root } from './server.mjs'

const at = (...parts) => path.join(root, ...parts)
const sources = [
  'src',
  'config/index.ts',
  'config/dev.ts',
  'config/prod.ts',
  'config/aria-plugin',
  'config/h5-ballast',
  'babel.config.js',
  'package-lock.json',
].map(source => at(source))
const targets = {
  h5: { mark: at('dist', 'h5', 'index.html'), says: '正在构建网页，第一次约一分钟… Building the web app, about a minute the first time…' },
  weapp: { mark: at('dist', 'weapp', 'app.json'), says: '正在构建小程序… Building the mini-program…' },
}

/** Builds the H5 app or the mini-program where it is missing or older than its sources. */
export async function freshPages(type = 'h5') {
  const { mark, says } = targets[type]
  if (!(await isStale(mark, sources))) return
  const begun = new Date()
  console.log(says)
  await mkdir(at('dist'), { recursive: true })
  const log = at('dist', `build-${type}.log`)
  const written = await open(log, 'w')
  const clock = setInterval(() => console.log(`  … ${Math.round((Date.now() - begun.getTime()) / 1000)} 秒 s`), 10_000)
  try {
    await run([at('node_modules', '@tarojs', 'cli', 'bin', 'taro'), 'build', '--type', type], written)
  } catch {
    // The mark of a finished build goes first: a build that is broken off must not pass for a whole one at the next start.
    await rm(mark, { force: true })
    const end = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-40).join('\n')
    throw new Error(`${end}\n没有构建成功，全部输出在 ${log} · the build failed, see ${log}`)
  } finally {
    clearInterval(clock)
    await written.close()
  }
  await builtAt(mark, begun)
}

function run(args, output) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', output.fd, output.fd],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    child.once('error', reject)
    child.once('exit', code => (code === 0 ? resolve() : reject(new Error(`exit ${code}`))))
  })
}
