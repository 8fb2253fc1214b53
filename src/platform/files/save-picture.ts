import Taro from '@tarojs/taro'

/**
 * Puts a picture (a `data:` address) where it can be printed from: the phone's album, a browser's downloads. False where the person or the
 * phone said no.
 */
export async function savePicture(picture: string, name: string): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') {
    const link = document.createElement('a')
    link.href = picture
    link.download = `${name}.svg`
    link.click()
    return true
  } else {
    const filePath = `${Taro.env.USER_DATA_PATH}/code.${picture.startsWith('data:image/jpeg') ? 'jpg' : 'png'}`
    try {
      await new Promise<void>((resolve, reject) => {
        Taro.getFileSystemManager().writeFile({
          filePath,
          data: picture.replace(/^[^,]*,/, ''),
          encoding: 'base64',
          success: () => resolve(),
          fail: reject,
        })
      })
      await Taro.saveImageToPhotosAlbum({ filePath })
      return true
    } catch {
      return false
    }
  }
}
