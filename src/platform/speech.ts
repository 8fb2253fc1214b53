/** Whether this phone can read aloud; where it cannot, the button is not drawn. WeChat offers mini-programs no voice of its own. */
export const canSpeak: boolean = process.env.TARO_ENV === 'h5' && typeof window !== 'undefined' && 'speechSynthesis' in window

/** Reads these words aloud in Mandarin, slowly; `ended` runs when they are finished or stopped. */
export function speak(words: string, ended: () => void) {
  if (process.env.TARO_ENV !== 'h5' || !canSpeak) return
  speechSynthesis.cancel()
  const said = new SpeechSynthesisUtterance(words)
  said.lang = 'zh-CN'
  said.rate = .9
  said.onend = ended
  said.onerror = ended
  speechSynthesis.speak(said)
}

export function stopSpeaking() {
  if (process.env.TARO_ENV === 'h5' && canSpeak) speechSynthesis.cancel()
}
