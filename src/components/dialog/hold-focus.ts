const reachable = 'button:not(:disabled), input:not(:disabled), textarea:not(:disabled), a[href], [tabindex="0"]'

/** Browser only: focus goes into the dialog, stays there, leaves by Escape, and returns to where it was. */
export function holdFocus(id: string, close: () => void): () => void {
  const box = document.getElementById(id)
  const before = document.activeElement as HTMLElement | null
  // The page behind stays where it is: what moves while a finger is on its way is missed by it.
  box?.focus({ preventScroll: true })
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
    if (event.key !== 'Tab' || !box) return
    const all = [...box.querySelectorAll<HTMLElement>(reachable)]
    const first = all[0],
      last = all.at(-1)
    const at = document.activeElement
    if (event.shiftKey && (at === first || at === box)) {
      event.preventDefault()
      last?.focus()
    }
    if (!event.shiftKey && at === last) {
      event.preventDefault()
      first?.focus()
    }
  }
  document.addEventListener('keydown', onKey, true)
  return () => {
    document.removeEventListener('keydown', onKey, true)
    before?.focus({ preventScroll: true })
  }
}
