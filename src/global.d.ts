/// <reference types="@tarojs/taro" />
declare module '*.module.scss' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    NODE_ENV: 'development' | 'production'
    TARO_ENV: 'weapp' | 'h5'
    /** The CloudBase environment the mini-program talks to; empty where there is none yet. */
    TARO_APP_CLOUD_ENV: string
  }
}
