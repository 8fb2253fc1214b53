import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'
import path from 'node:path'

// Runs inside `npx --package miniprogram-ci`, which puts the package's program on PATH and nowhere else: `function NAME TRIGGERS` or `app
// VERSION`.
const root = path.resolve(import.meta.dirname, '..')
const bin = process.env.PATH.split(path.delimiter).find(folder => existsSync(path.join(folder, 'miniprogram-ci')))
if (!bin) throw new Error('miniprogram-ci is not on PATH: run me through npm run deploy')
const ci = createRequire(path.join(bin, '..', 'from-here.js'))('miniprogram-ci')

const { WECHAT_APPID: appid, WECHAT_CI_KEY: key, CLOUD_ENV: env } = process.env
const project = new ci.Project({
  appid,
  type: 'miniProgram',
  projectPath: root,
  privateKeyPath: path.resolve(key),
  ignores: ['node_modules/**/*', '.data/**/*'],
})
const [, , what, name, more = '[]'] = process.argv

if (what === 'function') {
  await ci.cloud.uploadFunction({ project, env, name, path: path.join(root, 'dist', 'cloudfunctions', name), remoteNpmInstall: false })
  const triggersConfig = JSON.parse(more)
  if (triggersConfig.length > 0) await ci.cloud.createTimeTrigger({ project, envId: env, functionName: name, triggersConfig })
} else {
  await ci.upload({
    project,
    version: name,
    desc: `村议事厅 ${name}`,
    setting: { useProjectConfig: true },
    robot: 1,
    onProgressUpdate: () => undefined,
  })
}
