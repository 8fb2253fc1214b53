export interface TextFile { readonly name: string; readonly text: string }

const read = async (file: File | undefined | null): Promise<TextFile | null> => (file ? { name: file.name, text: await file.text() } : null)

/** Browser: asks for a file and reads it. Null where none was chosen. */
export function chooseTextFile(accept: string): Promise<TextFile | null> {
  if (process.env.TARO_ENV === 'h5') {
    return new Promise(resolve => {
      const input = document.createElement('input')
      input.type = 'file'
      input.accept = accept
      input.onchange = () => resolve(read(input.files?.[0]))
      input.oncancel = () => resolve(null)
      input.click()
    })
  }
  return Promise.resolve(null)
}

/** Browser: reads what is dropped anywhere on the page. Gives back how to stop. */
export function onDroppedFile(heard: (file: TextFile | null) => void): () => void {
  if (process.env.TARO_ENV === 'h5') {
    const over = (event: DragEvent) => event.preventDefault()
    const drop = (event: DragEvent) => {
      event.preventDefault()
      void read(event.dataTransfer?.files[0]).then(heard)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('drop', drop)
    return () => { document.removeEventListener('dragover', over); document.removeEventListener('drop', drop) }
  }
  return () => undefined
}
