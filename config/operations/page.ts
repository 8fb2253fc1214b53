import type * as v from 'valibot'
import { subjects } from '@/contract'
import { leastAge, type Who } from '@/contract/operation'
import * as shapes from '@/contract/shapes'

const width = 120

/** What is read of valibot's schemas: each kind has some of these. */
interface Schema {
  readonly kind: 'schema'
  readonly type: string
  readonly entries?: Readonly<Record<string, Schema>>
  readonly item?: Schema
  readonly key?: Schema
  readonly value?: Schema
  readonly wrapped?: Schema
  readonly options?: readonly (Schema | string | number)[]
  readonly literal?: unknown
  readonly pipe?: readonly [Schema, ...{ readonly kind: string; readonly type: string; readonly requirement?: unknown }[]]
}
interface Row {
  readonly kind: 'look' | 'deed'
  readonly who: Who
  readonly leastAge?: 0 | 16
  readonly freshens?: string
  readonly input: v.GenericSchema
  readonly output: v.GenericSchema
  readonly refusals: readonly string[]
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema'
const read = (schema: v.GenericSchema): Schema => schema as unknown as Schema
const named = new Map(Object.entries(shapes).flatMap(([name, shape]) => (isSchema(shape) ? [[shape as Schema, name] as const] : [])))
const quoted = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value))

/** Between what and what, if anything is said: 1–9, ≤ 200, /^\d{6}$/. */
function bounds({ pipe }: Schema): string {
  const [, ...rules] = pipe ?? []
  const of = (...types: readonly string[]) => rules.find(({ type }) => types.includes(type))?.requirement
  const [least, most, like] = [of('min_value', 'min_length'), of('max_value', 'max_length'), of('regex')]
  if (like !== undefined) return ` ${String(like)}`
  if (least !== undefined && most !== undefined) return ` ${String(least)}–${String(most)}`
  if (most !== undefined) return ` ≤ ${String(most)}`
  return least === undefined ? '' : ` ≥ ${String(least)}`
}

/** Several parts between an opening and a closing sign: in one line where it fits, else a line a part. */
function between(open: string, parts: readonly string[], close: string, indent: string): string {
  const line = `${open} ${parts.join(', ')} ${close}`
  if (parts.length === 0) return open + close
  if (indent.length + line.length <= width && !line.includes('\n')) return line
  return `${open}\n${parts.map(part => `${indent}  ${part}`).join('\n')}\n${indent}${close}`
}

function either(parts: readonly string[], indent: string): string {
  const line = parts.join(' | ')
  return indent.length + line.length <= width ? line : parts.map(part => `\n${indent}  | ${part}`).join('')
}

function field(name: string, schema: Schema, indent: string): string {
  const shape = named.get(schema)
  const mark = schema.type === 'optional' ? '?' : ''
  if (shape === name) return `${name}${mark}`
  const inner = schema.type === 'optional' && shape === undefined && schema.wrapped ? schema.wrapped : schema
  return named.get(inner) === name ? `${name}${mark}` : `${name}${mark}: ${written(inner, `${indent}  `)}`
}

const plain: Readonly<Record<string, string>> = { string: 'text', number: 'number', boolean: 'yes-no' }

/** Written with bars between, so that a list of it needs brackets. */
const isChoice = (schema: Schema): boolean => !named.has(schema) && ['nullable', 'picklist', 'union', 'variant'].includes(schema.type)

/** A schema in short; one that has a name in `shapes.ts` by its name. */
function written(schema: Schema, indent: string): string {
  return named.get(schema) ?? spelled(schema, indent)
}

function spelled(schema: Schema, indent: string): string {
  const { type, entries, item, key, value, wrapped, options = [], literal } = schema
  switch (type) {
    case 'object':
    case 'strict_object':
      return between(
        '{',
        Object.entries(entries ?? {}).map(([name, each]) => field(name, each, indent)),
        '}',
        indent,
      )
    case 'array': {
      const of = item ? written(item, indent) : ''
      return `${item && isChoice(item) ? `(${of})` : of}[]${bounds(schema)}`
    }
    case 'record':
      return `{ [${key ? written(key, indent) : ''}]: ${value ? written(value, indent) : ''} }`
    case 'optional':
      return `${wrapped ? written(wrapped, indent) : ''} or nothing`
    case 'nullable':
      return `${wrapped ? written(wrapped, indent) : ''} | null`
    case 'literal':
      return quoted(literal)
    case 'picklist':
      return either(options.map(quoted), indent)
    case 'union':
    case 'variant':
      return either(
        options.map(each => (isSchema(each) ? written(each, indent) : quoted(each))),
        indent,
      )
    default: {
      const name = plain[type]
      if (name === undefined) throw new Error(`the page of operations has no words for a schema of type ${type}`)
      return `${schema.pipe?.some(rule => rule.type === 'integer') ? 'integer' : name}${bounds(schema)}`
    }
  }
}

function wrapped(words: readonly string[]): string {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length + 2 <= width) lines[lines.length - 1] = `${last}, ${word}`
    else lines.push(word)
  }
  return lines.join(',\n')
}

function described(name: string, row: Row): string {
  const { kind, who, freshens, input, output, refusals } = row
  const facts = [
    kind,
    typeof who === 'string' ? who : who.join(' or '),
    leastAge(row) === 0 ? 'at any age' : 'from sixteen',
    ...(freshens === undefined ? [] : [`the ${freshens} is read anew after it`]),
  ]
  const codes = [...new Set(refusals)]
  return [
    `### ${name}`,
    `${facts.join(' · ')}`,
    '```ts',
    `asks ${written(read(input), '')}`,
    `answers ${written(read(output), '')}`,
    '```',
    ...(codes.length === 0 ? [] : [`Refuses: ${wrapped(codes)}`]),
    '',
  ].join('\n')
}

const opening = `# All operations
Written from the contract by \`npm run operations\`; a test fails where this page is older than the contract.

A *look* changes nothing, and the phone asks it a second time by itself where the answer was lost; a *deed* is sent again by the person
alone. Then who may ask: *anyone*, a *resident* (whom the village knows), or who holds one of the offices named; then from which age.

Any operation may refuse with bad-input, no-such-operation or busy; one that is not for anyone with not-a-resident; one from sixteen with
under-sixteen; one for an office with not-your-role. What it may refuse besides stands below it.

A field is written \`name: shape\`, \`name?\` where it may be missing, and by its name alone where the shape is called the same. Shapes
with a name stand at the end.
`

/** The page of all operations, subject by subject. */
export function page(): string {
  const ofSubjects = Object.entries(subjects).flatMap(([subject, rows]) => [
    `## ${subject}`,
    ...Object.entries<Row>(rows).map(([name, row]) => described(name, row)),
  ])
  const ofShapes = [...named].map(([schema, name]) => `${name} = ${spelled(schema, '')}`.replace('= \n', '=\n'))
  return [opening, ...ofSubjects, '## Shapes with a name', '```ts', ...ofShapes, '```', ''].join('\n')
}
