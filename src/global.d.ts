/// <reference types="@tarojs/taro" />
declare module '*.module.scss' {
  // The one `any` of the house: an index signature would make every class name possibly undefined, which Taro's `className?: string`
  // refuses.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const classes: any
  export default classes
}
declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    NODE_ENV: 'development' | 'production'
    TARO_ENV: 'weapp' | 'h5'
    /** The CloudBase environment the mini-program talks to; empty where there is none yet. */
    TARO_APP_CLOUD_ENV: string
    /** Where photos are read from: `/files` of our own server, or the cloud's file store (`cloud://env.bucket/photos`). */
    TARO_APP_PHOTOS: string
  }
}
