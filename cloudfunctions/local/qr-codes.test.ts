import { expect, test } from 'vitest'
import { sceneOf } from '@/domain/resident/scene'
import { qrCodes } from './qr-codes'

test('the longest code is drawn, as lines that print at any size', async () => {
  const scene = sceneOf({ kind: 'topic', id: 'f'.repeat(32) }) ?? ''
  const svg = Buffer.from(await qrCodes(() => 'https://hall.example.org').of(scene, 'pages/home/index')).toString()
  expect(svg).toMatch(/^<svg .*viewBox/s)
  expect(svg).toContain('path')
})
