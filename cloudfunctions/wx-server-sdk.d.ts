declare module 'wx-server-sdk' {
  const cloud: import('./adapters/wechat/database').CloudFiles & {
    readonly DYNAMIC_CURRENT_ENV: symbol
    init(options: { readonly env: symbol }): void
    database(options: { readonly throwOnNotFound: false }): import('./adapters/wechat/database').CloudDatabase
    readonly openapi: import('./adapters/wechat/push').CloudPush['openapi']
    getWXContext(): import('./adapters/wechat/database').CloudCaller
  }
  export default cloud
}
