import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import facts from './facts.json'
import privacy from './privacy.json'
import settings from './settings.json'

const texts = new Map(
  readdirSync(import.meta.dirname)
    .filter(name => name.endsWith('.md'))
    .map(name => [name, readFileSync(path.join(import.meta.dirname, name), 'utf8')]),
)
const guide = texts.get('privacy-guide.md') ?? ''

describe('what a village hands in for review', () => {
  test('every fact that is left open is listed, and every one listed is asked for', () => {
    const used = [...texts.values()]
      .flatMap(text => [...text.matchAll(/\{\{(.+?)\}\}/g)].map(found => found[1]!))
      .filter(name => name !== '…')
    expect([...new Set(used)].sort()).toEqual(Object.keys(facts).sort())
  })
  test('the guide says what, why, how long, who, which rights, minors, and whom to ask', () => {
    for (const part of ['收什么，为什么', '放多久', '谁看得到', '您能做什么', '未成年人', '有改动怎么办', '找谁'])
      expect(guide).toContain(part)
    for (const fact of ['主体', '联系人', '电话', '地址']) expect(guide).toContain(`{{${fact}}}`)
  })
  test('the guide speaks of every interface of the phone that the mini-program asks for, by the name WeChat gives it', () => {
    for (const { item } of privacy) expect(guide).toContain(item)
  })
  test('what is never kept is said never to be kept', () => expect(guide).toMatch(/身份证号、人脸、通讯录、精确位置，我们不收/))
  test('the checklist names every key a deployment asks for', () => {
    for (const { name } of settings.deploy) expect(texts.get('README.md')).toContain(`${name}=`)
  })
  test('the checklist speaks of every file beside it', () => {
    const files = readdirSync(import.meta.dirname).filter(name => !/test|README/.test(name))
    for (const file of files) expect(texts.get('README.md')).toContain(`\`${file}\``)
  })
})
