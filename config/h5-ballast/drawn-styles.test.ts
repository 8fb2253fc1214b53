import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, test } from 'vitest'
import { filesUnder } from '../weapp/render'

const root = path.resolve(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)
const drawnStyles = require('./drawn-styles.js') as (source: string) => string
const taros = ['@tarojs/components-react/dist/index.css', '@tarojs/components/dist/taro-components/taro-components.css'].map(file =>
  readFileSync(require.resolve(file), 'utf8'),
)

test('the icon font and the styles of what no screen draws are left out', () => {
  expect(taros.join('')).toMatch(/base64/)
  expect(taros.map(drawnStyles).join('')).not.toMatch(/base64|weui-icon|taro-picker|taro-scroll|swiper/)
})
test('the styles of what screens do draw stay as they are', () => {
  const [components, resets] = taros.map(drawnStyles)
  for (const style of [
    '.taro-img__mode-aspectfill{height:100%;object-fit:cover;width:100%}',
    '.weui-input{',
    '.taro-text__selectable{',
    '.taro-btn-disabled{',
    'rmc-pull-to-refresh-indicator{50%',
  ])
    expect(components).toContain(style)
  expect(resets).toContain('.taro-app-wrap input{')
  expect(drawnStyles('@font-face{font-family:weui}.weui-icon-back:before,.taro-img{top:0}')).toBe('.taro-img{top:0}')
})
test('no screen draws a component whose styles are left out', () => {
  const imported = filesUnder(path.join(root, 'src'))
    .filter(file => file.endsWith('.tsx'))
    .flatMap(file => [...readFileSync(path.join(root, 'src', file), 'utf8').matchAll(/import \{([^}]*)\} from '@tarojs\/components'/g)])
    .flatMap(([, names]) => names!.split(',').map(name => name.trim()))
  expect(imported).toContain('View')
  // The picker is WeChat's alone: a browser has a field for dates and times.
  expect([...new Set(imported)].sort()).toEqual(['Button', 'Image', 'Input', 'Picker', 'Text', 'Textarea', 'View'])
})
