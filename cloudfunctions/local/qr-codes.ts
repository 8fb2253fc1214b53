import qrcode from 'qrcode-generator'
import type { Codes } from '../ports'

/** Where there is no WeChat: an ordinary QR code of the web app's address, drawn in lines, so that it prints sharp at any size. */
export const qrCodes = (address: () => string): Codes => ({
  async of(scene, page) {
    // Q: a quarter of it may be torn off or rained on.
    const code = qrcode(0, 'Q')
    code.addData(`${address()}/#/${page}?scene=${encodeURIComponent(scene)}`)
    code.make()
    return Buffer.from(code.createSvgTag({ cellSize: 8, margin: 32, scalable: true }))
  },
})
