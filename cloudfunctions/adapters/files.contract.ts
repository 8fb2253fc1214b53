import { expect, test } from 'vitest'
import type { Files } from '../ports'

/** What any place for pictures must do. */
export function filesContract(open: () => Files | Promise<Files>): void {
  const jpeg = new Uint8Array([0xff, 0xd8, 1, 2]),
    other = new Uint8Array([0xff, 0xd8, 3])

  test('a picture comes back as it was, with its kind', async () => {
    const files = await open()
    await files.put('picture-1', jpeg, 'image/jpeg')
    expect(await files.get('picture-1')).toEqual({ bytes: Buffer.from(jpeg), mime: 'image/jpeg' })
  })
  test('what was never put is not there', async () => expect(await (await open()).get('picture-0')).toBeUndefined())
  test('removed it is gone, its neighbour stays, and removing it again does no harm', async () => {
    const files = await open()
    await files.put('picture-1', jpeg, 'image/jpeg')
    await files.put('picture-2', other, 'image/jpeg')
    await files.remove('picture-1')
    await files.remove('picture-1')
    expect(await files.get('picture-1')).toBeUndefined()
    expect(await files.get('picture-2')).toEqual({ bytes: Buffer.from(other), mime: 'image/jpeg' })
    await files.put('picture-1', other, 'image/jpeg')
    expect((await files.get('picture-1'))?.bytes).toEqual(Buffer.from(other))
  })
  test('what is no id removes nothing', async () => {
    const files = await open()
    await files.put('picture-1', jpeg, 'image/jpeg')
    for (const id of ['', '..', '../picture-1', 'a/../picture-1', 'picture-1\0']) await files.remove(id)
    expect(await files.get('picture-1')).toBeDefined()
  })
}
