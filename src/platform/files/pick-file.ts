/** Browser: the person's own files, one of them. Null: none was chosen, or this is no browser. */
export async function pickFile(accept: string, label: string): Promise<Blob | null> {
  if (process.env.TARO_ENV === 'h5') {
    return new Promise(resolve => {
      const input = document.createElement('input')
      input.type = 'file'
      input.accept = accept
      input.hidden = true
      input.setAttribute('aria-label', label)
      const done = (file: Blob | null) => {
        input.remove()
        resolve(file)
      }
      input.addEventListener('change', () => done(input.files?.[0] ?? null))
      input.addEventListener('cancel', () => done(null))
      // In the page, so that a test (and an assistive tool) can reach it.
      document.body.append(input)
      input.click()
    })
  } else {
    return null
  }
}
