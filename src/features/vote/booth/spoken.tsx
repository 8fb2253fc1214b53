import { Spoken as Read } from '@/components/read-aloud/spoken'
import { useReadAloud } from '@/platform/voice/use-read-aloud'

/** Words that read themselves aloud. Give it its words as key. */
export const Spoken = ({ words }: { readonly words: string }) => <Read aloud={useReadAloud(() => words)} />
