/** 「1 天 6 小时」: the two largest units, never rounded up, because a vote that has closed has closed. */
export function leftOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const days = Math.floor(seconds / 86_400),
    hours = Math.floor((seconds % 86_400) / 3600),
    minutes = Math.floor((seconds % 3600) / 60)
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
  if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分` : `${hours} 小时`
  return minutes > 0 ? `${minutes} 分钟` : `${seconds} 秒`
}
