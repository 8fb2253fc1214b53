import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { templateKeys, templates, type Template } from '@/domain/notice/templates'
import { collections, denied } from './database'
import { functions, invokeRules, memoryMB, runtime } from './functions'
import settings from './settings.json'

type Env = Readonly<Record<string, string | undefined>>

/** What is missing before anything can be deployed, in words. */
export function missing(env: Env): string[] {
  const names = settings.deploy.filter(({ name, required }) => required && !env[name]).map(({ name, zh, en }) => `${name}：${zh} · ${en}`)
  const key = env.WECHAT_CI_KEY
  return key && !existsSync(key) ? [...names, `WECHAT_CI_KEY：没有这个文件 · no such file: ${key}`] : names
}

/** Everything a deployment would do, in the order it does it, then what only a person in the console can. */
export function plan(root: string, env: Env): string[] {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  const sum = collections.reduce((all, { indexes }) => all + indexes.length, 0)
  return [
    `村议事厅 ${version} → ${env.CLOUD_ENV || '(CLOUD_ENV?)'}`,
    '',
    `一、集合 ${collections.length} 个 · collections; 规则 rule: ${JSON.stringify(denied)}`,
    `二、索引 ${sum} 个 · indexes (CloudBase 自带 has _id of its own)`,
    ...collections.map(
      ({ name, indexes }) => `   ${name}${indexes.map(({ keys }) => `\n     - ${keys.map(key => key.name).join(', ')}`).join('')}`,
    ),
    '',
    '三、云函数 · functions',
    ...functions.map(({ name }) => `   ${name}  ${bundle(root, name)}`),
    '四、定时触发 · timers（北京时间 Beijing time）',
    ...functions.flatMap(({ name, triggers = [] }) => triggers.map(trigger => `   ${name}  ${trigger.name}  ${trigger.config}`)),
    '五、小程序 · mini-program',
    ...packages(path.join(root, 'dist', 'weapp')).map(line => `   ${line}`),
    ...byHand(),
    '',
    '部署要用的 · what deploying needs:',
    ...settings.deploy.map(({ name, secret }) => `   ${env[name] ? '✓' : '✗'} ${name}${secret ? '（保密 secret）' : ''}`),
  ]
}

/** What no interface of WeChat's sets, and a person enters once. */
export const byHand = (): string[] => [
  '',
  '在控制台里手工做的 · by hand in the console:',
  `   云函数配置 function settings: ${runtime}, ${memoryMB} MB, ` +
    `${functions.map(({ name, timeoutSeconds }) => `${name} ${timeoutSeconds} s`).join(', ')}`,
  `   云函数权限 function rules: ${JSON.stringify(invokeRules)}`,
  '   订阅消息模板，从公共模板库里选（编号和字段名填进 PUSH_TEMPLATES）· subscription templates, drawn from the public library:',
  ...templateKeys.map(key => {
    const { title, fields } = templates[key] as Template
    return `     ${key}  ${title}  ${fields.map(({ name, label, type }) => `${name}: ${label}（${type}）`).join('，')}`
  }),
  '   环境变量 environment, every function:',
  ...settings.functions.map(
    each => `     ${each.name}${'value' in each ? `=${each.value}` : ''}${each.secret ? '（保密 secret）' : ''}  ${each.zh} · ${each.en}`,
  ),
]

function bundle(root: string, name: string): string {
  const file = path.join(root, 'dist', 'cloudfunctions', name, 'index.js')
  if (!existsSync(file)) return '没有构建 not built: npm run build:cloud'
  const bytes = readFileSync(file)
  return `${kb(bytes.length)}  sha256 ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`
}

/** A subpackage is what lies under its root, the main package is all the rest. */
function packages(dist: string): string[] {
  if (!existsSync(path.join(dist, 'app.json'))) return ['没有构建 not built: npm run build:weapp']
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[]
    subpackages?: { root: string }[]
  }
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root),
    sizes = new Map([['main', 0], ...roots.map(root => [root, 0] as const)])
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const found = statSync(path.join(dist, file))
    const owner = roots.find(root => file.startsWith(`${root}/`)) ?? 'main'
    if (found.isFile()) sizes.set(owner, (sizes.get(owner) ?? 0) + found.size)
  }
  return [...sizes].map(([name, bytes]) => `${name}  ${kb(bytes)}`)
}

const kb = (bytes: number): string => `${Math.round(bytes / 1000)} KB`
