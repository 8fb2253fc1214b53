import type { CloudApi } from './cloud-api'
import { collections, denied } from './database'

export interface Step {
  readonly name: string
  run(): Promise<string>
}

/**
 * The database's part of a deployment. Rules come right behind the collections: a fresh collection lets every phone write rows of its own.
 */
export function databaseSteps(cloud: CloudApi, { rulesByHand }: { readonly rulesByHand: boolean }): Step[] {
  return [
    {
      name: '集合 collections',
      async run() {
        const there = await cloud.collections(),
          missing = collections.filter(({ name }) => !there.has(name))
        for (const { name } of missing) await cloud.addCollection(name)
        const after = await cloud.collections(),
          lost = collections.filter(({ name }) => !after.has(name))
        if (lost.length > 0) throw new Error(`没有建成 not made: ${lost.map(({ name }) => name).join(' ')}`)
        return counted(missing.length, collections.length)
      },
    },
    ...(rulesByHand
      ? []
      : [
          {
            name: '安全规则 rules',
            async run() {
              let set = 0
              for (const { name } of collections) {
                if (isDenied(await cloud.rule(name))) continue
                await cloud.setRule(name, denied)
                if (!isDenied(await cloud.rule(name))) throw new Error(`${name} 的规则没有改成 its rule did not change`)
                set += 1
              }
              return counted(set, collections.length)
            },
          },
        ]),
    {
      name: '索引 indexes',
      async run() {
        let made = 0
        for (const { name, indexes } of collections) for (const index of indexes) if (await cloud.addIndex(name, index)) made += 1
        const after = await cloud.collections()
        // The cloud counts the index of `_id` as well, which is not in our list.
        const short = collections.filter(({ name, indexes }) => (after.get(name) ?? 0) < indexes.length + 1)
        if (short.length > 0)
          throw new Error(
            `索引不够 indexes are missing: ` +
              `${short.map(({ name, indexes }) => `${name} ${(after.get(name) ?? 0) - 1}/${indexes.length}`).join(', ')}`,
          )
        return counted(
          made,
          collections.reduce((sum, { indexes }) => sum + indexes.length, 0),
        )
      },
    },
  ]
}

/** One step after another. The first that fails ends it: what is done and what is not is said, and doing it all again does no harm. */
export async function runSteps(steps: readonly Step[], say: (line: string) => void): Promise<boolean> {
  for (const [at, step] of steps.entries()) {
    try {
      say(`✓ ${step.name}: ${await step.run()}`)
    } catch (error) {
      say(`✗ ${step.name}: ${error instanceof Error ? error.message : 'failed'}`)
      const done = steps.slice(0, at),
        left = steps.slice(at)
      say(`做完的 done: ${done.map(({ name }) => name).join(' · ') || '—'}`)
      say(`没做的 not done: ${left.map(({ name }) => name).join(' · ')}`)
      say('改好后再运行一遍，做过的不会重做。Mend it and run again: what is done is not done twice.')
      return false
    }
  }
  return true
}

const counted = (made: number, of: number): string => `新建或改动 ${made}，共 ${of} · ${made} made or changed of ${of}`
const isDenied = (rule: unknown): boolean =>
  typeof rule === 'object' &&
  rule !== null &&
  Object.keys(rule).length === 2 &&
  'read' in rule &&
  rule.read === false &&
  'write' in rule &&
  rule.write === false
