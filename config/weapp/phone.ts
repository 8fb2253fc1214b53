import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import vm from 'node:vm'
import { createRenderer, nameOf, walk, wordsOf, type Drawn } from './render'
import { createWx, type Answer, type Wx } from './wx'

type Data = Record<string, unknown>
type Method = (this: PageInstance, ...args: unknown[]) => unknown
interface PageInstance {
  readonly route: string
  readonly options: Record<string, string>
  data: Data
  setData(changes: Data, done?: () => void): void
  [method: string]: unknown
}
export interface SetData {
  readonly page: string
  readonly bytes: number
  readonly paths: readonly string[]
}
interface AppJson {
  readonly pages: string[]
  readonly subPackages?: { root: string; pages: string[] }[]
  readonly tabBar?: { list: { pagePath: string }[] }
}

export interface PhoneSetup {
  readonly dist: string
  /** Stands for the cloud function: what `wx.cloud.callFunction` sends as data, answered. */
  readonly answer: Answer
  /** What the phone's storage holds before the first start. */
  readonly storage?: Record<string, unknown>
  /** The size of type WeChat is set to, in px. */
  readonly fontSize?: number
  /** The plugins this phone's WeChat hands out, by name; without them it has none. */
  readonly plugins?: Readonly<Record<string, unknown>>
  /** Where the app was opened from, by WeChat's numbers; 1001 is its list of mini-programs. */
  readonly scene?: number
}

/** While waiting for the phone to come to rest, timers due within this many milliseconds are run; later ones are left waiting. */
const soon = 400

export function pagesOf(dist: string): { all: string[]; tabs: string[]; main: string[]; subpackages: { root: string; pages: string[] }[] } {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson
  const subpackages = (app.subPackages ?? []).map(sub => ({
    root: sub.root.replace(/\/$/, ''),
    pages: sub.pages.map(page => path.posix.join(sub.root, page)),
  }))
  return {
    main: app.pages,
    subpackages,
    all: [...app.pages, ...subpackages.flatMap(sub => sub.pages)],
    tabs: app.tabBar?.list.map(tab => tab.pagePath) ?? [],
  }
}

/**
 * A phone with no screen: the built mini-program's logic layer in a context of its own that holds what WeChat gives one (no window, no
 * fetch, no TextEncoder, no crypto), with a page stack that keeps WeChat's rules. Its timers run on a clock of their own, so nothing waits.
 */
export class Phone {
  readonly calls: SetData[] = []
  readonly complaints: string[] = []
  readonly wx: Wx
  /** What the phone keeps: hand it to another Phone and the app is started again on the same one. */
  readonly storage: Record<string, unknown>
  private readonly stack: PageInstance[] = []
  private readonly tabs = new Map<string, PageInstance>()
  private readonly dist: string
  private readonly pages: ReturnType<typeof pagesOf>
  private readonly context: vm.Context
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly definitions = new Map<string, Data>()
  private readonly render: (page: string, data: unknown) => Drawn
  private app: Data | undefined
  private defining: string | undefined
  private time = 0
  private timers: { id: number; at: number; every: number | undefined; run: () => void }[] = []
  private lastTimer = 0
  private waitingFor = 0
  private readonly scene: number

  constructor(setup: PhoneSetup) {
    this.dist = path.resolve(setup.dist)
    this.scene = setup.scene ?? 1001
    this.pages = pagesOf(this.dist)
    this.render = createRenderer(this.dist)
    this.storage = { ...setup.storage }
    this.wx = createWx({
      answer: body => this.awaited(setup.answer(body)),
      storage: this.storage,
      fontSize: setup.fontSize,
      later: run => {
        this.timer(run, 0)
      },
      go: (how, url, delta) => this.go(how, url, delta),
    })
    const complain = (...words: unknown[]) => {
      this.complaints.push(
        words
          .map(word =>
            word instanceof Error || (typeof word === 'object' && word !== null && 'stack' in word) ? String(word.stack) : String(word),
          )
          .join(' '),
      )
    }
    this.context = vm.createContext({
      wx: this.wx,
      console: { log: () => {}, info: () => {}, debug: () => {}, warn: () => {}, error: complain },
      setTimeout: (run: (...args: unknown[]) => void, wait = 0, ...args: unknown[]) => this.timer(() => run(...args), wait),
      setInterval: (run: (...args: unknown[]) => void, wait = 0, ...args: unknown[]) =>
        this.timer(() => run(...args), wait, Math.max(wait, 1)),
      clearTimeout: (id: number) => this.stop(id),
      clearInterval: (id: number) => this.stop(id),
      App: (app: Data) => {
        this.app = app
      },
      Page: (page: Data) => {
        if (this.defining) this.definitions.set(this.defining, page)
      },
      Component: () => {},
      Behavior: (behavior: unknown) => behavior,
      getApp: () => this.app,
      getCurrentPages: () => [...this.stack],
      requirePlugin: (name: string) => {
        if (!setup.plugins?.[name]) throw new Error('there is no plugin')
        return setup.plugins[name]
      },
      __wxConfig: {},
    })
  }

  async launch(url: string): Promise<void> {
    this.require('app.js')
    if (!this.app) throw new Error('app.js made no App')
    const { page, options } = this.place(url)
    const start = { path: page, query: options, scene: this.scene, shareTicket: '', referrerInfo: {} }
    this.wx.started(start)
    for (const hook of ['onLaunch', 'onShow']) this.tell(this.app, hook, start)
    this.push(page, options)
    await this.rest()
  }

  get page(): string {
    return this.top.route
  }
  get screen(): Drawn {
    return this.render(this.top.route, this.top.data)
  }
  get words(): string {
    return wordsOf(this.screen)
  }
  /** What stands in the fields. */
  values(): string[] {
    return [...walk(this.screen)].flatMap(({ node }) => (typeof node.attr['value'] === 'string' ? [node.attr['value']] : []))
  }
  get depth(): number {
    return this.stack.length
  }

  /** The elements that answer to this name; exact names win over names that hold the word. */
  named(name: string | RegExp, answersTo: (node: Drawn) => unknown = () => true): { node: Drawn; above: readonly Drawn[] }[] {
    const all = [...walk(this.screen)].filter(({ node }) => node.tag !== 'page' && answersTo(node))
    if (name instanceof RegExp) return innermost(all.filter(({ node }) => name.test(nameOf(node))))
    const exact = all.filter(({ node }) => nameOf(node) === name)
    return exact.length > 0 ? innermost(exact) : innermost(all.filter(({ node }) => nameOf(node).includes(name)))
  }

  async tap(name: string | RegExp, which = 0): Promise<void> {
    await this.fire('tap', this.pick('tap', name, which), { x: 1, y: 1 }, true)
  }
  /** Types into the field with this label, a letter's worth of events as WeChat sends them: focus, input, blur. */
  async type(name: string | RegExp, value: string, which = 0): Promise<void> {
    for (const event of ['focus', 'input', 'blur']) {
      const field = this.pick('input', name, which)
      if (event === 'input' || bound(field.node, event)) await this.fire(event, field, { value, cursor: value.length, keyCode: 0 }, false)
    }
  }
  async change(name: string | RegExp, value: unknown, which = 0): Promise<void> {
    await this.fire('change', this.pick('change', name, which), { value }, false)
  }
  /** Taps the button that asks for a picture of oneself; WeChat hands over this. */
  async choosesAvatar(name: string | RegExp, answer: { readonly avatarUrl: string } | { readonly errMsg: string }): Promise<void> {
    await this.fire('chooseavatar', this.pick('chooseavatar', name, 0), answer, false)
  }
  /** What the page answers when WeChat's menu passes it on; null where it offers none. */
  share(how: 'onShareAppMessage' | 'onShareTimeline'): unknown {
    const method = this.top[how]
    return typeof method === 'function' ? (method as Method).call(this.top, { from: 'menu' }) : null
  }
  async back(): Promise<void> {
    this.go('navigateBack', '', 1)
    await this.rest()
  }
  async open(url: string): Promise<void> {
    this.go(this.pages.tabs.includes(this.place(url).page) ? 'switchTab' : 'navigateTo', url, 0)
    await this.rest()
  }

  /** Lets this much of the phone's own time go by. */
  async pass(milliseconds: number): Promise<void> {
    await this.run(milliseconds)
  }
  /** Until nothing more happens of itself: no answer awaited, no timer due soon. */
  async rest(): Promise<void> {
    await this.run(soon)
  }

  private get top(): PageInstance {
    const top = this.stack.at(-1)
    if (!top) throw new Error('no page is open')
    return top
  }

  private pick(event: string, name: string | RegExp, which: number) {
    const found = this.named(name, node => bound(node, event))[which]
    if (found) return found
    const offered = [...walk(this.screen)]
      .filter(({ node }) => bound(node, event))
      .map(({ node }) => nameOf(node))
      .filter(Boolean)
    throw new Error(`${this.page}: nothing to ${event} called ${String(name)} (${which}); there is: ${offered.join(' | ')}\n${this.words}`)
  }

  private async fire(
    type: string,
    { node, above }: { node: Drawn; above: readonly Drawn[] },
    detail: unknown,
    bubbles: boolean,
  ): Promise<void> {
    if (node.tag === 'button' && node.attr['disabled'] === true) throw new Error(`${nameOf(node)} is disabled`)
    const page = this.top
    const about = (each: Drawn) => ({
      id: String(each.attr['id'] ?? ''),
      offsetLeft: 0,
      offsetTop: 0,
      dataset: { sid: each.attr['data-sid'] },
    })
    for (const each of bubbles ? [node, ...above] : [node]) {
      const handler = bound(each, type)
      if (!handler) continue
      // A fresh event each time, as WeChat gives: Taro writes into the one it gets.
      const method = page[handler.name]
      if (typeof method !== 'function') throw new Error(`${page.route} has no ${handler.name}`)
      ;(method as Method).call(page, {
        type,
        timeStamp: this.time,
        target: about(node),
        currentTarget: about(each),
        detail: structuredClone(detail),
        touches: [],
        changedTouches: [],
        mark: {},
      })
      if (handler.caught) break
    }
    await this.rest()
  }

  private go(how: string, url: string, delta: number): void {
    if (how === 'navigateBack') {
      if (this.stack.length < 2) throw new Error('navigateBack:fail cannot navigate back at first page.')
      for (let left = Math.min(delta, this.stack.length - 1); left > 0; left--) this.close()
      this.tell(this.top, 'onShow')
      return
    }
    const { page, options } = this.place(url)
    const isTab = this.pages.tabs.includes(page)
    if (how === 'switchTab' && !isTab) throw new Error('switchTab:fail can not switch to no-tabBar page')
    if (how === 'switchTab' && Object.keys(options).length > 0) throw new Error('switchTab:fail url does not support queryString')
    if ((how === 'navigateTo' || how === 'redirectTo') && isTab) throw new Error(`${how}:fail can not ${how} a tabbar page`)
    if (how === 'navigateTo' && this.stack.length >= 10) throw new Error('navigateTo:fail webview count limit exceed')
    if (how === 'switchTab') return this.switchTab(page)
    if (how === 'navigateTo') this.tell(this.top, 'onHide')
    else if (how === 'redirectTo') this.close()
    else while (this.stack.length > 0) this.close()
    this.push(page, options)
  }

  /** A tab once opened stays: it is hidden and shown again, with what was on it. */
  private switchTab(page: string): void {
    while (this.stack.length > 1) this.close()
    const left = this.stack[0]
    if (left?.route === page) return this.tell(left, 'onShow')
    if (left && this.pages.tabs.includes(left.route)) {
      this.tell(left, 'onHide')
      this.tabs.set(left.route, left)
      this.stack.length = 0
    } else if (left) this.close()
    const known = this.tabs.get(page)
    if (!known) return this.push(page, {})
    this.stack.push(known)
    this.tell(known, 'onShow')
  }

  private push(page: string, options: Record<string, string>): void {
    const definition = this.definition(page)
    const instance: PageInstance = {
      ...definition,
      route: page,
      __route__: page,
      is: page,
      options,
      data: structuredClone((definition['data'] ?? {}) as Data),
      setData: (changes, done) => this.setData(instance, changes, done),
      selectComponent: () => null,
    }
    this.stack.push(instance)
    // No second argument: Taro would take it for its prerenderer's callback and hand it the data instead of setting them.
    this.tell(instance, 'onLoad', options)
    this.tell(instance, 'onShow')
    this.tell(instance, 'onReady')
  }

  private close(): void {
    const page = this.stack.pop()
    if (!page) return
    this.tabs.delete(page.route)
    this.tell(page, 'onUnload')
  }

  private tell(whom: Data, hook: string, ...args: unknown[]): void {
    const method = whom[hook]
    if (typeof method === 'function') (method as (this: Data, ...args: unknown[]) => unknown).apply(whom, args)
  }

  private setData(page: PageInstance, changes: Data, done?: () => void): void {
    const crossing = JSON.stringify(changes)
    this.calls.push({ page: page.route, bytes: Buffer.byteLength(crossing), paths: Object.keys(changes) })
    for (const [where, value] of Object.entries(JSON.parse(crossing) as Data)) put(page.data, where, value)
    if (done) this.timer(done, 0)
  }

  private place(url: string): { page: string; options: Record<string, string> } {
    const [at = '', query = ''] = url.split('?')
    const from = this.stack.at(-1)?.route ?? ''
    const page = at.startsWith('/') ? at.slice(1) : from ? path.posix.join(path.posix.dirname(from), at) : at
    if (!this.pages.all.includes(page)) throw new Error(`page "${page}" is not found`)
    // As WeChat does: a query's values reach onLoad still encoded.
    return {
      page,
      options: Object.fromEntries(
        query
          .split('&')
          .filter(Boolean)
          .map(pair => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]),
      ),
    }
  }

  private definition(page: string): Data {
    if (!this.definitions.has(page)) {
      this.defining = page
      this.require(`${page}.js`)
      this.defining = undefined
    }
    const found = this.definitions.get(page)
    if (!found) throw new Error(`${page}.js made no Page`)
    return found
  }

  private require(file: string): unknown {
    const known = this.modules.get(file)
    if (known) return known.exports
    const module: { exports: unknown } = { exports: {} }
    this.modules.set(file, module)
    const hidden = [
      'window',
      'document',
      'frames',
      'self',
      'location',
      'navigator',
      'localStorage',
      'history',
      'XMLHttpRequest',
      'WebSocket',
    ]
    const wrap = vm.runInContext(
      `(function (require, module, exports, ${hidden.join(', ')}) {${readFileSync(path.join(this.dist, file), 'utf8')}\n})`,
      this.context,
      { filename: file },
    ) as (...args: unknown[]) => void
    const find = (name: string) => {
      const at = path.posix.join(path.posix.dirname(file), name)
      return this.require(at.endsWith('.js') ? at : `${at}.js`)
    }
    wrap.call(undefined, find, module, module.exports)
    return module.exports
  }

  private timer(run: () => void, wait: number, every?: number): number {
    const id = ++this.lastTimer
    this.timers.push({ id, at: this.time + Math.max(0, Number(wait) || 0), every, run })
    return id
  }
  private stop(id: number): void {
    this.timers = this.timers.filter(timer => timer.id !== id)
  }

  private async awaited<T>(answer: Promise<T>): Promise<T> {
    this.waitingFor++
    try {
      return await answer
    } finally {
      this.waitingFor--
    }
  }

  private async run(until: number): Promise<void> {
    const end = this.time + until
    for (let steps = 0; steps < 20_000; steps++) {
      await turn()
      if (this.waitingFor > 0) continue
      const next = this.timers.reduce<(typeof this.timers)[number] | undefined>(
        (first, timer) => (!first || timer.at < first.at ? timer : first),
        undefined,
      )
      if (!next || next.at > end) return
      this.time = Math.max(this.time, next.at)
      if (next.every === undefined) this.stop(next.id)
      else next.at += next.every
      next.run()
    }
    throw new Error(`${this.page} never comes to rest`)
  }
}

const innermost = <T extends { node: Drawn; above: readonly Drawn[] }>(found: T[]): T[] =>
  found.filter(({ node }) => !found.some(other => other.above.includes(node)))

function bound(node: Drawn, event: string): { name: string; caught: boolean } | undefined {
  for (const [how, caught] of [
    ['catch', true],
    ['bind', false],
  ] as const) {
    const name = node.attr[`${how}${event}`]
    if (typeof name === 'string' && name) return { name, caught }
  }
  return undefined
}

/** Puts a value where `root.cn.[0].v` or `root.cn[0].v` says, making what is missing on the way. */
function put(data: Data, where: string, value: unknown): void {
  const keys = where
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  const last = keys.pop()
  if (last === undefined) throw new Error(`setData: no path in "${where}"`)
  let at: Data = data
  keys.forEach((key, i) => {
    const made = /^\d+$/.test(keys[i + 1] ?? last) ? [] : {}
    at = (at[key] ??= made) as Data
  })
  at[last] = value
}
