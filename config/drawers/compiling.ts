import path from 'node:path'
import ts from 'typescript'

const root = path.resolve(import.meta.dirname, '../..')

/** One alteration of a real file: these words, found there once, become those. */
export interface Change {
  readonly file: string
  readonly from: string
  readonly to: string
}

export interface CompileError {
  readonly file: string
  readonly says: string
}

const read = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile)
// Taro's own types are left out: they are slow to read, and a file that needs them imports them.
const { options } = ts.parseJsonConfigFileContent(
  { ...read.config, include: [], files: [], compilerOptions: { ...read.config.compilerOptions, types: ['node'] } },
  ts.sys,
  root,
)

const asIs = new Map<string, ts.SourceFile | undefined>()
const real = ts.createCompilerHost(options)
const absolute = (file: string): string => path.join(root, file)

/** An unchanged file is parsed once and shared by all examples. */
function sourceOf(file: string): ts.SourceFile | undefined {
  if (!asIs.has(file)) asIs.set(file, real.getSourceFile(file, { languageVersion: ts.ScriptTarget.ES2022 }))
  return asIs.get(file)
}

function changed(changes: readonly Change[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { file, from, to } of changes) {
    const text = texts.get(absolute(file)) ?? ts.sys.readFile(absolute(file))
    const found = text?.split(from).length ?? 0
    if (text === undefined || found !== 2) throw new Error(`${file}: 「${from}」 stands there ${Math.max(0, found - 1)} times, not once`)
    texts.set(
      absolute(file),
      text.replace(from, () => to),
    )
  }
  return texts
}

/** What the compiler says of these files once the changes are made; nothing is written. */
export function errorsIn(files: readonly string[], changes: readonly Change[]): CompileError[] {
  const texts = changed(changes)
  const host: ts.CompilerHost = {
    ...real,
    getSourceFile: (file, target) => {
      const text = texts.get(file)
      return text === undefined ? sourceOf(file) : ts.createSourceFile(file, text, target)
    },
    readFile: file => texts.get(file) ?? real.readFile(file),
  }
  const program = ts.createProgram({ rootNames: [...files, ...changes.map(({ file }) => file)].map(absolute), options, host })
  return files.flatMap(file => {
    const source = program.getSourceFile(absolute(file))
    if (!source) throw new Error(`${file} is not there`)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ messageText }) => ({
      file,
      says: ts.flattenDiagnosticMessageText(messageText, '\n'),
    }))
  })
}
