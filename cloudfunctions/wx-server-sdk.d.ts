declare module 'wx-server-sdk' {
  const cloud: import('./adapters/wechat/database').CloudFiles &
    import('./adapters/wechat/database').CloudCodes &
    import('./adapters/wechat/database').CloudSecurity &
    import('./adapters/wechat/phones').CloudPhones & {
      /** For tests: a second SDK beside the one of the process. */
      createNewInstance(options: {
        readonly env: string
        readonly secretId: string
        readonly secretKey: string
        readonly serviceUrl: string
        readonly keepalive: boolean
      }): typeof cloud
      readonly DYNAMIC_CURRENT_ENV: symbol
      init(options: { readonly env: symbol }): void
      database(options: { readonly throwOnNotFound: false }): import('./adapters/wechat/database').CloudDatabase
      readonly openapi: {
        readonly cloudbase: import('./adapters/wechat/database').CloudTasks
      } & import('./adapters/wechat/push').CloudPush['openapi']
      getWXContext(): import('./adapters/wechat/database').CloudCaller
    }
  export default cloud
}
