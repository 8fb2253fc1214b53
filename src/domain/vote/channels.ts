/**
 * The ways a unit's vote comes in, all on one roll: its own phone; the hall's device, handed round; paper; another's hand, where the rule
 * knows proxies.
 */
export const channels = ['phone', 'hall', 'paper', 'proxy'] as const
export type Channel = (typeof channels)[number]
export const channelNames: Record<Channel, string> = { phone: '手机', hall: '会场平板', paper: '纸质票', proxy: '代投' }
