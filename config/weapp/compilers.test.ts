import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { dist } from './built'
import { compileWxml, compileWxss } from './compilers'
import { pagesOf } from './phone'
import { filesUnder } from './render'

const files = filesUnder(dist)
const markup = files.filter(file => file.endsWith('.wxml'))
const scripts = files.filter(file => file.endsWith('.wxs'))
const sheets = files.filter(file => file.endsWith('.wxss'))

function damaged(file: string, damage: (content: string) => string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'weapp-damaged-'))
  cpSync(dist, folder, { recursive: true })
  const before = readFileSync(path.join(folder, file), 'utf8')
  const after = damage(before)
  if (after === before) throw new Error(`${file} was not damaged`)
  writeFileSync(path.join(folder, file), after)
  return folder
}

describe("WeChat's own compilers accept what we built", () => {
  test('every WXML, the shared templates among them', () => {
    expect(markup).toEqual(expect.arrayContaining(['base.wxml', ...pagesOf(dist).all.map(page => `${page}.wxml`)]))
    const compiled = compileWxml(dist, [...markup, ...scripts])
    for (const page of pagesOf(dist).all) expect(compiled).toContain(`${page}.wxml`)
  })
  test('every WXSS, with what it imports', () => {
    expect(sheets).toContain('app.wxss')
    expect(compileWxss(dist, sheets).length).toBeGreaterThan(1000)
  })
})

describe('the gate closes', () => {
  test('a template whose end is missing is refused', () => {
    const folder = damaged('base.wxml', content => content.replace('</view>', ''))
    expect(() => compileWxml(folder, [...markup, ...scripts])).toThrow(/base\.wxml/)
  })
  test('a page with a broken binding is refused', () => {
    const page = `${pagesOf(dist).all[0]}.wxml`
    const folder = damaged(page, content => content.replace('{{root:root}}', '{{root:}}'))
    expect(() => compileWxml(folder, [...markup, ...scripts])).toThrow(/wcc refuses/)
  })
  test('a style sheet that imports what is not there is refused', () => {
    const folder = damaged('app.wxss', content => `@import "./missing.wxss";${content}`)
    expect(() => compileWxss(folder, sheets)).toThrow(/missing/)
  })
  test('a style sheet with an open brace is refused', () => {
    const folder = damaged('app.wxss', content => `.open{color:red;\n${content}`)
    expect(() => compileWxss(folder, sheets)).toThrow(/app\.wxss/)
  })
})
