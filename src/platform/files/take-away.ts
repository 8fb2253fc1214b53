import Taro from '@tarojs/taro'

/**
 * Gives a text away as a file: a download, or in WeChat a file sent to a chat of one's own. Called straight from a tap, or WeChat refuses.
 * `no`: the person thought better of it, or the phone said no; the text is still there to be copied.
 */
export async function giveFile(name: string, text: string): Promise<'given' | 'no'> {
  if (process.env.TARO_ENV === 'h5') {
    download(name, new Blob([text], { type: 'application/json' }))
    return 'given'
  } else {
    try {
      const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
      Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
      await Taro.shareFileMessage({ filePath, fileName: name })
      return 'given'
    } catch {
      return 'no'
    }
  }
}

/** Browser: puts a file among the person's downloads. */
export function download(name: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
