import Taro from '@tarojs/taro'

/**
 * WeChat fetches a new version while the old one runs: the person says when it takes over. What is being written is kept on the phone all
 * along.
 */
export function watchUpdates() {
  // A branch of its own, not an early return: only so does the browser's build leave out what it never runs.
  if (process.env.TARO_ENV === 'weapp') {
    const updates = Taro.getUpdateManager()
    updates.onUpdateReady(() => {
      void Taro.showModal({
        title: '村议事厅有新版本',
        content: '重新打开就是新的。您写到一半的都存在手机里，不会丢。',
        confirmText: '现在更新',
        cancelText: '等一会儿',
      }).then(
        answer => {
          if (answer.confirm) updates.applyUpdate()
        },
        () => undefined,
      )
    })
  }
}
