import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

const platforms: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }
const made = new Map<string, string>()

/**
 * WeChat's own compilers come in a registry package without the right to run: a copy is given it, the package stays as it was installed.
 */
function compiler(name: 'wcc' | 'wcsc'): string {
  const known = made.get(name)
  if (known) return known
  const folder = platforms[process.platform]
  if (!folder) throw new Error(`WeChat has no ${name} for ${process.platform}`)
  const file = process.platform === 'win32' ? `${name}.exe` : name
  const packaged = path.join(path.dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json')), 'bin', folder, file)
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'weapp-compiler-')), file)
  copyFileSync(packaged, copy)
  chmodSync(copy, 0o755)
  made.set(name, copy)
  return copy
}

function run(name: 'wcc' | 'wcsc', folder: string, args: readonly string[]): string {
  const done = spawnSync(compiler(name), args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (done.error) throw done.error
  if (done.status !== 0) throw new Error(`${name} refuses: ${(done.stderr || done.stdout).trim()}`)
  return done.stdout
}

/** WXML (with the .wxs it uses) to the script that draws it. Throws in the compiler's words where it refuses. */
export const compileWxml = (folder: string, files: readonly string[]): string => run('wcc', folder, ['-d', ...files, '-gn', '$gwx'])

/** Throws in the compiler's words where it refuses one of these style sheets. */
export const compileWxss = (folder: string, files: readonly string[]): string => run('wcsc', folder, ['-lc', ...files])
