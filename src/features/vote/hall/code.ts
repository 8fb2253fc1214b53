import qrcode from 'qrcode-generator'

/** The receipt as a picture to photograph, made on this device: it goes nowhere else. */
export function codeOf(receipt: string): string {
  const code = qrcode(0, 'M')
  code.addData(receipt)
  code.make()
  return code.createDataURL(8, 0)
}
