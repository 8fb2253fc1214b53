import Taro from '@tarojs/taro'

const longestSide = 1600
/** Of a picture of oneself, which is never drawn large. */
const avatarSide = 480
/** The server takes 700 KB; sent as base64 that is a third more, below the 1 MB a request may have. */
const mostBytes = 690_000

/** The size at which the longer side is at most `side`; a smaller picture stays as it is. */
export function fitted(width: number, height: number, side = longestSide): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Browser: drawn anew, which leaves behind where and with what it was taken. Null: not a picture this browser can read. */
async function redrawn(file: Blob, side: number): Promise<Blob | null> {
  const url = URL.createObjectURL(file)
  try {
    const picture = new Image()
    picture.src = url
    await picture.decode()
    const { width, height } = fitted(picture.naturalWidth, picture.naturalHeight, side)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const pen = canvas.getContext('2d')
    if (!pen) return null
    // A transparent picture becomes JPEG: on white, not on black.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, width, height)
    pen.drawImage(picture, 0, 0, width, height)
    for (const quality of [0.82, 0.7, 0.55, 0.4]) {
      const made = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
      if (made && made.size <= mostBytes) return made
    }
    return null
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Browser: pictures made small, by the address under which they are shown. Held here, because a page may not fetch such an address. */
const held = new Map<string, Blob>()

function filesPicked(many: boolean): Promise<readonly File[]> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = many
    input.hidden = true
    input.setAttribute('aria-label', '选照片')
    const done = (files: readonly File[]) => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => done([...(input.files ?? [])]))
    input.addEventListener('cancel', () => done([]))
    // In the page, so that a test (and an assistive tool) can reach it.
    document.body.append(input)
    input.click()
  })
}

export interface Picked {
  /** Paths on this phone: to show at once, and for photoData. */
  readonly paths: readonly string[]
  /** How many were no pictures, or could not be made small enough. */
  readonly unusable: number
  /** The phone or the person does not let us at photos, which is not the same as choosing none. */
  readonly refused?: boolean
}

/** Lets the person take or choose up to so many photos; each is made small. Choosing none is an answer. */
export async function pickPhotos(most: number, side = longestSide): Promise<Picked> {
  if (process.env.TARO_ENV === 'h5') {
    const files = (await filesPicked(most > 1)).slice(0, most)
    const small = await Promise.all(files.map(file => redrawn(file, side)))
    const paths = small.flatMap(one => {
      if (!one) return []
      const path = URL.createObjectURL(one)
      held.set(path, one)
      return [path]
    })
    return { paths, unusable: files.length - paths.length }
  } else {
    let refused = false
    const chosen = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['album', 'camera'],
    }).catch((why: unknown) => {
      refused = !putAway(why)
      return null
    })
    const paths: string[] = []
    for (const { tempFilePath } of chosen?.tempFiles ?? []) {
      const path = await madeSmall(tempFilePath, side)
      if (path) paths.push(path)
    }
    return { paths, unusable: (chosen?.tempFiles.length ?? 0) - paths.length, refused }
  }
}

const putAway = (why: unknown): boolean => typeof why === 'object' && why !== null && 'errMsg' in why && /cancel/.test(String(why.errMsg))

/** WeChat: the phone's own compressor, harder until it fits. */
async function madeSmall(path: string, side: number): Promise<string | null> {
  for (const quality of [80, 60, 40]) {
    try {
      const { width, height } = await Taro.getImageInfo({ src: path })
      const size = fitted(width, height, side)
      const { tempFilePath } = await Taro.compressImage({ src: path, quality, compressedWidth: size.width, compressedHeight: size.height })
      if ((await sizeOf(tempFilePath)) <= mostBytes) return tempFilePath
    } catch {
      return null
    }
  }
  return null
}

const sizeOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({ filePath: path, success: info => resolve(info.size), fail: reject })
  })

/** Browser: one picture of oneself. In WeChat its own button asks, and gives a path for `smallAvatar`. */
export const pickAvatar = (): Promise<Picked> => pickPhotos(1, avatarSide)

/** WeChat: the picture its button gave, made small. Null: not a picture this phone can read. */
export async function smallAvatar(path: string): Promise<string | null> {
  if (process.env.TARO_ENV === 'weapp') return madeSmall(path, avatarSide)
  else return path
}

/** The photo itself, as base64: what photo.add takes. */
export async function photoData(path: string): Promise<string> {
  if (process.env.TARO_ENV === 'h5') {
    const blob = held.get(path)
    if (!blob) throw new Error('photo no longer on this phone')
    return await new Promise((resolve, reject) => {
      const reader = new FileReader()
      reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
      reader.onerror = () => reject(new Error('photo not readable'))
      reader.readAsDataURL(blob)
    })
  } else {
    return await new Promise((resolve, reject) => {
      Taro.getFileSystemManager().readFile({
        filePath: path,
        encoding: 'base64',
        success: ({ data }) => resolve(String(data)),
        fail: reject,
      })
    })
  }
}

/** Where a photo the server keeps can be seen. */
export const photoUrl = (id: string): string => `${process.env.TARO_APP_PHOTOS}/${id}`

/** Photos large, one after another, in the phone's own viewer; a browser shows one on a page of its own, where two fingers enlarge it. */
export function viewPhotos(urls: readonly string[], current: string) {
  if (process.env.TARO_ENV === 'h5') window.open(current, '_blank', 'noopener')
  else void Taro.previewImage({ urls: [...urls], current }).catch(() => undefined)
}
