declare module 'wx-server-sdk' {
  const cloud: import('./adapters/wechat/database').CloudFiles & import('./adapters/wechat/database').CloudSecurity & {
    readonly DYNAMIC_CURRENT_ENV: symbol
    init(options: { readonly env: symbol }): void
    database(options: { readonly throwOnNotFound: false }): import('./adapters/wechat/database').CloudDatabase
    getWXContext(): import('./adapters/wechat/database').CloudCaller
  }
  export default cloud
}
