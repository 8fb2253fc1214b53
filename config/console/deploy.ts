import { runSteps, databaseSteps, type Step } from './deploy-steps'
import { cloudApi, type Fetch } from './cloud-api'
import { functions, type CloudFunction } from './functions'
import { byHand, missing, plan } from './plan'

type Env = Readonly<Record<string, string | undefined>>
export { missing }
export interface Uploader {
  function(one: CloudFunction): Promise<string>
  app(): Promise<string>
}
export interface Means {
  readonly root: string
  readonly env: Env
  readonly fetch: Fetch
  readonly now: () => number
  readonly uploader: Uploader
  say(line: string): void
}

/** `npm run deploy`: plan, check, do. Gives the exit code. */
export async function deploy(args: readonly string[], { root, env, fetch, now, uploader, say }: Means): Promise<number> {
  const unknown = args.filter(arg => arg !== '--dry-run' && arg !== '--rules-by-hand')
  if (unknown.length > 0) {
    say(`不认识 unknown: ${unknown.join(' ')}；可用 known: --dry-run, --rules-by-hand`)
    return 1
  }
  if (args.includes('--dry-run')) {
    for (const line of plan(root, env)) say(line)
    return 0
  }
  const gaps = missing(env)
  if (gaps.length > 0) {
    say('还缺这些，什么都没有做 · These are missing, nothing was done:')
    for (const gap of gaps) say(`  ${gap}`)
    say('先看要做什么：npm run deploy -- --dry-run · to see what it would do')
    return 1
  }
  const key = { appid: env.WECHAT_APPID!, secret: env.WECHAT_APP_SECRET!, env: env.CLOUD_ENV! }
  const rulesByHand = args.includes('--rules-by-hand')
  const uploads: readonly Step[] = [
    ...functions.map(one => ({ name: `云函数 function ${one.name}`, run: () => uploader.function(one) })),
    { name: '小程序 mini-program', run: () => uploader.app() },
  ]
  const cloud = await cloudApi(key, fetch, now).catch((error: unknown) => {
    say(`✗ ${error instanceof Error ? error.message : 'failed'}`)
    return null
  })
  if (!cloud) {
    say(
      '什么都没有做：查 AppID、AppSecret 和公众平台的 IP 白名单 · Nothing was done: look at the appid, the secret and the IP list in the mp console',
    )
    return 1
  }
  const done = await runSteps([...databaseSteps(cloud, { rulesByHand }), ...uploads], say)
  if (rulesByHand) say('安全规则由您在控制台手工设置，没有查 · the rules are yours to set by hand, they were not looked at')
  if (done) for (const line of byHand()) say(line)
  return done ? 0 : 1
}
