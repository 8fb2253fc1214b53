import type { Alarm, Clock, Store } from '../ports'

/**
 * A store whose commits, once done, have tick called soon where they wrote a notice: what the village must hear does not wait for the
 * timer.
 */
export const heedingNotices = (store: Store, alarm: Alarm, clock: Clock): Store => ({
  ...store,
  async commit(work) {
    let told = false
    const result = await store.commit(tx => {
      told = false // the work may run again
      return work({
        ...tx,
        insert: (table, row) => {
          told ||= table === 'notices'
          return tx.insert(table, row)
        },
      })
    })
    if (told) await alarm.wake(clock.now())
    return result
  },
})
