import { randomFillSync } from 'node:crypto'

export type Answer = (body: unknown) => Promise<unknown>
type Options = Record<string, unknown> & {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}
interface Host {
  readonly answer: Answer
  readonly storage: Record<string, unknown>
  /** The size of type this WeChat is set to, in px. */
  readonly fontSize: number | undefined
  readonly later: (run: () => void) => void
  readonly go: (how: string, url: string, delta: number) => void
}
export type Wx = ReturnType<typeof createWx>

const system = {
  brand: 'devtools',
  model: 'a phone without a screen',
  pixelRatio: 2,
  windowWidth: 390,
  windowHeight: 844,
  screenWidth: 390,
  screenHeight: 844,
  statusBarHeight: 20,
  safeArea: { left: 0, right: 390, top: 20, bottom: 810, width: 390, height: 790 },
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 17.0',
  platform: 'ios',
  fontSizeSetting: 16,
  SDKVersion: '3.6.0',
  theme: 'light',
  benchmarkLevel: 1,
}

/** What WeChat gives a mini-program, as far as ours asks. An API that is not here is `undefined`, so using it fails loudly. */
export function createWx(host: Host) {
  const shown: { toasts: string[]; modals: { title: string; content: string }[]; titles: string[]; sharing: boolean; saved: number } = {
    sharing: false,
    saved: 0,
    toasts: [],
    modals: [],
    titles: [],
  }
  /** Bodies sent to the cloud function, in order. */
  const asked: unknown[] = []
  let launch: unknown = { path: '', query: {}, scene: 1001 }

  /** The callbacks and the promise of WeChat's asynchronous calls: never before the caller's own code has ended. */
  function answered(name: string, work: (options: Options) => unknown) {
    return (options: Options = {}) => {
      const settled = new Promise((resolve, reject) => {
        host.later(() => {
          void (async () => {
            if (owner.refuses === name) throw Object.assign(new Error(`${name}:fail privacy permission is not authorized`), { errno: 104 })
            return work(options)
          })().then(
            result => {
              const value = { errMsg: `${name}:ok`, ...(result as object | undefined) }
              options.success?.(value)
              options.complete?.(value)
              resolve(value)
            },
            (error: unknown) => {
              const value = {
                errMsg: error instanceof Error ? error.message : String(error),
                ...(error instanceof Error && 'errno' in error ? { errno: error.errno } : {}),
              }
              options.fail?.(value)
              options.complete?.(value)
              reject(value)
            },
          )
        })
      })
      if (options.success || options.fail || options.complete) {
        settled.catch(() => {})
        return undefined
      }
      return settled
    }
  }
  const fine = (name: string) => answered(name, () => ({}))
  const going = (how: string) =>
    answered(how, options => {
      host.go(how, String(options['url'] ?? ''), Number(options['delta'] ?? 1))
    })
  const read = (key: string) => {
    const held = host.storage[key]
    return held === undefined ? '' : (JSON.parse(JSON.stringify(held)) as unknown)
  }
  const quiet = () => {}
  const updates: { ready?: () => void; applied: number } = { applied: 0 }
  const owner: { confirms: boolean; scans: { path?: string; result?: string } | null; refuses: string } = {
    confirms: true,
    scans: null,
    refuses: '',
  }

  /** Pictures on this phone by their path, as base64. */
  const files: Record<string, string> = {}

  return {
    shown,
    asked,
    files,
    /** What a test has the phone's owner do when asked. */
    owner,
    /** WeChat has fetched a new version. */
    updateFetched: () => updates.ready?.(),
    updates,
    started(options: unknown) {
      launch = options
    },

    getSystemInfoSync: () => system,
    getWindowInfo: () => system,
    getAppBaseInfo: () => ({ ...system, fontSizeSetting: host.fontSize ?? system.fontSizeSetting }),
    getDeviceInfo: () => system,
    getSystemInfo: answered('getSystemInfo', () => system),
    getSystemInfoAsync: answered('getSystemInfoAsync', () => system),
    getSystemSetting: () => ({}),
    getAppAuthorizeSetting: () => ({}),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: () => ({ left: 281, right: 368, top: 26, bottom: 58, width: 87, height: 32 }),
    canIUse: () => true,
    nextTick: (run: () => void) => host.later(run),
    onAppShow: quiet,
    onAppHide: quiet,
    onError: quiet,
    onUnhandledRejection: quiet,
    onPageNotFound: quiet,
    onThemeChange: quiet,
    onMemoryWarning: quiet,
    onNetworkStatusChange: quiet,
    offNetworkStatusChange: quiet,
    onNeedPrivacyAuthorization: quiet,
    onKeyboardHeightChange: quiet,
    offKeyboardHeightChange: quiet,
    getNetworkType: answered('getNetworkType', () => ({ networkType: 'wifi' })),
    getUpdateManager: () => ({
      onCheckForUpdate: quiet,
      onUpdateReady: (run: () => void) => {
        updates.ready = run
      },
      onUpdateFailed: quiet,
      applyUpdate: () => {
        updates.applied++
      },
    }),
    getRandomValues: answered('getRandomValues', options => ({
      randomValues: randomFillSync(new Uint8Array(Number(options['length']))).buffer,
    })),

    getStorageSync: read,
    setStorageSync: (key: string, data: unknown) => {
      host.storage[key] = JSON.parse(JSON.stringify(data)) as unknown
    },
    removeStorageSync: (key: string) => {
      delete host.storage[key]
    },
    getStorageInfoSync: () => ({ keys: Object.keys(host.storage), currentSize: 0, limitSize: 10_240 }),
    getStorage: answered('getStorage', options => {
      const key = String(options['key'])
      if (!(key in host.storage)) throw new Error('getStorage:fail data not found')
      return { data: read(key) }
    }),
    setStorage: answered('setStorage', options => {
      host.storage[String(options['key'])] = JSON.parse(JSON.stringify(options['data'])) as unknown
    }),
    removeStorage: answered('removeStorage', options => {
      delete host.storage[String(options['key'])]
    }),

    navigateTo: going('navigateTo'),
    redirectTo: going('redirectTo'),
    reLaunch: going('reLaunch'),
    switchTab: going('switchTab'),
    navigateBack: going('navigateBack'),
    setNavigationBarTitle: answered('setNavigationBarTitle', options => {
      shown.titles.push(String(options['title']))
    }),
    setNavigationBarColor: fine('setNavigationBarColor'),
    setTabBarBadge: fine('setTabBarBadge'),
    removeTabBarBadge: fine('removeTabBarBadge'),
    setTabBarItem: fine('setTabBarItem'),
    setTabBarStyle: fine('setTabBarStyle'),
    showTabBarRedDot: fine('showTabBarRedDot'),
    hideTabBarRedDot: fine('hideTabBarRedDot'),
    hideTabBar: fine('hideTabBar'),
    showTabBar: fine('showTabBar'),
    hideHomeButton: fine('hideHomeButton'),
    startPullDownRefresh: fine('startPullDownRefresh'),
    stopPullDownRefresh: fine('stopPullDownRefresh'),
    pageScrollTo: fine('pageScrollTo'),
    hideKeyboard: fine('hideKeyboard'),
    showShareMenu: answered('showShareMenu', () => {
      shown.sharing = true
    }),
    hideShareMenu: answered('hideShareMenu', () => {
      shown.sharing = false
    }),
    enableAlertBeforeUnload: fine('enableAlertBeforeUnload'),
    disableAlertBeforeUnload: fine('disableAlertBeforeUnload'),
    showModal: answered('showModal', options => {
      shown.modals.push({ title: String(options['title']), content: String(options['content']) })
      return { confirm: owner.confirms, cancel: !owner.confirms }
    }),
    showToast: answered('showToast', options => {
      shown.toasts.push(String(options['title']))
    }),
    hideToast: fine('hideToast'),
    showLoading: fine('showLoading'),
    hideLoading: fine('hideLoading'),
    vibrateShort: fine('vibrateShort'),
    setClipboardData: fine('setClipboardData'),
    makePhoneCall: fine('makePhoneCall'),
    previewImage: fine('previewImage'),
    addPhoneCalendar: fine('addPhoneCalendar'),
    openLocation: fine('openLocation'),

    chooseMedia: answered('chooseMedia', () => {
      throw new Error('chooseMedia:fail cancel')
    }),
    scanCode: answered('scanCode', () => {
      if (!owner.scans) throw new Error('scanCode:fail cancel')
      return owner.scans
    }),
    saveImageToPhotosAlbum: answered('saveImageToPhotosAlbum', () => {
      shown.saved++
    }),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getImageInfo: answered('getImageInfo', () => ({ width: 1, height: 1 })),
    compressImage: answered('compressImage', options => ({ tempFilePath: `${String(options['src'])}.small` })),
    getFileSystemManager: () => ({
      writeFile: answered('writeFile', () => ({})),
      getFileInfo: answered('getFileInfo', () => ({ size: 70 })),
      readFile: answered('readFile', options => {
        const data = files[String(options['filePath'])]
        if (data === undefined) throw new Error('readFile:fail no such file')
        return { data }
      }),
    }),

    cloud: {
      init: quiet,
      callFunction: answered('cloud.callFunction', async options => {
        const body = JSON.parse(JSON.stringify(options['data'] ?? {})) as unknown
        asked.push(body)
        return { result: JSON.parse(JSON.stringify(await host.answer(body))) as unknown, requestID: String(asked.length) }
      }),
    },
  }
}
