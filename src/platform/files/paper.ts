import { photoUrl } from './photos'

/** A picture small enough for a sheet of paper. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

const longestSide = 900

/** Sends this page to the browser's printer; the sheet is named so, and so is the PDF that one may keep instead. */
export function printSheet(title: string): void {
  if (process.env.TARO_ENV === 'h5') {
    const before = document.title
    document.title = title
    window.print()
    document.title = before
  }
}

/** A photo the server keeps, as a JPEG, on white; null where it cannot be had just now. Only browsers. */
export async function pictureOf(id: string): Promise<Picture | null> {
  if (process.env.TARO_ENV === 'h5') {
    try {
      const picture = new Image()
      picture.src = photoUrl(id)
      await picture.decode()
      const scale = Math.min(1, longestSide / Math.max(picture.naturalWidth, picture.naturalHeight))
      const width = Math.max(1, Math.round(picture.naturalWidth * scale)),
        height = Math.max(1, Math.round(picture.naturalHeight * scale))
      const canvas = document.createElement('canvas')
      canvas.width = width
      canvas.height = height
      const pen = canvas.getContext('2d')
      if (!pen) return null
      pen.fillStyle = '#fff'
      pen.fillRect(0, 0, width, height)
      pen.drawImage(picture, 0, 0, width, height)
      const made = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.8))
      return made && { bytes: new Uint8Array(await made.arrayBuffer()), width, height }
    } catch {
      return null
    }
  }
  return null
}
