import { pickFile } from './pick-file'

export interface TextFile {
  readonly name: string
  readonly text: string
}

const read = async (file: File | undefined | null): Promise<TextFile | null> => (file ? { name: file.name, text: await file.text() } : null)

/** Browser: asks for a file and reads it. Null where none was chosen. */
export async function chooseTextFile(accept: string, label: string): Promise<TextFile | null> {
  if (process.env.TARO_ENV === 'h5') {
    const file = await pickFile(accept, label)
    return file instanceof File ? read(file) : null
  }
  return null
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
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', drop)
    }
  }
  return () => undefined
}
