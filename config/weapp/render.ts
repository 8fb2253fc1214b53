import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { compileWxml } from './compilers'

/** What a page's markup draws: an element with its attributes (event bindings among them), or words. */
export interface Drawn {
  readonly tag: string
  readonly attr: Readonly<Record<string, unknown>>
  readonly children: readonly (Drawn | string)[]
}
interface Raw {
  readonly tag: string
  readonly attr?: Record<string, unknown>
  readonly children?: readonly (Raw | string | number)[]
}
type Draw = (data: unknown) => Raw

export const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()

/**
 * Draws pages with WeChat's own compiler: the data that the logic layer set goes through the markup that the phone would get, so a
 * node without a binding cannot be tapped here either, and what is counted is what WeChat would count.
 */
export function createRenderer(dist: string): (page: string, data: unknown) => Drawn {
  const files = filesUnder(dist).filter(file => /\.(wxml|wxs)$/.test(file))
  const context = vm.createContext({})
  vm.runInContext('var window = globalThis', context)
  vm.runInContext(`${compileWxml(dist, files)}; window.$gwx = $gwx`, context)
  const drawings = (context as { $gwx: (file: string) => Draw | undefined }).$gwx
  // The compiled script compares constructors, so the data must be parsed inside its own context; objects of ours would not be drawn.
  const bring = vm.runInContext('JSON.parse', context) as (json: string) => unknown
  const components = new Map<string, Record<string, string>>()

  function draw(file: string, data: unknown): Raw {
    const drawing = drawings(`${file}.wxml`)
    if (!drawing) throw new Error(`no markup for ${file}`)
    return drawing(bring(JSON.stringify(data)))
  }
  /** The components a page names in its json, by tag: Taro nests deep trees in one of its own. */
  function used(file: string): Record<string, string> {
    const known = components.get(file)
    if (known) return known
    const json = path.join(dist, `${file}.json`)
    const named = existsSync(json)
      ? ((JSON.parse(readFileSync(json, 'utf8')) as { usingComponents?: Record<string, string> }).usingComponents ?? {})
      : {}
    const found = Object.fromEntries(
      Object.entries(named).map(([tag, at]) => [
        `wx-${tag}`,
        at.startsWith('/') ? at.slice(1) : path.posix.join(path.posix.dirname(file), at),
      ]),
    )
    components.set(file, found)
    return found
  }
  function finish(raw: Raw, file: string): Drawn {
    const component = used(file)[raw.tag]
    const inside = component ? draw(component, raw.attr).children : raw.children
    return {
      tag: raw.tag.replace(/^wx-/, ''),
      attr: raw.attr ?? {},
      children: (inside ?? []).map(child => (typeof child === 'object' ? finish(child, component ?? file) : String(child))),
    }
  }
  return (page, data) => finish(draw(page, data), page)
}

export const wordsOf = (node: Drawn): string => node.children.map(child => (typeof child === 'string' ? child : wordsOf(child))).join('')
/** What a screen reader would call it: its label, else its words. */
export const nameOf = (node: Drawn): string => String(node.attr['ariaLabel'] || wordsOf(node)).trim()
export const countNodes = (node: Drawn): number =>
  node.children.reduce((sum, child) => sum + (typeof child === 'string' ? 0 : 1 + countNodes(child)), 0)
export const deepest = (node: Drawn): number =>
  1 + Math.max(0, ...node.children.map(child => (typeof child === 'string' ? 0 : deepest(child))))

/** Every element, with the elements it stands in, innermost first. */
export function* walk(node: Drawn, above: readonly Drawn[] = []): Generator<{ node: Drawn; above: readonly Drawn[] }> {
  yield { node, above }
  for (const child of node.children) if (typeof child !== 'string') yield* walk(child, [node, ...above])
}
