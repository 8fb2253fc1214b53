import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const endings = ['', '.ts', '.tsx', '.d.ts', '.mjs', '/index.ts', '/index.tsx']

/**
 * Who imports whom among these files, relative to `root`: by file, what it imports. Packages are left out.
 * @param {string} root
 * @param {readonly string[]} files
 * @returns {Map<string, string[]>}
 */
export function importGraph(root, files) {
  const known = new Set(files)
  const graph = new Map()
  for (const file of files) {
    const { importedFiles } = ts.preProcessFile(readFileSync(path.join(root, file), 'utf8'), true, true)
    const targets = importedFiles.flatMap(({ fileName }) => {
      const place = placeOf(fileName, file)
      const target = place === null ? undefined : endings.map(ending => `${place}${ending}`).find(each => known.has(each))
      return target === undefined ? [] : [target]
    })
    graph.set(file, targets)
  }
  return graph
}

function placeOf(specifier, file) {
  if (specifier.startsWith('@/')) return path.posix.normalize(`src/${specifier.slice(2)}`)
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier)
  return null
}

/**
 * Circles of imports, each once: the files that reach each other, if only for their types.
 * @param {Map<string, string[]>} graph
 * @returns {string[][]}
 */
export function importCircles(graph) {
  const circles = []
  const index = new Map()
  const low = new Map()
  const stack = []
  const visit = file => {
    index.set(file, index.size)
    low.set(file, index.get(file))
    stack.push(file)
    for (const target of graph.get(file) ?? []) {
      if (!index.has(target)) {
        visit(target)
        low.set(file, Math.min(low.get(file), low.get(target)))
      } else if (stack.includes(target)) low.set(file, Math.min(low.get(file), index.get(target)))
    }
    if (low.get(file) !== index.get(file)) return
    const circle = stack.splice(stack.indexOf(file))
    if (circle.length > 1) circles.push(circle)
  }
  for (const file of graph.keys()) if (!index.has(file)) visit(file)
  return circles
}
