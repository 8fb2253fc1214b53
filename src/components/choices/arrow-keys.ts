/**
 * In a browser a group of radios or tabs is one stop of the Tab key, and the arrow keys move inside it.
 * In WeChat there are no keys, and nothing is added.
 */
export function arrowKeys(reachable: boolean): Readonly<Record<string, unknown>> {
  if (process.env.TARO_ENV !== 'h5') return {}
  return {
    tabIndex: reachable ? 0 : -1,
    onKeyDown(event: { readonly key: string; readonly currentTarget: HTMLElement; preventDefault(): void }) {
      const step =
        event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 0
      if (step === 0) return
      event.preventDefault()
      const kind = event.currentTarget.getAttribute('role')
      const all = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLButtonElement>(`[role=${kind}]:not(:disabled)`) ?? [])]
      const next = all[(all.indexOf(event.currentTarget as HTMLButtonElement) + step + all.length) % all.length]
      next?.focus()
      next?.click()
    },
  }
}
